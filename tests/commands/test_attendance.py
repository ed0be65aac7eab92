"""Who came, who left, and who sat in whose place."""

import datetime as dt

import pytest

from lrt_desk.commands import attendance, sessions
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus as A
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.store.archive import Archive
from tests.commands.tables import Table


def place(archive: Archive, table: Table, person: Id) -> Attendee:
    return archive.find(Attendee, session_id=table.first, person_id=person)[0]


def test_a_deputy_sits_right_after_whom_they_replace(archive: Archive, table: Table) -> None:
    chair = place(archive, table, table.chair)
    attendance.deputise(archive, chair.id, table.outsider)
    seated = archive.find(Attendee, session_id=table.first)
    assert [one.person_id for one in seated][:2] == [table.chair, table.outsider]
    assert seated[0].status is A.REPLACED
    deputy = seated[1]
    assert (deputy.role, deputy.organisation_id, deputy.deputy_for_id) == (
        Role.DEPUTY, table.vng, chair.id,
    )  # fmt: skip
    attendance.remove_attendee(archive, deputy.id)
    assert place(archive, table, table.chair).status is A.EXPECTED
    archive.undo()
    archive.undo()
    assert archive.find(Attendee, session_id=table.first)[0] == chair


def test_a_deputy_must_exist_and_be_free(archive: Archive, table: Table) -> None:
    chair = place(archive, table, table.chair)
    for nobody in (Id("unknown"), table.member, table.chair):
        with pytest.raises(DeskError):
            attendance.deputise(archive, chair.id, nobody)
    attendance.deputise(archive, chair.id, table.outsider)
    with pytest.raises(DeskError):
        attendance.set_attendance(archive, chair.id, A.PRESENT)
    with pytest.raises(DeskError):
        attendance.remove_attendee(archive, chair.id)


def test_partly_present_says_when_and_only_then(archive: Archive, table: Table) -> None:
    member = place(archive, table, table.member)
    with pytest.raises(DeskError):
        attendance.set_attendance(archive, member.id, A.PARTLY_PRESENT)
    with pytest.raises(DeskError):
        attendance.set_attendance(archive, member.id, A.PRESENT, present_until=dt.time(11))
    with pytest.raises(DeskError):
        attendance.set_attendance(
            archive, member.id, A.PARTLY_PRESENT,
            present_from=dt.time(11), present_until=dt.time(10),
        )  # fmt: skip
    assert place(archive, table, table.member) == member
    attendance.set_attendance(archive, member.id, A.PARTLY_PRESENT, present_items="1–3")
    assert place(archive, table, table.member).present_items == "1–3"
    attendance.set_attendance(archive, member.id, A.PRESENT)
    assert place(archive, table, table.member).present_items == ""


def test_starting_the_minutes_takes_the_expected_for_present(
    archive: Archive, table: Table
) -> None:
    member = place(archive, table, table.member)
    attendance.set_attendance(archive, member.id, A.ABSENT_WITH_NOTICE)
    sessions.hold(archive, table.first)
    statuses = [one.status for one in archive.find(Attendee, session_id=table.first)]
    assert statuses == [A.PRESENT, A.ABSENT_WITH_NOTICE, A.PRESENT]
    late = attendance.add_attendee(archive, table.first, label="tolk", role=Role.GUEST)
    assert archive.get(Attendee, late.subject).status is A.PRESENT


def test_people_are_taken_over_from_an_earlier_session_once(archive: Archive, table: Table) -> None:
    guest = attendance.add_attendee(
        archive, table.first, person_id=table.outsider, organisation_id=table.coa
    )
    attendance.set_session_confidentiality(archive, guest.subject, Confidentiality.NAME_WITHHELD)
    attendance.copy_attendees(archive, table.second, from_session_id=table.first)
    attendance.copy_attendees(archive, table.second, from_session_id=table.first)
    seated = archive.find(Attendee, session_id=table.second)
    assert [one.person_id for one in seated] == [
        table.chair, table.member, table.official, table.outsider,
    ]  # fmt: skip
    assert seated[3].confidentiality is Confidentiality.NAME_WITHHELD
    with pytest.raises(DeskError):
        attendance.add_attendee(archive, table.second, person_id=table.outsider)
