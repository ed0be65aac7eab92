"""Old minutes land whole, once, and without guessing who is who."""

import datetime as dt
from dataclasses import replace

import pytest

from lrt_desk.commands import imports, minutes, people, publication
from lrt_desk.commands.originals import issuable, original
from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import (
    AgendaItem,
    AttendanceStatus,
    Attendee,
    Body,
    Session,
    SessionState,
)
from lrt_desk.model.minutes import (
    WITHHELD_IN_SOURCE,
    Action,
    ActionState,
    Approval,
    ApprovalOutcome,
    Block,
    BlockKind,
    Decision,
    LineRole,
    MinutesVersion,
    Remark,
    SourceLine,
    SourceText,
    VersionKind,
)
from lrt_desk.model.people import Confidentiality, Organisation, Person, Role
from lrt_desk.model.reading import (
    ReadAction,
    ReadApproval,
    ReadAttendee,
    ReadBlock,
    ReadDecision,
    ReadItem,
    ReadMinutes,
    ReadRemark,
    Where,
)
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import session_snapshot

READING = ReadMinutes(
    file_name="verslag-2026-03-13.txt",
    content_hash="11" * 32,
    body="LRT",
    body_name="Landelijke Regietafel",
    title="Verslag LRT",
    date=dt.date(2026, 3, 13),
    start=dt.time(9, 15),
    place="Webex",
    attendees=(
        ReadAttendee(organisation="SJenV", salutation="Mevr.", surname="Roording"),
        ReadAttendee(organisation="CdK’s", salutation="Dhr.", particle="van", surname="Dalen"),
        ReadAttendee(organisation="CDK´s", confidentiality=Confidentiality.NAME_WITHHELD),
        ReadAttendee(
            organisation="IPO", salutation="Mevr.", particle="ter", surname="Steege",
            role=Role.DEPUTY, deputy_for="Van Dalen",
        ),
        ReadAttendee(label="secretariaat", role=Role.SECRETARIAT),
    ),
    items=(
        ReadItem(
            number="1", title="Opening",
            blocks=(
                ReadBlock(kind=BlockKind.BULLET, text="Het verslag wordt geaccordeerd."),
                ReadBlock(kind=BlockKind.BULLET, text="De leden gaan akkoord.", label="IBT"),
            ),
        ),
        ReadItem(
            number="", title="Rondvraag",
            blocks=(ReadBlock(kind=BlockKind.ACTION, text=f"VB belt {WITHHELD_IN_SOURCE}."),),
        ),
    ),
    loose=(ReadBlock(kind=BlockKind.TEXT, text="Los ⟦zinnetje⟧."),),
    actions=(
        ReadAction(
            where=Where(item=1, block=0), text=f"VB belt {WITHHELD_IN_SOURCE}.",
            owners=("VB", WITHHELD_IN_SOURCE), unsettled="De houder is niet zeker.",
        ),
        ReadAction(where=Where(item=0, block=1), text="Uitwerken.", handed_to="HLRT"),
    ),
    decisions=(ReadDecision(where=Where(item=0, block=1), text="De leden gaan akkoord."),),
    approvals=(
        ReadApproval(
            where=Where(item=0, block=0), outcome=ApprovalOutcome.WITH_CHANGES,
            date=dt.date(2026, 3, 6), organisations=("VNG",),
        ),
    ),
    remarks=(ReadRemark(text="Regel zonder plaats.", where=Where(block=0), quote="Los"),),
    lines=(SourceLine(role=LineRole.HEADING, text="1. OPENING"),),
)  # fmt: skip
EARLIER = replace(
    READING, file_name="verslag-2026-03-06.txt", content_hash="22" * 32,
    date=dt.date(2026, 3, 6), approvals=(), attendees=(),
)  # fmt: skip


