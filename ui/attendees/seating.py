"""Somebody typed in: a known person or a new one, at the table, in a place, or corrected."""

from dataclasses import dataclass

from lrt_desk.commands import attendance, bodies, people
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality, Person, Role
from lrt_desk.rules.names import formal, informal, parse_name
from lrt_desk.store.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody as typed: a name as letters write it, and what else was filled in."""

    name: str
    organisation: str = ""
    role: Role = Role.MEMBER
    email: str = ""
    confidentiality: Confidentiality = Confidentiality.PUBLIC


def wrong(name: str, email: str) -> dict[str, str]:
    """Say what to mend, by the name of the field."""
    found = {
        "name": "" if parse_name(name).surname else t("Schrijf een naam als Mevr. A. de Vries."),
        "email": wrong_address(email),
    }
    return {field: words for field, words in found.items() if words}


def wrong_address(email: str) -> str:
    """Say what to mend in an address; "" is no address, and fine."""
    before, at, after = email.strip().partition("@")
    right = not email.strip() or (before and at and "." in after and " " not in email.strip())
    return "" if right else t("Schrijf een adres als a.devries@voorbeeld.nl.")


def known_names(archive: Archive) -> dict[str, Person]:
    """Give everybody by the name the screen offers."""
    return {informal(person): person for person in archive.find(Person)}


def add(archive: Archive, session_id: Id, guest: Guest) -> Change:
    """Put somebody on the list of a session; the subject is the place."""
    with archive.atomic(t("Deelnemer toevoegen")):
        person = _person(archive, guest)
        return attendance.add_attendee(
            archive,
            session_id,
            person_id=person.id,
            organisation_id=_organisation(archive, guest.organisation),
            role=guest.role,
            confidentiality=_own_wish(person, guest),
        )


def deputise(archive: Archive, attendee_id: Id, guest: Guest) -> Change:
    """Seat somebody in another's place; the subject is the deputy's place."""
    with archive.atomic(t("Vervanger vastleggen")):
        person = _person(archive, guest)
        place = attendance.deputise(archive, attendee_id, person.id).subject
        if (wish := _own_wish(person, guest)) is not None:
            attendance.set_session_confidentiality(archive, place, wish)
        return archive.change(place)


def set_email(archive: Archive, attendee_id: Id, email: str) -> Change:
    """Correct the address of the person in a place."""
    place = archive.get(Attendee, attendee_id)
    with archive.atomic(t("E-mailadres wijzigen")):
        if place.person_id is not None:
            people.edit_person(archive, place.person_id, email=email)
        return archive.change(attendee_id)


def _person(archive: Archive, guest: Guest) -> Person:
    """Find who is meant, with the address that was typed, or make them known."""
    known = _find(archive, guest.name)
    if known is None:
        parsed = parse_name(guest.name)
        made = people.add_person(
            archive,
            surname=parsed.surname,
            particle=parsed.particle,
            initials=parsed.initials,
            given_name=parsed.given_name,
            salutation=parsed.salutation,
            email=guest.email,
            confidentiality=guest.confidentiality,
        )
        return archive.get(Person, made.subject)
    if guest.email.strip() and guest.email.strip() != known.email:
        people.edit_person(archive, known.id, email=guest.email)
    return known


def _find(archive: Archive, name: str) -> Person | None:
    """Find somebody by their name as the screen offers it, or as lists write it."""
    words = " ".join(name.split()).casefold()
    return next(
        (
            one
            for one in archive.find(Person)
            if words in (informal(one).casefold(), formal(one).casefold())
        ),
        None,
    )


def _organisation(archive: Archive, code: str) -> Id | None:
    if not code.strip():
        return None
    known = bodies.find_organisation(archive, code)
    return known.id if known else bodies.add_organisation(archive, code=code).subject


def _own_wish(person: Person, guest: Guest) -> Confidentiality | None:
    """Give the level for this session alone; None where it is the person's own."""
    return None if guest.confidentiality is person.confidentiality else guest.confidentiality
