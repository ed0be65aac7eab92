"""All that a document needs of one session, the same bytes for the same facts."""

import datetime as dt
import json
from dataclasses import fields, replace

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import (
    Approval,
    ApprovalOutcome,
    ChangeRequest,
    MinutesVersion,
    RequestState,
)
from lrt_desk.model.papers import Embargo, Marking, MarkingLevel, Paper, PaperVersion
from lrt_desk.model.people import Organisation
from lrt_desk.model.publication import Ground, Redaction
from lrt_desk.model.snapshot import ApprovalStamp
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import canonical, content_hash, session_snapshot, version_snapshot
from tests.store.sample import (
    ACTION,
    ATTENDEES,
    BLOCKS,
    BODY,
    CHAIR,
    CITIES,
    DECISION,
    ITEMS,
    MINISTRY,
    OFFICE,
    OFFICIAL,
    SESSION,
    VERSION,
    fill,
)

MOMENT = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
MARKING = Marking(id=Id("marking"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL)
EMBARGO = Embargo(id=Id("embargo"), event="na de ministerraad")
LENDER = Organisation(id=Id("org-ipo"), code="IPO")
PAPER = Paper(
    id=Id("paper"),
    item_id=ITEMS[1].id,
    position=0,
    title="Brief",
    owner_id=LENDER.id,
    marking_id=MARKING.id,
    embargo_id=EMBARGO.id,
)
DELIVERIES = tuple(
    PaperVersion(
        id=Id(f"delivery-{9 - number}"), paper_id=PAPER.id, number=number, delivered_at=MOMENT
    )
    for number in (1, 2)
)
REQUEST = ChangeRequest(
    id=Id("request"),
    session_id=SESSION.id,
    version_id=VERSION.id,
    organisation_id=CITIES.id,
    block_id=BLOCKS[0].id,
    state=RequestState.OPEN,
    received_at=MOMENT,
)
REDACTION = Redaction(
    id=Id("redaction"),
    session_id=SESSION.id,
    block_id=BLOCKS[0].id,
    quote="kust",
    ground=Ground.PRIVACY,
)
NEXT = Session(id=Id("session-next"), body_id=BODY.id, date=dt.date(2026, 3, 13))
LATER = Session(id=Id("session-later"), body_id=BODY.id, date=dt.date(2026, 3, 20))
APPROVED = Approval(
    id=Id("approval"),
    body_id=BODY.id,
    date=SESSION.date,
    session_id=SESSION.id,
    given_in_id=LATER.id,
    outcome=ApprovalOutcome.WITH_CHANGES,
    organisations=("VNG",),
)
DEFERRED = replace(
    APPROVED,
    id=Id("z-deferred"),
    given_in_id=NEXT.id,
    outcome=ApprovalOutcome.DEFERRED,
    organisations=(),
)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    fill(archive)
    with archive.atomic("Meer"):
        for row in (
            MARKING,
            EMBARGO,
            LENDER,
            PAPER,
            *DELIVERIES,
            VERSION,
            REQUEST,
            REDACTION,
            NEXT,
            LATER,
        ):
            archive.put(row)
    return archive


def test_it_holds_all_there_is(filled: Archive) -> None:
    snapshot = session_snapshot(filled, SESSION.id)
    assert (snapshot.body, snapshot.session) == (BODY, SESSION)
    assert {row.id for row in snapshot.organisations} == {
        MINISTRY.id,
        OFFICE.id,
        CITIES.id,
        LENDER.id,
    }
    assert snapshot.people == (CHAIR, OFFICIAL)
    assert snapshot.attendees == ATTENDEES
    assert (snapshot.items, snapshot.blocks) == (ITEMS, BLOCKS)
    assert (snapshot.papers, snapshot.paper_versions) == ((PAPER,), DELIVERIES)
    assert (snapshot.markings, snapshot.embargoes) == ((MARKING,), (EMBARGO,))
    assert (snapshot.actions, snapshot.decisions) == ((ACTION,), (DECISION,))
    assert (snapshot.redactions, snapshot.requests) == ((REDACTION,), (REQUEST,))
    assert (snapshot.version, snapshot.stamp, snapshot.public_number) == (None, None, "")


def test_it_holds_nothing_of_another_session(filled: Archive) -> None:
    snapshot = session_snapshot(filled, NEXT.id)
    empty = [field.name for field in fields(snapshot) if getattr(snapshot, field.name) == ()]
    assert len(empty) == len([field for field in fields(snapshot) if field.default == ()])


def test_blocks_follow_the_order_of_their_items(filled: Archive) -> None:
    loose = replace(BLOCKS[0], id=Id("loose"), item_id=None, position=7)
    with filled.atomic("Volgorde"):
        filled.put(replace(ITEMS[0], position=5))
        filled.put(loose)
    blocks = session_snapshot(filled, SESSION.id).blocks
    assert blocks == (loose, BLOCKS[1], BLOCKS[0])


def test_approved_minutes_carry_the_stamp_of_the_session_that_approved(filled: Archive) -> None:
    with filled.atomic("Aangehouden"):
        filled.put(DEFERRED)
    assert session_snapshot(filled, SESSION.id).stamp is None
    with filled.atomic("Geaccordeerd"):
        filled.put(APPROVED)
    snapshot = session_snapshot(filled, SESSION.id)
    assert snapshot.stamp == ApprovalStamp(
        body="LRT",
        date=LATER.date,
        outcome=ApprovalOutcome.WITH_CHANGES,
        organisations=("VNG",),
    )
    assert set(snapshot.approvals) == {APPROVED, DEFERRED}
    given = session_snapshot(filled, LATER.id)
    assert (given.approvals, given.stamp) == ((APPROVED,), None)


def test_an_approval_that_came_before_its_minutes_counts_by_body_and_date(filled: Archive) -> None:
    with filled.atomic("Ingelezen"):
        filled.put(replace(APPROVED, session_id=None))
    stamp = session_snapshot(filled, SESSION.id).stamp
    assert stamp is not None
    assert stamp.date == LATER.date


def test_a_session_that_is_not_there(filled: Archive) -> None:
    with pytest.raises(DeskError):
        session_snapshot(filled, Id("nowhere"))


def test_the_same_facts_are_the_same_bytes_and_come_back(filled: Archive) -> None:
    snapshot = session_snapshot(filled, SESSION.id)
    content = canonical(snapshot)
    assert content == canonical(session_snapshot(filled, SESSION.id))
    assert list(json.loads(content)) == sorted(json.loads(content))
    version = MinutesVersion(
        id=Id("version-2"),
        session_id=SESSION.id,
        number="1.0",
        kind=VERSION.kind,
        created_at=MOMENT,
        content=content.decode(),
        content_hash=content_hash(content),
    )
    with filled.atomic("Vastgelegd"):
        filled.put(version)
    kept = filled.get(MinutesVersion, version.id)
    assert version_snapshot(kept) == snapshot
    assert canonical(version_snapshot(kept)) == content
    assert content_hash(kept.content.encode()) == kept.content_hash


def test_the_hash_is_plain_sha256() -> None:
    assert content_hash(b"abc").startswith("ba7816bf8f01cfea")
