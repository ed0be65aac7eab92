"""Snapshots: all that a document needs of one session, as it is now or as a version fixed it."""

import hashlib
from collections.abc import Iterable

import msgspec

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, AgendaVersion, Attendee, Body, Session
from lrt_desk.model.minutes import (
    Action,
    Approval,
    ApprovalOutcome,
    Block,
    ChangeRequest,
    Decision,
    MinutesVersion,
)
from lrt_desk.model.papers import Embargo, Marking, Paper, PaperVersion
from lrt_desk.model.people import Organisation, Person
from lrt_desk.model.publication import Redaction
from lrt_desk.model.snapshot import ApprovalStamp, SessionSnapshot
from lrt_desk.store.archive import Archive
from lrt_desk.store.rows import R


def session_snapshot(archive: Archive, session_id: Id) -> SessionSnapshot:
    """Gather one session with the live text of its minutes; `version` is None.

    Approvals are those of its minutes and those given in it. People are those who attend,
    organisations those that anything here refers to, with the ministries behind them.

    Errors: DeskError when the session is not there.
    """
    session = archive.get(Session, session_id)
    attendees = archive.find(Attendee, session_id=session_id)
    items = archive.find(AgendaItem, session_id=session_id)
    requests = archive.find(ChangeRequest, session_id=session_id)
    papers = tuple(paper for item in items for paper in archive.find(Paper, item_id=item.id))
    blocks = _in_item_order(archive.find(Block, session_id=session_id), items)
    own = _approvals_of(archive, session)
    return SessionSnapshot(
        body=archive.get(Body, session.body_id),
        session=session,
        organisations=_organisations(
            archive,
            (
                *(row.organisation_id for row in attendees),
                *(row.organisation_id for row in requests),
                *(row.owner_id for row in papers),
            ),
        ),
        people=_rows(archive, Person, (row.person_id for row in attendees)),
        attendees=attendees,
        items=items,
        blocks=blocks,
        papers=papers,
        paper_versions=tuple(
            version
            for paper in papers
            for version in sorted(
                archive.find(PaperVersion, paper_id=paper.id), key=lambda row: row.number
            )
        ),
        markings=_rows(
            archive,
            Marking,
            (
                session.marking_id,
                *(row.marking_id for row in papers),
                *(row.marking_id for row in blocks),
            ),
        ),
        embargoes=_rows(archive, Embargo, (row.embargo_id for row in papers)),
        actions=archive.find(Action, session_id=session_id),
        decisions=archive.find(Decision, session_id=session_id),
        approvals=_distinct((*own, *archive.find(Approval, given_in_id=session_id))),
        redactions=archive.find(Redaction, session_id=session_id),
        requests=requests,
        stamp=_stamp(archive, own),
    )


def canonical(snapshot: SessionSnapshot) -> bytes:
    """Write a snapshot as JSON, always the same bytes for the same facts."""
    return msgspec.json.encode(snapshot, order="sorted")


def version_snapshot(version: MinutesVersion | AgendaVersion) -> SessionSnapshot:
    """Read the snapshot that a version fixed; fields that came later take their default."""
    return msgspec.json.decode(version.content, type=SessionSnapshot)


def content_hash(content: bytes) -> str:
    """Compute the SHA-256 of content, in hex."""
    return hashlib.sha256(content).hexdigest()


def _approvals_of(archive: Archive, session: Session) -> tuple[Approval, ...]:
    # An approval read before the minutes it is about names them by body and date only.
    named = archive.find(Approval, session_id=None, body_id=session.body_id, date=session.date)
    return _distinct((*archive.find(Approval, session_id=session.id), *named))


def _stamp(archive: Archive, approvals: Iterable[Approval]) -> ApprovalStamp | None:
    given = [
        (archive.get(Session, row.given_in_id), row)
        for row in approvals
        if row.outcome is not ApprovalOutcome.DEFERRED
    ]
    if not given:
        return None
    session, approval = max(given, key=lambda pair: (pair[0].date, pair[1].id))
    return ApprovalStamp(
        body=archive.get(Body, session.body_id).code,
        date=session.date,
        outcome=approval.outcome,
        organisations=approval.organisations,
    )


def _organisations(archive: Archive, ids: Iterable[Id | None]) -> tuple[Organisation, ...]:
    found: dict[Id, Organisation] = {}
    todo = [one for one in ids if one]
    while todo:
        one = todo.pop()
        if one not in found:
            found[one] = archive.get(Organisation, one)
            todo += [parent for parent in (found[one].parent_id,) if parent]
    return tuple(found[one] for one in sorted(found))


def _rows(archive: Archive, kind: type[R], ids: Iterable[Id | None]) -> tuple[R, ...]:
    return tuple(archive.get(kind, one) for one in sorted({one for one in ids if one}))


def _distinct(rows: tuple[R, ...]) -> tuple[R, ...]:
    return tuple({row.id: row for row in rows}.values())


def _in_item_order(blocks: tuple[Block, ...], items: tuple[AgendaItem, ...]) -> tuple[Block, ...]:
    places = {item.id: place for place, item in enumerate(items)}
    return tuple(sorted(blocks, key=lambda row: places.get(row.item_id, -1) if row.item_id else -1))
