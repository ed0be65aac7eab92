"""Taking names and quoted passages out of texts, with a marked gap in their place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Attendee, Body, Session
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, Action, Approval, Block, Decision
from lrt_desk.model.papers import Embargo, Marking, Paper, PaperVersion
from lrt_desk.model.people import Person
from lrt_desk.model.publication import Ground, RedactionState
from lrt_desk.model.snapshot import ApprovalStamp, SessionSnapshot
from lrt_desk.rules.name_forms import Form, NameHit, hits, written
from lrt_desk.rules.names import formal, informal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")
Place = tuple[int, int]
Span = tuple[int, int, Ground]

TEXTS: dict[type, tuple[str, ...]] = {
    Body: ("name", "mailbox", "logo_text"),
    Session: ("title", "place"),
    Person: ("function",),
    Attendee: ("label", "present_items"),
    AgendaItem: ("title", "presenter"),
    Block: ("label", "text"),
    Paper: ("title", "kind", "addressee", "copy_to", "release_condition"),
    PaperVersion: ("late_reason", "file_name"),
    Marking: ("reason",),
    Embargo: ("event",),
    Action: ("text", "owners", "handed_to", "unsettled"),
    Decision: ("text",),
    Approval: ("organisations", "remark"),
    ApprovalStamp: ("organisations",),
}
"""Every field in which somebody may have typed a name."""


class Certainty(StrEnum):
    """How sure it is that a passage must go.

    `AMBIGUOUS`: a public person at the table is written the same way. `MISSING`: a redaction's
    quote is no longer in its text, so that what it withheld may stand there in other words.
    """

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A passage that a human should look at; `where` is the id of its row, `field` its field.

    An empty `quote` is a whole block that is withheld without a ground of its own. `redaction_id`
    is the proposal or the outdated redaction that somebody recorded, if it comes from one.
    """

    where: Id
    field: str
    quote: str
    ground: Ground
    certainty: Certainty
    person_id: Id | None = None
    redaction_id: Id | None = None


def rows_of(snapshot: SessionSnapshot) -> tuple[Any, ...]:
    """Give every row of a snapshot in which somebody may have typed a name, as in `TEXTS`."""
    return (
        snapshot.body, snapshot.session, *snapshot.people, *snapshot.attendees, *snapshot.items,
        *snapshot.blocks, *snapshot.papers, *snapshot.paper_versions, *snapshot.markings,
        *snapshot.embargoes, *snapshot.actions, *snapshot.decisions, *snapshot.approvals,
    )  # fmt: skip


def texts_of(row: Any) -> tuple[str, ...]:
    """Give the texts of a row in which somebody may have typed a name."""
    values = (getattr(row, field) for field in TEXTS[type(row)])
    return tuple(w for value in values for w in (value if isinstance(value, tuple) else (value,)))


def gap(ground: str) -> str:
    """Write the marked gap that a withheld passage leaves behind: ⟦5.1.2e⟧."""
    return f"⟦{ground}⟧"


