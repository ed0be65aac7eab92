"""The bar under the list: what can be done to the selected attendees."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from lrt_desk.i18n import t, tn
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.people import Confidentiality
from lrt_desk.rules.dates import read_time
from ui.attendees.attendee_rows import confidentiality_word
from ui.icons import icon
from ui.widgets.basics import Button, label, row


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether somebody was there, and if partly: from when, until when, at which items."""

    status: Status
    start: dt.time | None = None
    end: dt.time | None = None
    items: str = ""


class BulkBar(QFrame):
    """Dark, directly under the table, only while rows are selected."""

    def __init__(
        self,
        set_presence: Callable[[Presence], None],
        set_secrecy: Callable[[Confidentiality], None],
        *,
        ask_deputy: Callable[[], None],
        ask_address: Callable[[], None],
        remove: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setProperty("surface", "bulk")
        self.setAccessibleName(t("Geselecteerde deelnemers"))
        self.setToolTip(t("Esc wist selectie"))
        self._set_presence, self._set_secrecy = set_presence, set_secrecy
        self._count = label("", "heading")
        self._verbs, self._when = QWidget(), QWidget()
        self._start, self._end, self._items = (_field(name) for name in (
            t("vanaf"), t("tot"), t("bij punt"),
        ))  # fmt: skip
        self._deputy = Button(t("Plaatsvervanger"), ask_deputy, kind="bulk", icon_name="user-plus")
        self._address = Button(t("E-mail"), ask_address, kind="bulk")
        self._remove = Button(t("Verwijder"), remove, kind="bulk", icon_name="x")
        self._lay_out_verbs()
        self._lay_out_when()
        layout = row(self, margins=(16, 6, 16, 6), gap=16)
        layout.addWidget(self._count)
        layout.addWidget(self._verbs, 1)
        layout.addWidget(self._when, 1)
        self._when.hide()
        self.hide()

    def show_for(self, count: int) -> None:
        """Show the bar for so many selected rows, or hide it."""
        self._count.setText(tn("{n} geselecteerd", "{n} geselecteerd", count))
        self._deputy.setEnabled(count == 1)
        self._address.setEnabled(count == 1)
        self.setVisible(count > 0)
        if not count:
            self._back()

    def first(self) -> QWidget:
        """Give the button where the keyboard enters."""
        return self._secrecy

    def ask_when(self) -> None:
        """Ask from when, until when or at which items somebody was there."""
        self._verbs.hide()
        self._when.show()
        self._start.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the verbs with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._when.isVisible():
            self._back()
        else:
            super().keyPressEvent(event)

    def _lay_out_verbs(self) -> None:
        layout = row(self._verbs, gap=4)
        for status, words, icon_name in (
            (Status.PRESENT, t("Aanwezig"), "circle-check"),
            (Status.PARTLY_PRESENT, t("Deels"), "circle-half-2"),
            (Status.ABSENT, t("Afwezig"), "circle-x"),
            (Status.ABSENT_WITH_NOTICE, t("Afwezig m.k."), "mail"),
        ):
            layout.addWidget(Button(words, self._actor(status), kind="bulk", icon_name=icon_name))
        self._secrecy = Button(
            t("Vertrouwelijkheid"), self._choose_secrecy, kind="bulk", icon_name="eye-off"
        )
        for button in (self._deputy, self._secrecy, self._address, self._remove):
            layout.addWidget(button)
        layout.addStretch(1)

    def _lay_out_when(self) -> None:
        layout = row(self._when, gap=8)
        for field in (self._start, self._end, self._items):
            layout.addWidget(label(field.accessibleName(), "secondary"))
            layout.addWidget(field)
            field.returnPressed.connect(self._record_when)
        self._wrong = label("", "secondary")
        layout.addWidget(Button(t("Leg vast"), self._record_when, kind="compact"))
        layout.addWidget(self._wrong, 1)
        layout.addWidget(Button(t("Terug"), self._back, kind="bulk"))

    def _actor(self, status: Status) -> Callable[[], None]:
        if status is Status.PARTLY_PRESENT:
            return self.ask_when
        return lambda: self._set_presence(Presence(status))

    def _choose_secrecy(self) -> None:
        menu = QMenu(self)
        for level in Confidentiality:
            name = {
                Confidentiality.NAME_WITHHELD: "eye-off",
                Confidentiality.FULLY_WITHHELD: "lock",
            }
            action = menu.addAction(confidentiality_word(level))
            if level in name:
                action.setIcon(icon(name[level], "vio"))
            action.triggered.connect(lambda _on=False, to=level: self._set_secrecy(to))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._secrecy.mapToGlobal(self._secrecy.rect().topLeft()))

    def _record_when(self) -> None:
        start, end = (read_time(field.text()) for field in (self._start, self._end))
        typed = any(
            field.text().strip() and read is None
            for field, read in ((self._start, start), (self._end, end))
        )
        if typed:
            self._wrong.setText(t("Schrijf een tijd als 10.45."))
            return
        self._set_presence(Presence(Status.PARTLY_PRESENT, start, end, self._items.text().strip()))
        self._back()

    def _back(self) -> None:
        for field in (self._start, self._end, self._items):
            field.clear()
        self._wrong.setText("")
        self._when.hide()
        self._verbs.show()


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setFixedWidth(84)
    return made
