"""Dates and times as people in Dutch government write and read them."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def long_date(day: dt.date) -> str:
    """Write a date in full: 10 november 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: dt.date) -> str:
    """Write a date in figures: 10-11-2023."""
    return f"{day:%d-%m-%Y}"


def clock(moment: dt.time) -> str:
    """Write a time of day: 9.15."""
    return f"{moment.hour}.{moment.minute:02}"


def time_range(start: dt.time | None, end: dt.time | None) -> str:
    """Write when a session starts and, if known, ends: 9.15 uur, or 10.00–12.00 uur."""
    if start is None:
        return ""
    return f"{clock(start)}–{clock(end)} uur" if end else f"{clock(start)} uur"


def local(moment: dt.datetime) -> dt.datetime:
    """Take an aware moment to the clock of Amsterdam."""
    return moment.astimezone(AMSTERDAM)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written somewhere in a text, perhaps without its year.

    `start` and `end` are offsets into that text.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, *, until: dt.date | None = None, since: dt.date | None = None) -> dt.date | None:
        """Give the date; one without a year is the last up to `until` or the first from `since`.

        None when no such day exists, or when the year is missing and neither bound is given.
        """
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        bound = until or since
        if bound is None:
            return None
        step = -1 if until else 1
        # 29 February may be eight years away (1896 to 1904)
        candidates = (_date(bound.year + step * n, self.month, self.day) for n in range(9))
        return next(
            (day for day in candidates if day and (day <= bound if until else day >= bound)), None
        )


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_MONTH_NUMBERS = {name[:length]: number for number, name in enumerate(MONTHS, 1)
                  for length in (3, 4, len(name))} | {"mrt": 3}  # fmt: skip
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"(?<![\d.,:])(\d{{1,2}})(?:e|ste|de)?\s{{1,3}}({_MONTH})\b\.?"
    r"(?:,?\s{1,3}((?:19|20)\d\d)(?!\d)|\s{1,3}['’´](\d\d)(?!\d))?",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(
    r"(?<![\d./-])(?:(\d{1,2})([-/])(\d{1,2})\2(\d{4}|['’´]?\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})"
    r"|(\d{4})-(\d\d)-(\d\d))(?!\d|[./-]\d)"
)
_WITHOUT_YEAR = re.compile(
    r"(?<![\d./:-])(\d{1,2})[-/](\d{1,2})(?!\d|[./:-]\d|\s?(?:u|h)\b|\s?uur)"
)


def find_days(text: str, *, short: bool = False) -> tuple[Day, ...]:
    """Find every date written in a text, in order: 10 november 2023, 3 nov, 10-11-2023.

    `short` also takes 1-12 for a date, which elsewhere may be a range or a reference.
    """
    found = [_day_in_words(match) for match in _IN_WORDS.finditer(text)]
    found += [_day_in_figures(match) for match in _IN_FIGURES.finditer(text)]
    if short:
        found += [
            Day(match.start(), match.end(), int(match[1]), int(match[2]), None)
            for match in _WITHOUT_YEAR.finditer(text)
        ]
    # 2024 is a leap year, so 29 February without a year counts as possible
    possible = (day for day in found if _date(day.year or 2024, day.month, day.day))
    return tuple(sorted(possible, key=lambda day: day.start))


def _day_in_words(match: re.Match[str]) -> Day:
    year = int(match[3]) if match[3] else 2000 + int(match[4]) if match[4] else None
    month = _MONTH_NUMBERS[match[2].lower()]
    return Day(match.start(), match.end(), int(match[1]), month, year)


def _day_in_figures(match: re.Match[str]) -> Day:
    if match[8]:
        year, month, day = int(match[8]), int(match[9]), int(match[10])
    elif match[5]:
        day, month, year = int(match[5]), int(match[6]), int(match[7])
    else:
        day, month, year = int(match[1]), int(match[3]), int(match[4].lstrip("'’´"))
    return Day(match.start(), match.end(), day, month, year if year > 99 else 2000 + year)


def opens_with_day(text: str) -> bool:
    """Tell whether a text opens with a date, after the name of its day at most."""
    days = find_days(text[:60])
    return bool(days) and text[: days[0].start].strip(" ,").casefold() in {"", *WEEKDAYS}


