"""Sentences by which a session receives the minutes of an earlier one."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from lrt_desk.model.minutes import ApprovalOutcome
from lrt_desk.rules.dates import find_days
from lrt_desk.rules.organisations import mentioned
from lrt_desk.rules.sentences import split_sentences

_MINUTES = re.compile(r"\b(?:concept-?)?(?:verslag(?:en)?|notulen|besluitenlijst)\b", re.IGNORECASE)
_ADOPTED = re.compile(
    r"\b(?:vastgesteld|geaccordeerd|goedgekeurd|gearresteerd|akkoord(?:\sbevonden)?|vastgelegd"
    r"|stelt\b[^.]{0,80}\bvast|stellen\b[^.]{0,80}\bvast|keurt\b[^.]{0,80}\bgoed"
    r"|keuren\b[^.]{0,80}\bgoed|accordeert|accorderen|ongewijzigd)\b",
    re.IGNORECASE,
)
_HELD_OVER = re.compile(
    r"\b(?:aangehouden|aan\ste\shouden|doorgeschoven|uitgesteld|"
    r"(?:nog\s)?niet\b[^.]{0,40}\b(?:vastgesteld|geaccordeerd|goedgekeurd))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:met\sinachtneming|met\b[^.,]{0,40}\b(?:wijziging|aanpassing|aanvulling|opmerking"
    r"|correctie|toevoeging)(?:en)?|na\s(?:verwerking|aanpassing|wijziging)|gewijzigd"
    r"|onder\svoorbehoud|met\sdien\sverstande|behoudens)\b",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\b(?:ongewijzigd|zonder\s(?:wijziging|opmerking|aanpassing)(?:en)?|conform)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:zal|zullen|volgende\s(?:keer|vergadering|overleg|week))\b", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:namens|van|door|op\sverzoek\svan)\s(?=(?:de\s|het\s)?[A-Z])", re.IGNORECASE
)
_BODY = re.compile(r"\bvan\s(?:de|het)\s(?P<code>[A-Z]{2,8})\b")
_DATE_OF = re.compile(
    r"\b(?:verslag(?:en)?|notulen|besluitenlijst)\b[^.;]{0,60}?(?=\b\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAdoption:
    """What a session did with earlier minutes; `date` and `body` are theirs, None or "" unsaid."""

    outcome: ApprovalOutcome
    body: str = ""
    date: dt.date | None = None
    organisations: tuple[str, ...] = ()


def find_adoption(
    text: str,
    *,
    title: str = "",
    known: Collection[str] = (),
    day: dt.date | None = None,
) -> FoundAdoption | None:
    """Read from a paragraph what became of earlier minutes, None when it is not about that.

    `title` is that of the agenda item ("Verslag 3 november"), whose words complete the sentence;
    `day` is the day of the session, before which a date without a year lies.
    """
    about = _MINUTES.search(title) is not None
    for sentence in split_sentences(text):
        head = sentence.split("(", 1)[0]
        if not (about or _MINUTES.search(head)):
            continue
        outcome = _outcome(head)
        if outcome is None:
            continue
        source = " ".join((sentence, text, title))
        return FoundAdoption(
            outcome=outcome,
            body=match["code"] if (match := _BODY.search(head)) else "",
            date=_date_of_minutes(source, title, day),
            organisations=_changers(head, known) if outcome is ApprovalOutcome.WITH_CHANGES else (),
        )
    return None


def _outcome(sentence: str) -> ApprovalOutcome | None:
    if _HELD_OVER.search(sentence):
        return ApprovalOutcome.DEFERRED
    if not _ADOPTED.search(sentence) or _LATER.search(sentence):
        return None
    if _CHANGED.search(sentence) and not _UNCHANGED.search(sentence):
        return ApprovalOutcome.WITH_CHANGES
    return ApprovalOutcome.UNCHANGED


def _date_of_minutes(source: str, title: str, day: dt.date | None) -> dt.date | None:
    before = day - dt.timedelta(days=1) if day else None
    for match in _DATE_OF.finditer(source):
        for found in find_days(source[match.end() : match.end() + 24], short=True)[:1]:
            if found.start == 0:
                return found.on(until=before)
    days = find_days(title) if _MINUTES.search(title) else ()
    return days[0].on(until=before) if days else None


def _changers(sentence: str, known: Collection[str]) -> tuple[str, ...]:
    change = _CHANGED.search(sentence)
    tail = sentence[change.start() :] if change else ""
    found = (mentioned(tail[match.end() :], known) for match in _FROM.finditer(tail))
    return next((names for names in found if names), ())
