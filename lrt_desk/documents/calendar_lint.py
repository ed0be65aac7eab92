"""What real calendars choke on and no library reports, looked for in a finished message.

Reads the bytes itself: the library that wrote them would repeat its own mistakes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ONCE = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "ORGANIZER", "SUMMARY")
_AT_MOST_ONCE = ("STATUS", "LOCATION", "DESCRIPTION", "TRANSP")
_FORBIDDEN = {"X-ALT-DESC", "RDATE"}
_STATUS: dict[str, set[str | None]] = {
    "REQUEST": {"TENTATIVE", "CONFIRMED"},
    "CANCEL": {"CANCELLED", None},
}
_ASKED = {
    "RSVP": {"TRUE"},
    "CUTYPE": {"INDIVIDUAL"},
    "PARTSTAT": {"NEEDS-ACTION"},
    "ROLE": {"CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"},
}
_NAME = r"[A-Za-z0-9-]+"
_VALUE = r'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^",;:\x00-\x08\x0a-\x1f\x7f]*)'
_LINE = re.compile(rf"({_NAME})((?:;{_NAME}={_VALUE}(?:,{_VALUE})*)*):(.*)")
_PARAMETER = re.compile(rf";({_NAME})=({_VALUE}(?:,{_VALUE})*)")
_ADDRESS = re.compile(r"mailto:[^\s@:]+@[^\s@:]+")
_LOCAL, _UTC, _DAY = r"\d{8}T\d{6}", r"\d{8}T\d{6}Z", r"\d{8}"


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class _Component:
    name: str
    lines: list[_Line] = field(default_factory=list)
    inner: "list[_Component]" = field(default_factory=list)

    def all(self, name: str) -> list[_Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str | None:
        return next((line.value for line in self.all(name)), None)

    def every(self) -> "Iterator[_Component]":
        yield self
        for component in self.inner:
            yield from component.every()


def lint(message: bytes) -> tuple[str, ...]:
    """List what is wrong with an invitation or cancellation; empty when nothing is.

    The findings are for developers and name properties, never what they say.
    """
    try:
        calendar = _read(message.decode("utf-8"))
    except (UnicodeDecodeError, ValueError) as error:
        return (*_lines(message), f"not a calendar: {type(error).__name__}")
    return (*_lines(message), *_envelope(calendar), *_events(calendar))


def _lines(message: bytes) -> Iterator[str]:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", message) or not message.endswith(b"\r\n"):
        yield "a line does not end in CRLF"
    if any(len(line) > 75 for line in message.split(b"\r\n")):
        yield "a line is longer than 75 octets"


def _read(text: str) -> _Component:
    """Build the tree of components; ValueError when it is none."""
    top = _Component("")
    stack = [top]
    for unfolded in re.split(r"\r\n|\n|\r", re.sub(r"\r?\n[ \t]", "", text).rstrip("\r\n")):
        match = _LINE.fullmatch(unfolded)
        if not match:
            raise ValueError("not a content line")
        name, parameters, value = match[1].upper(), match[2], match[3]
        if name == "BEGIN":
            stack[-1].inner.append(_Component(value))
            stack.append(stack[-1].inner[-1])
        elif name == "END":
            if stack.pop().name != value:
                raise ValueError("END without its BEGIN")
        else:
            found = {key.upper(): word.strip('"') for key, word in _PARAMETER.findall(parameters)}
            stack[-1].lines.append(_Line(name, found, value))
    if len(stack) != 1 or [component.name for component in top.inner] != ["VCALENDAR"]:
        raise ValueError("not one VCALENDAR")
    return top.inner[0]


def _envelope(calendar: _Component) -> Iterator[str]:
    if calendar.value("VERSION") != "2.0" or not calendar.value("PRODID"):
        yield "VERSION or PRODID is missing"
    if calendar.value("METHOD") not in _STATUS or len(calendar.all("METHOD")) != 1:
        yield "METHOD is neither REQUEST nor CANCEL"
    if [component.name for component in calendar.inner].count("VEVENT") != 1:
        yield "not one VEVENT"
    for component in calendar.every():
        if component.name == "VALARM":
            yield "VALARM is the recipient's own affair"
        for line in component.lines:
            if line.name in _FORBIDDEN:
                yield f"{line.name} does not belong in an invitation"
            if line.name == "RRULE" and re.search(rf"UNTIL={_LOCAL}(?!Z)", line.value):
                yield "UNTIL is not in UTC"


def _events(calendar: _Component) -> Iterator[str]:
    method = calendar.value("METHOD") or ""
    zones = {
        zone.value("TZID") for zone in calendar.inner if zone.name == "VTIMEZONE" and _rules(zone)
    }
    for event in (component for component in calendar.inner if component.name == "VEVENT"):
        for name in (*_ONCE, *_AT_MOST_ONCE):
            count = len(event.all(name))
            if count > 1 or (name in _ONCE and count == 0):
                yield f"{name} occurs {count} times"
        if event.value("STATUS") not in _STATUS.get(method, {event.value("STATUS")}):
            yield f"STATUS does not fit {method}"
        if not re.fullmatch(r"\d+", event.value("SEQUENCE") or ""):
            yield "SEQUENCE is no number"
        if not re.fullmatch(_UTC, event.value("DTSTAMP") or ""):
            yield "DTSTAMP is not in UTC"
        for line in (*event.all("DTSTART"), *event.all("DTEND")):
            yield from _moment(line, zones)
        yield from _people(event, method)


def _rules(zone: _Component) -> bool:
    kinds = {part.name for part in zone.inner if part.value("RRULE")}
    return kinds == {"STANDARD", "DAYLIGHT"}


def _moment(line: _Line, zones: set[str | None]) -> Iterator[str]:
    tzid, day = line.parameters.get("TZID"), line.parameters.get("VALUE") == "DATE"
    if day or tzid is None:
        if not re.fullmatch(_DAY if day else _UTC, line.value):
            yield f"{line.name} floats: neither a day, nor UTC, nor in a time zone"
    elif not re.fullmatch(_LOCAL, line.value):
        yield f"{line.name} is no local time"
    elif tzid not in zones:
        yield f"{line.name} is in a time zone without a VTIMEZONE that has rules"


def _people(event: _Component, method: str) -> Iterator[str]:
    attendees = event.all("ATTENDEE")
    addresses = [line.value.casefold() for line in attendees]
    if not attendees:
        yield "ATTENDEE is missing"
    if len(set(addresses)) != len(addresses):
        yield "ATTENDEE is repeated"
    for line in (*attendees, *event.all("ORGANIZER")):
        if not _ADDRESS.fullmatch(line.value):
            yield f"{line.name} is no mailto: address"
    if any(line.value.casefold() in addresses for line in event.all("ORGANIZER")):
        yield "ORGANIZER is an ATTENDEE too"
    for line in attendees if method == "REQUEST" else ():
        for parameter, allowed in _ASKED.items():
            if line.parameters.get(parameter) not in allowed:
                yield f"ATTENDEE has no good {parameter}"
