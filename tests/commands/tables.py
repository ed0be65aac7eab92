"""A table to sit at: one body, some organisations and people, and sessions on two Fridays."""

import datetime as dt
from dataclasses import dataclass

from lrt_desk.commands import bodies, people, sessions
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.store.archive import Archive

FIRST, SECOND = dt.date(2026, 11, 13), dt.date(2026, 11, 20)


@dataclass(frozen=True)
class Table:
    """What the tests refer to by name."""

    body: Id
    vng: Id
    coa: Id
    chair: Id
    member: Id
    official: Id
    outsider: Id
    first: Id
    second: Id


def lay_table(archive: Archive) -> Table:
    """Seat a chair, a member and a withheld official; an outsider has no seat."""
    body = bodies.add_body(archive, code="LRT", name="Regietafel").subject
    vng = bodies.add_organisation(archive, code="VNG").subject
    coa = bodies.add_organisation(archive, code="COA").subject
    seats = [("Roording", Role.CHAIR), ("Brakenhoff", Role.MEMBER), ("Zandvliet", Role.OFFICIAL)]
    seated = []
    for surname, role in seats:
        seated.append(people.add_person(archive, surname=surname, salutation="Mevr.").subject)
        people.add_membership(
            archive, person_id=seated[-1], body_id=body, organisation_id=vng, role=role
        )
    people.set_confidentiality(archive, seated[2], Confidentiality.NAME_WITHHELD)
    outsider = people.add_person(archive, surname="Steege", particle="ter").subject
    first, second = (
        sessions.plan(archive, body, date=day, start=dt.time(9, 15)).subject
        for day in (FIRST, SECOND)
    )
    return Table(body, vng, coa, *seated, outsider, first, second)