class Censor:
    """Who goes, what may stay, and what was found while cleaning the texts of one snapshot."""

    def __init__(self, snapshot: SessionSnapshot, people: tuple[Person, ...]) -> None:
        ids = {person.id for person in people}
        self.people = people
        self._namesakes = tuple(p for p in snapshot.people if p.id not in ids)
        parties = [(o.code, o.name) for o in snapshot.organisations]
        own = (snapshot.body.code, snapshot.body.name)
        self.codes = tuple(name for pair in (*parties, own) for name in pair if name)
        self._redactions = snapshot.redactions
        self.findings: list[Finding] = []
        self._standing: set[str] = set()

    def each(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Clean every text of each row."""
        return tuple(self.clean(row) for row in rows)

    def clean(self, row: Row, about: Id | None = None) -> Row:
        """Clean every text of a row; `about` is a second row whose redactions count too.

        What is found in a row without identity is found in the row that it is about.
        """
        where = Id(getattr(row, "id", about or ""))
        changed: dict[str, Any] = {}
        for field in TEXTS[type(row)]:
            value = getattr(row, field)
            if isinstance(value, tuple):
                changed[field] = tuple(self._text(word, where, field, about) for word in value)
            else:
                changed[field] = self._text(value, where, field, about)
        return replace(row, **changed)

    def released(self) -> tuple[str, ...]:
        """List the words that stand on purpose and could be read as a withheld name."""
        names = {name for p in self._namesakes for name in (formal(p), informal(p))}
        return tuple(
            phrase
            for phrase in sorted(names | self._standing | set(self.codes))
            if any(written(phrase, person) for person in self.people)
        )

    def _text(self, text: str, where: Id, field: str, about: Id | None) -> str:
        spans, kept = self._redacted(text, {where, about})
        found: list[Span] = []
        for person in self.people:
            for hit in hits(text, person):
                place = (hit.start, hit.end)
                if any(_within(place, (start, end)) for start, end, _ in spans):
                    continue
                if certainty := self._judge(text, hit, kept):
                    found.append((*place, Ground.PRIVACY))
                    self.findings.append(
                        Finding(
                            where=where,
                            field=field,
                            quote=text[hit.start : hit.end],
                            ground=Ground.PRIVACY,
                            certainty=certainty,
                            person_id=person.id,
                        )
                    )
        return _cut(text, [*spans, *found]).replace(WITHHELD_IN_SOURCE, gap(Ground.PRIVACY))

    def _redacted(self, text: str, rows: set[Id | None]) -> tuple[list[Span], list[Place]]:
        """Say what recorded redactions take from a text, and which places rejected ones keep.

        A longer phrase that stays readable keeps the words inside it: Raad van State.
        """
        here = [r for r in self._redactions if r.quote and r.block_id in rows]
        kept = [p for r in here if r.state is RedactionState.REJECTED
                for p in places(r.quote, text)]  # fmt: skip
        spans = [
            (*place, redaction.ground)
            for redaction in here
            if redaction.state is not RedactionState.REJECTED
            for place in places(redaction.quote, text)
            if not any(_within(place, longer) and place != longer for longer in kept)
        ]
        return spans, kept

    def _judge(self, text: str, hit: NameHit, kept: list[Place]) -> Certainty | None:
        """Say how certain a hit is, or None when those words may stay."""
        certainty = Certainty.CERTAIN if hit.certain else Certainty.UNCERTAIN
        name, whole = (hit.name_start, hit.name_end), (hit.start, hit.end)
        stays: list[Place] = []
        if not hit.own:
            namesakes = self._namesakes_in(text)
            if hit.bare:
                stays += [p for code in self.codes for p in places(code, text) if _within(name, p)]
            if hit.form is Form.TYPO:
                stays += [p for p in namesakes if _within(p, name) or _within(name, p)]
            elif name in namesakes:
                certainty = Certainty.AMBIGUOUS
            stays += [p for p in namesakes if p != name and _within(name, p)]
        for place in kept:
            longer = place[1] - place[0] > hit.end - hit.start
            if _within(whole, place) and (
                certainty is not Certainty.CERTAIN or (hit.bare and longer)
            ):
                stays.append(place)
        self._standing |= {text[start:end] for start, end in stays}
        return None if stays else certainty

    def _namesakes_in(self, text: str) -> list[Place]:
        return [
            (hit.name_start, hit.name_end)
            for person in self._namesakes
            for hit in written(text, person)
            if hit.form is Form.NAME and hit.certain
        ]


def places(quote: str, text: str) -> list[Place]:
    """Find a quote in a text, whatever the spaces and line ends between its words.

    Whole words if there are any, else parts of words: a selection may begin inside one.
    """
    words = r"\s+".join(re.escape(word) for word in quote.split())
    if not words:
        return []
    whole = [m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text)]
    return whole or [m.span() for m in re.finditer(words, text)]


def _within(inner: Place, outer: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cut(text: str, spans: list[Span]) -> str:
    """Put one gap over every run of overlapping spans; the first span gives the ground."""
    merged: list[Span] = []
    for start, end, ground in sorted(spans):
        if merged and start < merged[-1][1]:
            first, last, kept = merged[-1]
            merged[-1] = (first, max(last, end), kept)
        else:
            merged.append((start, end, ground))
    for start, end, ground in reversed(merged):
        text = text[:start] + gap(ground) + text[end:]
    return text
