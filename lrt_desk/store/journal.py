"""The journal: every row written, before and after, each entry sealed over the one before it.

One list serves undo, history and audit. It is only ever appended to; undoing writes the inverse
as new entries. A transaction is known by the `seq` of its first entry.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter

import msgspec

from lrt_desk.store.engine import Connection


class Act(StrEnum):
    """Whether a transaction was new, took one back, or did one again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row written; `before` and `after` are its JSON, None where it was not there.

    `target` is the transaction that an undo or redo is about. `previous` is the hash of the entry
    before, `hash` the SHA-256 over everything else.
    """

    seq: int
    txn: int
    act: Act
    target: int | None
    wall: bool
    device: str
    actor: str
    at: str
    label: str
    kind: str
    row_id: str
    before: str | None
    after: str | None
    previous: str
    hash: str = ""

    @property
    def moment(self) -> dt.datetime:
        """When it was written, in UTC."""
        return dt.datetime.fromisoformat(self.at)


_COLUMNS = tuple(column.name for column in fields(Entry))
_cells = attrgetter(*_COLUMNS)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM journal"  # noqa: S608  our own names
_INSERT = (
    f"INSERT INTO journal ({', '.join(_COLUMNS)}) "  # noqa: S608  our own names
    f"VALUES ({', '.join('?' * len(_COLUMNS))})"
)


def genesis(archive_id: str) -> str:
    """Give what stands for the hash before the first entry; it ties the chain to one archive."""
    return hashlib.sha256(archive_id.encode()).hexdigest()


def sealed(entry: Entry) -> str:
    """Compute the hash of an entry: SHA-256 over the JSON list of its fields, in hex."""
    return hashlib.sha256(msgspec.json.encode(_cells(entry)[:-1])).hexdigest()


def append(db: Connection, entry: Entry) -> None:
    """Add a sealed entry at the end."""
    db.execute(_INSERT, _cells(entry))


def head(db: Connection, archive_id: str) -> tuple[int, str]:
    """Give sequence number and hash of the newest entry; 0 and the genesis when there is none."""
    row = db.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, genesis(archive_id))


def hash_at(db: Connection, archive_id: str, seq: int) -> str | None:
    """Give the hash of one entry, None when it is not there; 0 stands for the genesis."""
    if seq == 0:
        return genesis(archive_id)
    row = db.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
    return row[0] if row else None


def of_transaction(db: Connection, txn: int) -> tuple[Entry, ...]:
    """Give the entries of one transaction, in order."""
    return tuple(_entries(db, "WHERE txn = ? ORDER BY seq", txn))


def of_row(db: Connection, row_id: str) -> tuple[Entry, ...]:
    """Give the history of one row, oldest first."""
    return tuple(_entries(db, "WHERE row_id = ? ORDER BY seq", row_id))


def first_break(db: Connection, archive_id: str, after: int = 0) -> int | None:
    """Find the first entry past `after` that is missing, changed or out of its chain."""
    previous = hash_at(db, archive_id, after)
    for expected, entry in enumerate(_entries(db, "WHERE seq > ? ORDER BY seq", after), after + 1):
        if entry.seq != expected or entry.previous != previous or entry.hash != sealed(entry):
            return expected
        previous = entry.hash
    return None


def _entries(db: Connection, clause: str, *values: object) -> Iterator[Entry]:
    for row in db.execute(f"{_SELECT} {clause}", values):
        cells = dict(zip(_COLUMNS, row, strict=True))
        cells["act"], cells["wall"] = Act(cells["act"]), bool(cells["wall"])
        yield Entry(**cells)


@dataclass(slots=True)
class UndoLine:
    """What can be taken back and done again, as the journal tells it from the last wall on."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)
    seen: int = -1

    def follow(self, db: Connection) -> None:
        """Take in what was written since, by whichever process."""
        if self.seen < 0:
            wall = db.execute("SELECT max(txn) FROM journal WHERE wall").fetchone()[0]
            self.seen = wall or 0
        for txn, act, target, wall in db.execute(
            "SELECT txn, act, target, max(wall) FROM journal WHERE txn > ?"
            " GROUP BY txn ORDER BY txn",
            (self.seen,),
        ):
            self._take(txn, Act(act), target, bool(wall))
            self.seen = txn

    def _take(self, txn: int, act: Act, target: int, wall: bool) -> None:
        if act is Act.UNDO:
            self.undo.remove(target)
            self.redo.append(target)
        elif act is Act.REDO:
            self.redo.remove(target)
            self.undo.append(target)
        else:
            self.redo.clear()
            self.undo = [] if wall else [*self.undo, txn]
