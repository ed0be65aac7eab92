"""The names of sessions for people and scripts: LRT/2023-11-10.

Several sessions of one body on one day are told apart by the order in which they were made: the
second is LRT/2023-11-10/2.
"""

import difflib
import re

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.meetings import Session
from lrt_desk.store.archive import Archive
from lrt_desk.store.engine import plain_errors

REFERENCE_SQL = """
    (SELECT body.code || '/' || session.date ||
        CASE count(*) WHEN 1 THEN '' ELSE '/' || count(*) END
     FROM body, session AS same
     WHERE body.id = session.body_id AND same.body_id = session.body_id
        AND same.date = session.date AND same.id <= session.id)
"""
"""Gives the reference of the row of `session` in a larger query."""

_PARTS = re.compile(r"\s*(.+?)\s*/\s*(\d{4}-\d{2}-\d{2})\s*(?:/\s*0*(\d+)\s*)?", re.ASCII)


def reference(archive: Archive, session: Session) -> str:
    """Give the reference of a session that the archive holds."""
    with plain_errors(archive.path):
        (words,) = archive.db.execute(
            f"SELECT {REFERENCE_SQL} FROM session WHERE id = ?",  # noqa: S608  constant
            (session.id,),
        ).fetchone()
    return str(words)


def session_by_reference(archive: Archive, words: str) -> Session:
    """Find the session of a reference, in capitals or not.

    Errors: DeskError that names the nearest references when there is no such session.
    """
    if parts := _PARTS.fullmatch(words):
        body, date, nth = parts.groups()
        exact = f"{body}/{date}" if nth in (None, "1") else f"{body}/{date}/{nth}"
        with plain_errors(archive.path):
            row = archive.db.execute(
                "SELECT id FROM session"  # noqa: S608  constant
                f" WHERE date = ? AND {REFERENCE_SQL} = ? COLLATE NOCASE",
                (date, exact),
            ).fetchone()
        if row:
            return archive.get(Session, row[0])
    raise DeskError(
        t("Er is geen vergadering {reference} in dit archief.", reference=words.strip()),
        _nearest(archive, words),
    )


def _nearest(archive: Archive, words: str) -> str:
    with plain_errors(archive.path):
        rows = archive.db.execute(f"SELECT {REFERENCE_SQL} FROM session").fetchall()  # noqa: S608  constant
    if not rows:
        return t("Het archief heeft nog geen vergaderingen.")
    known = {name.casefold(): name for (name,) in rows}
    near = difflib.get_close_matches(words.strip().casefold(), known, n=3, cutoff=0)
    return t("Het dichtst in de buurt: {references}.", references=", ".join(known[n] for n in near))
