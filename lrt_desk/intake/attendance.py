"""Lists of attendees in running text or one to a line → attendees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lrt_desk.intake.entry import (
    Section,
    describes,
    is_function,
    looks_like_person,
    read_entry,
    with_status,
)
from lrt_desk.intake.headings import is_known_title
from lrt_desk.intake.lines import Line
from lrt_desk.model.meetings import AttendanceStatus
from lrt_desk.model.people import Role
from lrt_desk.model.reading import ReadAttendee
from lrt_desk.rules.organisations import APOSTROPHES, is_code
from lrt_desk.rules.sentences import split_sentences
from lrt_desk.rules.withheld import SIGN, mark_names

_P, _A, _N = (
    AttendanceStatus.PRESENT,
    AttendanceStatus.ABSENT,
    AttendanceStatus.ABSENT_WITH_NOTICE,
)
_LABELS: tuple[tuple[str, AttendanceStatus, Role], ...] = (
    (
        r"(?:afwezig|absent)(?:en)?\s?\(?(?:m\.?\s?k\.?|m\.b\.|met\s(?:kennisgeving|berichtgeving"
        r"|bericht)(?:\svan\sverhindering)?)\)?|met\s(?:kennisgeving|bericht\w*)\safwezig"
        r"|afgemeld(?:en)?|verhinderd|bericht\svan\sverhindering|afmeldingen",
        _N, Role.MEMBER,
    ),
    (r"(?:afwezig|absent)(?:en)?(?:\s\(?z(?:\.?k\.?|onder\s\w+)\)?)?", _A, Role.MEMBER),
    (r"(?:tevens|mede|ook|overige[n]?)\saanwezig(?:en)?|gasten|te\sgast|genodigden|toehoorders"
     r"|op\suitnodiging", _P, Role.GUEST),
    (r"ambtelijke?(?:\s(?:aanwezig(?:en)?|ondersteuning|deelnemers|delegatie))?|ambtenaren",
     _P, Role.OFFICIAL),
    (r"(?:de\svolgende\s\w{1,20}\s)?(?:aanwezig(?:en|e\s(?:leden|personen))?|present(?:en|ielijst)?"
     r"|deelnemers(?:lijst)?|leden|deelnemende\sleden)(?:\s(?:waren|zijn))?", _P, Role.MEMBER),
    (r"(?:technisch\s|waarnemend\s|wnd\.?\s)?voorzitter", _P, Role.CHAIR),
    (r"secretaris|notulist(?:e)?|notulen|verslag(?:legging|legger)?|secretariaat", _P,
     Role.SECRETARIAT),
)  # fmt: skip
_NAMENS = r"(?:\s(?:namens|vanuit)\s(?P<code>[^\s:,;()][^:,;()]{0,50})(?=\s?:))?"
_AFTER = (
    r"(?:\s(?:waren|zijn|was|is)(?=:|\s(?:de\sheer|mevrouw|dhr|mevr|mw)))?"
    r"\s*(?::|\s{2,}|\t|$|\s(?=(?:[Dd]hr|[Mm]evr|[Mm]w|[Dd]e\sheer)\b))\s*"
)
_PATTERNS = tuple(
    (re.compile(rf"(?P<label>{label}){_NAMENS}{_AFTER}", re.IGNORECASE), status, role)
    for label, status, role in _LABELS
)
_DELEGATION = re.compile(rf"(?P<code>[A-Z][\w{APOSTROPHES} &]{{1,40}}):\s+(?=\S)")
_COMMA = re.compile(r"[(\[][^()\[\]]*[)\]]?|,|(?<=\))\s+en\s+", re.IGNORECASE)
_AND = re.compile(
    rf"[(\[][^()\[\]]*[)\]]?|\s+en\s+(?=(?:dhr|mevr|mw|de\sheer|mevrouw)\b|(?-i:[A-Z]\.)|{SIGN})",
    re.IGNORECASE,
)
_SALUTED = re.compile(r"\s*(?:dhr|mevr|mw|de\sheer|mevrouw)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:dhr|mevr|mw|de\sheer|mevrouw)\b|[A-Z]\.|.*[,(]", re.IGNORECASE)
_LONGEST = 160
_SEMICOLON = re.compile(r"[(\[][^()\[\]]*[)\]]?|;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label that opens a list of attendees, and where its value begins in the line."""

    text: str
    section: Section
    value_at: int


def attendance_label(text: str) -> Label | None:
    """Recognise Aanwezig, Afwezig m.k., Ambtelijke ondersteuning, Voorzitter and their like."""
    for pattern, status, role in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        if role is Role.SECRETARIAT and match["label"].casefold() in {"verslag", "notulen"}:
            value = mark_names(text[match.end() :])
            sure = _SALUTED.match(value) or re.match(r"[A-Z]\.", value)
            person = looks_like_person(value) and (":" in match[0] or sure or value.startswith("█"))
            if not person or re.search(r"\d", value):
                continue
        return Label(
            text=text[: match.end()].strip(),
            section=Section(status=status, role=role, organisation=match["code"] or ""),
            value_at=match.end(),
        )
    return None


def continues_list(line: Line) -> bool:
    """Tell whether a line can belong to the list of attendees above it."""
    text = line.text.strip()
    if is_known_title(text):
        return False
    if "(" in text or line.row:
        return len(split_sentences(text)) == 1 and not re.search(r"\bactie\b", text, re.IGNORECASE)
    words = text.split()
    if line.gap and len(words) < 3 and not _NAME.match(text) and not is_function(text):
        return False
    if text.endswith(".") and len(words) > 3 and "," not in text:
        return False
    if text.endswith(".") and len(words) > 8 and text.count(",") < len(words) // 4:
        return False
    return len(words) <= 9 or text.count(",") >= len(words) // 6


