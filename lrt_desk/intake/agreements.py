"""Blocks → what was agreed in them: actions, decisions, and the approval of earlier minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lrt_desk.i18n import t
from lrt_desk.intake.blocks import without_number
from lrt_desk.model.minutes import BlockKind
from lrt_desk.model.reading import (
    ReadAction,
    ReadApproval,
    ReadAttendee,
    ReadBlock,
    ReadDecision,
    ReadItem,
    ReadRemark,
    Where,
)
from lrt_desk.rules.actions import (
    FoundAction,
    Table,
    find_actions,
    is_done,
    judge_action,
    read_owner_line,
)
from lrt_desk.rules.adoption import find_adoption
from lrt_desk.rules.dates import closing_day
from lrt_desk.rules.decisions import find_decisions

_ACTION_LIST = re.compile(
    r"(?:overzicht\s)?(?:actie-?(?:punten|lijst|s)?|afspraken(?:lijst)?|toezeggingen)\s?:?",
    re.IGNORECASE,
)
_DECISION_LIST = re.compile(r"(?:besluit(?:en)?|conclusies?)\s?:?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)\W*$")
_NOT_WORD = re.compile(r"\W+")


@dataclass(slots=True)
class Agreements:
    """What was agreed, collected block by block."""

    actions: list[ReadAction] = field(default_factory=list)
    decisions: list[ReadDecision] = field(default_factory=list)
    approvals: list[ReadApproval] = field(default_factory=list)
    remarks: list[ReadRemark] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells by column of the table row that a block came from."""

    cells: dict[str, str]


def table_of(attendees: Sequence[ReadAttendee], body: str) -> Table:
    """Gather who may own an action: organisations and people of the list of attendees."""
    names = [
        " ".join(filter(None, parts))
        for who in attendees
        if who.surname
        for parts in (
            (who.given_name or who.initials, who.particle, who.surname),
            (who.particle, who.surname),
            (who.given_name,),
        )
    ]
    names = [name for name in names if name]
    codes = [who.organisation for who in attendees if who.organisation]
    return Table(known=tuple(dict.fromkeys((*codes, *names))), body=body)


def find_agreements(
    items: Sequence[ReadItem],
    loose: Sequence[ReadBlock],
    rows: dict[Where, Row],
    table: Table,
) -> Agreements:
    """Find all agreements; `rows` are the blocks that were rows of a table."""
    found = Agreements()
    for number, item in enumerate(items):
        listing = not item.number and _ACTION_LIST.fullmatch(item.title) is not None
        _read_blocks(found, item, number, rows, table, listing=listing)
    _read_blocks(found, ReadItem(number="", title="", blocks=tuple(loose)), None, rows, table)
    found.actions = _without_repeats(found.actions)
    return found


def _read_blocks(
    found: Agreements,
    item: ReadItem,
    number: int | None,
    rows: dict[Where, Row],
    table: Table,
    *,
    listing: bool = False,
) -> None:
    deciding = False
    for count, block in enumerate(item.blocks):
        where = Where(item=number, block=count)
        words = f"{block.label}: {block.text}" if block.label else block.text
        text = without_number(words)
        if where in rows:
            _read_row(found, rows[where].cells, where, table)
            continue
        if _ACTION_LIST.fullmatch(text):
            listing, deciding = True, False
            continue
        if _DECISION_LIST.fullmatch(text):
            deciding = True
            continue
        if deciding and not find_decisions(text):
            found.decisions.append(ReadDecision(where=where, text=text))
        deciding = deciding and block.kind is BlockKind.BULLET
        listing = listing and (block.kind is not BlockKind.TEXT or text != words)
        _read_text(found, text, where, table, listing=listing)
        adoption = find_adoption(text, title=item.title, known=table.known, day=table.day)
        if adoption and number is not None:
            found.approvals.append(
                ReadApproval(
                    where=where,
                    outcome=adoption.outcome,
                    body=adoption.body or table.body,
                    date=adoption.date,
                    organisations=adoption.organisations,
                )
            )


def _read_text(found: Agreements, text: str, where: Where, table: Table, *, listing: bool) -> None:
    owners = read_owner_line(text)
    if owners:
        _take_owners(found, owners, text, where)
        return
    actions = find_actions(text, table)
    if listing and not actions:
        actions = (judge_action(text, "", table, closing_day(text)),)
    found.actions += [
        _action(action, where, done=_says_done(action.text, listing=listing)) for action in actions
    ]
    found.decisions += [ReadDecision(where=where, text=words) for words in find_decisions(text)]
    found.remarks += [
        ReadRemark(
            text=t("De actie noemt ook iets waarbij niet staat wie het doet."),
            where=where,
            quote=action.text,
        )
        for action in actions
        if action.implied
    ]


def _says_done(text: str, *, listing: bool) -> bool:
    """Tell whether an action closes with "(gereed)", or in a list with that word alone."""
    closing = _IN_BRACKETS.search(text)
    words = text if len(text.split()) < 4 else closing[1] if closing else ""
    return is_done(words) or (listing and is_done(text.rsplit(maxsplit=1)[-1]))


def _take_owners(found: Agreements, owners: tuple[str, ...], text: str, where: Where) -> None:
    """Give owners on a line of their own to the action above them."""
    last = found.actions[-1] if found.actions else None
    if last and not last.owners and last.where.item == where.item:
        found.actions[-1] = replace(last, owners=owners, unsettled="")
    else:
        remark = t("Hier staat een actiehouder, en het is niet zeker van welke actie.")
        found.remarks.append(ReadRemark(text=remark, where=where, quote=text))


def _read_row(found: Agreements, cells: dict[str, str], where: Where, table: Table) -> None:
    words = cells.get("action", "").strip()
    decision = cells.get("decision", "").strip()
    if decision:
        found.decisions.append(ReadDecision(where=where, text=decision))
    if words:
        judged = judge_action(words, cells.get("owner", ""), table, cells.get("term", ""))
        done = is_done(cells.get("status", ""))
        found.actions.append(_action(judged, where, done=done))


def _action(action: FoundAction, where: Where, *, done: bool = False) -> ReadAction:
    return ReadAction(
        where=where,
        text=action.text,
        owners=action.owners,
        due=action.due,
        handed_to=action.handed_to,
        unsettled=action.unsettled,
        done=done,
    )


def _without_repeats(actions: Sequence[ReadAction]) -> list[ReadAction]:
    """Merge an action that a list at the end repeats into the one in the text above it."""
    merged: dict[str, ReadAction] = {}
    for action in actions:
        key = _NOT_WORD.sub(" ", action.text).strip().casefold()
        first = merged.get(key)
        if first is None:
            merged[key] = action
            continue
        owners = first.owners or action.owners
        merged[key] = replace(
            first,
            owners=owners,
            due=first.due or action.due,
            done=first.done or action.done,
            unsettled="" if owners else first.unsettled,
        )
    return list(merged.values())
