"""The panel that plans a session, beside the month and in the place of the list."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from lrt_desk.commands.bodies import find_body
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Body, Session
from lrt_desk.rules.dates import clock, local, short_date
from lrt_desk.rules.screen_dates import long_date, weekday_name
from ui.desk import Desk
from ui.sessions.planning import has_attendees, plan, previous, read, read_when, wrong
from ui.widgets.basics import Button, Choice, box, column, label, row
from ui.widgets.fields import Field
from ui.widgets.tick import Tick

WIDTH = 392


class PlanPanel(QFrame):
    """Fields for one session or a series; what cannot be read is said under its field."""

    planned = Signal(str)
    """The id of the session, of a series the first one."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedWidth(WIDTH)
        self.setProperty("surface", "card")
        self.setAccessibleName(t("Plan vergadering"))
        self._earlier: Session | None = None
        self.body = Choice()
        self._body_field = Field(t("Overleg"), self.body)
        self.fields = _fields()
        self.provisional = Tick(t("Onder voorbehoud"))
        self.copy = Tick("", ticked=True)
        self._new_body = QWidget()
        self._lay_out()
        self.body.currentIndexChanged.connect(self._choose_body)
        self._line("date").textChanged.connect(self._take_date)

    def start(self, day: dt.date | None = None, code: str = "") -> None:
        """Begin a new plan, on a day and for a body where they are given."""
        for name in self.fields:
            self._line(name).setText("1" if name in ("count", "every_weeks") else "")
            self.fields[name].refuse("")
        self.provisional.setChecked(False)
        self._offer_bodies(code)
        self.choose_day(day)
        (self.body if self.body.isVisibleTo(self) else self._line("code")).setFocus()

    def choose_day(self, day: dt.date | None) -> None:
        """Fill in a day."""
        if day is not None:
            self._line("date").setText(short_date(day))

    def confirm(self) -> None:
        """Plan what was typed, or say what to mend and go there."""
        body_id = self._body_id()
        typed = {name: self._line(name).text() for name in self.fields}
        found = wrong(typed, self._today(), new_body=body_id is None)
        if body_id is None and find_body(self._desk.archive, typed["code"]):
            found["code"] = t("Dit overleg is er al. Kies het in de lijst.")
        for name, field in self.fields.items():
            field.refuse(found.get(name, ""))
        if found:
            self._line(next(name for name in self.fields if name in found)).setFocus()
            return
        copied = self._earlier if self.copy.isChecked() else None
        asked = read(
            typed,
            self._today(),
            body_id=body_id,
            provisional=self.provisional.isChecked(),
            attendees_of=copied.id if copied else None,
        )
        change = self._desk.run_or(self._refuse, plan, asked)
        if change is not None:
            self.planned.emit(change.subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _refuse(self, problem: DeskError) -> None:
        self.fields["date"].refuse(str(problem))
        self._line("date").setFocus()

    def _offer_bodies(self, code: str) -> None:
        known = self._desk.archive.find(Body)
        self.body.blockSignals(True)
        self.body.clear()
        for body in known:
            self.body.addItem(body.code, body.id)
        self.body.addItem(t("Nieuw overleg"), None)
        codes = [body.code for body in known]
        self.body.setCurrentIndex(codes.index(code) if code in codes else 0)
        self.body.blockSignals(False)
        self._body_field.setVisible(bool(known))
        self._choose_body()

    def _choose_body(self) -> None:
        """Offer what the body did last time, unless something else was typed."""
        body_id = self._body_id()
        self._new_body.setVisible(body_id is None)
        day = read_when(self._line("date").text(), self._today()) or self._today()
        last = previous(self._desk.archive, body_id, day) if body_id else None
        for name, text in (
            ("start", clock(last.start) if last and last.start else ""),
            ("end", clock(last.end) if last and last.end else ""),
            ("place", last.place if last else ""),
        ):
            if not self._line(name).isModified():
                self._line(name).setText(text)
        self._earlier = last if last and has_attendees(self._desk.archive, last.id) else None
        self.copy.setVisible(self._earlier is not None)
        if self._earlier is not None:
            words = t("Neem de deelnemers van {date} over", date=long_date(self._earlier.date))
            self.copy.setText(words)

    def _take_date(self) -> None:
        """Say how the date is understood, once it can be, and look what came before it."""
        day = read_when(self._line("date").text(), self._today())
        words = f"{weekday_name(day.weekday())} {long_date(day)}" if day else ""
        self.fields["date"].explain(words)
        self._choose_body()

    def _body_id(self) -> Id | None:
        chosen = self.body.currentData()
        return Id(chosen) if chosen else None

    def _line(self, name: str) -> QLineEdit:
        control = self.fields[name].control
        if not isinstance(control, QLineEdit):
            raise TypeError(name)
        return control

    def _today(self) -> dt.date:
        return local(self._desk.archive.now()).date()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMinimumWidth(1)  # wide labels give way: nothing scrolls sideways here
        inner = column(inside, margins=(20, 4, 20, 12), gap=12)
        inner.addWidget(self._body_field)
        self._lay_out_body()
        inner.addWidget(self._new_body)
        inner.addWidget(self.fields["date"])
        inner.addLayout(_beside(self.fields["start"], self.fields["end"]))
        inner.addWidget(self.fields["place"])
        inner.addWidget(self.fields["link"])
        inner.addLayout(_beside(self.fields["count"], self.fields["every_weeks"]))
        inner.addWidget(self.provisional)
        inner.addWidget(self.copy)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(t("Gegevens van de vergadering"))
        layout = column(self, margins=(1, 1, 1, 1))
        layout.addLayout(self._head(self.closed.emit))
        layout.addWidget(scroll, 1)
        bottom = box("bottom")
        foot = row(bottom, margins=(20, 12, 20, 12))
        foot.addWidget(
            Button(
                t("Plan vergadering"), self.confirm, kind="primary", icon_name="check",
                key="Ctrl+Return",
            )
        )  # fmt: skip
        foot.addStretch(1)
        layout.addWidget(bottom)
        for field in self.fields.values():
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self.confirm)

    def _head(self, close: Callable[[], object]) -> QVBoxLayout:
        made = column(margins=(20, 14, 12, 6))
        line = row()
        line.addWidget(label(t("Plan vergadering"), "section"), 1)
        line.addWidget(
            Button("", close, kind="quiet", icon_name="x", spoken=t("Sluit zonder te plannen"))
        )
        made.addLayout(line)
        return made

    def _lay_out_body(self) -> None:
        layout = column(self._new_body, gap=12)
        for name in ("code", "name", "mailbox"):
            layout.addWidget(self.fields[name])


def _fields() -> dict[str, Field]:
    """Make the fields in the order in which they are judged and walked."""
    weekly = t("Meer dan 1 is een reeks.")
    return {
        "code": Field(t("Afkorting van het overleg"), QLineEdit()),
        "name": Field(t("Naam van het overleg"), QLineEdit()),
        "mailbox": Field(t("Postvak voor uitnodigingen"), QLineEdit()),
        "date": Field(t("Datum"), QLineEdit()),
        "start": Field(t("Begin"), QLineEdit()),
        "end": Field(t("Einde"), QLineEdit()),
        "place": Field(t("Plaats"), QLineEdit()),
        "link": Field(t("Link om online deel te nemen"), QLineEdit()),
        "count": Field(t("Aantal vergaderingen"), QLineEdit(), weekly),
        "every_weeks": Field(t("Om de hoeveel weken"), QLineEdit()),
    }


def _beside(one: Field, other: Field) -> QVBoxLayout:
    made = column()
    line = row(gap=12)
    line.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
    line.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)
    made.addLayout(line)
    return made
