"""The head of minutes: body, date, time, place, and the lists of attendees."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lrt_desk.i18n import t
from lrt_desk.intake.attendance import Label, attendance_label, continues_list, read_list
from lrt_desk.intake.entry import Section
from lrt_desk.intake.lines import Line
from lrt_desk.model.minutes import LineRole
from lrt_desk.model.reading import ReadAttendee, ReadRemark
from lrt_desk.rules.dates import (
    WEEKDAYS,
    Day,
    after_time,
    find_days,
    opens_with_day,
    read_time_range,
)
from lrt_desk.rules.screen_dates import long_date

_FIELDS: tuple[tuple[str, str], ...] = (
    ("date", r"(?:vergader)?datum(?:\s(?:overleg|vergadering))?"
             r"(?:\s?(?:en|&|/|,)\s?-?tijd(?:stip)?)?|vergadering\s(?:van|d\.?d\.?)|dag|wanneer|data"),
    ("time", r"(?:vergader)?tijd(?:stip)?|aanvang(?:stijd)?|begintijd|starttijd"),
    ("end", r"eindtijd|einde"),
    ("place", r"(?:vergader)?plaats|(?:vergader)?locatie|vergaderruimte|zaal|waar"),
    ("title", r"omschrijving|onderwerp|betreft|titel|vergadering|overleg"),
    ("other", r"(?:ons\s)?kenmerk|status|versie|bijlagen?|verzonden(?:\s(?:aan|op))?"
              r"|(?:kopie|afschrift)\saan|cc|contactpersoon|opgesteld\sdoor|verspreiding|van|aan|telefoon|e-mail|rubricering|agenda"),
)  # fmt: skip
_AFTER = rf"(?:\s{{0,40}}:|\s{{2,}}|\t|$|\s(?=\d|(?:{'|'.join(WEEKDAYS)})\b))\s*"
_PATTERNS = tuple(
    (name, re.compile(rf"(?P<label>{pattern}){_AFTER}", re.IGNORECASE)) for name, pattern in _FIELDS
)
_ONE_SPACE = (
    ("place", re.compile(r"(?:vergader)?(?:plaats|locatie)\s(?=\S)", re.IGNORECASE)),
    ("title", re.compile(r"omschrijving\s(?=verslag|notulen|vergadering)", re.IGNORECASE)),
)


@dataclass(slots=True)
class Head:
    """What the lines before the first agenda item said; `roles` tells what each was taken for.

    `labels` are places of lines that open with a label, and the length of that label.
    """

    fields: dict[str, str] = field(default_factory=dict)
    free: list[int] = field(default_factory=list)
    attendees: list[ReadAttendee] = field(default_factory=list)
    roles: dict[int, LineRole] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Date and times of a session as the head gives them, with what contradicts."""

    date: dt.date | None
    start: dt.time | None
    end: dt.time | None
    remarks: tuple[ReadRemark, ...] = ()


def field_label(text: str) -> tuple[str, int] | None:
    """Recognise a label of the title block; give the field and where its value begins."""
    for name, pattern in _PATTERNS:
        if match := pattern.match(text):
            dated = name == "title" and opens_with_day(text[match.end() :])
            return "date" if dated else name, match.end()
    for name, pattern in _ONE_SPACE if len(text.split()) <= 12 else ():
        if match := pattern.match(text):
            return name, match.end()
    return None


def opens_row(text: str) -> bool:
    """Tell whether the first cell of a row is a label of the title block."""
    words = text.strip()
    return field_label(words) is not None or attendance_label(words) is not None


