"""The column on the left: where one can go, and what still needs work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from lrt_desk.i18n import t
from ui import theme
from ui.icons import paint_icon
from ui.widgets.basics import Button, Icon, clear, column, keycap, label, row
from ui.widgets.nav_row import NavRow

WIDE, NARROW = 248, 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A screen of its own: its name, icon, and the one word that needs attention."""

    key: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InProgress:
    """A session that still needs work, and one word for its next step."""

    session_id: str
    name: str
    dot: str
    note: str


class Mark(QWidget):
    """The sign of the program: two lines of minutes on blue."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(24, 24)
        self.setAccessibleName("LRT Desk")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("acc"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        paint_icon(painter, "layout-list", "onacc", self.rect().center().toPointF() / 6 * 2, 16)


class Sidebar(QFrame):
    """Search, destinations, sessions in progress, and the save state."""

    went = Signal(str)
    opened = Signal(str)
    searched = Signal()

    def __init__(self, destinations: tuple[Destination, ...]) -> None:
        super().__init__()
        self.setProperty("surface", "side")
        self.setAccessibleName(t("Navigatie"))
        self._narrow = False
        self._name = label(t("LRT Desk"), "heading")
        self._search = self._search_button()
        self._find = Button(kind="quiet", icon_name="search", spoken=t("Zoek of geef opdracht"))
        self._find.clicked.connect(self.searched)
        self._destinations = {place.key: self._nav(place) for place in destinations}
        self._group = label(t("In behandeling"), "group")
        self._sessions: dict[str, NavRow] = {}
        self._session_rows = column(gap=2)
        self._saved_icon = Icon("device-floppy", "t3")
        self._saved = label("", "meta")
        self._lay_out()
        self.set_narrow(False)

    def show_sessions(self, lines: tuple[InProgress, ...]) -> None:
        """List the sessions that still need work."""
        current = next((key for key, made in self._sessions.items() if made.isChecked()), "")
        clear(self._session_rows)
        self._sessions = {}
        for line in lines:
            made = NavRow(line.name, dot=line.dot, note=line.note)
            made.clicked.connect(self._opener(line.session_id))
            made.setChecked(line.session_id == current)
            self._sessions[line.session_id] = made
            self._session_rows.addWidget(made)
        self._group.setVisible(bool(lines) and not self._narrow)
        self._show_sessions_here()

    def mark(self, destination: str, session_id: str = "") -> None:
        """Show where the user is."""
        for key, nav in self._destinations.items():
            nav.setChecked(key == destination)
        for key, nav in self._sessions.items():
            nav.setChecked(key == session_id)

    def first(self) -> QWidget:
        """Give the row where the keyboard enters."""
        return next(iter(self._destinations.values()))

    def say_saved(self, text: str) -> None:
        """Show the save state at the bottom."""
        self._saved.setText(text)
        self._saved_icon.setToolTip(text)

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to the rail of 56 pixels, or grow to 248."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        for part in (self._name, self._search, self._saved, self._group):
            part.setVisible(not narrow)
        self._find.setVisible(narrow)
        self._group.setVisible(not narrow and bool(self._sessions))
        for nav in self._destinations.values():
            nav.set_narrow(narrow)
        self._show_sessions_here()

    def _show_sessions_here(self) -> None:
        for made in self._sessions.values():
            made.setVisible(not self._narrow)

    def _opener(self, session_id: str) -> Callable[[], None]:
        return lambda: self.opened.emit(session_id)

    def _nav(self, place: Destination) -> NavRow:
        made = NavRow(place.name, icon=place.icon)
        made.clicked.connect(lambda: self.went.emit(place.key))
        return made

    def _search_button(self) -> Button:
        made = Button(kind="search", spoken=t("Zoek of geef opdracht"))
        inner = row(made, margins=(8, 0, 4, 0), gap=4)
        inner.addWidget(Icon("search", "t2"))
        words = label(t("Zoek of geef opdracht"), "secondary")
        inner.addWidget(words, 1)
        inner.addWidget(keycap(t("Ctrl K")))
        made.clicked.connect(self.searched)
        return made

    def _lay_out(self) -> None:
        layout = column(self, margins=(12, 18, 11, 12), gap=0)
        head = row(margins=(6, 2, 0, 2), gap=10)
        head.addWidget(Mark())
        head.addWidget(self._name, 1)
        layout.addLayout(head)
        layout.addSpacing(14)
        layout.addWidget(self._search)
        layout.addWidget(self._find, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        for nav in self._destinations.values():
            layout.addWidget(nav)
            layout.addSpacing(2)
        layout.addSpacing(20)
        indented = row(margins=(8, 0, 0, 0))
        indented.addWidget(self._group)
        layout.addLayout(indented)
        layout.addSpacing(8)
        layout.addLayout(self._session_rows)
        layout.addStretch(1)
        foot = row(margins=(9, 4, 0, 4), gap=10)
        foot.addWidget(self._saved_icon)
        foot.addWidget(self._saved, 1)
        layout.addLayout(foot)
