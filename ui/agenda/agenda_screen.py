"""The agenda of a session and the papers under it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from lrt_desk.i18n import t
from lrt_desk.rules.workflow import Step, allows
from lrt_desk.store.snapshots import session_snapshot
from ui.agenda.agenda_rows import columns, rows, total
from ui.agenda.invitations import issue, told
from ui.desk import Desk
from ui.sessions.part import SessionPart
from ui.widgets.basics import Button, box, column, label, restyle, row, rule
from ui.widgets.choosers import folder_to_use
from ui.widgets.table import Table


class AgendaScreen(SessionPart):
    """One table: items with their times, papers nested under them, and whether it all fits."""

    KINDS = frozenset({"Session", "AgendaItem", "Paper", "PaperVersion", "Marking", "Embargo"})

    def __init__(self, desk: Desk, say: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._say = say
        self.setProperty("surface", "bg")
        self.table = Table(t("Agenda en stukken"), columns())
        self._total = label("", "secondary")
        self._empty = label(
            t("Nog geen agendapunten. Voeg punten toe als het verslag begint."), "secondary"
        )
        self._card = self._lay_out()
        layout = column(self, margins=(32, 20, 32, 20))
        layout.addWidget(self._card, 1)
        layout.addWidget(self._empty)
        layout.addStretch(0)

    def name(self) -> str:
        """Name the tab."""
        return t("Agenda en stukken")

    def panes(self) -> tuple[QWidget, ...]:
        """Enter at the table."""
        return (self.table,)

    def buttons(self) -> tuple[QWidget, ...]:
        """Offer the invitations while the session is still to come."""
        if self.session_id is None:
            return ()
        session = session_snapshot(self.desk.archive, self.session_id).session
        if not allows(session.state, Step.INVITE):
            return ()
        words = t("Bewaar uitnodigingen")
        made = Button(words, self._invite, kind="primary", icon_name="send", key="Ctrl+Return")
        return (made,)

    def refresh(self) -> None:
        """Show the agenda as it is now."""
        if self.session_id is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        self.table.show_rows(rows(shot))
        self.table.setMaximumHeight(self.table.natural_height())
        self._card.setMaximumHeight(self.table.natural_height() + 46)
        self._card.setVisible(bool(shot.items))
        self._empty.setVisible(not shot.items)
        words, tone = total(shot)
        self._total.setText(words)
        restyle(self._total, "tone", tone)

    def _invite(self) -> None:
        folder = folder_to_use(self, t("In welke map komen de uitnodigingen"))
        if folder is None or self.session_id is None:
            return
        if self.desk.run(issue, self.session_id, folder) is not None:
            self._say(told(folder))

    def _lay_out(self) -> QFrame:
        card = box("card")
        layout = column(card, margins=(1, 1, 1, 1))
        layout.addWidget(self.table, 1)
        layout.addWidget(rule())
        foot = row(margins=(16, 10, 15, 10))
        foot.addStretch(1)
        foot.addWidget(self._total)
        layout.addLayout(foot)
        return card
