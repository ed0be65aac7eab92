"""The panel beside the list: somebody new, somebody's deputy, or somebody's address."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality, Person, Role
from lrt_desk.rules.names import informal
from ui.attendees.attendee_rows import confidentiality_word, role_word
from ui.attendees.seating import (
    Guest,
    add,
    deputise,
    known_names,
    set_email,
    wrong,
    wrong_address,
)
from ui.desk import Desk
from ui.widgets.basics import Button, Choice, column, label, row
from ui.widgets.fields import Field

_WIDTH = 320


class Asked(Enum):
    """What the panel is open for."""

    ADD = "add"
    DEPUTY = "deputy"
    ADDRESS = "address"


class PersonPanel(QFrame):
    """Inline fields with one button that names its effect; Escape closes."""

    recorded = Signal(str)
    """The id of the place on the list."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._asked, self._subject = desk, Asked.ADD, Id("")
        self.setFixedWidth(_WIDTH)
        self.setProperty("surface", "right")
        self._title = label("", "section", wrap=True)
        self.name, self.organisation, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.role, self.secrecy = Choice(), Choice()
        for role in Role:
            self.role.addItem(role_word(role), role)
        for level in Confidentiality:
            self.secrecy.addItem(confidentiality_word(level), level)
        self.fields = {
            "name": Field(t("Naam"), self.name, t("Bijvoorbeeld Mevr. A. de Vries.")),
            "organisation": Field(t("Afkorting van de organisatie"), self.organisation),
            "role": Field(t("Rol"), self.role),
            "email": Field(t("E-mailadres"), self.email),
            "secrecy": Field(t("Naam in stukken"), self.secrecy),
        }
        self._do = Button("", self.confirm, kind="primary", key="Ctrl+Return")
        self._lay_out()
        self.hide()

    def ask_who(self, session_id: Id) -> None:
        """Ask whom to put on the list of a session."""
        self._open(Asked.ADD, session_id, t("Voeg deelnemer toe"), t("Voeg toe"))
        self._offer_names()
        self.name.setFocus()

    def ask_deputy(self, attendee_id: Id, name: str) -> None:
        """Ask who sits in somebody's place."""
        title = t("Plaatsvervanger van {name}", name=name)
        self._open(Asked.DEPUTY, attendee_id, title, t("Leg vervanger vast"))
        self._offer_names()
        self.name.setFocus()

    def ask_address(self, attendee_id: Id, name: str) -> None:
        """Ask for somebody's address, with the one that is known."""
        title = t("E-mailadres van {name}", name=name)
        self._open(Asked.ADDRESS, attendee_id, title, t("Wijzig adres"))
        place = self._desk.archive.get(Attendee, attendee_id)
        if place.person_id is not None:
            self.email.setText(self._desk.archive.get(Person, place.person_id).email)
        self.email.selectAll()
        self.email.setFocus()

    def confirm(self) -> None:
        """Record what was typed, or say what to mend and go there."""
        email, name = self.email.text(), self.name.text()
        if self._asked is Asked.ADDRESS:
            found = {"email": words} if (words := wrong_address(email)) else {}
        else:
            found = wrong(name, email)
        for key, field in self.fields.items():
            field.refuse(found.get(key, ""))
        if found:
            self.fields[next(iter(found))].control.setFocus()
        elif (change := self._record()) is not None:
            self.recorded.emit(change.subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _record(self) -> Change | None:
        if self._asked is Asked.ADDRESS:
            return self._desk.run_or(self._refuse, set_email, self._subject, self.email.text())
        guest = Guest(
            name=self.name.text(),
            organisation=self.organisation.text(),
            role=Role(self.role.currentData()),
            email=self.email.text(),
            confidentiality=Confidentiality(self.secrecy.currentData()),
        )
        command = add if self._asked is Asked.ADD else deputise
        return self._desk.run_or(self._refuse, command, self._subject, guest)

    def _refuse(self, problem: DeskError) -> None:
        field = self.fields["email" if self._asked is Asked.ADDRESS else "name"]
        field.refuse(str(problem))
        field.control.setFocus()

    def _open(self, asked: Asked, subject: Id, title: str, verb: str) -> None:
        self._asked, self._subject = asked, subject
        self._title.setText(title)
        self.setAccessibleName(title)
        self._do.set_text(verb)
        self._do.setShortcut("Ctrl+Return")
        for line in (self.name, self.organisation, self.email):
            line.clear()
        self.role.setCurrentIndex(self.role.findData(Role.MEMBER))
        self.secrecy.setCurrentIndex(0)
        shown = {
            Asked.ADD: set(self.fields),
            Asked.DEPUTY: {"name", "email", "secrecy"},
            Asked.ADDRESS: {"email"},
        }[asked]
        for key, field in self.fields.items():
            field.refuse("")
            field.setVisible(key in shown)
        self.show()

    def _offer_names(self) -> None:
        """Offer known people while typing; choosing one brings their address and wish along."""
        known = known_names(self._desk.archive)
        completer = QCompleter(sorted(known), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda words: self._take(known[words]))
        self.name.setCompleter(completer)

    def _take(self, person: Person) -> None:
        self.name.setText(informal(person))
        self.email.setText(person.email)
        self.secrecy.setCurrentIndex(self.secrecy.findData(person.confidentiality))

    def _lay_out(self) -> None:
        layout = column(self, margins=(23, 16, 20, 18), gap=12)
        head = row(gap=8)
        head.addWidget(self._title, 1)
        close = Button(
            "", self.closed.emit, kind="quiet", icon_name="x", spoken=t("Sluit zonder wijziging")
        )
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for field in self.fields.values():
            layout.addWidget(field)
        line = row()
        line.addWidget(self._do)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(1)
        for edit in (self.name, self.organisation, self.email):
            edit.returnPressed.connect(self.confirm)