def read_day(
    text: str,
    *,
    until: dt.date | None = None,
    since: dt.date | None = None,
    short: bool = False,
) -> dt.date | None:
    """Read the first date in a text; see `Day.on` for dates without a year."""
    days = (day.on(until=until, since=since) for day in find_days(text, short=short))
    return next((day for day in days if day), None)


_HOUR = r"([01]?\d|2[0-3])(?:[.:]([0-5]\d)|u([0-5]\d)?)?"
_TIME = re.compile(
    r"(?<![\d.:,/-])([01]?\d|2[0-3])(?:[.:]([0-5]\d)(?![\d.])|\s?u([0-5]\d)\b|(?=\s?(?:uur|u|h)\b))"
)
_RANGE = re.compile(
    rf"(?<![\d.:,/]){_HOUR}(?:\s?(?:uur|u|h)\b)?,?\s{{0,3}}(?:-|–|—|tot|t/m|(?:einde|sluiting)\s?:?)\s{{0,3}}{_HOUR}"
    r"(?=\s{0,3}(?:uur|u|h)?\b|$)(?!\d|[.:]\d)"
)


def read_time(text: str) -> dt.time | None:
    """Read the first time of day in a text: 9.15 uur, 9:15, 12u, 12u30, 12.00."""
    match = _TIME.search(_without_days(text))
    return dt.time(int(match[1]), int(match[2] or match[3] or 0)) if match else None


def read_time_range(text: str) -> tuple[dt.time | None, dt.time | None]:
    """Read start and end from a text: 10:00-13:30 uur, van 9.15 tot 10 uur, or a start alone."""
    match = _RANGE.search(_without_days(text))
    if match is None:
        return read_time(text), None
    start = dt.time(int(match[1]), int(match[2] or match[3] or 0))
    end = dt.time(int(match[4]), int(match[5] or match[6] or 0))
    return (start, end) if start < end else (start, None)


def after_time(text: str) -> str:
    """Give what follows the times in a text that begins with a date or time: a place, if any."""
    days = _without_days(text)
    match = _RANGE.search(days) or _TIME.search(days)
    rest = _AFTER_TIME.match(text, match.end()) if match else None
    return rest[1].strip(" .") if rest else ""


def _without_days(text: str) -> str:
    for day in find_days(text):
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return text


_AFTER_TIME = re.compile(r"(?:\s{0,3}(?:uur|u|h)\b)?\s{0,3}[,;]\s{0,3}(?=[^\W\d_])([^()\n]{2,80})$")

_DEADLINE = re.compile(
    r"\b(?:v[oó]{2}r|voor|uiterlijk|per|deadline|termijn|gereed|tot en met|t/m|tot)\b[\s:]{0,3}"
    r"(?:(?:op|per|v[oó]{2}r|uiterlijk|de|het)\s)?"
    rf"(?:(?:{'|'.join(WEEKDAYS)})\s)?(?=\d)",
    re.IGNORECASE,
)


def closing_day(text: str) -> str:
    """Give the date that closes a line of a list, as written there, "" when none does."""
    days = find_days(text[-40:], short=True)
    rest = text[-40:][days[-1].start :] if days else ""
    return rest if days and not text[-40:][days[-1].end :].strip(" .)") else ""


_LAST = re.compile(r"\s[–—-]\s(?=\d)")
"""A dash before a date that closes an action: "notitie woningen – 1 maart"."""


def read_deadline(text: str, since: dt.date | None) -> dt.date | None:
    """Read the day by which something is due: vóór 26 maart, uiterlijk 1-12, per 1 mei 2024.

    A date without a year is the first one from `since`. A date that no such word leads in
    ("het verslag van 3 november") is no deadline.
    """
    found = _deadline_in(text)
    return found[1].on(since=since) if found else None


def without_deadline(text: str) -> str:
    """Cut off the words that say by when, and what follows them: "VNG, vóór 1 mei" gives VNG."""
    found = _deadline_in(text)
    return text[: found[0]].rstrip(" ,;:–—-") if found else text


def _deadline_in(text: str) -> tuple[int, Day] | None:
    for match in (*_DEADLINE.finditer(text), *_LAST.finditer(text[-40:])):
        offset = 0 if match.re is _DEADLINE else max(0, len(text) - 40)
        at = offset + match.end()
        for day in find_days(text[at : at + 24], short=True)[:1]:
            last = match.re is _DEADLINE or not text[at + day.end :].strip(" .)")
            if day.start == 0 and last:
                return offset + match.start(), day
    return None
