"""Invitations and cancellations as calendar messages, one for each recipient (RFC 5545, 5546).

`recipients` alone looks at the list of attendees. What is written for a recipient comes from the
body, the session and that recipient, so that nobody's name can stray into another's message.
"""

import datetime as dt
import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass, replace

from lrt_desk.documents.calendar_message import CalendarMessage, Party, write
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.meetings import AttendanceStatus, Attendee, Session, SessionState
from lrt_desk.model.people import Confidentiality, Person, Role
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import AMSTERDAM, local
from lrt_desk.rules.names import full_surname, informal
from lrt_desk.rules.text import one_line

UNKNOWN_END = dt.timedelta(hours=1)
"""How long to keep free when no end is known: RFC 5545 would make it a moment, which is not
visible in a calendar and keeps nothing free. The invitation says that the end is not known."""

_ADDRESS = re.compile(r"[^\x00-\x20\x7f-\U0010ffff@<>()\[\],;:\"\\]+@[a-zA-Z0-9.-]+")
_ROLES = {
    Role.CHAIR: "CHAIR",
    Role.OFFICIAL: "OPT-PARTICIPANT",
    Role.SECRETARIAT: "OPT-PARTICIPANT",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who gets a message, and all that it may say about people.

    `uid` identifies the event in their calendar. `others` are shown as invited too: nobody where
    the list of attendees is withheld. `label` names their file. `replaced`: a deputy comes.
    """

    party: Party
    uid: str
    label: str
    others: tuple[Party, ...] = ()
    replaced: bool = False


def recipients(snapshot: SessionSnapshot) -> tuple[Recipient, ...]:
    """List those at the session who have an e-mail address, in the order of the list.

    The mailbox that invites is left out: an organizer does not invite itself.
    Errors: DeskError for an address that cannot be used, and before invitations are recorded.
    """
    mailbox = snapshot.body.mailbox.casefold()
    found = [
        (attendee, person)
        for attendee, person in _people(snapshot)
        if person and person.email and person.email.casefold() != mailbox
    ]
    shown = {
        person.email.casefold(): _party(attendee, person)
        for attendee, person in found
        if not snapshot.session.attendees_withheld
        and attendee.status is not AttendanceStatus.REPLACED
        and _level(attendee, person) is Confidentiality.PUBLIC
    }
    return tuple(
        Recipient(
            party=_party(attendee, person),
            uid=_uid(snapshot.session, attendee),
            label=_label(snapshot, attendee, person),
            others=tuple(who for key, who in shown.items() if key != person.email.casefold()),
            replaced=attendee.status is AttendanceStatus.REPLACED,
        )
        for attendee, person in found
    )


def without_address(snapshot: SessionSnapshot) -> tuple[Attendee, ...]:
    """List the attendees whom no message can reach, for a human to see to."""
    return tuple(
        attendee for attendee, person in _people(snapshot) if not (person and person.email)
    )


def invitation(snapshot: SessionSnapshot, recipient: Recipient, stamp: dt.datetime) -> bytes:
    """Write a REQUEST for one recipient; `stamp` is the aware moment of this message.

    A session whose time is not known yet is a whole day, TENTATIVE like a provisional one.
    Errors: DeskError when the body has no mailbox to send from.
    """
    session = snapshot.session
    tentative = session.provisional or session.start is None
    return write(
        replace(
            _message(snapshot, recipient, stamp),
            method="REQUEST",
            status="TENTATIVE" if tentative else "CONFIRMED",
            attendees=(recipient.party, *recipient.others),
            place=session.place,
            description=_description(snapshot),
        )
    )


def cancellation(snapshot: SessionSnapshot, recipient: Recipient, stamp: dt.datetime) -> bytes:
    """Write a CANCEL for one recipient: of a cancelled session, or of this person's invitation.

    The second has no STATUS, since the session goes on without them, and a SEQUENCE one higher
    than they were sent (RFC 5546 section 3.2.5). Neither carries the place or the link.
    Errors: as `invitation`.
    """
    message = _message(snapshot, recipient, stamp)
    if snapshot.session.state is SessionState.CANCELLED:
        return write(replace(message, status="CANCELLED"))
    return write(replace(message, sequence=message.sequence + 1))


def folder(snapshot: SessionSnapshot, stamp: dt.datetime) -> tuple[tuple[str, bytes], ...]:
    """Write what everybody with an address must now get: file names and their content.

    An invitation; a cancellation when the session is cancelled, or for whom a deputy replaces,
    if invitations went out at all. A file name holds no withheld name.
    Errors: DeskError when there is nobody to write to; else as `recipients` and `invitation`.
    """
    session, files = snapshot.session, []
    for number, recipient in enumerate(recipients(snapshot), 1):
        cancels = recipient.replaced or session.state is SessionState.CANCELLED
        if cancels and session.invited_at is None:
            continue
        word, make = ("afzegging", cancellation) if cancels else ("uitnodiging", invitation)
        name = f"{word}-{_slug(snapshot.body.code)}-{session.date}-{number:02}-{recipient.label}"
        files.append((f"{name}.ics", make(snapshot, recipient, stamp)))
    if not files:
        raise DeskError(
            t("Er is niemand om een uitnodiging voor te maken."),
            t("Vul bij de deelnemers een e-mailadres in."),
        )
    return tuple(files)


# Who ------------------------------------------------------------------------------------------


def _people(snapshot: SessionSnapshot) -> list[tuple[Attendee, Person | None]]:
    people = {person.id: person for person in snapshot.people}
    return [
        (attendee, people.get(attendee.person_id) if attendee.person_id else None)
        for attendee in snapshot.attendees
    ]


def _level(attendee: Attendee, person: Person) -> Confidentiality:
    return attendee.confidentiality or person.confidentiality


def _party(attendee: Attendee, person: Person) -> Party:
    if not _ADDRESS.fullmatch(person.email):
        raise DeskError(
            t(
                "Het e-mailadres van de deelnemer op plaats {number} is niet bruikbaar.",
                number=attendee.position,
            ),
            t("Verbeter het adres en probeer het opnieuw."),
        )
    role = _ROLES.get(attendee.role, "REQ-PARTICIPANT")
    return Party(email=person.email, name=informal(person), role=role)


def _uid(session: Session, attendee: Attendee) -> str:
    """Derive the identity of the event from what is stored, so that every rerun gives the same.

    Where the list is withheld each recipient has an identity of their own: two recipients who
    compare theirs, or share a calendar, do not learn that they were at one session. The random
    token keeps anybody else from deriving it; 128 bits, as RFC 7986 section 5.3 asks.
    """
    if not session.uid_token:
        raise DeskError(
            t("De uitnodigingen voor deze vergadering zijn nog niet vastgelegd."),
            t("Leg eerst vast dat u uitnodigt."),
        )
    whose = attendee.id if session.attendees_withheld else session.id
    return hmac.new(session.uid_token.encode(), whose.encode(), hashlib.sha256).hexdigest()[:32]


def _label(snapshot: SessionSnapshot, attendee: Attendee, person: Person) -> str:
    level = _level(attendee, person)
    codes = {row.id: row.code for row in snapshot.organisations}
    words = {
        Confidentiality.PUBLIC: full_surname(person),
        Confidentiality.NAME_WITHHELD: codes.get(attendee.organisation_id or person.id, ""),
    }
    return _slug(words.get(level, ""))


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "deelnemer"


# What -----------------------------------------------------------------------------------------


def _message(
    snapshot: SessionSnapshot, recipient: Recipient, stamp: dt.datetime
) -> CalendarMessage:
    """Say what both kinds of message say; as it stands, the cancellation of one invitation."""
    body, session = snapshot.body, snapshot.session
    if not _ADDRESS.fullmatch(body.mailbox):
        raise DeskError(
            t("Voor {body} is geen bruikbaar postvak vastgelegd.", body=body.code),
            t("Vul bij het overleg het e-mailadres in waarmee u uitnodigt."),
        )
    start, end = _span(session)
    return CalendarMessage(
        method="CANCEL",
        uid=recipient.uid,
        sequence=session.sequence,
        stamp=stamp,
        start=start,
        end=end,
        summary=one_line(session.title) or f"Vergadering {body.code}",
        organizer=Party(email=body.mailbox, name=f"Secretariaat {body.code}"),
        attendees=(recipient.party,),
        status="",
    )


def _span(session: Session) -> tuple[dt.date, dt.date]:
    if session.start is None:
        return session.date, session.date + dt.timedelta(days=1)
    start = dt.datetime.combine(session.date, session.start, AMSTERDAM)
    if session.end is None:
        return start, local(start.astimezone(dt.UTC) + UNKNOWN_END)
    past_midnight = dt.timedelta(days=session.end <= session.start)
    return start, dt.datetime.combine(session.date + past_midnight, session.end, AMSTERDAM)


def _description(snapshot: SessionSnapshot) -> str:
    body, session = snapshot.body, snapshot.session
    lines = (
        body.name,
        session.link and f"Deelnemen: {session.link}",
        session.provisional and "Deze vergadering is onder voorbehoud.",
        session.start is None and "Het tijdstip volgt.",
        session.start and not session.end and "De eindtijd is nog niet bekend.",
    )
    return "\n".join(line for line in lines if line)
