"""Actions in Dutch minutes: (Actie: …), Actie VNG: …, <actiepunt …>, AP 3: …, → Actie: …

`belactie`, `reactie` and "de actie is afgerond" are words, not actions.
"""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from lrt_desk.i18n import t
from lrt_desk.rules.dates import read_deadline, without_deadline
from lrt_desk.rules.owners import Owners, named_owners, only_owners, read_owners
from lrt_desk.rules.sentences import split_sentences

_WORD = r"(?:[Aa]ctie(?:punt)?|ACTIE(?:PUNT)?|AP|[Tt]oezegging)(?:\s(?:nr\.?\s)?\d{1,3})?(?![\w-])"
_LABEL = re.compile(
    rf"(?<![\w-])(?P<open>[(\[<]\s?)?(?:(?:→|➔|➜|->|=>|>)\s?)?{_WORD}"
    r"(?:\s(?:\((?P<within>[^:()\[\]<>\n]{1,60})\)|(?P<who>[^:()\[\]<>\n.]{1,60}?)))?\s?(?P<colon>:)"
)
_BARE = re.compile(
    rf"(?:(?P<open>[(\[<])\s?|^(?:(?:→|➔|➜|->|=>|>)\s?)?){_WORD}(?:\s?[–—-]\s|\s|(?=[)\]>]))"
)
_CLOSING = {"(": ")", "[": "]", "<": ">"}
_NEXT = re.compile(rf"(?<![\w-])(?:{_WORD}[^:\n.]{{0,60}}|[Bb]esluit(?:\s\d+)?|BESLUIT)\s?:")
_OWNER_LABEL = re.compile(
    r"(?:^|[\s(;,.])(?:actiehouders?|eigenaar|trekkers?|verantwoordelijken?|wie)\s?:\s?"
    r"(?P<who>[^.;()\n]{1,80})",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:afgerond|gereed|gedaan|afgehandeld|klaar|voltooid|afgedaan|uitgevoerd|vervallen)\b"
    r"|^(?:[x✓✔√]|ja?)$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:niet|nog|deels|gedeeltelijk|gereed\s(?:voor|vóór|per|op))\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is known of the table that agreed: who sits at it, its code, and the day it met.

    `known` are codes of organisations and names of people; deadlines without a year count from
    `day`.
    """

    known: Collection[str] = ()
    body: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction:
    """An action in a text: its words as minuted without "Actie:", and what they settle.

    `due` is the day it is due; `unsettled` says why a human must look at the owners.
    """

    text: str
    owners: tuple[str, ...] = ()
    due: dt.date | None = None
    handed_to: str = ""
    unsettled: str = ""
    implied: bool = False


def starts_action(text: str) -> bool:
    """Tell whether a paragraph as a whole is an action."""
    match = _LABEL.match(text) or _BARE.match(text)
    return match is not None and (_is_owner_or_none(match) or match.start("open") == 0)


def find_actions(text: str, table: Table) -> tuple[FoundAction, ...]:
    """Find the actions in one paragraph, in order."""
    found, at = [], 0
    openings = sorted((*_LABEL.finditer(text), *_BARE.finditer(text)), key=re.Match.start)
    for match in openings:
        if match.start() < at:
            continue
        end = _end(text, match)
        words = text[match.end() : end].strip(" \t–—-")
        who = _who(match)
        found.append(_action(words, who, text[at : match.start()], table))
        at = max(end, match.end())
    return tuple(action for action in found if action.text)


def judge_action(words: str, who: str, table: Table, term: str = "") -> FoundAction:
    """Judge an action whose owner, deadline or both stand apart, as in a table or after a label."""
    label = _OWNER_LABEL.search(words)
    named = named_owners(who or (label["who"] if label else ""))
    owners = Owners(names=named) if named else read_owners(words, table.known, table.body)
    return FoundAction(
        text=words,
        owners=owners.names,
        due=read_deadline(f"termijn: {term}" if term else words, table.day),
        handed_to=owners.handed_to,
        unsettled=owners.unsettled,
        implied=owners.implied,
    )


def is_done(status: str) -> bool:
    """Tell whether a status column says that an action is done."""
    return _DONE.search(status.strip()) is not None and _NOT_DONE.search(status) is None


def read_owner_line(text: str) -> tuple[str, ...]:
    """Read a line of its own that names the owner of the action above: Actiehouder: VNG."""
    match = _OWNER_LABEL.match(text)
    return named_owners(match["who"]) if match else ()


def _is_owner_or_none(match: re.Match[str]) -> bool:
    who = match.groupdict().get("who")
    return not who or bool(only_owners(who))


def _who(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("who") or groups.get("within") or ""


def _end(text: str, match: re.Match[str]) -> int:
    """Find where an action that was opened ends: at its bracket, or before the next label."""
    opening = (match.groupdict().get("open") or "").strip()
    if not opening:
        following = _NEXT.search(text, match.end())
        return following.start() if following else len(text)
    depth = 1
    for at in range(match.end(), len(text)):
        depth += (text[at] == opening) - (text[at] == _CLOSING[opening])
        if depth == 0:
            return at
    return len(text)


def _action(words: str, who: str, before: str, table: Table) -> FoundAction:
    owners = only_owners(without_deadline(who), table.known)
    if who and not owners:
        words = f"{who}: {words}".strip()
    named = only_owners(without_deadline(words), table.known)
    sentences = split_sentences(before)
    if named and sentences:
        judged = judge_action(sentences[-1].rstrip(" ("), ", ".join(named), table)
        return replace(judged, due=read_deadline(words, table.day) or judged.due)
    if named or not words:
        unsettled = t("Er staat niet bij wat er gedaan wordt.")
        return FoundAction(text=words or who, owners=named or owners, unsettled=unsettled)
    return judge_action(words, ", ".join(owners), table)