def test_everything_read_is_in_the_archive(archive: Archive) -> None:
    session_id = imports.record(archive, READING).subject
    snapshot = session_snapshot(archive, session_id)
    assert (snapshot.body.code, snapshot.body.name) == ("LRT", "Landelijke Regietafel")
    assert snapshot.session.state is SessionState.IMPORTED
    assert [(i.number, i.title) for i in snapshot.items] == [("1", "Opening"), ("", "Rondvraag")]
    opening, questions = snapshot.items
    assert [(b.item_id, b.text, b.label) for b in snapshot.blocks] == [
        (None, "Los [zinnetje].", ""),
        (opening.id, "Het verslag wordt geaccordeerd.", ""),
        (opening.id, "De leden gaan akkoord.", "IBT"),
        (questions.id, f"VB belt {WITHHELD_IN_SOURCE}.", ""),
    ]
    texts = {block.text: block.id for block in snapshot.blocks}
    first, second = archive.find(Action)
    assert (first.owners, first.unsettled) == (
        ("VB", WITHHELD_IN_SOURCE),
        "De houder is niet zeker.",
    )
    assert (first.block_id, first.item_id) == (texts[first.text], questions.id)
    assert (second.state, second.handed_to) == (ActionState.HANDED_OVER, "HLRT")
    assert archive.find(Decision)[0].block_id == texts["De leden gaan akkoord."]
    remark = archive.find(Remark)[0]
    assert (remark.quote, remark.block_id) == ("Los", texts["Los [zinnetje]."])
    assert archive.find(SourceText)[0].lines == READING.lines


def test_attendees_keep_their_order_and_what_was_withheld_stays_so(archive: Archive) -> None:
    session_id = imports.record(archive, READING).subject
    codes = {one.id: one.code for one in archive.find(Organisation)}
    assert sorted(codes.values()) == ["CdK’s", "IPO", "JenV", "SJenV"]
    parents = {one.code: codes.get(one.parent_id or one.id) for one in archive.find(Organisation)}
    assert parents["SJenV"] == "JenV"
    seated = archive.find(Attendee, session_id=session_id)
    assert [bool(one.person_id) for one in seated] == [True, True, False, True, False]
    assert [codes.get(one.organisation_id or one.id) for one in seated] == [
        "SJenV", "CdK’s", "CdK’s", "IPO", None,
    ]  # fmt: skip
    assert seated[2].confidentiality is Confidentiality.NAME_WITHHELD
    assert seated[3].deputy_for_id == seated[1].id
    assert seated[4].label == "secretariaat"


def test_the_text_is_fixed_when_a_copy_is_issued_and_again_after_a_correction(
    archive: Archive,
) -> None:
    session_id = imports.record(archive, READING).subject
    assert archive.find(MinutesVersion) == ()
    first = issuable(archive, session_id)
    assert issuable(archive, session_id).version_id == first.version_id
    minutes.edit_block(archive, archive.find(Block)[0].id, text="Beter gelezen.")
    assert original(archive, session_id).version_id is None
    second = issuable(archive, session_id)
    assert "Beter gelezen." in {block.text for block in second.minutes.blocks}
    assert "Beter gelezen." not in {block.text for block in first.minutes.blocks}
    versions = archive.find(MinutesVersion)
    assert [(one.kind, one.number) for one in versions] == [
        (VersionKind.IMPORTED, "import"),
        (VersionKind.IMPORTED, "import 2"),
    ]
    number = publication.next_public_number(archive, session_id)
    assert second.version_id
    publication.record_public_copy(archive, second.version_id, number=number, file_hash="ab" * 32)
    assert archive.get(Session, session_id).state is SessionState.IMPORTED


def test_an_import_can_be_undone_and_done_again(archive: Archive) -> None:
    imports.record(archive, READING)
    assert archive.undo() is not None
    assert archive.find(Session) == archive.find(Block) == archive.find(SourceText) == ()
    imports.record(archive, READING)
    assert len(archive.find(Session)) == 1


