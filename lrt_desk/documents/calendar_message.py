"""A calendar message (iTIP, RFC 5546) as bytes that real calendars accept."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from lrt_desk.paths import RESOURCES
from lrt_desk.rules.text import one_line

if TYPE_CHECKING:
    import icalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody in a message; `email` is a bare address, `role` a ROLE of RFC 5545 or ""."""

    email: str
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMessage:
    """One event for one recipient; all texts are plain, "" is left out.

    `start` and `end` are both moments in Europe/Amsterdam, or both dates of which `end` is
    excluded. `stamp` is the aware moment of the message itself.
    """

    method: Literal["REQUEST", "CANCEL"]
    uid: str
    sequence: int
    stamp: dt.datetime
    start: dt.date
    end: dt.date
    summary: str
    organizer: Party
    attendees: tuple[Party, ...]
    status: Literal["", "CONFIRMED", "TENTATIVE", "CANCELLED"]
    place: str = ""
    description: str = ""


def write(message: CalendarMessage) -> bytes:
    """Write a message in UTF-8 with CRLF and lines of at most 75 octets (RFC 5545 section 3.1).

    Errors: ValueError for a stamp without a time zone.
    """
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//LRT Desk//Uitnodiging//NL")
    calendar.add("method", message.method)
    if isinstance(message.start, dt.datetime):
        # Fixed rules instead of the library's list of dates, which ends in 2038 and which
        # Outlook does not read.
        rules = (RESOURCES / "vtimezone" / "Europe-Amsterdam.ics").read_bytes()
        calendar.add_component(Timezone.from_ical(rules))
    calendar.add_component(_event(message))
    content: bytes = calendar.to_ical()
    return content


def _event(message: CalendarMessage) -> "icalendar.Event":
    from icalendar import Event

    if message.stamp.tzinfo is None:
        raise ValueError("the stamp of a message has no time zone")
    event = Event()
    event.add("uid", message.uid)
    event.add("dtstamp", message.stamp.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", message.sequence)
    event.add("dtstart", _moment(message.start))
    event.add("dtend", _moment(message.end))
    if message.status:
        event.add("status", message.status)
    # A day without a time keeps nothing free yet.
    event.add("transp", "OPAQUE" if isinstance(message.start, dt.datetime) else "TRANSPARENT")
    _add_text(event, "summary", message.summary)
    _add_text(event, "location", message.place)
    _add_text(event, "description", message.description)
    event.add("organizer", _address(message.organizer))
    for attendee in message.attendees:
        event.add("attendee", _attendee(attendee, message.method))
    return event


def _moment(value: dt.date) -> dt.date:
    """Leave a moment to Amsterdam's clock, unless that clock skips it or shows it twice.

    Such a night RFC 5545 section 3.3.5 says which moment is meant, but readers take another:
    UTC leaves no choice.
    """
    if not isinstance(value, dt.datetime):
        return value
    certain = value.replace(fold=0).utcoffset() == value.replace(fold=1).utcoffset()
    return value if certain else value.astimezone(dt.UTC)


def _add_text(event: "icalendar.Event", name: str, text: str) -> None:
    r"""Add a TEXT value, escaped as RFC 5545 section 3.3.11 says.

    The library's own escaping takes a backslash before a capital N for the end of a line.
    """
    from icalendar.prop import vInline

    lines = (one_line(line) for line in text.splitlines())
    escaped = "\n".join(line for line in lines if line).replace("\\", "\\\\")
    for plain, code in ((";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        escaped = escaped.replace(plain, code)
    if escaped:
        event.add(name, vInline(escaped))


def _attendee(party: Party, method: str) -> "icalendar.vCalAddress":
    address = _address(party)
    if method == "REQUEST":
        asked = {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
        address.params.update({"CUTYPE": "INDIVIDUAL", "ROLE": party.role, **asked})
    return address


def _address(party: Party) -> "icalendar.vCalAddress":
    from icalendar import vCalAddress

    # What means something in a URI is encoded (RFC 6068 section 2).
    address = vCalAddress("mailto:" + quote(party.email, safe="@!$'*+-./=^_`{|}~"))
    if name := one_line(party.name).replace('"', "'"):
        address.params["CN"] = name
    return address
