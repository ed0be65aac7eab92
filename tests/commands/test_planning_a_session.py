"""Bodies, people, sessions and agendas: what planning makes, and what it refuses."""

import datetime as dt

import pytest

from lrt_desk.commands import agenda, bodies, minutes, people, sessions
from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import AgendaItem, Attendee, ItemKind, Series, Session, SessionState
from lrt_desk.model.people import Organisation, Person
from lrt_desk.store.archive import Archive
from tests.commands.tables import FIRST, SECOND, Table


def titles(archive: Archive, table: Table) -> list[tuple[str, str]]:
    return [(i.number, i.title) for i in archive.find(AgendaItem, session_id=table.first)]


def test_an_organisation_is_known_however_its_code_is_typed(archive: Archive) -> None:
    made = bodies.add_organisation(archive, code="CdK’s")
    assert made.kinds == {"Organisation"}
    with pytest.raises(DeskError):
        bodies.add_organisation(archive, code="CDK´s")
    assert [one.code for one in archive.find(Organisation)] == ["CdK’s"]


def test_a_planned_session_has_its_frame_and_the_members_of_the_day(
    archive: Archive, table: Table
) -> None:
    assert titles(archive, table) == [("1", "Opening en mededelingen"), ("2", "WVTTK")]
    seated = archive.find(Attendee, session_id=table.first)
    assert [one.person_id for one in seated] == [table.chair, table.member, table.official]


def test_members_come_and_go(archive: Archive, table: Table) -> None:
    people.add_membership(
        archive, person_id=table.outsider, body_id=table.body, organisation_id=table.coa,
        since=dt.date(2027, 1, 1), until=dt.date(2027, 1, 31),
    )  # fmt: skip
    counts = []
    for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 31), dt.date(2027, 2, 1)):
        planned = sessions.plan(archive, table.body, date=day).subject
        counts.append(len(archive.find(Attendee, session_id=planned)))
    assert counts == [3, 4, 3]


def test_a_series_leaves_out_its_exceptions_and_is_undone_whole(
    archive: Archive, table: Table
) -> None:
    before = archive.find(Session)
    made = sessions.plan_series(
        archive, table.body, first=dt.date(2026, 12, 18), count=3, skipped={dt.date(2026, 12, 25)},
        start=dt.time(9, 15),
    )  # fmt: skip
    days = [one.date for one in archive.find(Session, series_id=made.subject)]
    assert days == [dt.date(2026, 12, 18), dt.date(2027, 1, 1)]
    archive.undo()
    assert archive.find(Session) == before
    assert archive.find(Series) == ()


def test_one_session_is_not_planned_twice(archive: Archive, table: Table) -> None:
    with pytest.raises(DeskError):
        sessions.plan(archive, table.body, date=FIRST, start=dt.time(9, 15))
    with pytest.raises(DeskError):
        sessions.move(archive, table.first, date=SECOND)
    assert archive.get(Session, table.first).date == FIRST
    sessions.cancel(archive, table.first)
    sessions.plan(archive, table.body, date=FIRST, start=dt.time(9, 15))


def test_the_token_of_invitations_is_drawn_once_and_moves_are_counted(
    archive: Archive, table: Table
) -> None:
    sessions.move(archive, table.first, date=dt.date(2026, 11, 12), start=dt.time(10))
    assert archive.get(Session, table.first).sequence == 0
    sessions.mark_invited(archive, table.first)
    token = archive.get(Session, table.first).uid_token
    assert len(token) == 32
    sessions.edit(archive, table.first, place="Den Haag")
    sessions.move(archive, table.first, date=FIRST)
    sessions.mark_invited(archive, table.first)
    sessions.cancel(archive, table.first)
    called_off = archive.get(Session, table.first)
    assert (called_off.uid_token, called_off.sequence) == (token, 2)
    assert (called_off.state, called_off.start) == (SessionState.CANCELLED, dt.time(10))


def test_a_moved_session_of_a_series_remembers_its_first_day(
    archive: Archive, table: Table
) -> None:
    day = dt.date(2026, 12, 4)
    made = sessions.plan_series(archive, table.body, first=day, count=1)
    planned = archive.find(Session, series_id=made.subject)[0]
    sessions.move(archive, planned.id, date=dt.date(2026, 12, 7))
    sessions.move(archive, planned.id, date=dt.date(2026, 12, 8))
    assert archive.get(Session, planned.id).original_date == day


def test_times_that_run_backwards_are_refused(archive: Archive, table: Table) -> None:
    with pytest.raises(DeskError):
        sessions.edit(archive, table.first, start=dt.time(11), end=dt.time(10))
    with pytest.raises(DeskError):
        sessions.plan_series(archive, table.body, first=FIRST, count=0)


def test_items_are_added_before_the_last_and_numbered_anew(archive: Archive, table: Table) -> None:
    added = agenda.add_item(archive, table.first, title="Winterplan", kind=ItemKind.DISCUSSION)
    agenda.add_item(archive, table.first, title="Brieven")
    assert [title for _, title in titles(archive, table)][1:] == ["Winterplan", "Brieven", "WVTTK"]
    agenda.move_item(archive, added.subject, to=2)
    assert titles(archive, table)[1:3] == [("2", "Brieven"), ("3", "Winterplan")]
    agenda.remove_item(archive, added.subject)
    assert titles(archive, table)[2] == ("3", "WVTTK")
    archive.undo()
    archive.undo()
    assert titles(archive, table)[1:3] == [("2", "Winterplan"), ("3", "Brieven")]


def test_an_item_that_holds_text_is_not_removed(archive: Archive, table: Table) -> None:
    sessions.hold(archive, table.first)
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    minutes.add_block(archive, opening.id, text="De voorzitter opent.")
    with pytest.raises(DeskError):
        agenda.remove_item(archive, opening.id)
    assert opening in archive.find(AgendaItem, session_id=table.first)


def test_a_person_needs_a_surname(archive: Archive) -> None:
    with pytest.raises(DeskError):
        people.add_person(archive, surname=" ", given_name="Anna")
    made = people.add_person(archive, surname="De  Wit⟧")
    assert archive.get(Person, made.subject).surname == "De Wit]"
