"""The minutes of a session: agenda left, the text of one item, what was agreed right."""

import re

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lrt_desk.commands import actions, minutes, sessions
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, SessionState
from lrt_desk.model.minutes import Action, Block, BlockKind, Remark
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.workflow import Step, allows
from lrt_desk.store.snapshots import session_snapshot
from ui.desk import Desk, together
from ui.minutes.item_pane import ItemPane
from ui.minutes.outline import Outline
from ui.minutes.paragraphs import Paragraph, paragraph_of
from ui.minutes.presence import PresenceBar
from ui.minutes.rail import Rail
from ui.minutes.saving import steps
from ui.sessions.part import SessionPart
from ui.widgets.basics import Button, box, column, label, row

AUTOSAVE_MS, RETRY_MS = 700, 5000
_MENTION = re.compile(r"@([\w’']+)")


class MinutesScreen(SessionPart):
    """Typing is saved after a pause; facts that come from elsewhere show at once."""

    KINDS = frozenset(
        {"Session", "AgendaItem", "Block", "Action", "Decision", "Remark", "Attendee"}
    )
    WANTS_RAIL = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._item: AgendaItem | None = None
        self._known: tuple[Paragraph, ...] = ()
        self._saving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.leave)
        self.presence, self.outline = PresenceBar(), Outline()
        self.pane, self.rail = ItemPane(), Rail()
        self.editor = self.pane.editor
        self._lay_out()
        self.outline.chose.connect(self._turn_to)
        self.editor.textChanged.connect(self._on_typing)
        self.editor.kind_given.connect(lambda _kind: self.leave())
        self.rail.jumped.connect(self.point_at)
        self.rail.settled.connect(self._settle)
        self.rail.owned.connect(self._settle_owners)

    def name(self) -> str:
        """Name the tab."""
        return t("Verslag")

    def open(self, session_id: Id) -> None:
        """Turn to another session, at its first item."""
        self.leave()
        self._item, self._known = None, ()
        super().open(session_id)

    def panes(self) -> tuple[QWidget, ...]:
        """Go from the agenda to the text to the rail."""
        return (self.outline, self.editor, self.rail)

    def buttons(self) -> tuple[QWidget, ...]:
        """Offer the step that the minutes are waiting for."""
        if self.session_id is None:
            return ()
        state = session_snapshot(self.desk.archive, self.session_id).session.state
        if allows(state, Step.HOLD):
            return (Button(t("Start verslag"), self._hold, kind="primary", key="Ctrl+Return"),)
        if state is SessionState.DRAFT:
            words = t("Stuur concept rond")
            return (Button(words, self._circulate, kind="primary", key="Ctrl+Return"),)
        return ()

    def refresh(self) -> None:
        """Show the minutes as they are now; what is being typed stays."""
        if self.session_id is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        self.outline.items.show(shot)
        current = self._item.id if self._item else None
        item = next((one for one in shot.items if one.id == current), None)
        self._show_item(shot, item or next(iter(shot.items), None))
        self.presence.show_session(shot)

    def leave(self) -> bool:
        """Save what was typed and not yet saved; tries again later when that does not work."""
        self._pause.stop()
        if self._item is None or self.editor.isReadOnly():
            return True
        plan = steps(self._item.id, self._known, self.editor.paragraphs())
        if not plan:
            return True
        self._saving = True
        done = self.desk.run(together, t("Verslag wijzigen"), plan)
        self._saving = False
        if done is None:
            self.presence.say_unsaved()
            self._pause.start(RETRY_MS)
            return False
        blocks = self.desk.archive.find(Block, item_id=self._item.id)
        self._known = tuple(map(paragraph_of, blocks))
        self.editor.mark_ids(tuple(block.id for block in blocks))
        self._list_new_facts(blocks)
        self.presence.say_saved(self.desk.archive.now())
        self._show_around()
        return True

    def _lay_out(self) -> None:
        left = box("left")
        left.setFixedWidth(240)
        inner = column(left, margins=(12, 18, 12, 12), gap=6)
        head = row(margins=(8, 0, 0, 0))
        head.addWidget(label(t("Agenda"), "group"))
        inner.addLayout(head)
        inner.addWidget(self.outline, 1)
        panes = row(gap=0)
        panes.addWidget(left)
        panes.addWidget(self.pane, 1)
        panes.addWidget(self.rail)
        layout = column(self)
        layout.addWidget(self.presence)
        layout.addLayout(panes, 1)
        secret = QShortcut(QKeySequence("Ctrl+Shift+V"), self.editor)
        secret.activated.connect(self.editor.toggle_confidential)

    def _show_item(self, shot: SessionSnapshot, item: AgendaItem | None) -> None:
        blocks = [block for block in shot.blocks if item and block.item_id == item.id]
        fresh = tuple(map(paragraph_of, blocks))
        if item != self._item or fresh != self._known or item is None:
            self._item, self._known = item, fresh
            self.pane.show_item(item, fresh)
        if item is not None:
            self.outline.choose(item.id)
        state = shot.session.state
        self.pane.allow_writing(allows(state, Step.WRITE), _why_not(state))
        self._show_rail(shot)

    def _show_rail(self, shot: SessionSnapshot) -> None:
        remarks = self.desk.archive.find(Remark, session_id=shot.session.id)
        self.rail.show_item(shot, self._item, remarks)

    def _show_around(self) -> None:
        """Show what was saved in agenda and rail, and leave the editor alone."""
        if self.session_id is not None:
            shot = session_snapshot(self.desk.archive, self.session_id)
            self.outline.items.show(shot)
            self._show_rail(shot)

    def _turn_to(self, item_id: str) -> None:
        if self.session_id is None or (self._item and self._item.id == item_id):
            return
        if not self.leave() and self._item is not None:
            self.outline.choose(self._item.id)
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        self._show_item(shot, next((one for one in shot.items if one.id == item_id), None))

    def _on_typing(self) -> None:
        if not self.editor.isReadOnly():
            self.presence.say_typing()
            self._pause.start(AUTOSAVE_MS)

    def _on_change(self, change: Change) -> None:
        """Skip the echo of saving: the editor already shows what was saved."""
        if not self._saving:
            super()._on_change(change)

    def _list_new_facts(self, blocks: tuple[Block, ...]) -> None:
        """Put a paragraph that became an action or a decision on its list."""
        if self.session_id is None or self._item is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        listed = {one.block_id for one in shot.actions} | {one.block_id for one in shot.decisions}
        for block in blocks:
            if block.id in listed or not block.text:
                continue
            item, text = self._item.id, block.text
            if block.kind is BlockKind.ACTION:
                owners = mentioned(text, shot)
                self.desk.run(
                    minutes.record_action, item, text=text, owners=owners, block_id=block.id
                )
            elif block.kind is BlockKind.DECISION:
                self.desk.run(minutes.record_decision, item, text=text, block_id=block.id)

    def point_at(self, block_id: str, quote: str = "") -> None:
        """Go to a paragraph, and underline the words that need attention."""
        if self.session_id is None:
            return
        shot = session_snapshot(self.desk.archive, self.session_id)
        block = next((one for one in shot.blocks if one.id == block_id), None)
        if block is not None and block.item_id is not None:
            self._turn_to(block.item_id)
            self.editor.point_at(block.id, quote)

    def _settle(self, remark: Remark) -> None:
        self.desk.run(actions.settle_remark, remark.id)

    def _settle_owners(self, action: Action, owners: tuple[str, ...]) -> None:
        self.desk.run(actions.settle_owners, action.id, owners)

    def _hold(self) -> None:
        if self.session_id is not None:
            self.desk.run(sessions.hold, self.session_id)
            self.editor.setFocus()

    def _circulate(self) -> None:
        self.leave()
        if self.session_id is not None:
            self.desk.run(minutes.circulate, self.session_id)


def mentioned(text: str, shot: SessionSnapshot) -> tuple[str, ...]:
    """Give the organisations that a text names with @, in order."""
    codes = {organisation.code for organisation in shot.organisations}
    found = (match[1] for match in _MENTION.finditer(text))
    return tuple(dict.fromkeys(code for code in found if code in codes))


def _why_not(state: SessionState) -> str:
    if allows(state, Step.HOLD):
        return t("Start het verslag om te schrijven")
    return t("Een geaccordeerd verslag ligt vast")
