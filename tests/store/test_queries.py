"""Lists and names of sessions, withheld people, history."""

import datetime as dt
import time
from dataclasses import replace

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee, Body, Session, SessionState
from lrt_desk.model.minutes import Action, ActionState
from lrt_desk.model.people import Confidentiality
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import (
    history,
    reference,
    session_by_reference,
    sessions,
    withheld_people,
)
from tests.store.sample import ACTION, ATTENDEES, BODY, CHAIR, OFFICIAL, SESSION, fill

SECOND = replace(SESSION, id=Id("session-2"), start=dt.time(13))
OTHER = Body(id=Id("body-2"), code="HLRT")
ELSEWHERE = Session(id=Id("session-0"), body_id=OTHER.id, date=dt.date(2026, 3, 4))


@pytest.fixture
def filled(archive: Archive) -> Archive:
    fill(archive)
    with archive.atomic("Meer"):
        for row in (OTHER, SECOND, ELSEWHERE):
            archive.put(row)
    return archive


def test_sessions_are_listed_newest_first_with_their_numbers(filled: Archive) -> None:
    lines = sessions(filled)
    assert [line.reference for line in lines] == [
        "LRT/2026-03-06/2",
        "LRT/2026-03-06",
        "HLRT/2026-03-04",
    ]
    assert (lines[1].items, lines[1].attendees, lines[1].open_actions) == (2, 2, 1)
    assert (lines[0].items, lines[0].attendees, lines[0].open_actions) == (0, 0, 0)
    assert (lines[1].body, lines[1].start, lines[1].end) == ("LRT", dt.time(9, 15), None)
    assert (lines[1].state, lines[1].provisional) == (SessionState.PLANNED, False)


def test_a_done_action_is_not_open(filled: Archive) -> None:
    with filled.atomic("Gedaan"):
        filled.put(replace(ACTION, state=ActionState.DONE))
    assert [line.open_actions for line in sessions(filled)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LRT/2026-03-06", SESSION),
        (" lrt / 2026-03-06 ", SESSION),
        ("LRT/2026-03-06/1", SESSION),
        ("lrt/2026-03-06/2", SECOND),
        ("hlrt/2026-03-04", ELSEWHERE),
    ],
)
def test_a_session_by_its_reference(filled: Archive, words: str, found: Session) -> None:
    assert session_by_reference(filled, words) == found


def test_references_go_and_come_back(filled: Archive) -> None:
    for session in (SESSION, SECOND, ELSEWHERE):
        assert session_by_reference(filled, reference(filled, session)) == session


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("LRT/2026-03-07", "LRT/2026-03-06"),
        ("LRT/2026-03-06/3", "LRT/2026-03-06/2"),
        ("HLRT/2026-03-40", "HLRT/2026-03-04"),
        ("", "LRT"),
        ("%", "LRT"),
    ],
)
def test_an_unknown_session_names_the_nearest(filled: Archive, words: str, near: str) -> None:
    with pytest.raises(DeskError) as caught:
        session_by_reference(filled, words)
    assert near in caught.value.remedy


def test_an_empty_archive_has_none_to_name(archive: Archive) -> None:
    assert sessions(archive) == ()
    with pytest.raises(DeskError, match="nog geen vergaderingen"):
        session_by_reference(archive, "LRT/2026-03-06")


def test_withheld_people_are_withheld_anywhere(filled: Archive) -> None:
    assert withheld_people(filled) == (OFFICIAL,)
    with filled.atomic("Deze keer niet"):
        filled.put(replace(ATTENDEES[0], confidentiality=Confidentiality.FULLY_WITHHELD))
        filled.put(replace(ATTENDEES[1], confidentiality=Confidentiality.PUBLIC))
        filled.put(
            Attendee(
                id=Id("nameless"),
                session_id=SESSION.id,
                position=3,
                confidentiality=Confidentiality.NAME_WITHHELD,
            )
        )
    assert withheld_people(filled) == (CHAIR, OFFICIAL)


def test_history_tells_what_a_row_was(filled: Archive) -> None:
    with filled.atomic("Gedaan"):
        filled.put(replace(ACTION, state=ActionState.DONE))
    filled.undo()
    told = history(filled, ACTION.id)
    assert [(entry.label, entry.act) for entry in told] == [
        ("Voorbeeld", "do"),
        ("Gedaan", "do"),
        ("Gedaan", "undo"),
    ]
    assert told[0].before is None
    assert told[1].after == told[2].before
    assert told[0].moment < told[1].moment
    assert told[0].kind == Action.__name__


def test_a_thousand_sessions_are_listed_at_once(archive: Archive) -> None:
    with archive.atomic("Veel"):
        archive.put(BODY)
        for day in range(1000):
            date = dt.date(2006, 1, 6) + dt.timedelta(weeks=day)
            archive.put(Session(id=Id(f"s{day:04}"), body_id=BODY.id, date=date))
    start = time.perf_counter()
    assert len(sessions(archive)) == 1000
    assert time.perf_counter() - start < 1
