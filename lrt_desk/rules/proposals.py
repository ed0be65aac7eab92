"""What a human must still decide before a public copy leaves the house."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lrt_desk.model.ids import Id
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.censor import Certainty, Finding, places, rows_of, texts_of
from lrt_desk.rules.redact import public_snapshot

_AROUND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words of one row that are withheld until a human confirms or rejects that.

    `id` stays the same while the words stand there; `times` is how often they do. `where` is the
    id of the row, `context` some words around them. An empty `quote` is the whole paragraph, which
    lacks a ground.
    """

    id: str
    where: Id
    quote: str
    ground: Ground
    certainty: Certainty
    context: str
    times: int = 1
    person_id: Id | None = None
    redaction_id: Id | None = None


def proposals(original: Original) -> tuple[Proposal, ...]:
    """List what must be decided before the minutes may be published."""
    return undecided(original.minutes, findings_in(original, original.minutes))


def all_proposals(original: Original) -> tuple[Proposal, ...]:
    """List what must be decided before every document of the session may be published."""
    snapshots = (original.minutes, original.live, original.earlier, original.earlier_agenda)
    found: dict[str, Proposal] = {}
    for snapshot in snapshots:
        for one in undecided(snapshot, findings_in(original, snapshot)) if snapshot else ():
            found.setdefault(one.id, one)
    return tuple(found.values())


def findings_in(original: Original, snapshot: SessionSnapshot) -> tuple[Finding, ...]:
    """Find what nobody settled in one of the texts of a session.

    A redaction is made on the minutes: only there its words are missed when they are gone.
    """
    return tuple(
        one
        for one in public_snapshot(snapshot, original.withheld, number="").findings
        if snapshot is original.minutes or one.certainty is not Certainty.MISSING
    )


def undecided(snapshot: SessionSnapshot, findings: Iterable[Finding]) -> tuple[Proposal, ...]:
    """Turn findings in a snapshot into proposals: one for the same words in one row."""
    texts = {row.id: texts_of(row) for row in rows_of(snapshot)}
    found: dict[str, Proposal] = {}
    for finding in findings:
        one = _proposal(finding, texts.get(finding.where, ()))
        known = found.get(one.id)
        found[one.id] = replace(known, times=known.times + 1) if known else one
    return tuple(found.values())


def _proposal(finding: Finding, texts: tuple[str, ...]) -> Proposal:
    key = f"{finding.where}|{finding.quote}".encode()
    return Proposal(
        id=finding.redaction_id or hashlib.sha256(key).hexdigest()[:8],
        where=finding.where,
        quote=finding.quote,
        ground=finding.ground,
        certainty=finding.certainty,
        context=_context(finding.quote, texts),
        person_id=finding.person_id,
        redaction_id=finding.redaction_id,
    )


def _context(quote: str, texts: tuple[str, ...]) -> str:
    for text in texts:
        for start, end in places(quote, text)[:1]:
            before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            return " ".join(f"{before}{quote}{after}".split())
    return " ".join(" ".join(texts).split())[: 3 * _AROUND]
