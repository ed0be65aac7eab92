"""Whether the archive is still what was written: the file, the journal, the rows, the anchor."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrt_desk.i18n import t, tn
from lrt_desk.store import anchors, journal
from lrt_desk.store.engine import Connection, DatabaseError
from lrt_desk.store.findings import Finding, Severity
from lrt_desk.store.rows import TABLES, Row, from_json, from_sql

if TYPE_CHECKING:
    from lrt_desk.store.archive import Archive

__all__ = ["Finding", "Severity", "check", "look_back"]

LOOKED_BACK = 5_000
"""Entries of the journal that are verified at every opening: some 50 ms."""


def check(archive: "Archive") -> tuple[Finding, ...]:
    """Verify everything there is to verify; empty when all is well. Changes nothing.

    That is: SQLCipher's own seals and structure, the whole chain of the journal, every row
    against the journal, and the anchor of this computer.
    """
    findings: list[Finding] = []
    try:
        for part in (_file(archive.db), _history(archive.db, archive.id), _rows(archive.db)):
            findings.extend(part)
    except DatabaseError:
        findings.append(_damage())
    return tuple(findings)


def look_back(db: Connection, archive_id: str) -> tuple[Finding, ...]:
    """Verify at opening what is quick: the newest entries of the journal, and the anchor."""
    seq, _ = journal.head(db, archive_id)
    return tuple(_history(db, archive_id, after=max(0, seq - LOOKED_BACK)))


def _file(db: Connection) -> Iterator[Finding]:
    sealed = not db.execute("PRAGMA cipher_integrity_check").fetchall()
    whole = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tied = not db.execute("PRAGMA foreign_key_check").fetchall()
    if not (sealed and whole and tied):
        yield _damage()


def _history(db: Connection, archive_id: str, after: int = 0) -> Iterator[Finding]:
    broken = journal.first_break(db, archive_id, after)
    if broken is not None:
        yield Finding(
            severity=Severity.WARNING,
            message=t(
                "Het logboek is buiten LRT Desk om veranderd, vanaf regel {seq}.", seq=broken
            ),
            remedy=t("U kunt verder werken. Vergelijk het archief met een reservekopie."),
        )
    anchor = anchors.read_anchor(archive_id)
    if finding := anchors.compare(db, archive_id, anchor):
        yield finding
    yield from anchors.past(anchor)


def _rows(db: Connection) -> Iterator[Finding]:
    told = {
        (kind, row_id): from_json(kind, after)
        for kind, row_id, after in db.execute(
            "SELECT kind, row_id, after FROM journal"
            " WHERE seq IN (SELECT max(seq) FROM journal GROUP BY kind, row_id)"
        )
        if after is not None
    }
    found = dict(_all_rows(db))
    different = sum(told.get(key) != found.get(key) for key in told.keys() | found.keys())
    if different:
        yield Finding(
            severity=Severity.WARNING,
            message=tn(
                "{n} gegeven is anders dan in het logboek, en dus buiten LRT Desk om veranderd.",
                "{n} gegevens zijn anders dan in het logboek, en dus buiten LRT Desk om veranderd.",
                different,
            ),
            remedy=t("Vergelijk het archief met een reservekopie."),
        )


def _all_rows(db: Connection) -> Iterator[tuple[tuple[str, str], Row]]:
    for kind, table in TABLES.items():
        for cells in db.execute(table.select):
            row = from_sql(table.kind, cells)
            yield (kind, row.id), row


def _damage() -> Finding:
    return Finding(
        severity=Severity.DAMAGE,
        message=t("Het bestand is beschadigd."),
        remedy=t("Zet een reservekopie terug, en bewaar dit bestand zoals het is."),
    )
