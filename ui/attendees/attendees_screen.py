"""Who takes part in a session: attendance and confidentiality, by mouse or by letter."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from lrt_desk.commands import attendance
from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee, Session
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.rules.workflow import Step, allows
from lrt_desk.store.snapshots import session_snapshot
from ui.attendees.attendee_rows import columns, counts, rows, shown_name, withheld_count
from ui.attendees.bulk_bar import BulkBar, Presence
from ui.attendees.person_panel import PersonPanel
from ui.desk import Desk, together
from ui.sessions.part import SessionPart
from ui.widgets.basics import Button, Icon, box, clear, column, label, row
from ui.widgets.table import Table

_BY_LETTER = {
    "a": Presence(Status.PRESENT),
    "f": Presence(Status.ABSENT),
    "m": Presence(Status.ABSENT_WITH_NOTICE),
}
_SECRECY_BY_LETTER = {
    "o": Confidentiality.PUBLIC,
    "n": Confidentiality.NAME_WITHHELD,
    "v": Confidentiality.FULLY_WITHHELD,
}

_ROLE_COLUMN = 3


class AttendeesScreen(SessionPart):
    """Counters, one table, and a bar for what can be done to the selected rows."""

    KINDS = frozenset({"Attendee", "Person", "Organisation", "Session"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("surface", "bg")
        self.table = Table(t("Deelnemers"), columns(), many=True)
        self.table.chosen.connect(self._show_bar)
        self.table.lettered.connect(self._act_by_letter)
        self.table.opened.connect(self._ask_address)
        self.table.removing.connect(self._remove)
        self.bar = BulkBar(
            self._set_presence,
            self._set_secrecy,
            ask_deputy=self._ask_deputy,
            ask_address=self._ask_address,
            remove=self._remove,
        )
        self.panel = PersonPanel(desk)
        self.panel.recorded.connect(self._show_recorded)
        self.panel.closed.connect(self._close_panel)
        self._counts: QHBoxLayout = row(gap=32)
        self._withheld = label("", "secondary")
        self._lock = Icon("lock", "vio")
        self._empty = label(
            t("Nog geen deelnemers. Voeg ze toe; leden van het overleg komen vanzelf op de lijst."),
            "secondary",
        )
        self._people: tuple[Person, ...] = ()
        self._card = self._lay_out()

    def name(self) -> str:
        """Name the tab."""
        return t("Deelnemers")

    def panes(self) -> tuple[QWidget, ...]:
        """Go from the table to what can be done to the selected rows, or to the panel."""
        return (self.table, self.bar.first(), self.panel)

    def buttons(self) -> tuple[QWidget, ...]:
        """Offer to put somebody on the list while it may still change."""
        if self.session_id is None:
            return ()
        state = self.desk.archive.get(Session, self.session_id).state
        if not allows(state, Step.PREPARE):
            return ()
        return (Button(t("Voeg toe"), self._ask_who, icon_name="user-plus", key="Ctrl+N"),)

    def open(self, session_id: Id) -> None:
        """Turn to another session; a panel on the former one closes."""
        self.panel.hide()
        super().open(session_id)

    def refresh(self) -> None:
        """Show the list as it is now; what was selected stays selected."""
        if self.session_id is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        self._people = shot.people
        self.table.show_rows(rows(shot))
        self.table.setMaximumHeight(self.table.natural_height())
        self._card.setMaximumHeight(self.table.natural_height() + 4)
        self._card.setVisible(bool(shot.attendees))
        self._empty.setVisible(not shot.attendees)
        clear(self._counts)
        for number, word, tone in counts(shot):
            pair = row(gap=8)
            pair.addWidget(label(str(number), "number", tone=tone))
            pair.addWidget(label(word, tone="t2"))
            self._counts.addLayout(pair)
        withheld = withheld_count(shot)
        self._lock.setVisible(bool(withheld))
        self._withheld.setText(_withheld_words(withheld))
        self._show_bar()

    def _lay_out(self) -> QFrame:
        card = box("card")
        inner = column(card, margins=(1, 1, 1, 1))
        inner.addWidget(self.table)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        left = QWidget()
        whole = row(self, gap=0)
        whole.addWidget(left, 1)
        whole.addWidget(self.panel)
        layout = column(left, margins=(32, 20, 32, 20), gap=14)
        top = row(gap=8)
        top.addLayout(self._counts)
        top.addStretch(1)
        top.addWidget(self._lock)
        top.addWidget(self._withheld)
        layout.addLayout(top)
        layout.addWidget(card, 1)
        layout.addWidget(self._empty)
        layout.addWidget(self.bar)
        layout.addStretch(0)
        return card

    def _show_bar(self) -> None:
        asking = self.panel.isVisibleTo(self)
        self.bar.show_for(0 if asking else len(self._chosen()))
        self.table.setColumnHidden(_ROLE_COLUMN, asking)  # names need the room more

    def _act_by_letter(self, letter: str) -> None:
        if letter in _BY_LETTER:
            self._set_presence(_BY_LETTER[letter])
        elif letter in _SECRECY_BY_LETTER:
            self._set_secrecy(_SECRECY_BY_LETTER[letter])
        elif letter == "d":
            self.bar.ask_when()
        elif letter == "p":
            self._ask_deputy()
        elif letter == "e":
            self._ask_address()

    def _chosen(self) -> tuple[Id, ...]:
        return tuple(Id(key) for key in self.table.selected_keys())

    def _ask_who(self) -> None:
        if self.session_id is not None:
            self.panel.ask_who(self.session_id)
            self._show_bar()

    def _ask_deputy(self) -> None:
        for one in self._chosen()[:1]:
            self.panel.ask_deputy(one, self._name_of(one))
            self._show_bar()

    def _ask_address(self) -> None:
        for one in self._chosen()[:1]:
            if self.desk.archive.get(Attendee, one).person_id is not None:
                self.panel.ask_address(one, self._name_of(one))
                self._show_bar()

    def _name_of(self, attendee_id: Id) -> str:
        place = self.desk.archive.get(Attendee, attendee_id)
        return shown_name(place, {one.id: one for one in self._people})

    def _show_recorded(self, place_id: str) -> None:
        self._close_panel()
        self.table.choose(place_id)

    def _close_panel(self) -> None:
        self.panel.hide()
        self.table.setFocus()
        self._show_bar()

    def _remove(self) -> None:
        """Take the selected people off the list, deputies before those they replace."""
        places = [self.desk.archive.get(Attendee, one) for one in self._chosen()]
        places.sort(key=lambda place: place.deputy_for_id is None)
        steps = [partial(attendance.remove_attendee, attendee_id=place.id) for place in places]
        if steps:
            self.desk.run(together, t("Deelnemer verwijderen"), steps)

    def _set_presence(self, presence: Presence) -> None:
        steps = [
            partial(
                attendance.set_attendance,
                attendee_id=one,
                status=presence.status,
                present_from=presence.start,
                present_until=presence.end,
                present_items=presence.items,
            )
            for one in self._chosen()
        ]
        if steps:
            self.desk.run(together, t("Aanwezigheid wijzigen"), steps)

    def _set_secrecy(self, level: Confidentiality) -> None:
        steps = [
            partial(attendance.set_session_confidentiality, attendee_id=one, level=level)
            for one in self._chosen()
        ]
        if steps:
            self.desk.run(together, t("Vertrouwelijkheid wijzigen"), steps)


def _withheld_words(count: int) -> str:
    if not count:
        return t("Alle namen staan in de openbare versie")
    return tn(
        "{n} naam blijft buiten de openbare versie",
        "{n} namen blijven buiten de openbare versie",
        count,
    )
