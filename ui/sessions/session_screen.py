"""One session: its header, its tabs, and the screen behind each tab."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QWidget

from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import SessionState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.screen_dates import long_date
from lrt_desk.rules.workflow import Step, allows, describe
from lrt_desk.store.snapshots import session_snapshot
from ui.agenda.agenda_screen import AgendaScreen
from ui.attendees.attendees_screen import AttendeesScreen
from ui.desk import Desk
from ui.minutes.minutes_screen import MinutesScreen
from ui.publish.publish_screen import PublishScreen
from ui.screen import Screen
from ui.sessions.part import SessionPart
from ui.sessions.words import chip_tone, when_and_where
from ui.widgets.basics import chip, clear, column, label, restyle, row
from ui.widgets.tabs import Tabs

_KINDS = frozenset(
    {"Session", "AgendaItem", "Attendee", "Paper", "PaperVersion", "Block", "Remark"}
)
_MINUTES = 2


class SessionScreen(Screen):
    """The frame of one session; each tab has the actions it puts in the header."""

    KINDS = _KINDS

    def __init__(self, desk: Desk, say: Callable[[str], None]) -> None:
        super().__init__(desk)
        self.session_id: Id | None = None
        self._minutes = MinutesScreen(desk)
        self._parts: tuple[SessionPart, ...] = (
            AgendaScreen(desk, say),
            AttendeesScreen(desk),
            self._minutes,
            PublishScreen(desk, say),
        )
        self._title, self._when = label("", "title"), label("", "lead")
        self._state: QLabel = chip()
        self._actions: QHBoxLayout = row(gap=8)
        self.tabs = Tabs(t("Onderdelen van de vergadering"))
        self._stack = QStackedWidget()
        for part in self._parts:
            self.tabs.addTab(part.name())
            self._stack.addWidget(part)
        self.tabs.currentChanged.connect(self._turn_to)
        layout = column(self)
        layout.addWidget(self._header())
        layout.addWidget(self._stack, 1)
        self._turn_to(0)

    def open(self, session_id: Id) -> None:
        """Show a session, on the tab where its work is."""
        if session_id == self.session_id:
            return
        self.session_id = session_id
        for part in self._parts:
            part.open(session_id)
        self.show_now()
        state = session_snapshot(self.desk.archive, session_id).session.state
        self.tabs.setCurrentIndex(_tab_of_the_work(state))

    def refresh(self) -> None:
        """Show title, state and counts as they are now."""
        if self.session_id is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        session = shot.session
        self._title.setText(f"{shot.body.code} {long_date(session.date)}")
        self._when.setText(when_and_where(session))
        words = describe(session.state)
        self._state.setText(f"{words[:1].upper()}{words[1:]}")
        restyle(self._state, "chip", chip_tone(session.state))
        self.tabs.set_count(0, _papers_count(shot))
        self.tabs.set_count(1, str(len(shot.attendees) or ""))
        self._show_actions()

    def part(self) -> SessionPart:
        """Give the part behind the active tab."""
        return self._parts[self.tabs.currentIndex()]

    def wants_rail(self) -> bool:
        """Tell whether the active part needs the width of the sidebar."""
        return self.part().WANTS_RAIL

    def panes(self) -> tuple[QWidget, ...]:
        """Name the places that F6 goes by."""
        return (self.tabs, *self.part().panes())

    def point_at(self, block_id: Id) -> None:
        """Turn to the minutes, at a paragraph."""
        self.tabs.setCurrentIndex(_MINUTES)
        self._minutes.point_at(block_id)

    def leave(self) -> bool:
        """Write down what is still being typed; False when that did not work."""
        saved = [part.leave() for part in self._parts]
        return all(saved)

    def _header(self) -> QFrame:
        made = QFrame()
        made.setProperty("surface", "header")
        layout = column(made, margins=(27, 14, 32, 0), gap=6)
        line = row(gap=14)
        for words in (self._title, self._when, self._state):
            line.addWidget(words)
        line.addStretch(1)
        line.addLayout(self._actions)
        holder = QWidget()
        holder.setFixedHeight(36)
        holder.setLayout(line)
        line.setContentsMargins(5, 0, 0, 0)
        layout.addWidget(holder)
        tabs = row(margins=(0, 0, 0, 0))
        self.tabs.setContentsMargins(0, 0, 0, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        layout.addLayout(tabs)
        return made

    def _turn_to(self, at: int) -> None:
        self.leave()
        self._stack.setCurrentIndex(at)
        self._show_actions()

    def _show_actions(self) -> None:
        clear(self._actions)
        for action in self.part().buttons():
            self._actions.addWidget(action)


def _tab_of_the_work(state: SessionState) -> int:
    if allows(state, Step.WRITE) or state is SessionState.IMPORTED:
        return _MINUTES
    return 3 if state in {SessionState.APPROVED, SessionState.SIGNED, SessionState.PUBLIC} else 0


def _papers_count(shot: SessionSnapshot) -> str:
    if not shot.papers:
        return tn("{n} punt", "{n} punten", len(shot.items)) if shot.items else ""
    delivered = {version.paper_id for version in shot.paper_versions}
    return t("{there} van {all}", there=len(delivered), all=len(shot.papers))
