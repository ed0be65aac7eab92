"""The list of attendees of old minutes, matched with who is known already."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lrt_desk.commands.bodies import find_organisation
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Attendee, Session
from lrt_desk.model.minutes import Remark
from lrt_desk.model.people import Confidentiality, Membership, Organisation, Person
from lrt_desk.model.reading import ReadAttendee
from lrt_desk.rules.codes import code_key, ministry_of
from lrt_desk.rules.people import Likeness, likeness
from lrt_desk.rules.text import cleaned, one_line
from lrt_desk.store.archive import Archive


def seat(archive: Archive, session: Session, attendees: Sequence[ReadAttendee]) -> None:
    """Put the attendees in the order read, with their organisations and, if named, the people."""
    known = _known_people(archive)
    seated: set[Id] = set()
    rows: list[tuple[ReadAttendee, Attendee]] = []
    for position, read in enumerate(attendees, start=1):
        organisation = _organisation(archive, one_line(read.organisation))
        person = _person(archive, session, read, known, seated) if read.surname else None
        if person is not None:
            seated.add(person.id)
            known.setdefault(person, set()).add(code_key(read.organisation))
        rows.append((read, _attendee(session, position, read, person, organisation)))
        archive.put(rows[-1][1])
    for read, row in rows:
        if read.deputy_for:
            _tie_deputy(archive, read, row, rows)


def _organisation(archive: Archive, code: str) -> Organisation | None:
    """Find or make an organisation, and the ministry above an office-holder's code."""
    if not code:
        return None
    if known := find_organisation(archive, code):
        return known
    ministry = _organisation(archive, ministry_of(code))
    made = Organisation(id=new_id(), code=code, parent_id=ministry.id if ministry else None)
    archive.put(made)
    return made


def _person(
    archive: Archive,
    session: Session,
    read: ReadAttendee,
    known: Mapping[Person, set[str]],
    seated: Collection[Id],
) -> Person:
    """Take the one person this certainly is, or make a new one and say what it resembles."""
    wanted = replace(read, organisation=code_key(read.organisation))
    alike = [(person, likeness(person, codes, wanted)) for person, codes in known.items()]
    same = [person for person, how in alike if how is Likeness.SAME and person.id not in seated]
    if len(same) == 1:
        return same[0]
    if any(how is not Likeness.DIFFERENT for _, how in alike):
        _remark(archive, session.id, t("Deze naam lijkt op die van iemand die al bekend is."), read)
    person = cleaned(
        Person(
            id=new_id(),
            surname=read.surname,
            particle=read.particle,
            initials=read.initials,
            salutation=read.salutation,
            function=read.function,
            confidentiality=read.confidentiality,
        )
    )
    archive.put(person)
    return person


def _known_people(archive: Archive) -> dict[Person, set[str]]:
    """Give everybody known, with the code keys of the organisations they ever sat for."""
    people = {person.id: person for person in archive.find(Person)}
    keys = {one.id: code_key(one.code) for one in archive.find(Organisation)}
    known: dict[Person, set[str]] = {person: set() for person in people.values()}
    places: tuple[Membership | Attendee, ...] = (
        *archive.find(Membership),
        *archive.find(Attendee),
    )
    for place in places:
        if place.person_id and place.organisation_id:
            known[people[place.person_id]].add(keys[place.organisation_id])
    return known


def _attendee(
    session: Session,
    position: int,
    read: ReadAttendee,
    person: Person | None,
    organisation: Organisation | None,
) -> Attendee:
    stricter = read.confidentiality is not Confidentiality.PUBLIC and (
        person is None or person.confidentiality is not read.confidentiality
    )
    return cleaned(
        Attendee(
            id=new_id(),
            session_id=session.id,
            position=position,
            person_id=person.id if person else None,
            organisation_id=organisation.id if organisation else None,
            label=read.label,
            role=read.role,
            confidentiality=read.confidentiality if stricter else None,
            status=read.status,
            present_from=read.present_from,
            present_until=read.present_until,
            present_items=read.present_items,
        )
    )


def _tie_deputy(
    archive: Archive,
    read: ReadAttendee,
    row: Attendee,
    rows: Sequence[tuple[ReadAttendee, Attendee]],
) -> None:
    """Tie a deputy to the one place whose surname or organisation the source named."""
    words = {code_key(word) for word in (read.deputy_for, *read.deputy_for.split())}
    replaced = [
        other
        for who, other in rows
        if other.id != row.id and words & {code_key(who.surname), code_key(who.label)} - {""}
    ]
    if len(replaced) == 1:
        archive.put(replace(row, deputy_for_id=replaced[0].id))
    else:
        _remark(archive, row.session_id, t("Het is niet zeker wie deze deelnemer vervangt."), read)


def _remark(archive: Archive, session_id: Id, text: str, read: ReadAttendee) -> None:
    quote = " ".join(part for part in (read.salutation, read.particle, read.surname) if part)
    archive.put(Remark(id=new_id(), session_id=session_id, text=text, quote=quote))
