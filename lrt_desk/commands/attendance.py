"""Who is expected at a session, who came, and who came in whose place."""

import datetime as dt
from dataclasses import replace

from lrt_desk.commands.steps import take
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AttendanceStatus, Attendee, Session, SessionState
from lrt_desk.model.people import Confidentiality, Membership, Organisation, Person, Role
from lrt_desk.rules.names import sort_key
from lrt_desk.rules.numbering import inserted, placed
from lrt_desk.rules.text import cleaned, one_line
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive

_BEFORE_THE_SESSION = frozenset({SessionState.PLANNED, SessionState.INVITED})


def add_attendee(
    archive: Archive,
    session_id: Id,
    *,
    person_id: Id | None = None,
    organisation_id: Id | None = None,
    label: str = "",
    role: Role = Role.MEMBER,
    confidentiality: Confidentiality | None = None,
) -> Change:
    """Add a person, or a function such as "secretariaat, ondersteuning", to a session."""
    with archive.atomic(t("Deelnemer toevoegen")):
        session = take(archive, session_id, Step.PREPARE)
        if person_id is None and not one_line(label):
            raise DeskError(t("Er is geen deelnemer gekozen."), t("Kies een persoon of functie."))
        if organisation_id is not None:
            archive.get(Organisation, organisation_id)
        _refuse_twice(archive, session_id, person_id)
        attendee = Attendee(
            id=new_id(),
            session_id=session_id,
            position=len(archive.find(Attendee, session_id=session_id)) + 1,
            person_id=person_id,
            organisation_id=organisation_id,
            label=label,
            role=role,
            confidentiality=confidentiality,
            status=_arrival(session),
        )
        archive.put(cleaned(attendee))
        return archive.change(attendee.id)


def remove_attendee(archive: Archive, attendee_id: Id) -> Change:
    """Take somebody off the list; who was replaced by a deputy is expected again."""
    with archive.atomic(t("Deelnemer verwijderen")):
        attendee = archive.get(Attendee, attendee_id)
        session = take(archive, attendee.session_id, Step.PREPARE)
        if archive.find(Attendee, deputy_for_id=attendee_id):
            raise _has_deputy()
        if attendee.deputy_for_id is not None:
            replaced = archive.get(Attendee, attendee.deputy_for_id)
            archive.put(replace(replaced, status=_arrival(session)))
        archive.remove(attendee)
        for row in placed(archive.find(Attendee, session_id=session.id)):
            archive.put(row)
        return archive.change(attendee_id)


def copy_attendees(archive: Archive, session_id: Id, *, from_session_id: Id) -> Change:
    """Expect the named people and functions of an earlier session, those not yet on the list."""
    with archive.atomic(t("Deelnemers overnemen")):
        session = take(archive, session_id, Step.PREPARE)
        listed = archive.find(Attendee, session_id=session_id)
        known = {(one.person_id, one.label) for one in listed}
        position = len(listed)
        for one in archive.find(Attendee, session_id=from_session_id):
            nameless = one.person_id is None and not one.label
            if nameless or one.deputy_for_id or (one.person_id, one.label) in known:
                continue
            position += 1
            archive.put(_expected(one, session, position))
        return archive.change(session_id)


def set_attendance(
    archive: Archive,
    attendee_id: Id,
    status: AttendanceStatus,
    *,
    present_from: dt.time | None = None,
    present_until: dt.time | None = None,
    present_items: str = "",
) -> Change:
    """Record whether somebody was there; "partly" says from when, until when or for which items."""
    with archive.atomic(t("Aanwezigheid wijzigen")):
        attendee = archive.get(Attendee, attendee_id)
        take(archive, attendee.session_id, Step.PREPARE)
        if archive.find(Attendee, deputy_for_id=attendee_id):
            raise _has_deputy()
        archive.put(
            _checked(
                replace(
                    attendee,
                    status=status,
                    present_from=present_from,
                    present_until=present_until,
                    present_items=one_line(present_items),
                )
            )
        )
        return archive.change(attendee_id)


