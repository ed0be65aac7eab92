"""The rail beside the minutes: what a human must settle, and what was agreed."""

from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import Action, Remark
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.text import enumeration
from ui.widgets.basics import Button, Icon, box, clear, column, label, row
from ui.widgets.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something a human must settle: a remark of the import, or an action without a sure owner."""

    subject: Remark | Action
    block_id: Id | None
    item_id: Id | None


def doubts(shot: SessionSnapshot, remarks: tuple[Remark, ...]) -> tuple[Doubt, ...]:
    """List what is open, in the order of the agenda; what belongs to no item comes first."""
    items = {block.id: block.item_id for block in shot.blocks}
    order = {item.id: at for at, item in enumerate(shot.items)}
    subjects: tuple[Remark | Action, ...] = (
        *(remark for remark in remarks if remark.settled_at is None),
        *(action for action in shot.actions if action.unsettled),
    )
    found = [
        Doubt(subject=one, block_id=one.block_id, item_id=items.get(one.block_id or Id("")))
        for one in subjects
    ]
    return tuple(sorted(found, key=lambda doubt: order.get(doubt.item_id or Id(""), -1)))


class Rail(QFrame):
    """One card at a time for what is in doubt; below it actions, decisions and secrets."""

    jumped = Signal(str, str)
    """Block id and the words to point at."""
    settled = Signal(object)
    """A `Remark` that was looked at."""
    owned = Signal(object, object)
    """An `Action` and its owners, a tuple of strings."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "right")
        self.setFixedWidth(296)
        self._at = 0
        self._doubts: tuple[Doubt, ...] = ()
        self._inside = QWidget()
        self._parts = column(self._inside, margins=(15, 16, 12, 16), gap=2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(t("Acties, besluiten en opmerkingen"))
        scroll.setWidget(self._inside)
        column(self).addWidget(scroll)
        self._shown: tuple[SessionSnapshot, AgendaItem | None] | None = None

    def show_item(
        self, shot: SessionSnapshot, item: AgendaItem | None, remarks: tuple[Remark, ...]
    ) -> None:
        """Show what belongs to an item, and what is in doubt anywhere."""
        self._doubts = doubts(shot, remarks)
        self._at = min(self._at, max(len(self._doubts) - 1, 0))
        self._shown = (shot, item)
        self._draw(shot, item)

    def _draw(self, shot: SessionSnapshot, item: AgendaItem | None) -> None:
        clear(self._parts)
        if self._doubts:
            self._parts.addWidget(self._card(self._doubts[self._at]))
            self._parts.addSpacing(16)
        here = item.id if item else None
        actions = [one for one in shot.actions if one.item_id == here]
        self._group(t("Acties"), str(len(actions)), [self._action(one) for one in actions])
        decisions = [one for one in shot.decisions if one.item_id == here]
        entries = [self._entry(one.text, "", "gavel", "grn", one.block_id) for one in decisions]
        self._group(t("Besluiten"), str(len(decisions)), entries)
        secrets = [
            block
            for block in shot.blocks
            if block.item_id == here and block.confidentiality is not Confidentiality.PUBLIC
        ]
        entries = [
            self._entry(shorten(one.text, 80, placeholder="…"), "", "lock", "vio", one.id)
            for one in secrets
        ]
        count = tn("{n} passage", "{n} passages", len(secrets))
        self._group(t("Vertrouwelijk"), count, entries)
        if not self._doubts and self._parts.count() == 0:
            nothing = t("Bij dit punt staan nog geen acties of besluiten.")
            self._parts.addWidget(label(nothing, "secondary", wrap=True))
        self._parts.addStretch(1)

    def _group(self, name: str, count: str, entries: list[Entry]) -> None:
        if not entries:
            return
        head = row()
        head.addWidget(label(name, "heading"), 1)
        head.addWidget(label(count, "secondary"))
        self._parts.addLayout(head)
        self._parts.addSpacing(4)
        for entry in entries:
            self._parts.addWidget(entry)
        self._parts.addSpacing(16)

    def _action(self, action: Action) -> Entry:
        owners = enumeration(action.owners)
        text = f"{owners}: {action.text}" if owners else action.text
        note = t("houder nog vast te leggen") if action.unsettled else ""
        icon, tone = ("circle-dashed", "amb") if action.unsettled else ("circle-arrow-right", "acc")
        return self._entry(text, note, icon, tone, action.block_id)

    def _entry(self, text: str, note: str, icon: str, tone: str, block_id: Id | None) -> Entry:
        made = Entry(text, note=note, icon=icon, tone=tone)
        made.clicked.connect(lambda: self.jumped.emit(block_id or "", ""))
        return made

    def _card(self, doubt: Doubt) -> QFrame:
        card = box("amber")
        layout = column(card, margins=(12, 12, 12, 12), gap=6)
        head = row(gap=8)
        head.addWidget(Icon("alert-triangle", "amb"))
        action = doubt.subject if isinstance(doubt.subject, Action) else None
        title = t("Houder onduidelijk") if action else t("Opmerking bij de import")
        head.addWidget(label(title, "label", tone="amb"), 1)
        count = t("{at} van {all}", at=self._at + 1, all=len(self._doubts))
        head.addWidget(label(count, "meta", tone="amb"))
        layout.addLayout(head)
        if isinstance(doubt.subject, Action):
            self._fill_action(layout, doubt.subject)
        else:
            self._fill_remark(layout, doubt.subject)
        card.setAccessibleName(title)
        return card

    def _fill_remark(self, layout: QVBoxLayout, remark: Remark) -> None:
        layout.addWidget(label(remark.text, "secondary", wrap=True))
        if remark.quote:
            layout.addWidget(label(f"“{remark.quote}”", "secondary", tone="text", wrap=True))
        line = row(gap=8)
        settle = Button(t("Handel af"), lambda: self.settled.emit(remark), kind="compact")
        line.addWidget(settle)
        self._add_walk(layout, line)

    def _fill_action(self, layout: QVBoxLayout, action: Action) -> None:
        layout.addWidget(label(action.text, "secondary", tone="text", wrap=True))
        layout.addWidget(label(action.unsettled, "secondary", wrap=True))
        owners = QLineEdit(", ".join(action.owners))
        owners.setPlaceholderText(t("Bijvoorbeeld VNG, JenV"))
        owners.setAccessibleName(t("Houders, met komma’s ertussen"))
        layout.addWidget(owners)

        def record() -> None:
            names = tuple(name.strip() for name in owners.text().split(",") if name.strip())
            self.owned.emit(action, names)

        owners.returnPressed.connect(record)
        line = row(gap=8)
        line.addWidget(Button(t("Leg houder vast"), record, kind="compact"))
        self._add_walk(layout, line)

    def _add_walk(self, layout: QVBoxLayout, line: QHBoxLayout) -> None:
        line.addWidget(Button(t("Toon"), self._point, kind="link"))
        if len(self._doubts) > 1:
            line.addWidget(Button(t("Volgende"), self._next, kind="link"))
        line.addStretch(1)
        layout.addLayout(line)

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._doubts)
        if self._shown is not None:
            self._draw(*self._shown)
        self._point()

    def _point(self) -> None:
        doubt = self._doubts[self._at]
        quote = doubt.subject.quote if isinstance(doubt.subject, Remark) else ""
        self.jumped.emit(doubt.block_id or "", quote)
