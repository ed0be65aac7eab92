"""Questions that screens and commands ask of the archive; nothing here writes."""

import datetime as dt
from dataclasses import dataclass

import msgspec

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import SessionState
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.store import journal
from lrt_desk.store.archive import Archive
from lrt_desk.store.engine import named_rows, plain_errors
from lrt_desk.store.journal import Entry
from lrt_desk.store.references import REFERENCE_SQL, reference, session_by_reference
from lrt_desk.store.search import Hit, search

__all__ = [
    "Entry",
    "Hit",
    "SessionLine",
    "history",
    "reference",
    "search",
    "session_by_reference",
    "sessions",
    "withheld_people",
]

_LINES = f"""
    SELECT id, {REFERENCE_SQL} AS reference,
        (SELECT code FROM body WHERE id = session.body_id) AS body,
        date, "start", "end", place, title, state, provisional,
        (SELECT count(*) FROM agenda_item WHERE session_id = session.id) AS items,
        (SELECT count(*) FROM attendee WHERE session_id = session.id) AS attendees,
        (SELECT count(*) FROM action WHERE session_id = session.id AND state = 'open')
            AS open_actions,
        (SELECT count(*) FROM change_request WHERE session_id = session.id
            AND state IN ('announced', 'open', 'to_meeting')) AS open_requests
    FROM session
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
        rows = named_rows(archive.db, _LINES)
    return tuple(
        msgspec.convert(row | {"provisional": bool(row["provisional"])}, SessionLine)
        for row in rows
    )


def withheld_people(archive: Archive) -> tuple[Person, ...]:
    """Give everybody whose name is withheld: by their own flag, or at any one session."""
    with plain_errors(archive.path):
        ids = archive.db.execute(
            "SELECT id FROM person WHERE confidentiality <> ?1"
            " UNION SELECT person_id FROM attendee"
            " WHERE person_id IS NOT NULL AND confidentiality <> ?1 ORDER BY 1",
            (Confidentiality.PUBLIC.value,),
        ).fetchall()
    return tuple(archive.get(Person, one) for (one,) in ids)


def history(archive: Archive, row_id: Id) -> tuple[Entry, ...]:
    """Give what the journal holds on one row, oldest first."""
    with plain_errors(archive.path):
        return journal.of_row(archive.db, row_id)