def read_list(lines: Sequence[Line], section: Section) -> tuple[ReadAttendee, ...]:
    """Read the entries under one label; commas and brackets tell a list from one to a line."""
    apart = _one_to_a_line(lines)
    texts = [line.text for line in lines] if apart else [_joined(lines)]
    entries: list[ReadAttendee] = []
    here = section
    for opening, under, text in _labelled(texts, section):
        if apart and re.fullmatch(r"[A-Z][\w ]{1,30}:", text.strip()):
            here = replace(under, organisation=text.strip(" :"))
            continue
        here = under if opening else here
        found = _read_part(text, here, columns=apart or ";" in texts[0])
        if found and opening:
            found[0] = replace(found[0], source=f"{opening} {found[0].source}")
        entries += found
    return tuple(_organisations(_merged(entries)))


def _organisations(entries: Sequence[ReadAttendee]) -> Iterator[ReadAttendee]:
    """Take a bare word among codes for an organisation too: JenV, BZK, Aedes."""
    codes = sum(is_code(entry.label) for entry in entries)
    for entry in entries:
        bare = entry.surname and entry.surname == entry.source
        if bare and 2 * codes > len(entries):
            yield replace(entry, surname="", label=entry.source, organisation=entry.source)
        else:
            yield entry


def _labelled(texts: Sequence[str], section: Section) -> Iterator[tuple[str, Section, str]]:
    """Divide texts at semicolons, and at sentences that open with a label of their own."""
    for text in (part for whole in texts for part in _split(whole, _SEMICOLON)):
        opening, words = "", ""
        for sentence in split_sentences(text):
            label = attendance_label(sentence)
            if label and sentence[label.value_at :].strip():
                if words.strip():
                    yield opening, section, words
                section, opening, words = label.section, label.text, sentence[label.value_at :]
            else:
                words = f"{words} {sentence}"
        yield opening, section, words


def _read_part(text: str, section: Section, *, columns: bool) -> list[ReadAttendee]:
    delegation = _DELEGATION.match(text.strip())
    if delegation and not is_function(delegation["code"]):
        section = replace(section, organisation=delegation["code"].strip())
        text = text.strip()[delegation.end() :]
    alone = columns and not _is_enumeration(text)
    found: list[ReadAttendee] = []
    for part in [text] if alone else _split(text, _COMMA):
        pair = _split(part, _AND)
        read = [read_entry(one, section, columns=alone and not delegation) for one in pair]
        entries = [entry for entry in read if entry]
        if not found or found[-1].organisation:
            entries = _shared(entries)
        found += entries
    return found


def _shared(entries: list[ReadAttendee]) -> list[ReadAttendee]:
    """Let two people joined by "en" share the organisation after them: A en B (IPO)."""
    code = entries[-1].organisation if len(entries) == 2 else ""
    return [
        replace(entry, organisation=entry.organisation or ("" if entry.label else code))
        for entry in entries
    ]


def _joined(lines: Sequence[Line]) -> str:
    """Join lines that run on; white space counts for nothing between commas and brackets."""
    return " ".join(" ".join(line.text for line in lines).split())


def _one_to_a_line(lines: Sequence[Line]) -> bool:
    texts = [line.text.rstrip() for line in lines]
    if len(texts) < 2:
        return bool(lines) and lines[0].bullet
    if all(line.bullet or line.whole for line in lines):
        return True
    broken = sum(text.endswith((",", "(")) or text.startswith("(") for text in texts)
    broken += sum(text.count("(") != text.count(")") for text in texts)
    broken += sum(
        re.search(r"(?:dhr|mevr|mw|heer)\.?$", text, re.IGNORECASE) is not None for text in texts
    )
    return broken == 0 and sum(_is_enumeration(text) for text in texts) <= len(texts) // 3


def _is_enumeration(text: str) -> bool:
    """Tell whether one line lists several people."""
    parts = _split(text, _COMMA)
    people = sum("(" in part or _SALUTED.match(part) is not None for part in parts)
    return len(parts) > 1 and people > 1


def _split(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Split at commas or semicolons outside brackets."""
    parts, start = [], 0
    for match in pattern.finditer(text):
        if match[0][0] not in "([":
            parts.append(text[start : match.start()])
            start = match.end()
    return [part for part in (*parts, text[start:]) if part.strip(" .\n")]


def _belongs_to(last: ReadAttendee, entry: ReadAttendee) -> bool:
    """Tell whether an entry says something of the person before it, as in "D. Oud, politie"."""
    named = bool(last.surname and entry.surname)
    return named and len(last.source) < _LONGEST and describes(entry.source)


def _merged(entries: Sequence[ReadAttendee]) -> list[ReadAttendee]:
    """Join "ondersteuning" to "secretariaat", and a loose code to the person before it."""
    merged: list[ReadAttendee] = []
    for entry in entries:
        last = merged[-1] if merged else None
        if (
            last
            and last.label
            and entry.label
            and is_function(last.label)
            and is_function(entry.label)
        ):
            merged[-1] = replace(
                last, label=f"{last.label}, {entry.label}", source=f"{last.source}, {entry.source}"
            )
        elif last and _belongs_to(last, entry):
            noted = with_status(last, entry.source)
            merged[-1] = replace(noted, source=f"{last.source}, {entry.source}")
        elif last and last.surname and not last.organisation and is_code(entry.label):
            merged[-1] = replace(
                last, organisation=entry.label, source=f"{last.source}, {entry.source}"
            )
        else:
            merged.append(entry)
    return merged
