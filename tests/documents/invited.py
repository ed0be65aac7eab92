"""A fictional session with people to invite."""

import datetime as dt
from dataclasses import replace
from typing import Any

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus, Attendee, Body, Session
from lrt_desk.model.people import Confidentiality, Organisation, Person, Role
from lrt_desk.model.snapshot import SessionSnapshot

STAMP = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.UTC)

PEOPLE = (
    Person(id=Id("p1"), surname="Zeegers", given_name="Nora", email="nora.zeegers@min.example"),
    Person(id=Id("p2"), surname="Hoeve", particle="van der", initials="C.", email="c@gem.example"),
    Person(
        id=Id("p3"),
        surname="Tollenaar",
        given_name="Iris",
        email="iris.tollenaar@vng.example",
        confidentiality=Confidentiality.NAME_WITHHELD,
    ),
    Person(
        id=Id("p4"),
        surname="Quispel",
        given_name="Bram",
        email="bram.quispel@dienst.example",
        confidentiality=Confidentiality.FULLY_WITHHELD,
    ),
    Person(id=Id("p5"), surname="Zonderadres"),
    Person(id=Id("p6"), surname="Postbus", email="secretariaat@lrt.example"),
)
ROLES = (Role.CHAIR, Role.MEMBER, Role.OFFICIAL, Role.GUEST, Role.MEMBER, Role.SECRETARIAT)


def session(**facts: Any) -> Session:
    """Make a session, invited for, of a body that withholds its list of attendees."""
    usual: dict[str, Any] = {
        "id": Id("s1"),
        "body_id": Id("b1"),
        "date": dt.date(2026, 12, 4),
        "start": dt.time(9, 15),
        "end": dt.time(10, 45),
        "place": "Webex",
        "link": "https://webex.example/lrt?x=1;y=2,3",
        "uid_token": "5f0c2d9a7b1e4c3f8a6d5e4b3c2a1f00",
        "invited_at": STAMP,
    }
    return Session(**(usual | facts))


def snapshot(people: tuple[Person, ...] = PEOPLE, **facts: Any) -> SessionSnapshot:
    """Make a snapshot with a place at the table for each person."""
    organisation = Organisation(id=Id("o1"), code="VNG")
    attendees = tuple(
        Attendee(
            id=Id(f"a{at}"),
            session_id=Id("s1"),
            position=at,
            person_id=person.id,
            organisation_id=organisation.id,
            role=ROLES[at % len(ROLES)],
        )
        for at, person in enumerate(people)
    )
    body = Body(
        id=Id("b1"),
        code="LRT",
        name="Landelijke Regietafel Migratie en Integratie",
        mailbox="secretariaat@lrt.example",
    )
    return SessionSnapshot(
        body=body,
        session=session(**facts),
        organisations=(organisation,),
        people=people,
        attendees=attendees,
    )


def with_status(taken: SessionSnapshot, at: int, status: AttendanceStatus) -> SessionSnapshot:
    """Give one attendee another status."""
    places = list(taken.attendees)
    places[at] = replace(places[at], status=status)
    return replace(taken, attendees=tuple(places))
