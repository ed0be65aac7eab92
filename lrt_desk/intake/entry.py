"""One entry on a list of attendees → who that is, for whom, and in what way present."""

import re
from dataclasses import dataclass, replace

from lrt_desk.model.meetings import AttendanceStatus
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.model.reading import ReadAttendee
from lrt_desk.rules.dates import read_time
from lrt_desk.rules.names import PARTICLES, parse_name
from lrt_desk.rules.organisations import is_code
from lrt_desk.rules.withheld import is_withheld, mark_names

_ROLES = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (r"(?:wnd\.?\s|waarnemend\s|technisch\s)?(?:vz\.?|voorzitter|voorz\.?)", Role.CHAIR),
        (
            r"secr\.?|(?:ambtelijk\s)?secretaris|notuliste?|notulen|verslag(?:legger|legging)?"
            r"|secretariaat",
            Role.SECRETARIAT,
        ),
        (r"plv\.?(?:\slid)?|plaatsvervang(?:er|end(?:\slid)?)", Role.DEPUTY),
        (r"gast|toehoorder|op\suitnodiging|agendalid", Role.GUEST),
        (r"ambtelijke?(?:\s(?:ondersteuning|adviseur))?|ambtenaar", Role.OFFICIAL),
        (r"lid", Role.MEMBER),
    )
)
_REPLACED = re.compile(r"vervangen\sdoor\b")
_REPLACES = re.compile(
    r"(?:vervangt|ter\svervanging\svan|i\.?p\.?v\.?|in\splaats\svan|plv\.?\svoor|waarnemer\svoor"
    r"|namens)\s+(?P<whom>.+)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:afwezig\s)?(?:m\.?k\.?|m\.b\.|met\s(?:kennisgeving|berichtgeving|bericht)|afgemeld"
    r"|verhinderd|bericht\svan\sverhindering)",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"(?:afwezig|nee|niet|-|–|✗|✘|z\.?k\.?|afwezig\sz\.?k\.?)", re.IGNORECASE)
_PRESENT = re.compile(r"(?:aanwezig|ja|j|x|✓|✔|√|v|online|fysiek|digitaal|via\s\w+)", re.IGNORECASE)
_PARTLY = re.compile(
    r"(?:deels\s?)?(?:aanwezig\s)?(?:alleen\s)?(?:(?P<how>tot|vanaf|bij|t/m|van|voor|na|tijdens)\s.*"
    r"|(?P<item>agendapunt(?:en)?\s.*)|deels(?:\saanwezig)?)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:tot|t/m)\s(.{1,12})", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:vanaf|van|na)\s(.{1,12})", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?:(?:het\s)?secretariaat|(?:ambtelijke\s)?ondersteuning|notulist|verslaglegging|notulen"
    r"|woordvoering|woordvoerders?|communicatie|medewerkers?|ambtelijk\w*|adviseurs?|tolk|pers"
    r"|geen|niemand|ambtenaren|diverse\s\w+|overige\s\w+)(?:\s[\w\s]{0,40})?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:en\s)?(?:verder|alsmede|tevens)\s|en\s", re.IGNORECASE)
