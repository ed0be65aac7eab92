"""Minutes of a session as a document."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from lrt_desk.documents.frame import framed, is_draft, marking_words, session_rows
from lrt_desk.documents.lists import action_nodes, decision_nodes
from lrt_desk.documents.passages import inlines
from lrt_desk.documents.present import present_rows
from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Heading,
    Inlines,
    ListItem,
    Node,
    Paragraph,
    SignatureSpace,
    Text,
    Tone,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Outcome
from lrt_desk.model.minutes import ApprovalOutcome, Block, BlockKind, VersionKind
from lrt_desk.model.snapshot import ApprovalStamp, SessionSnapshot
from lrt_desk.rules.dates import long_date
from lrt_desk.rules.text import enumeration

_LEAD = {BlockKind.ACTION: "Actie", BlockKind.DECISION: "Besluit"}
_TONES = {BlockKind.ACTION: Tone.ACTION, BlockKind.DECISION: Tone.DECISION}
_LEADS_ITSELF = re.compile(r"(?:→\s*)?(?:Actie(?:punt)?|Toezegging|AP|Besluit)\b[^:.]{0,40}:", re.I)
_OUTCOMES = {
    Outcome.SUPPORTED: "gesteund",
    Outcome.IN_OUTLINE: "op hoofdlijnen gesteund",
    Outcome.RESERVE: "gesteund met voorbehoud",
    Outcome.NOTED: "voor kennisgeving aangenomen",
    Outcome.DEFERRED: "aangehouden",
}


Wording = Callable[[Block], Inlines]
Naming = Callable[[AgendaItem], Inlines]


def minutes(snapshot: SessionSnapshot, signature: SignatureSpace | None = None) -> Document:
    """Make the minutes of a session, with room for a signature where one will be given.

    A circulated version numbers its paragraphs, so that members can say what they want changed.
    """
    rows = [*session_rows(snapshot, "Verslag"), *present_rows(snapshot)]
    nodes: list[Node] = [Facts(tuple(rows))]
    if snapshot.stamp:
        nodes.append(Paragraph(inlines(approval_line(snapshot.stamp)), Tone.APPROVAL))
    circulated = snapshot.version and snapshot.version.kind is VersionKind.CIRCULATED
    nodes += text(snapshot, paragraph_numbers(snapshot) if circulated else {})
    nodes += [*decision_nodes(snapshot), *action_nodes(snapshot)]
    nodes += [signature] if signature else []
    return framed(
        snapshot,
        "Verslag",
        nodes,
        banner="CONCEPT" if is_draft(snapshot) else "",
        marked=passage_markings(snapshot),
    )


def passage_markings(snapshot: SessionSnapshot) -> tuple[Id | None, ...]:
    """Give the markings of single passages."""
    return tuple(block.marking_id for block in snapshot.blocks)


def approval_line(stamp: ApprovalStamp) -> str:
    """Write how a later session received these minutes."""
    where = f"in de {stamp.body} van {long_date(stamp.date)}"
    if stamp.outcome is ApprovalOutcome.DEFERRED:
        return f"Aangehouden {where}"
    if stamp.outcome is ApprovalOutcome.UNCHANGED:
        return f"Geaccordeerd {where}"
    change = "wijziging" if len(stamp.organisations) == 1 else "wijzigingen"
    whose = enumeration(tuple(_whose(stamp)))
    return f"Geaccordeerd {where}, met {change}" + (f" van {whose}" if whose else "")


def _whose(stamp: ApprovalStamp) -> Iterator[str]:
    """Name who changed what: VNG bij punt 2, IPO bij punten 3 en 4."""
    for code, items in zip_longest(stamp.organisations, stamp.items, fillvalue=()):
        point = "punt" if len(items) == 1 else "punten"
        yield f"{code} bij {point} {enumeration(tuple(items))}" if items else str(code)


def paragraph_numbers(snapshot: SessionSnapshot) -> dict[Id, str]:
    """Number the paragraphs under every numbered item: 3.2 is the second one of item 3."""
    return {
        block.id: f"{item.number.rstrip('.')}.{place}"
        for item in snapshot.items
        if item.number
        for place, block in enumerate(_under(snapshot, item.id), start=1)
    }


def text(
    snapshot: SessionSnapshot,
    numbers: Mapping[Id, str],
    wording: "Wording | None" = None,
    title: "Naming | None" = None,
) -> Iterator[Node]:
    """Give the text of minutes, item by item; other words for a paragraph or an item are marked."""
    levels = {one.id: marking_words(one) for one in snapshot.markings}

    def said(block: Block) -> Inlines:
        level = levels.get(block.marking_id) if block.marking_id else None
        lead = (Text(f"[{level}] ", bold=True),) if level else ()
        return (*lead, *(wording or words)(block))

    yield from _blocks(_under(snapshot, None), numbers, said)
    for item in snapshot.items:
        yield from _item(item, title(item) if title else inlines(item.title))
        yield from _blocks(_under(snapshot, item.id), numbers, said)


def _under(snapshot: SessionSnapshot, item_id: Id | None) -> list[Block]:
    return [block for block in snapshot.blocks if block.item_id == item_id]


def _item(item: AgendaItem, title: Inlines) -> Iterator[Node]:
    number = f"{item.number.rstrip('.')}." if item.number else ""
    yield Heading(1, title, number=number, key=item.id)
    if item.outcome:
        yield Paragraph((Text(f"Uitkomst: {_OUTCOMES[item.outcome]}"),), Tone.SMALL)


def _blocks(blocks: Sequence[Block], numbers: Mapping[Id, str], said: Wording) -> Iterator[Node]:
    """Make lists of neighbouring bullets, actions and decisions, and paragraphs of the rest."""
    for plain, group in groupby(blocks, key=lambda block: block.kind is BlockKind.TEXT):
        if plain:
            for block in group:
                yield Paragraph(said(block), number=numbers.get(block.id, ""))
        else:
            yield BulletList(_nested(list(group), numbers, said))


def _nested(
    blocks: Sequence[Block], numbers: Mapping[Id, str], said: Wording
) -> tuple[ListItem, ...]:
    """Hang deeper blocks under the last one that is less deep."""
    items: list[ListItem] = []
    start = 0
    while start < len(blocks):
        block = blocks[start]
        end = start + 1
        while end < len(blocks) and blocks[end].level > block.level:
            end += 1
        children = _nested(blocks[start + 1 : end], numbers, said)
        tone = _TONES.get(block.kind, Tone.BODY)
        items.append(ListItem(said(block), children, tone, numbers.get(block.id, "")))
        start = end
    return tuple(items)


def words(block: Block) -> Inlines:
    """Write a block with its bold lead-in: its label ("IBT:"), "Actie:" or "Besluit:"."""
    lead = _LEADS_ITSELF.match(block.text) if block.kind in _LEAD else None
    if lead:
        return (*_label(block), *inlines(lead[0], bold=True), *inlines(block.text[lead.end() :]))
    own = _LEAD.get(block.kind, "")
    named = own and not block.label.casefold().startswith(own.casefold())
    start = (Text(f"{own}: ", bold=True),) if named else ()
    return (*start, *_label(block), *inlines(block.text))


def _label(block: Block) -> Inlines:
    return (*inlines(block.label, bold=True), Text(": ", bold=True)) if block.label else ()
