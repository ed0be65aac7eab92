"""Writing the minutes: paragraphs, actions and decisions, and circulating them."""

import datetime as dt
from dataclasses import replace
from typing import TypedDict, Unpack

from lrt_desk.commands.steps import take
from lrt_desk.commands.versions import freeze, latest_version
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import (
    Action,
    Approval,
    Block,
    BlockKind,
    Decision,
    MinutesVersion,
    VersionKind,
)
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Redaction
from lrt_desk.rules.approval import read_alike
from lrt_desk.rules.numbering import draft_number, inserted, placed
from lrt_desk.rules.text import cleaned, one_line
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import session_snapshot, version_snapshot


class BlockFacts(TypedDict, total=False):
    """What may be told of a paragraph; a text may be empty while it is being written."""

    text: str
    kind: BlockKind
    label: str
    level: int
    confidentiality: Confidentiality
    marking_id: Id | None


def add_block(
    archive: Archive, item_id: Id, *, at: int | None = None, **facts: Unpack[BlockFacts]
) -> Change:
    """Add a paragraph under an item at an index counted from 0, or at the end."""
    with archive.atomic(t("Alinea toevoegen")):
        item = archive.get(AgendaItem, item_id)
        take(archive, item.session_id, Step.WRITE)
        block = append_block(archive, item, at=at, **facts)
        return archive.change(block.id)


def edit_block(archive: Archive, block_id: Id, **facts: Unpack[BlockFacts]) -> Change:
    """Change a paragraph; actions and decisions worded like it follow."""
    with archive.atomic(t("Alinea wijzigen")):
        block = archive.get(Block, block_id)
        take(archive, block.session_id, Step.WRITE)
        rewrite_block(archive, block, replace(block, **facts))
        return archive.change(block_id)


def move_block(archive: Archive, block_id: Id, *, to: int, item_id: Id | None = None) -> Change:
    """Move a paragraph to an index counted from 0, under another item where one is given."""
    with archive.atomic(t("Alinea verplaatsen")):
        block = archive.get(Block, block_id)
        take(archive, block.session_id, Step.WRITE)
        target = archive.get(AgendaItem, item_id or block.item_id or Id(""))
        if target.session_id != block.session_id:
            raise DeskError(
                t("Een alinea blijft in haar eigen verslag."), t("Kies een punt van dit verslag.")
            )
        moved = replace(block, item_id=target.id)
        for row in inserted(archive.find(Block, item_id=target.id), moved, max(to, 0)):
            archive.put(row)
        for action in archive.find(Action, block_id=block_id):
            archive.put(replace(action, item_id=target.id))
        for decision in archive.find(Decision, block_id=block_id):
            archive.put(replace(decision, item_id=target.id))
        return archive.change(block_id)


def remove_block(archive: Archive, block_id: Id) -> Change:
    """Remove a paragraph with the actions, decisions and redactions that were of it."""
    with archive.atomic(t("Alinea verwijderen")):
        block = archive.get(Block, block_id)
        take(archive, block.session_id, Step.WRITE)
        if archive.find(Approval, block_id=block_id):
            raise DeskError(
                t("Deze alinea legt het akkoord op een eerder verslag vast."),
                t("Pas zo nodig de woorden aan; het akkoord zelf blijft."),
            )
        facts = (Action, Decision, Redaction)
        for fact in (fact for kind in facts for fact in archive.find(kind, block_id=block_id)):
            archive.remove(fact)
        archive.remove(block)
        for row in placed(archive.find(Block, item_id=block.item_id)):
            archive.put(row)
        return archive.change(block_id)


def record_action(
    archive: Archive,
    item_id: Id,
    *,
    text: str,
    owners: tuple[str, ...] = (),
    due: dt.date | None = None,
    block_id: Id | None = None,
) -> Change:
    """Minute an action: of a paragraph that is there, or as a paragraph of its own."""
    with archive.atomic(t("Actie vastleggen")):
        item, block = _paragraph(archive, item_id, block_id, BlockKind.ACTION, text)
        action = Action(
            id=new_id(),
            session_id=item.session_id,
            item_id=item.id,
            block_id=block.id,
            position=len(archive.find(Action, session_id=item.session_id)) + 1,
            text=_wording(text),
            owners=tuple(one_line(owner) for owner in owners),
            due=due,
        )
        archive.put(action)
        return archive.change(action.id)


