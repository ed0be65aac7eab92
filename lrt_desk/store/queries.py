"""Questions that screens and commands ask of the archive; nothing here writes."""

import datetime as dt
import difflib
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.store import journal
from lrt_desk.store.archive import Archive
from lrt_desk.store.engine import plain_errors
from lrt_desk.store.journal import Entry

_REFERENCE = re.compile(r"\s*(.+?)\s*/\s*(\d{4}-\d{2}-\d{2})\s*(?:/\s*(\d+))?\s*", re.ASCII)

# Several sessions of one body on one day are told apart by the order in which they were made.
_NUMBERED = """
    SELECT session.*, body.code,
        row_number() OVER (PARTITION BY session.body_id, session.date ORDER BY session.id) AS nth
    FROM session JOIN body ON body.id = session.body_id
"""
_LINE_FIELDS = (
    "date",
    "start",
    "end",
    "place",
    "title",
    "state",
    "provisional",
    "items",
    "attendees",
    "open_actions",
    "open_requests",
)
_LINES = f"""
    SELECT id, code, nth, date, "start", "end", place, title, state, provisional,
        (SELECT count(*) FROM agenda_item WHERE session_id = line.id),
        (SELECT count(*) FROM attendee WHERE session_id = line.id),
        (SELECT count(*) FROM action WHERE session_id = line.id AND state = 'open'),
        (SELECT count(*) FROM change_request
         WHERE session_id = line.id AND state IN ('announced', 'open', 'to_meeting'))
    FROM ({_NUMBERED}) AS line
    ORDER BY date DESC, "start" DESC, id DESC
"""  # noqa: S608  constants


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session in a list."""

    id: Id
    reference: str
    body: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    title: str
    state: SessionState
    provisional: bool
    items: int
    attendees: int
    open_actions: int
    open_requests: int


def sessions(archive: Archive) -> tuple[SessionLine, ...]:
    """List all sessions, newest first."""
    with plain_errors(archive.path):
        return tuple(_line(row) for row in archive.db.execute(_LINES))


def reference(archive: Archive, session: Session) -> str:
    """Give the name of a session for people and scripts: LRT/2023-11-10, or LRT/2023-11-10/2."""
    with plain_errors(archive.path):
        code, nth = archive.db.execute(
            f"SELECT code, nth FROM ({_NUMBERED} WHERE body_id = ? AND date = ?) WHERE id = ?",  # noqa: S608  constant
            (session.body_id, session.date.isoformat(), session.id),
        ).fetchone()
    return _reference(code, session.date.isoformat(), nth)


def session_by_reference(archive: Archive, words: str) -> Session:
    """Find the session of a reference such as LRT/2023-11-10, in capitals or not.

    Errors: DeskError that names the nearest references when there is no such session.
    """
    match = _REFERENCE.fullmatch(words)
    if match:
        body, date, nth = match[1], match[2], int(match[3] or 1)
        with plain_errors(archive.path):
            row = archive.db.execute(
                f"SELECT id FROM ({_NUMBERED} WHERE lower(code) = lower(?) AND date = ?)"  # noqa: S608  constant
                " WHERE nth = ?",
                (body, date, nth),
            ).fetchone()
        if row:
            return archive.get(Session, row[0])
    raise DeskError(
        t("Er is geen vergadering {reference} in dit archief.", reference=words.strip()),
        _nearest(archive, words),
    )


def withheld_people(archive: Archive) -> tuple[Person, ...]:
    """Give everybody whose name is withheld: by their own flag, or at any one session."""
    public = Confidentiality.PUBLIC.value
    with plain_errors(archive.path):
        ids = archive.db.execute(
            "SELECT id FROM person WHERE confidentiality <> ?1"
            " UNION SELECT person_id FROM attendee"
            " WHERE person_id IS NOT NULL AND confidentiality <> ?1 ORDER BY 1",
            (public,),
        ).fetchall()
    return tuple(archive.get(Person, one) for (one,) in ids)


def history(archive: Archive, row_id: Id) -> tuple[Entry, ...]:
    """Give what the journal holds on one row, oldest first."""
    with plain_errors(archive.path):
        return journal.of_row(archive.db, row_id)


def _line(row: tuple[Any, ...]) -> SessionLine:
    cells = dict(zip(("id", "body", "nth", *_LINE_FIELDS), row, strict=True))
    nth = cells.pop("nth")
    cells["reference"] = _reference(cells["body"], cells["date"], nth)
    cells["provisional"] = bool(cells["provisional"])
    return msgspec.convert(cells, SessionLine)


def _reference(body: str, date: str, nth: int) -> str:
    return f"{body}/{date}" if nth == 1 else f"{body}/{date}/{nth}"


def _nearest(archive: Archive, words: str) -> str:
    known = {line.reference.casefold(): line.reference for line in sessions(archive)}
    if not known:
        return t("Het archief heeft nog geen vergaderingen.")
    close = difflib.get_close_matches(words.strip().casefold(), known, n=3, cutoff=0)
    return t(
        "Het dichtst in de buurt: {references}.", references=", ".join(known[one] for one in close)
    )
