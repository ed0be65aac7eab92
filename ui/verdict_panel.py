"""What a dropped file says about itself, for whoever wants to know whether it is genuine."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from lrt_desk.i18n import t
from ui.widgets.basics import Button, Icon, clear, column, label, row


class VerdictPanel(QFrame):
    """A panel above the message line: a name, and one finding a line; Escape closes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bottom")
        self._title = label("", "heading")
        self._lines = column(gap=4)
        layout = column(self, margins=(32, 14, 24, 14), gap=8)
        head = row(gap=12)
        self._sound = Icon("circle-check", "grn", size=18, spoken=t("in orde"))
        self._doubtful = Icon("alert-circle", "red", size=18, spoken=t("niet in orde"))
        for part in (self._sound, self._doubtful):
            head.addWidget(part)
        head.addWidget(self._title, 1)
        self._close = Button(
            "", self.hide, kind="quiet", icon_name="x", spoken=t("Sluit de controle")
        )
        head.addWidget(self._close)
        layout.addLayout(head)
        layout.addLayout(self._lines)
        self.hide()

    def show_verdict(self, name: str, found: tuple[str, ...], *, sound: bool) -> None:
        """Show what was found in a file."""
        clear(self._lines)
        self._title.setText(t("Controle van {name}", name=name))
        self._sound.setVisible(sound)
        self._doubtful.setVisible(not sound)
        for words in found:
            self._lines.addWidget(label(words, "secondary", wrap=True))
        self.setAccessibleName(" ".join((self._title.text(), *found)))
        self.show()
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
