"""All sessions: the month on the left, the list by what is to be done on the right."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session
from lrt_desk.rules.dates import local
from lrt_desk.rules.screen_dates import month_name
from lrt_desk.store.queries import SessionLine, sessions
from ui.desk import Desk
from ui.screen import Screen
from ui.sessions.entries import doubts_by_session, list_entries, month_entries
from ui.sessions.list_view import SessionsView
from ui.sessions.month import MonthView
from ui.sessions.plan_panel import PlanPanel
from ui.widgets.basics import Button, Segments, box, column, label, row
from ui.widgets.steps import Legend


class SessionsScreen(Screen):
    """Month and list of one archive; empty, it teaches the first step."""

    KINDS = frozenset({"Session", "Body", "Remark", "Action", "ChangeRequest"})
    opened = Signal(str)

    def __init__(self, desk: Desk, import_minutes: Callable[[], None]) -> None:
        super().__init__(desk)
        self.setProperty("surface", "bg")
        self._month = self._today().replace(day=1)
        self._body = ""
        self._bodies: tuple[str, ...] = ()
        self._all_done = False
        self.list = SessionsView(t("Vergaderingen"))
        self.month = MonthView()
        self._month_name, self._year = label("", "section"), label("", "lead")
        self._segments = Segments(self._choose_body)
        self._more = Button("", self._show_all, kind="link")
        self._import = import_minutes
        self.panel = PlanPanel(desk)
        self.panel.hide()
        self.panel.planned.connect(self._show_planned)
        self.panel.closed.connect(self._stop_planning)
        self._plan = Button(
            t("Plan vergadering"), self.plan, kind="primary", icon_name="plus", key="Ctrl+N"
        )
        self._import_button = Button(t("Importeer verslag"), self._import, icon_name="file-import")
        self._first_plan = Button(
            t("Plan vergadering"), self.plan, kind="primary", icon_name="plus", key="Ctrl+N"
        )
        self._known = False
        self._filled, self._empty = QWidget(), self._make_empty()
        self._list_column = self._list_side()
        self._lay_out()
        self.list.opened.connect(self.opened)
        self.month.activated.connect(self._open_day)
        self.month.clicked.connect(self._open_day)

    def panes(self) -> tuple[QWidget, ...]:
        """Go from the month to the list."""
        return (self.month, self.panel if self.panel.isVisible() else self.list)

    def plan(self, day: dt.date | None = None) -> None:
        """Open the panel that plans a session, on a day where one is given."""
        if self._planning():
            self.panel.choose_day(day)
            return
        self._turn_side(planning=True)
        self.panel.start(day, self._body)

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        known = sessions(self.desk.archive)
        self._known = bool(known)
        self._turn_side(planning=self._planning())
        self._show_bodies(tuple(dict.fromkeys(line.body for line in known)))
        lines = [line for line in known if self._body in ("", line.body)]
        self._show_month(lines)
        self._show_list(lines)

    def _show_list(self, lines: list[SessionLine]) -> None:
        doubts = doubts_by_session(self.desk.archive)
        entries = list_entries(lines, doubts, self._today(), all_done=True)
        short = list_entries(lines, doubts, self._today(), all_done=False)
        hidden = len(entries) - len(short)
        self.list.entries.show(entries if self._all_done else short)
        words = tn("Toon {n} eerdere vergadering", "Toon {n} eerdere vergaderingen", hidden)
        self._more.set_text(words)
        self._more.setVisible(hidden > 0 and not self._all_done)

    def _show_month(self, lines: list[SessionLine]) -> None:
        self._month_name.setText(f"{month_name(self._month.month)} {self._month.year}")
        self._year.setText(str(self._month.year))
        self.month.month.show(self._month, self._today(), month_entries(lines, self._today()))

    def _show_bodies(self, bodies: tuple[str, ...]) -> None:
        if bodies != self._bodies:
            self._bodies, self._body = bodies, ""
            self._segments.set_words((t("Alle"), *bodies))
            self._segments.setVisible(len(bodies) > 1)

    def _choose_body(self, at: int) -> None:
        self._body = ("", *self._bodies)[at]
        self.refresh()

    def _show_all(self) -> None:
        self._all_done = True
        self.refresh()

    def _go(self, months: int) -> None:
        at = self._month.year * 12 + self._month.month - 1 + months
        self._month = dt.date(at // 12, at % 12 + 1, 1)
        self.refresh()

    def _go_today(self) -> None:
        self._month = self._today().replace(day=1)
        self.refresh()

    def _open_day(self, index: QModelIndex) -> None:
        if index.column() > 0:
            day = self.month.month.day(index)
            entries = self.month.month.entries.get(day, ())
            if entries:
                self.opened.emit(entries[0].session_id)
            else:
                self.plan(day)

    def _planning(self) -> bool:
        return self.panel.isVisibleTo(self)

    def _turn_side(self, *, planning: bool) -> None:
        """Show the list or the panel; without sessions and panel, what can be done first."""
        self._filled.setVisible(self._known or planning)
        self._empty.setVisible(not self._known and not planning)
        self._list_column.setVisible(not planning)
        self.panel.setVisible(planning)
        self._plan.setVisible(self._known and not planning)
        self._import_button.setVisible(self._known or planning)

    def _stop_planning(self) -> None:
        self._turn_side(planning=False)
        (self.list if self._known else self._first_plan).setFocus()

    def _show_planned(self, session_id: str) -> None:
        self._stop_planning()
        self._month = self.desk.archive.get(Session, Id(session_id)).date.replace(day=1)
        self.refresh()
        self.list.select(session_id)
        self.list.setFocus()

    def _today(self) -> dt.date:
        return local(self.desk.archive.now()).date()

    def _lay_out(self) -> None:
        layout = column(self, margins=(32, 14, 32, 16), gap=16)
        head = row(gap=16)
        head.addWidget(label(t("Vergaderingen"), "title"))
        head.addWidget(self._year)
        head.addStretch(1)
        head.addWidget(self._import_button)
        head.addWidget(self._plan)
        layout.addLayout(head)
        body = row(self._filled, gap=24)
        body.addLayout(self._month_side(), 1)
        body.addWidget(self._list_column)
        body.addWidget(self.panel)
        layout.addWidget(self._filled, 1)
        layout.addWidget(self._empty, 1)

    def _month_side(self) -> QVBoxLayout:
        made = column(gap=8)
        head: QHBoxLayout = row(gap=4)
        head.addWidget(self._month_name)
        head.addStretch(1)
        before, after = t("Vorige maand"), t("Volgende maand")
        head.addWidget(
            Button("", lambda: self._go(-1), kind="icon", icon_name="chevron-left", spoken=before)
        )
        head.addWidget(Button(t("Vandaag"), self._go_today))
        head.addWidget(
            Button("", lambda: self._go(1), kind="icon", icon_name="chevron-right", spoken=after)
        )
        made.addLayout(head)
        made.addWidget(self.month, 1)
        made.addWidget(Legend(t("Fasen"), t(
            "Voorbereiding, vergadering, concept, akkoord, ondertekening, openbaar"
        )))  # fmt: skip
        return made

    def _list_side(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(392)
        layout = column(made, gap=8)
        head = row()
        head.addWidget(self._segments)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._more)
        return made

    def _make_empty(self) -> QFrame:
        made = QFrame()
        layout = column(made, gap=12)
        layout.addStretch(1)
        card = box("card")
        inner = column(card, margins=(32, 28, 32, 28), gap=12)
        first = t("Geen vergadering gepland. Plan de eerste of importeer een verslag.")
        inner.addWidget(label(first, "heading", wrap=True))
        words = t("Een verslag (tekst, PDF, DOCX of ODT) kunt u ook op het venster slepen.")
        inner.addWidget(label(words, "secondary", wrap=True))
        line = row()
        line.addWidget(self._first_plan)
        line.addWidget(Button(t("Importeer verslag"), self._import, icon_name="file-import"))
        line.addStretch(1)
        inner.addLayout(line)
        card.setFixedWidth(520)
        centre = row()
        centre.addWidget(card)
        layout.addLayout(centre)
        layout.addStretch(2)
        return made