def record_decision(
    archive: Archive, item_id: Id, *, text: str, block_id: Id | None = None
) -> Change:
    """Minute a decision: of a paragraph that is there, or as a paragraph of its own."""
    with archive.atomic(t("Besluit vastleggen")):
        item, block = _paragraph(archive, item_id, block_id, BlockKind.DECISION, text)
        decision = Decision(
            id=new_id(),
            session_id=item.session_id,
            item_id=item.id,
            block_id=block.id,
            position=len(archive.find(Decision, session_id=item.session_id)) + 1,
            text=_wording(text),
        )
        archive.put(decision)
        return archive.change(decision.id)


def circulate(
    archive: Archive, session_id: Id, *, requests_until: dt.datetime | None = None
) -> Change:
    """Fix the text as the next draft version and send it round; undo does not reach across."""
    with archive.atomic(t("Conceptverslag rondsturen"), wall=True):
        take(archive, session_id, Step.CIRCULATE)
        _refuse_unfinished(archive, session_id)
        drafts = archive.find(MinutesVersion, session_id=session_id)
        if drafts and not changed_since(archive, latest_version(archive, session_id)):
            raise DeskError(
                t("Er is niets gewijzigd sinds de vorige versie."), t("Er is niets rond te sturen.")
            )
        version = freeze(
            archive,
            session_id,
            number=draft_number(len(drafts)),
            kind=VersionKind.CIRCULATED,
            requests_until=requests_until,
        )
        return archive.change(version.id)


def changed_since(archive: Archive, version: MinutesVersion) -> bool:
    """Tell whether what a reader sees of the minutes differs from a version."""
    live = session_snapshot(archive, version.session_id)
    return not read_alike(version_snapshot(version), live)


def append_block(
    archive: Archive, item: AgendaItem, *, at: int | None = None, **facts: Unpack[BlockFacts]
) -> Block:
    """Write a paragraph under an item within the transaction of the caller."""
    blank = Block(
        id=new_id(),
        session_id=item.session_id,
        item_id=item.id,
        position=0,
        kind=BlockKind.BULLET,
        text="",
    )
    block = cleaned(replace(blank, **facts))
    others = archive.find(Block, item_id=item.id)
    place = len(others) if at is None else max(at, 0)
    for row in inserted(others, block, place):
        archive.put(row)
    return block


def rewrite_block(archive: Archive, before: Block, now: Block) -> None:
    """Put a paragraph anew within the transaction of the caller, with the facts worded like it."""
    now = cleaned(now)
    archive.put(now)
    for action in archive.find(Action, block_id=before.id, text=before.text):
        archive.put(replace(action, text=now.text))
    for decision in archive.find(Decision, block_id=before.id, text=before.text):
        archive.put(replace(decision, text=now.text))


def _paragraph(
    archive: Archive, item_id: Id, block_id: Id | None, kind: BlockKind, text: str
) -> tuple[AgendaItem, Block]:
    item = archive.get(AgendaItem, item_id)
    take(archive, item.session_id, Step.WRITE)
    if block_id is None:
        return item, append_block(archive, item, kind=kind, text=_wording(text))
    block = archive.get(Block, block_id)
    if block.item_id != item.id:
        raise DeskError(t("Deze alinea hoort bij een ander punt."), t("Kies dat agendapunt."))
    return item, block


def _wording(text: str) -> str:
    text = one_line(text)
    if not text:
        raise DeskError(t("De tekst is leeg."), t("Schrijf eerst wat is afgesproken."))
    return text


def _refuse_unfinished(archive: Archive, session_id: Id) -> None:
    blocks = archive.find(Block, session_id=session_id)
    empty = next((block for block in blocks if not block.text), None)
    if empty is None:
        return
    item = archive.get(AgendaItem, empty.item_id or Id(""))
    raise DeskError(
        t("Onder agendapunt {number} staat een lege alinea.", number=item.number),
        t("Vul de alinea in of verwijder haar."),
    )
