"""One line that says what happened, with what the user can do about it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame

from ui.widgets.basics import Button, Icon, label, restyle, row

_STAYS_MS = 8000


class MessageBar(QFrame):
    """A line at the bottom: results leave after eight seconds, problems stay until closed."""

    def __init__(self, close_name: str) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._done = Icon("circle-check", "grn", size=18)
        self._wrong = Icon("alert-circle", "red", size=18)
        self._text = label("", "strong")
        self._remedy = label("", "secondary", wrap=True)
        self._action = Button(kind="link")
        self._act: Callable[[], object] | None = None
        self._action.clicked.connect(self._run)
        close = Button(kind="quiet", icon_name="x", spoken=close_name)
        close.clicked.connect(self.hide)
        layout = row(self, margins=(32, 8, 24, 8), gap=12)
        for part in (self._done, self._wrong, self._text):
            layout.addWidget(part)
        layout.addWidget(self._remedy, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self.setProperty("surface", "bottom")
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a result, with one thing to do about it, for eight seconds; "" says nothing."""
        if not text:
            return
        self._show(text, "", action, act, wrong=False)
        self._timer.start(_STAYS_MS)

    def warn(
        self, text: str, remedy: str = "", action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show a problem and its remedy until it is closed."""
        self._timer.stop()
        self._show(text, remedy, action, act, wrong=True)

    def text(self) -> str:
        """Give what the bar says now, message and remedy."""
        return f"{self._text.text()} {self._remedy.text()}".strip() if self.isVisible() else ""

    def _show(
        self, text: str, remedy: str, action: str, act: Callable[[], object] | None, *, wrong: bool
    ) -> None:
        self._done.setVisible(not wrong)
        self._wrong.setVisible(wrong)
        self._text.setText(text)
        self._remedy.setText(remedy)
        restyle(self._text, "tone", "red" if wrong else "")
        self._action.set_text(action)
        self._action.setVisible(act is not None)
        self._act = act
        self.setAccessibleName(f"{text} {remedy}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _run(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