def deputise(archive: Archive, attendee_id: Id, deputy_id: Id) -> Change:
    """Seat a person in somebody's place, right after them; the subject is the deputy's place."""
    with archive.atomic(t("Vervanger vastleggen")):
        original = archive.get(Attendee, attendee_id)
        session = take(archive, original.session_id, Step.PREPARE)
        if archive.find(Attendee, deputy_for_id=attendee_id):
            raise _has_deputy()
        _refuse_twice(archive, session.id, deputy_id)
        deputy = Attendee(
            id=new_id(),
            session_id=session.id,
            position=0,
            person_id=deputy_id,
            organisation_id=original.organisation_id,
            role=Role.DEPUTY,
            status=_arrival(session),
            deputy_for_id=original.id,
        )
        archive.put(
            replace(
                original,
                status=AttendanceStatus.REPLACED,
                present_from=None,
                present_until=None,
                present_items="",
            )
        )
        rows = archive.find(Attendee, session_id=session.id)
        for row in inserted(rows, deputy, original.position):
            archive.put(row)
        return archive.change(deputy.id)


def set_session_confidentiality(
    archive: Archive, attendee_id: Id, level: Confidentiality | None
) -> Change:
    """Say how far a name may travel for this session alone; None follows the person.

    Also possible after approval: it changes no word of the minutes, only what leaves the house.
    """
    with archive.atomic(t("Vertrouwelijkheid wijzigen")):
        archive.put(replace(archive.get(Attendee, attendee_id), confidentiality=level))
        return archive.change(attendee_id)


def seat_members(archive: Archive, session: Session) -> None:
    """Expect everybody who is a member of the body on the day of the session, each once."""
    order = list(Role)
    seats = {
        seat.person_id: (archive.get(Person, seat.person_id), seat)
        for seat in archive.find(Membership, body_id=session.body_id)
        if (seat.since or session.date) <= session.date <= (seat.until or session.date)
    }
    ranked = sorted(seats.values(), key=lambda pair: (order.index(pair[1].role), sort_key(pair[0])))
    for position, (person, seat) in enumerate(ranked, start=1):
        archive.put(
            Attendee(
                id=new_id(),
                session_id=session.id,
                position=position,
                person_id=person.id,
                organisation_id=seat.organisation_id,
                role=seat.role,
            )
        )


def expect_all_present(archive: Archive, session_id: Id) -> None:
    """Take everybody still expected for present, so that only exceptions need recording."""
    expected = AttendanceStatus.EXPECTED
    for attendee in archive.find(Attendee, session_id=session_id, status=expected):
        archive.put(replace(attendee, status=AttendanceStatus.PRESENT))


def _arrival(session: Session) -> AttendanceStatus:
    if session.state in _BEFORE_THE_SESSION:
        return AttendanceStatus.EXPECTED
    return AttendanceStatus.PRESENT


def _expected(one: Attendee, session: Session, position: int) -> Attendee:
    return Attendee(
        id=new_id(),
        session_id=session.id,
        position=position,
        person_id=one.person_id,
        organisation_id=one.organisation_id,
        label=one.label,
        role=one.role,
        confidentiality=one.confidentiality,
        status=_arrival(session),
    )


def _checked(attendee: Attendee) -> Attendee:
    start, end = attendee.present_from, attendee.present_until
    told = bool(start or end or attendee.present_items)
    partly = attendee.status is AttendanceStatus.PARTLY_PRESENT
    if attendee.status is AttendanceStatus.REPLACED:
        raise DeskError(t("Er is nog geen vervanger."), t("Kies eerst wie vervangt."))
    if told is not partly:
        raise DeskError(
            t("Bij deels aanwezig hoort van wanneer, tot wanneer of bij welke punten."),
            t("Vul een tijd of agendapunt in, of kies een andere aanwezigheid."),
        )
    if start and end and end <= start:
        raise DeskError(
            t("De tijd van vertrek ligt niet na die van aankomst."),
            t("Pas een van beide tijden aan."),
        )
    return attendee


def _refuse_twice(archive: Archive, session_id: Id, person_id: Id | None) -> None:
    if person_id is None:
        return
    archive.get(Person, person_id)
    if archive.find(Attendee, session_id=session_id, person_id=person_id):
        raise DeskError(
            t("Deze persoon staat al op de lijst van deelnemers."), t("Kies iemand anders.")
        )


def _has_deputy() -> DeskError:
    return DeskError(t("Deze deelnemer heeft een vervanger."), t("Verwijder eerst de vervanger."))
