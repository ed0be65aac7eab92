"""People, what they may be called outside, and on whose behalf they sit at a table."""

import datetime as dt
from dataclasses import replace
from typing import TypedDict, Unpack

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Body
from lrt_desk.model.people import Confidentiality, Membership, Organisation, Person, Role
from lrt_desk.rules.text import cleaned
from lrt_desk.store.archive import Archive


class PersonFacts(TypedDict, total=False):
    """What may be told of a person; what is left out stays as it is."""

    surname: str
    particle: str
    initials: str
    given_name: str
    salutation: str
    email: str
    phone: str
    function: str
    confidentiality: Confidentiality


def add_person(archive: Archive, **facts: Unpack[PersonFacts]) -> Change:
    """Add a person; a surname is the least that must be known."""
    with archive.atomic(t("Persoon toevoegen")):
        person = _checked(replace(Person(id=new_id(), surname=""), **facts))
        archive.put(person)
        return archive.change(person.id)


def edit_person(archive: Archive, person_id: Id, **facts: Unpack[PersonFacts]) -> Change:
    """Correct what is known of a person."""
    with archive.atomic(t("Persoon wijzigen")):
        archive.put(_checked(replace(archive.get(Person, person_id), **facts)))
        return archive.change(person_id)


def set_confidentiality(archive: Archive, person_id: Id, level: Confidentiality) -> Change:
    """Say how far a person's name may travel, in every session that does not say otherwise."""
    with archive.atomic(t("Vertrouwelijkheid wijzigen")):
        archive.put(replace(archive.get(Person, person_id), confidentiality=level))
        return archive.change(person_id)


def add_membership(
    archive: Archive,
    *,
    person_id: Id,
    body_id: Id,
    organisation_id: Id,
    role: Role = Role.MEMBER,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Change:
    """Seat a person at a body on behalf of an organisation, from and until a date (inclusive)."""
    with archive.atomic(t("Lidmaatschap toevoegen")):
        archive.get(Person, person_id)
        archive.get(Body, body_id)
        archive.get(Organisation, organisation_id)
        if since and until and until < since:
            raise DeskError(
                t("Het lidmaatschap eindigt voordat het begint."), t("Controleer de datums.")
            )
        membership = Membership(
            id=new_id(),
            person_id=person_id,
            body_id=body_id,
            organisation_id=organisation_id,
            role=role,
            since=since,
            until=until,
        )
        archive.put(membership)
        return archive.change(membership.id)


def end_membership(archive: Archive, membership_id: Id, *, until: dt.date) -> Change:
    """End a membership after a day; sessions already planned keep their attendees."""
    with archive.atomic(t("Lidmaatschap beëindigen")):
        archive.put(replace(archive.get(Membership, membership_id), until=until))
        return archive.change(membership_id)


def _checked(person: Person) -> Person:
    person = cleaned(person)
    if not person.surname:
        raise DeskError(t("De achternaam ontbreekt."), t("Vul een achternaam in."))
    return person
