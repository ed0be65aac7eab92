"""Attendees as rows of a table, and how many of them were there."""

from dataclasses import replace

from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality, Person, Role
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock
from lrt_desk.rules.names import formal
from ui.widgets.cells import Cell, Chip
from ui.widgets.table import Column, Row

_LOOK = {
    Status.EXPECTED: ("circle-dashed", "t2", "text"),
    Status.PRESENT: ("circle-check", "grn", "text"),
    Status.PARTLY_PRESENT: ("circle-half-2", "amb", "text"),
    Status.ABSENT: ("circle-x", "t2", "t2"),
    Status.ABSENT_WITH_NOTICE: ("circle-x", "t2", "t2"),
    Status.REPLACED: ("user-plus", "t2", "t2"),
}


def columns() -> tuple[Column, ...]:
    """Name the columns of the list of attendees."""
    return (
        Column(head="", width=44),
        Column(head=t("Naam")),
        Column(head=t("Organisatie"), width=116),
        Column(head=t("Rol"), width=168),
        Column(head=t("Aanwezigheid"), width=232),
        Column(head=t("Naam in stukken"), width=204),
    )


def status_word(status: Status) -> str:
    """Say whether somebody was there."""
    return {
        Status.EXPECTED: t("Verwacht"),
        Status.PRESENT: t("Aanwezig"),
        Status.PARTLY_PRESENT: t("Deels"),
        Status.ABSENT: t("Afwezig"),
        Status.ABSENT_WITH_NOTICE: t("Afwezig m.k."),
        Status.REPLACED: t("Vervangen"),
    }[status]


def role_word(role: Role) -> str:
    """Say in what capacity somebody sits at the table."""
    return {
        Role.CHAIR: t("Voorzitter"),
        Role.MEMBER: t("Lid"),
        Role.DEPUTY: t("Plaatsvervanger"),
        Role.OFFICIAL: t("Ambtelijk adviseur"),
        Role.SECRETARIAT: t("Secretariaat"),
        Role.GUEST: t("Toehoorder"),
    }[role]


def confidentiality_word(level: Confidentiality) -> str:
    """Say how far a name may travel."""
    return {
        Confidentiality.PUBLIC: t("Openbaar"),
        Confidentiality.NAME_WITHHELD: t("Naam vertrouwelijk"),
        Confidentiality.FULLY_WITHHELD: t("Volledig vertrouwelijk"),
    }[level]


def rows(shot: SessionSnapshot) -> tuple[Row, ...]:
    """Write the list of attendees of a session."""
    people = {person.id: person for person in shot.people}
    codes = {organisation.id: organisation.code for organisation in shot.organisations}
    places = {place.id: place for place in shot.attendees}
    return tuple(
        Row(
            key=place.id,
            cells=(
                Cell(ticked=False, said=t("Kies {name}", name=shown_name(place, people))),
                _name_cell(place, places, people),
                Cell(text=codes.get(place.organisation_id or Id(""), ""), tone="t2"),
                Cell(text=role_word(place.role), tone="t2"),
                _status_cell(place),
                _secrecy_cell(place, people),
            ),
        )
        for place in shot.attendees
    )


def counts(shot: SessionSnapshot) -> tuple[tuple[int, str, str], ...]:
    """Count who was there: number, word, colour."""
    statuses = [place.status for place in shot.attendees]
    absent = (Status.ABSENT, Status.ABSENT_WITH_NOTICE)
    made = (
        (statuses.count(Status.PRESENT), t("aanwezig"), ""),
        (statuses.count(Status.PARTLY_PRESENT), t("deels"), ""),
        (sum(status in absent for status in statuses), t("afwezig"), ""),
        (statuses.count(Status.REPLACED), t("vervangen"), ""),
        (statuses.count(Status.EXPECTED), t("nog verwacht"), "amb"),
    )
    return tuple(count for count in made if count[0])


def withheld_count(shot: SessionSnapshot) -> int:
    """Count the names that stay out of the public copy."""
    people = {person.id: person for person in shot.people}
    return sum(
        secrecy(place, people) is not Confidentiality.PUBLIC or _nameless(place)
        for place in shot.attendees
    )


def secrecy(place: Attendee, people: dict[Id, Person]) -> Confidentiality:
    """Give how far a name may travel for this session: its own word, or the person's."""
    if place.confidentiality is not None:
        return place.confidentiality
    person = people.get(place.person_id or Id(""))
    return person.confidentiality if person else Confidentiality.PUBLIC


def shown_name(place: Attendee, people: dict[Id, Person]) -> str:
    """Name an attendee on the screen of the secretariat."""
    person = people.get(place.person_id or Id(""))
    if person is not None and person.initials:
        return formal(replace(person, salutation=""))
    return formal(person) if person else place.label or t("Naam gelakt in de bron")


def _nameless(place: Attendee) -> bool:
    return place.person_id is None and not place.label


def _name_cell(place: Attendee, places: dict[Id, Attendee], people: dict[Id, Person]) -> Cell:
    original = places.get(place.deputy_for_id or Id(""))
    below = t("vervangt {name}", name=shown_name(original, people)) if original else ""
    tone = "t3" if _nameless(place) else "text"
    return Cell(text=shown_name(place, people), weight=500, tone=tone, below=below)


def _status_cell(place: Attendee) -> Cell:
    icon, icon_tone, tone = _LOOK[place.status]
    word = status_word(place.status)
    return Cell(text=word, tone=tone, icon=icon, icon_tone=icon_tone, note=_partly(place))


def _partly(place: Attendee) -> str:
    start, end = place.present_from, place.present_until
    parts = (
        t("vanaf {time}", time=clock(start)) if start else "",
        t("tot {time}", time=clock(end)) if end else "",
        t("bij punt {items}", items=place.present_items) if place.present_items else "",
    )
    return " ".join(part for part in parts if part)


def _secrecy_cell(place: Attendee, people: dict[Id, Person]) -> Cell:
    if _nameless(place):
        return Cell(chip=Chip(text=t("Gelakt in de bron"), tone="vio", icon="eye-off"))
    level = secrecy(place, people)
    word = confidentiality_word(level)
    if level is Confidentiality.PUBLIC:
        return Cell(text=word, tone="t2")
    icon = "eye-off" if level is Confidentiality.NAME_WITHHELD else "lock"
    return Cell(text="", chip=Chip(text=word, tone="vio", icon=icon))
