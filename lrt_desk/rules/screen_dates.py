"""Dates and times in the language of the screen; documents use rules.dates, always Dutch."""

import datetime as dt

from lrt_desk.i18n import t
from lrt_desk.rules.dates import clock


def month_name(month: int) -> str:
    """Name a month, 1 to 12: november."""
    names = (
        *(t("januari"), t("februari"), t("maart"), t("april"), t("mei"), t("juni")),
        *(t("juli"), t("augustus"), t("september"), t("oktober"), t("november"), t("december")),
    )
    return names[month - 1]


def month_in_short(month: int) -> str:
    """Name a month, 1 to 12, in three letters: mrt."""
    names = (
        *(t("jan"), t("feb"), t("mrt"), t("apr"), t("mei"), t("jun")),
        *(t("jul"), t("aug"), t("sep"), t("okt"), t("nov"), t("dec")),
    )
    return names[month - 1]


def weekday_name(weekday: int) -> str:
    """Name a day of the week, 0 for Monday: maandag."""
    names = (
        *(t("maandag"), t("dinsdag"), t("woensdag"), t("donderdag"), t("vrijdag")),
        *(t("zaterdag"), t("zondag")),
    )
    return names[weekday]


def weekday_in_short(weekday: int) -> str:
    """Name a day of the week, 0 for Monday, in two letters: ma."""
    return (t("ma"), t("di"), t("wo"), t("do"), t("vr"), t("za"), t("zo"))[weekday]


def day_and_month(day: dt.date) -> str:
    """Write a day without its year: 10 november."""
    return f"{day.day} {month_name(day.month)}"


def long_date(day: dt.date) -> str:
    """Write a date in full: 10 november 2023."""
    return f"{day_and_month(day)} {day.year}"


def time_range(start: dt.time | None, end: dt.time | None) -> str:
    """Write when a session starts and, if known, ends: 9.15 uur, or 10.00–12.00 uur."""
    if start is None:
        return ""
    times = f"{clock(start)}–{clock(end)}" if end else clock(start)
    return t("{times} uur", times=times)
