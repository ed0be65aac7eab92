"""How sessions read on the screen: names, days, states, and how far they have come."""

import datetime as dt
from dataclasses import dataclass

from lrt_desk.i18n import t, tn
from lrt_desk.model.meetings import Session
from lrt_desk.model.meetings import SessionState as S
from lrt_desk.rules import screen_dates
from lrt_desk.rules.dates import clock
from ui.widgets.steps import Progress

COMING = frozenset({S.PLANNED, S.INVITED})
IN_PROGRESS = frozenset({S.HELD, S.DRAFT, S.CIRCULATED, S.APPROVED, S.SIGNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a session stands: the word for a list, the next step, its colour and its bar."""

    word: str
    next_step: str
    tone: str = "t2"
    progress: Progress | None = None


def stand(state: S, open_remarks: int = 0) -> Stand:
    """Say where a session stands; imported minutes have no bar, for they claim no step here."""
    if state is S.IMPORTED:
        if open_remarks:
            words = tn("{n} opmerking", "{n} opmerkingen", open_remarks)
            return Stand(word=words, next_step=words, tone="amb")
        return Stand(word=t("Geïmporteerd"), next_step="")
    word, next_step, done, tone = {
        S.PLANNED: (t("Gepland"), t("gepland"), 0, "t2"),
        S.INVITED: (t("Voorbereiding"), t("uitgenodigd"), 1, "t2"),
        S.HELD: (t("Uit te werken"), t("uitwerken"), 2, "t2"),
        S.DRAFT: (t("In verslaglegging"), t("uitwerken"), 2, "t2"),
        S.CIRCULATED: (t("Concept rondgestuurd"), t("rondgestuurd"), 3, "t2"),
        S.APPROVED: (t("Te tekenen"), t("tekenen"), 4, "acc"),
        S.SIGNED: (t("Openbaar te maken"), t("publiceren"), 5, "acc"),
        S.PUBLIC: (t("Openbaar"), "", 6, "t2"),
        S.CANCELLED: (t("Afgelast"), "", 0, "t2"),
    }[state]
    bar = None if state is S.CANCELLED else Progress(done=done)
    return Stand(word=word, next_step=next_step, tone=tone, progress=bar)


def chip_tone(state: S) -> str:
    """Choose the tint of the state chip: green once approved, grey where nothing is asked."""
    if state in {S.APPROVED, S.SIGNED, S.PUBLIC}:
        return "grn"
    return "neutral" if state in {S.IMPORTED, S.CANCELLED} else "acc"


def day_and_month(day: dt.date, today: dt.date) -> str:
    """Write a day as people do, with the year only if it differs: 12 maart."""
    this_year = day.year == today.year
    return screen_dates.day_and_month(day) if this_year else screen_dates.long_date(day)


def short_month(day: dt.date, today: dt.date) -> str:
    """Write a month in a tight column: mrt, or mrt ’23."""
    month = screen_dates.month_in_short(day.month)
    return month if day.year == today.year else f"{month} ’{day.year % 100:02}"


def clock_range(start: dt.time | None, end: dt.time | None) -> str:
    """Write times on a screen: 10.00–12.00, 10.00, or nothing."""
    if start is None:
        return ""
    return f"{clock(start)}–{clock(end)}" if end else clock(start)


def when_and_where(session: Session) -> str:
    """Write time and place on one line: 10.00–12.00, zaal Berlage."""
    time = clock_range(session.start, session.end)
    return ", ".join(part for part in (time, session.place) if part)
