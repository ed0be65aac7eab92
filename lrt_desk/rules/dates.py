"""Dates and times as people in Dutch government write and read them."""

import datetime as dt
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