_SALUTED = re.compile(r"(?:dhr|mevr|mw|de\sheer|mevrouw|drs|ir|dr|mr|prof)\b", re.IGNORECASE)
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[|]\s*|\t|\s{2,}")
_GIVEN_NAME = re.compile(r"(?<=[A-Z]\.)\s?\((?P<given>[A-Z][a-z][\w-]*)\)(?=\s\S)")
_OFFICE = re.compile(
    r"(?:loco-?|oud-?|plv\.?\s)?(?:burgemeester|wethouder|gedeputeerde|commissaris|dijkgraaf"
    r"|heemraad|hoogheemraad|minister|staatssecretaris|griffier|\w*(?:directeur|bestuurder|manager"
    r"|secretaris|voorzitter|adviseur|medewerker|coördinator|leider|jurist|hoofd))(?:-\w+)?"
    r"(?:\s.{1,40})?",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Under which label an entry stands: what that says of everybody below it."""

    status: AttendanceStatus = AttendanceStatus.PRESENT
    role: Role = Role.MEMBER
    organisation: str = ""


def read_entry(text: str, section: Section, *, columns: bool = False) -> ReadAttendee | None:
    """Read one entry: Dhr. Van der Maat (SJenV), mevr. A. Smit – IPO (vz), tot 11.00 uur.

    `columns`: commas separate name, organisation and function, one person to a line. None when
    nothing stands there at all.
    """
    source = " ".join(text.split()).strip(" ,;•")
    if not source:
        return None
    text = mark_names(text)
    given = _GIVEN_NAME.search(text)
    text = _GIVEN_NAME.sub("", text, count=1)
    notes = [note for group in _PARENTHESES.findall(text) for note in re.split(r"[,;]", group)]
    head = " ".join(_PARENTHESES.sub("  ", text).split(" ")).strip(" .,;:")
    parts = [part for part in _SEPARATOR.split(head) if part.strip()]
    if columns or len(parts) > 1:
        parts = [piece for part in parts for piece in part.split(",")]
    name, others = (parts[0].strip(" .,;") if parts else ""), parts[1:]
    name = _BEFORE.sub("", name, count=1) if _BEFORE.match(name) else name
    if replacing := _REPLACES.search(name):
        name, others = name[: replacing.start()].strip(), [*others, replacing[0]]
    if others and is_code(name) and not is_code(others[0].strip()):
        name, others = others[0], [name, *others[1:]]
    attendee = _named(name, section, source)
    if given:
        attendee = replace(attendee, given_name=given["given"])
    for note in (*others, *notes):
        attendee = _noted(attendee, note.strip(" .") if len(note) < 5 else note.strip())
    return attendee


def with_status(attendee: ReadAttendee, status: str) -> ReadAttendee:
    """Take over what a column says about presence; an unknown word goes to the function."""
    for note in re.split(r"[,;()]", status):
        attendee = _noted(attendee, note.strip())
    return attendee


def looks_like_person(text: str) -> bool:
    """Tell whether words open as a name does: a salutation, initials or a capital."""
    words = text.strip()
    return bool(_SALUTED.match(words)) or words[:1].isupper() or words.startswith(tuple("'’█["))


def describes(text: str) -> bool:
    """Tell whether words in a list say something of the person before them, and name nobody."""
    first = text.split(None, 1)[0] if text.split() else ""
    name = parse_name(text).salutation or first in PARTICLES or first.startswith(("d'", "'"))
    return first[:1].islower() and not name


def is_function(text: str) -> bool:
    """Tell whether an entry names a task and no person: secretariaat, ondersteuning."""
    words = text.strip(" .,;")
    return _FUNCTION.fullmatch(words) is not None and (words[:1].islower() or " " not in words)


def _named(name: str, section: Section, source: str) -> ReadAttendee:
    attendee = ReadAttendee(
        status=section.status, role=section.role, organisation=section.organisation, source=source
    )
    if is_withheld(name):
        role = Role.OFFICIAL if section.role is Role.MEMBER else section.role
        return replace(attendee, role=role, confidentiality=Confidentiality.NAME_WITHHELD)
    if is_function(name) or name[:1].isdigit():
        secretarial = "secretariaat" in name.casefold() or "notul" in name.casefold()
        role = Role.SECRETARIAT if secretarial else Role.OFFICIAL
        return replace(attendee, label=name, role=role)
    if is_code(name):
        return replace(attendee, label=name, organisation=section.organisation or name)
    parsed = parse_name(name)
    if not parsed.surname:
        return replace(attendee, label=name)
    return replace(
        attendee,
        salutation=parsed.salutation,
        initials=parsed.initials,
        given_name=parsed.given_name,
        particle=parsed.particle,
        surname=parsed.surname,
    )


def _noted(attendee: ReadAttendee, note: str) -> ReadAttendee:
    words = " ".join(note.split())
    if not words:
        return attendee
    role = next((role for pattern, role in _ROLES if pattern.fullmatch(words.casefold())), None)
    if role is not None:
        return replace(attendee, role=role, function=_added(attendee.function, words))
    presence = _presence(attendee, words)
    if presence is not None:
        return presence
    if match := _REPLACES.match(words):
        return _replacing(attendee, match["whom"], words)
    office = _OFFICE.fullmatch(words) is not None
    if not office and not attendee.organisation and _CAPITALISED.search(words):
        return replace(attendee, organisation=words)
    return replace(attendee, function=_added(attendee.function, words))


def _replacing(attendee: ReadAttendee, whom: str, words: str) -> ReadAttendee:
    by_name = words.casefold().startswith("namens")
    if by_name and (is_code(whom) or not _SALUTED.match(whom)) and not attendee.organisation:
        return replace(attendee, organisation=whom)
    return replace(attendee, deputy_for=whom, role=Role.DEPUTY)


def _presence(attendee: ReadAttendee, words: str) -> ReadAttendee | None:
    if _REPLACED.search(words):
        function = _added(attendee.function, words)
        return replace(attendee, status=AttendanceStatus.REPLACED, function=function)
    if _NOTICE.fullmatch(words):
        return replace(attendee, status=AttendanceStatus.ABSENT_WITH_NOTICE)
    if _ABSENT.fullmatch(words):
        return replace(attendee, status=AttendanceStatus.ABSENT)
    if _PRESENT.fullmatch(words):
        return replace(attendee, status=AttendanceStatus.PRESENT)
    match = _PARTLY.fullmatch(words)
    if match is None:
        return None
    until, since = _UNTIL.search(words), _SINCE.search(words)
    times = (read_time(since[1]) if since else None, read_time(until[1]) if until else None)
    return replace(
        attendee,
        status=AttendanceStatus.PARTLY_PRESENT,
        present_from=times[0],
        present_until=times[1],
        present_items="" if any(times) else words,
    )


def _added(before: str, words: str) -> str:
    return f"{before}, {words}" if before else words
