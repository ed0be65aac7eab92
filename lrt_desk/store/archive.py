"""The archive: one encrypted file of facts, written in transactions, each write journalled."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.store import engine, journal
from lrt_desk.store.anchors import Anchor, mismatches, write_anchor
from lrt_desk.store.check import look_back
from lrt_desk.store.device import actor, device_id
from lrt_desk.store.index import learn, prepare
from lrt_desk.store.journal import Act, Entry, UndoLine
from lrt_desk.store.keys import Key
from lrt_desk.store.migrations import bring_up_to_date
from lrt_desk.store.rows import (
    IMMUTABLE,
    TABLES,
    R,
    Row,
    Table,
    from_json,
    from_sql,
    table_of,
    to_cell,
    to_json,
    to_sql,
)


def utc_now() -> dt.datetime:
    """Give the moment it is now, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(slots=True)
class _Work:
    """A transaction under way."""

    label: str
    wall: bool
    act: Act
    target: int | None
    head: tuple[int, str]
    entries: list[Entry] = field(default_factory=list)
    written: list[Row] = field(default_factory=list)


class Archive:
    """An open archive. One thread owns it; a second process may have the same file open.

    `findings` is what was noticed about its history at opening: to be said, not to stop anybody.
    `db` is for this package only.
    """

    def __init__(
        self, path: Path, key: Key, db: engine.Connection, clock: Callable[[], dt.datetime]
    ) -> None:
        self.path = path
        self.key = key
        self.db = db
        self._clock = clock
        self.id, created_at = db.execute("SELECT id, created_at FROM archive").fetchone()
        self.created_at = dt.datetime.fromisoformat(created_at)
        self._work: _Work | None = None
        self._device, self._actor = device_id(), actor()
        self._line = UndoLine()
        prepare(db)
        self.findings = look_back(db, self.id)
        self._mismatches = mismatches(db, self.id, clock())
        self._last = Change(label="", subject=Id(""))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything acknowledged is in it already."""
        self.db.close()

    def now(self) -> dt.datetime:
        """Give the moment it is now by the clock of this archive, in UTC."""
        return self._clock()

    # Reading

    def get(self, kind: type[R], row_id: Id) -> R:
        """Give one row.

        Errors: DeskError when it is not there.
        """
        row = self._current(table_of(kind), row_id)
        if row is None:
            raise DeskError(
                t("Dit gegeven staat niet meer in het archief."),
                t("Vernieuw het scherm en kies opnieuw."),
            )
        return cast("R", row)

    def find(self, kind: type[R], **equals: object) -> tuple[R, ...]:
        """Give the rows whose fields equal what is asked, by position where they have one."""
        table = table_of(kind)
        if unknown := equals.keys() - set(table.columns):
            raise TypeError(f"{table.name} has no {unknown}")
        where = " AND ".join(f'"{name}" IS ?' for name in equals) or "1"
        sql = f"{table.select} WHERE {where} ORDER BY {table.order}"
        with engine.plain_errors(self.path):
            cells = self.db.execute(sql, [to_cell(value) for value in equals.values()]).fetchall()
        return tuple(from_sql(kind, row) for row in cells)

    # Writing

    @contextlib.contextmanager
    def atomic(self, label: str, *, wall: bool = False) -> Iterator[None]:
        """Write everything inside the block, or nothing of it when it raises.

        `label` is what undo calls it on screen. Undo never goes back past a `wall`, nor past a
        row that is immutable. A block within a block joins the outer one, label and all.
        """
        with self._joined(wall) if self._work else self._transaction(label, wall=wall):
            yield

    def put(self, row: Row) -> None:
        """Insert a row, or update the one with its id; an identical one is left alone."""
        table = table_of(type(row))
        current = self._current(table, row.id)
        if current != row:
            self._write(table, current, row)

    def remove(self, row: Row) -> None:
        """Remove the row with the id of this one.

        Errors: DeskError when it is not there.
        """
        current = self.get(type(row), row.id)
        self._write(table_of(type(row)), current, None)

    def change(self, subject: Id) -> Change:
        """Tell what the transaction under way, or else the last one, did."""
        done = _change(self._work.label, self._work.entries) if self._work else self._last
        return replace(done, subject=subject)

    # Undo

    def undo(self) -> Change | None:
        """Take the last transaction back; None when there is none, or a wall."""
        return self._replay(Act.UNDO)

    def redo(self) -> Change | None:
        """Do again what was last taken back; None when there is nothing, or work went on since."""
        return self._replay(Act.REDO)

    def undo_label(self) -> str:
        """Give the words of what `undo` would take back, empty when nothing."""
        return self._label(Act.UNDO)

    def redo_label(self) -> str:
        """Give the words of what `redo` would do again, empty when nothing."""
        return self._label(Act.REDO)

    def _next(self, act: Act) -> tuple[Entry, ...]:
        self._line.follow(self.db)
        line = self._line.undo if act is Act.UNDO else self._line.redo
        return journal.of_transaction(self.db, line[-1]) if line else ()

    def _label(self, act: Act) -> str:
        entries = self._next(act)
        return entries[0].label if entries else ""

    def _replay(self, act: Act) -> Change | None:
        entries = self._next(act)
        if not entries:
            return None
        with self._transaction(entries[0].label, act=act, target=entries[0].txn):
            for entry in reversed(entries) if act is Act.UNDO else entries:
                self._turn(entry, act)
        return self.change(Id(entries[0].row_id))

    def _turn(self, entry: Entry, act: Act) -> None:
        table = TABLES[entry.kind]
        before, after = (
            from_json(entry.kind, text) if text else None for text in (entry.before, entry.after)
        )
        if act is Act.UNDO:
            before, after = after, before
        if self._current(table, Id(entry.row_id)) != before:
            raise DeskError(
                t("Dit kan niet meer ongedaan worden gemaakt of opnieuw worden uitgevoerd."),
                t("Een ander venster heeft dezelfde gegevens gewijzigd; wijzig ze met de hand."),
            )
        self._write(table, before, after)

    # How a write is done

    @contextlib.contextmanager
    def _transaction(
        self, label: str, *, wall: bool = False, act: Act = Act.DO, target: int | None = None
    ) -> Iterator[None]:
        with engine.plain_errors(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self.db.execute("PRAGMA defer_foreign_keys = ON")
                head = journal.head(self.db, self.id)
                self._work = _Work(label=label, wall=wall, act=act, target=target, head=head)
                yield
                entries = self._work.entries
                learn(self.db, self._work.written)
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:  # some errors of SQLite have rolled back already
                    self.db.execute("ROLLBACK")
                raise
            finally:
                self._work = None
        self._last = _change(label, entries)
        if entries:
            self._anchor(entries[-1].seq, entries[-1].hash)

    @contextlib.contextmanager
    def _joined(self, wall: bool) -> Iterator[None]:
        work = self._open_work()
        written = len(work.entries)
        work.wall = work.wall or wall
        self.db.execute("SAVEPOINT joined")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK TO joined")
                self.db.execute("RELEASE joined")
            del work.entries[written:]
            raise
        self.db.execute("RELEASE joined")

    def _open_work(self) -> _Work:
        if self._work is None:
            raise RuntimeError("write inside `with archive.atomic(label):`")
        return self._work

    def _current(self, table: Table, row_id: Id) -> Row | None:
        with engine.plain_errors(self.path):
            cells = self.db.execute(f"{table.select} WHERE id = ?", (row_id,)).fetchone()
        return from_sql(table.kind, cells) if cells else None

    def _write(self, table: Table, before: Row | None, after: Row | None) -> None:
        work = self._open_work()
        try:
            entry = self._entry(work, table, before, after)
            if after is None:
                self.db.execute(table.delete, (entry.row_id,))
            else:
                self.db.execute(table.upsert, to_sql(table, after))
                work.written.append(after)
            journal.append(self.db, entry)
        except UnicodeEncodeError:
            raise DeskError(
                t("De tekst bevat tekens die niet bestaan en is daarom niet bewaard."),
                t("Typ de tekst opnieuw, of plak haar als platte tekst."),
            ) from None
        work.entries.append(entry)

    def _entry(self, work: _Work, table: Table, before: Row | None, after: Row | None) -> Entry:
        last, previous = (
            (work.entries[-1].seq, work.entries[-1].hash) if work.entries else work.head
        )
        kind = table.kind.__name__
        entry = Entry(
            seq=last + 1,
            txn=work.head[0] + 1,
            act=work.act,
            target=work.target,
            wall=work.wall or kind in IMMUTABLE,
            device=self._device,
            actor=self._actor,
            at=self.now().isoformat(),
            label=work.label,
            kind=kind,
            row_id=cast("Row", after or before).id,
            before=to_json(before) if before else None,
            after=to_json(after) if after else None,
            previous=previous,
        )
        return replace(entry, hash=journal.sealed(entry))

    def _anchor(self, seq: int, sealed: str) -> None:
        anchor = Anchor(seq=seq, hash=sealed, at=self.now(), mismatches=self._mismatches)
        write_anchor(self.id, anchor)


def create_archive(path: Path, key: Key, *, clock: Callable[[], dt.datetime] = utc_now) -> Archive:
    """Make a new, empty archive.

    Errors: DeskError when a file of that name exists, or the folder cannot be written.
    """
    db = engine.create(path, key)
    try:
        with engine.plain_errors(path):
            bring_up_to_date(db, path)
            archive_id, now = new_id(), clock()
            db.execute("INSERT INTO archive VALUES (?, ?)", (archive_id, now.isoformat()))
            write_anchor(archive_id, Anchor(seq=0, hash=journal.genesis(archive_id), at=now))
            return Archive(path, key, db, clock)
    except BaseException:
        db.close()
        path.unlink()
        raise


def open_archive(path: Path, key: Key, *, clock: Callable[[], dt.datetime] = utc_now) -> Archive:
    """Open an archive.

    Errors: DeskError when the file is missing, no archive, damaged, busy, of a newer format, or
    encrypted with another key; the file is then exactly as it was.
    """
    db = engine.connect(path, key)
    try:
        with engine.plain_errors(path):
            bring_up_to_date(db, path)
            return Archive(path, key, db, clock)
    except BaseException:
        db.close()
        raise


def _change(label: str, entries: list[Entry]) -> Change:
    return Change(
        label=label,
        subject=Id(entries[0].row_id) if entries else Id(""),
        kinds=frozenset(entry.kind for entry in entries),
        ids=frozenset(Id(entry.row_id) for entry in entries),
    )