def read_head(lines: Mapping[int, Line]) -> Head:
    """Read fields and attendees from the lines before the first item.

    A line belongs to the label above it while it looks like its value; the rest is `free`.
    """
    head = Head()
    section: tuple[Section, list[Line]] | None = None
    current = ""
    for at, line in lines.items():
        if line.row:
            continue
        label = attendance_label(line.text)
        found = None if label else field_label(line.text)
        if label:
            _close(head, section)
            section, current = (label.section, []), ""
            _open_list(head, section[1], at, line, label)
        elif found:
            _close(head, section)
            section, current = None, found[0]
            _open_field(head, at, line, current, found[1])
        elif section and continues_list(line):
            section[1].append(line)
            head.roles[at] = LineRole.ATTENDANCE
        elif current and _continues_field(head, line, current):
            head.fields[current] = f"{head.fields[current]} {line.raw.strip()}".strip()
            head.roles[at] = LineRole.TITLE_BLOCK
        else:
            current = ""
            head.free.append(at)
    _close(head, section)
    return head


def read_when(head: Head, title: str, furniture: str) -> When:
    """Settle date and times; a date elsewhere in the head that differs becomes a remark.

    The date field wins from the title, and a weekday that fits from one that does not.
    """
    value = head.fields.get("date", "")
    sources = [source for source in (value, title, furniture) if source]
    found = [(source, day) for source in sources for day in find_days(source)[:2]]
    dates = [(source, day, date) for source, day in found if (date := _completed(day, found))]
    chosen = next((date for _, _, date in dates), None)
    fitting = next((date for source, day, date in dates if _weekday_fits(source, day, date)), None)
    near = {date for _, _, date in dates if chosen and _could_be_meant(date, chosen)}
    if len(near) > 1 and fitting:
        chosen = fitting
    others = tuple(sorted(near - {chosen} if chosen else near))
    remarks = tuple(
        ReadRemark(
            text=t(
                "De bron noemt ook {other} als datum; gelezen is {date}.",
                other=long_date(other), date=long_date(chosen) if chosen else "",
            ),
            quote=next(source for source, _, date in dates if date == other).strip()[:200],
        )
        for other in others
    )  # fmt: skip
    start, end = read_time_range(value)
    if start is None:
        start, end = read_time_range(head.fields.get("time", "") or title)
    end = end or read_time_range(head.fields.get("end", ""))[0]
    return When(date=chosen, start=start, end=end, remarks=remarks)


def read_place(head: Head, dated: str) -> str:
    """Read the place from its field, or from what follows the time on the line of the date."""
    if place := head.fields.get("place", "").strip(" ."):
        return place
    lines = (head.fields.get("date", ""), head.fields.get("time", ""), *dated.splitlines())
    return next((place for line in lines if (place := after_time(line))), "")


def _could_be_meant(date: dt.date, chosen: dt.date) -> bool:
    """Tell whether two dates look like one day with a slip, rather than two different days."""
    same = (date.day == chosen.day) + (date.month == chosen.month) + (date.year == chosen.year)
    return same >= 2


def _completed(day: Day, found: list[tuple[str, Day]]) -> dt.date | None:
    years = [other.year for _, other in found if other.year]
    return replace(day, year=day.year or (years[0] if years else None)).on()


def _weekday_fits(source: str, day: Day, date: dt.date) -> bool:
    before = source[: day.start].split()
    return bool(before) and before[-1].casefold().strip(",") == WEEKDAYS[date.weekday()]


def _open_list(head: Head, lines: list[Line], at: int, line: Line, label: Label) -> None:
    value = line.text[label.value_at :]
    head.roles[at] = LineRole.ATTENDANCE if value.strip() else LineRole.TITLE_BLOCK
    head.labels[at] = label.value_at
    if value.strip():
        lines.append(replace(line, text=value))


def _open_field(head: Head, at: int, line: Line, name: str, value_at: int) -> None:
    value = line.text[value_at:].strip()
    if name in head.fields or name == "other":
        head.roles[at] = LineRole.UNPLACED
        head.fields.setdefault("other", "")
        return
    head.fields[name] = value
    head.roles[at] = LineRole.TITLE_BLOCK


def _close(head: Head, section: tuple[Section, list[Line]] | None) -> None:
    if section:
        head.attendees.extend(read_list(section[1], section[0]))


def _continues_field(head: Head, line: Line, name: str) -> bool:
    if name == "other" or line.mark:
        return False
    return not head.fields[name] or (not line.gap and line.indent >= 4)
