"""When minutes may be approved, and the sentence that says so."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lrt_desk.i18n import t
from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import ApprovalOutcome, ChangeRequest, RequestState
from lrt_desk.model.snapshot import ApprovalStamp, SessionSnapshot
from lrt_desk.rules.dates import long_date
from lrt_desk.rules.names import formal
from lrt_desk.rules.planning import is_later
from lrt_desk.rules.text import enumeration

UNRESOLVED = frozenset({RequestState.ANNOUNCED, RequestState.OPEN, RequestState.TO_MEETING})
TAKEN_OVER = frozenset({RequestState.ACCEPTED, RequestState.ACCEPTED_WITH_EDITS})


def unresolved(requests: Sequence[ChangeRequest]) -> tuple[ChangeRequest, ...]:
    """Pick the requests that still wait for a text or a decision."""
    return tuple(request for request in requests if request.state in UNRESOLVED)


def cannot_decide(session: Session, given_in: Session) -> str:
    """Say why one session cannot decide on the minutes of another, or ""."""
    if given_in.body_id != session.body_id:
        return t("Alleen hetzelfde overleg kan dit verslag accorderen.")
    if not is_later(given_in, session):
        return t("Een verslag wordt geaccordeerd in een latere vergadering.")
    return ""


def read_alike(one: SessionSnapshot, other: SessionSnapshot) -> bool:
    """Tell whether two moments of a session give a reader the same minutes.

    What becomes of an action afterwards, and how far a name may travel, is not in the words.
    """
    return _as_read(one) == _as_read(other)


def _as_read(snapshot: SessionSnapshot) -> tuple[object, ...]:
    session = snapshot.session
    return (
        (session.date, session.start, session.end, session.place, session.title),
        tuple(formal(person) for person in snapshot.people),
        tuple(replace(place, confidentiality=None) for place in snapshot.attendees),
        snapshot.items,
        snapshot.blocks,
    )


def placed_stamp(snapshot: SessionSnapshot) -> ApprovalStamp | None:
    """Say with the stamp of approved minutes which items each organisation changed."""
    stamp = snapshot.stamp
    if stamp is None:
        return None
    codes = {one.id: one.code for one in snapshot.organisations}
    places = {block.id: block.item_id for block in snapshot.blocks}
    changed = {
        (codes.get(request.organisation_id), places.get(request.block_id))
        for request in snapshot.requests
        if request.block_id and request.state in TAKEN_OVER
    }
    items = tuple(
        tuple(one.number.rstrip(".") for one in snapshot.items if (code, one.id) in changed)
        for code in stamp.organisations
    )
    return replace(stamp, items=items)


def approval_sentence(
    body: str, day: dt.date, outcome: ApprovalOutcome, organisations: Sequence[str]
) -> str:
    """Write the sentence for the minutes of the session that decided (Dutch, as minuted)."""
    minutes = f"Het verslag van de {body} van {long_date(day)}"
    whose = enumeration(tuple(organisations))
    changes = "een wijziging" if len(organisations) == 1 else "wijzigingen"
    return {
        ApprovalOutcome.UNCHANGED: f"{minutes} wordt ongewijzigd geaccordeerd.",
        ApprovalOutcome.WITH_CHANGES: (
            f"{minutes} wordt geaccordeerd met {changes}{f' van {whose}' if whose else ''}."
        ),
        ApprovalOutcome.DEFERRED: f"Het accorderen van het verslag van de {body} van "
        f"{long_date(day)} wordt aangehouden.",
    }[outcome]