@pytest.mark.parametrize(
    "again",
    [
        replace(READING, file_name="kopie.txt", date=dt.date(2026, 3, 20)),
        replace(READING, content_hash="33" * 32),
        replace(READING, content_hash="33" * 32, body="lrt"),
    ],
)
def test_the_same_file_or_day_is_refused_and_changes_nothing(
    archive: Archive, again: ReadMinutes
) -> None:
    imports.record(archive, READING)
    kinds = (Body, Session, Person, Organisation, Attendee, AgendaItem, Block, SourceText)
    before = [archive.find(kind) for kind in kinds]
    with pytest.raises(DeskError, match="staat al in dit archief"):
        imports.record(archive, again)
    assert [archive.find(kind) for kind in kinds] == before


@pytest.mark.parametrize("reading", [replace(READING, date=None), replace(READING, body="")])
def test_minutes_of_no_known_day_or_body_are_refused(
    archive: Archive, reading: ReadMinutes
) -> None:
    with pytest.raises(DeskError) as refused:
        imports.record(archive, reading)
    assert refused.value.remedy
    assert archive.find(Body) == ()


def test_the_body_may_be_given_from_outside(archive: Archive) -> None:
    session_id = imports.record(archive, replace(READING, body=""), body="PRT").subject
    assert session_snapshot(archive, session_id).body.code == "PRT"


@pytest.mark.parametrize("order", [(READING, EARLIER), (EARLIER, READING)])
def test_approvals_find_their_minutes_in_either_order(
    archive: Archive, order: tuple[ReadMinutes, ...]
) -> None:
    made = {one.date: imports.record(archive, one).subject for one in order}
    approval = archive.find(Approval)[0]
    assert approval.session_id == made[dt.date(2026, 3, 6)]
    assert approval.given_in_id == made[dt.date(2026, 3, 13)]
    assert approval.block_id is not None
    assert archive.get(Block, approval.block_id).text == "Het verslag wordt geaccordeerd."


def test_who_is_certainly_known_is_not_made_anew(archive: Archive) -> None:
    imports.record(archive, READING)
    before = archive.find(Person)
    people.set_confidentiality(archive, before[0].id, Confidentiality.NAME_WITHHELD)
    later = replace(EARLIER, date=dt.date(2026, 3, 20), attendees=READING.attendees[:2])
    session_id = imports.record(archive, later).subject
    assert [one.id for one in archive.find(Person)] == [one.id for one in before]
    again = archive.find(Attendee, session_id=session_id)
    assert [one.person_id for one in again] == [before[0].id, before[1].id]
    assert again[0].confidentiality is None


@pytest.mark.parametrize(
    "alike",
    [
        ReadAttendee(organisation="VNG", salutation="Mevr.", surname="Roording"),
        ReadAttendee(organisation="SJenV", salutation="Dhr.", surname="Roording"),
        ReadAttendee(organisation="SJenV", surname="Roording", particle="van"),
    ],
)
def test_who_only_looks_alike_is_somebody_else_with_a_remark(
    archive: Archive, alike: ReadAttendee
) -> None:
    imports.record(archive, READING)
    known = len(archive.find(Person))
    later = replace(EARLIER, date=dt.date(2026, 3, 20), attendees=(alike,), remarks=())
    session_id = imports.record(archive, later).subject
    assert len(archive.find(Person)) == known + 1
    assert len(archive.find(Remark, session_id=session_id)) == 1


def test_one_name_twice_at_one_session_is_two_people(archive: Archive) -> None:
    twice = ReadAttendee(organisation="VNG", surname="Vries", particle="de")
    session_id = imports.record(archive, replace(READING, attendees=(twice, twice))).subject
    seated = archive.find(Attendee, session_id=session_id)
    assert len({one.person_id for one in seated}) == 2
    assert all(one.status is AttendanceStatus.PRESENT for one in seated)


def test_a_deputy_of_nobody_certain_gets_a_remark(archive: Archive) -> None:
    lone = ReadAttendee(organisation="IPO", surname="Steege", deputy_for="Onbekend")
    imports.record(archive, replace(READING, attendees=(lone,), remarks=()))
    assert [one.quote for one in archive.find(Remark)] == ["Steege"]
    assert archive.find(Attendee)[0].deputy_for_id is None
