"""What was typed about a session to come: read, judged field by field, and planned as one step."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lrt_desk.commands import bodies, sessions
from lrt_desk.commands.attendance import copy_attendees
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee, Session, SessionState
from lrt_desk.rules.dates import read_day, read_time
from lrt_desk.store.archive import Archive

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session to come, or a series of `count`; without `body_id` its body is new."""

    date: dt.date
    body_id: Id | None = None
    code: str = ""
    name: str = ""
    mailbox: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    link: str = ""
    count: int = 1
    every_weeks: int = 1
    provisional: bool = False
    attendees_of: Id | None = None


def read_when(text: str, today: dt.date) -> dt.date | None:
    """Read a day as people type it; without a year it is the first one from today."""
    return read_day(text, since=today, short=True)


def read_clock(text: str) -> dt.time | None:
    """Read a time as people type it: 9.15, 10u, or 10."""
    return read_time(text) or read_time(f"{text.strip()}u")


def wrong(typed: Mapping[str, str], today: dt.date, *, new_body: bool) -> dict[str, str]:
    """Say what to mend, by the name of the field; nothing when all can be read.

    The names are those of `Plan`, each with the text of its field.
    """
    start, end = read_clock(typed["start"]), read_clock(typed["end"])
    time = t("Schrijf een tijd als 9.15 of 10u.")
    found = {
        "code": t("Geef een afkorting op, zoals LRT.")
        if new_body and not typed["code"].strip() else "",
        "mailbox": t("Schrijf een adres als lrt@voorbeeld.nl.")
        if new_body and typed["mailbox"].strip() and "@" not in typed["mailbox"] else "",
        "date": t("Schrijf een datum als 27 november of 27-11-2026.")
        if read_when(typed["date"], today) is None else "",
        "start": time if typed["start"].strip() and start is None else "",
        "end": time if typed["end"].strip() and end is None else "",
        "count": t("Kies 1 tot {most}.", most=MOST) if not _number(typed["count"]) else "",
        "every_weeks": t("Kies 1 tot {most}.", most=MOST)
        if not _number(typed["every_weeks"]) else "",
    }  # fmt: skip
    if start and end and end <= start:
        found["end"] = t("De eindtijd ligt niet na de begintijd.")
    if end and not typed["start"].strip():
        found["start"] = t("Vul ook de begintijd in.")
    return {name: words for name, words in found.items() if words}


def read(
    typed: Mapping[str, str],
    today: dt.date,
    *,
    body_id: Id | None,
    provisional: bool,
    attendees_of: Id | None,
) -> Plan:
    """Read fields in which nothing is `wrong`."""
    date = read_when(typed["date"], today)
    if date is None:
        raise ValueError("fields are judged before they are read")
    return Plan(
        date=date,
        body_id=body_id,
        code=typed["code"],
        name=typed["name"],
        mailbox=typed["mailbox"],
        start=read_clock(typed["start"]),
        end=read_clock(typed["end"]),
        place=typed["place"],
        link=typed["link"],
        count=_number(typed["count"]) or 1,
        every_weeks=_number(typed["every_weeks"]) or 1,
        provisional=provisional,
        attendees_of=attendees_of,
    )


def previous(archive: Archive, body_id: Id, day: dt.date) -> Session | None:
    """Give the last session of a body before a day, called off ones aside."""
    held = (
        one
        for one in archive.find(Session, body_id=body_id)
        if one.date < day and one.state is not SessionState.CANCELLED
    )
    return max(held, key=lambda one: one.date, default=None)


def has_attendees(archive: Archive, session_id: Id) -> bool:
    """Tell whether anybody is on the list of a session."""
    return bool(archive.find(Attendee, session_id=session_id))


def plan(archive: Archive, asked: Plan) -> Change:
    """Plan what was asked; the subject is the session, of a series the first one."""
    with archive.atomic(t("Vergadering plannen") if asked.count == 1 else t("Reeks plannen")):
        body_id = asked.body_id or _new_body(archive, asked)
        made = sorted(_plan(archive, body_id, asked), key=lambda one: one.date)
        if asked.attendees_of is not None:
            for one in made:
                copy_attendees(archive, one.id, from_session_id=asked.attendees_of)
        return archive.change(made[0].id)


def _new_body(archive: Archive, asked: Plan) -> Id:
    return bodies.add_body(archive, code=asked.code, name=asked.name, mailbox=asked.mailbox).subject


def _plan(archive: Archive, body_id: Id, asked: Plan) -> tuple[Session, ...]:
    facts: sessions.SessionFacts = {
        "start": asked.start,
        "end": asked.end,
        "place": asked.place,
        "link": asked.link,
        "provisional": asked.provisional,
    }
    if asked.count == 1:
        made = sessions.plan(archive, body_id, date=asked.date, **facts)
        return (archive.get(Session, made.subject),)
    series = sessions.plan_series(
        archive,
        body_id,
        first=asked.date,
        count=asked.count,
        every_weeks=asked.every_weeks,
        **facts,
    )
    return archive.find(Session, series_id=series.subject)


def _number(text: str) -> int | None:
    number = int(text) if text.strip().isdecimal() and len(text.strip()) < 4 else 0
    return number if 1 <= number <= MOST else None
