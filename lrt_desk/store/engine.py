"""The one door to SQLCipher: keyed connections, and its errors in plain Dutch.

A file is looked at through an immutable connection first: SQLite would otherwise fold a log that
a crash left behind into the file even when the key turns out to be wrong.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3  # type: ignore[import-untyped]  # it has no types
import sqlcipher3.dbapi2  # type: ignore[import-untyped]

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.store import schema
from lrt_desk.store.header import PAGE, file_salt, new_salt, no_archive
from lrt_desk.store.keys import RAW_LENGTH, Key

# sqlite-utils prefers a module of this name over the SQLite of Python itself.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

if TYPE_CHECKING:
    from sqlite3 import Connection, DatabaseError
else:
    from sqlcipher3.dbapi2 import Connection, DatabaseError

__all__ = [
    "Connection",
    "DatabaseError",
    "connect",
    "create",
    "named_rows",
    "plain_errors",
    "twin",
]

APPLICATION_ID = 0x4C525444  # "LRTD"
BUSY_MILLISECONDS = 3000


def create(path: Path, key: Key) -> Connection:
    """Make an empty encrypted file that nobody else may read, and connect to it.

    Errors: DeskError when something is there already or the folder does not take it.
    """
    try:
        _own_file(path)
    except FileExistsError:
        raise DeskError(
            t("{name} bestaat al.", name=path.name), t("Kies een andere naam voor het archief.")
        ) from None
    except OSError as problem:
        raise DeskError(
            t("{name} kan hier niet worden gemaakt.", name=path.name),
            t("Kies een map waarin u mag schrijven."),
        ) from problem
    salt = new_salt()
    db = _connect(path, "mode=rw", key.unlock(salt), salt)
    try:
        with plain_errors(path):
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            return _settled(db)
    except BaseException:
        db.close()
        path.unlink()
        raise


def twin(path: Path, of: Path, key: Key) -> Connection:
    """Make an empty file with the salt of another, so that every key of that one opens it too.

    Errors: OSError when something is there already or the folder does not take it.
    """
    _own_file(path)
    salt = file_salt(of)
    return _connect(path, "mode=rw", key.unlock(salt), salt)


def connect(path: Path, key: Key) -> Connection:
    """Connect to an existing archive, or leave it exactly as it was.

    Errors: DeskError when the file is missing, no archive, damaged, busy, or has another key.
    """
    raw = key.unlock(file_salt(path))
    with plain_errors(path):
        _look(path, raw)
        db = _connect(path, "mode=rw", raw)
        try:
            return _settled(db)
        except BaseException:
            db.close()
            raise


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLCipher can say about a file into a DeskError; our own bugs pass through."""
    try:
        yield
    except DatabaseError as problem:
        if told := _told(problem, path):
            raise told from problem
        raise


def named_rows(db: Connection, sql: str, *values: object) -> list[dict[str, Any]]:
    """Give the rows of a query, each by the names of its columns."""
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, cells, strict=True)) for cells in cursor]


def _own_file(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _connect(path: Path, mode: str, raw: bytes, salt: bytes = b"") -> Connection:
    if len(raw) != RAW_LENGTH:
        raise ValueError("SQLCipher would take a short key for a passphrase")
    db: Connection = sqlcipher3.dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
    )
    db.execute("PRAGMA cipher_log_level = NONE")
    # Not PRAGMA key: that would show in trace callbacks.
    db.set_key(f"x'{(raw + salt).hex()}'")  # type: ignore[attr-defined]  # SQLCipher's own
    return db


def _settled(db: Connection) -> Connection:
    db.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
    return db


def _look(path: Path, raw: bytes) -> None:
    """Try the key on the file without touching anything on disk."""
    log = path.with_name(f"{path.name}-wal")
    pending = log.is_file() and log.stat().st_size > 0
    try:
        pages = _try(path, raw, "immutable=1")
    except DatabaseError:
        if not pending:
            raise
        # A power cut while the log was folded in may have torn the first page, and the log then
        # mends it. That is tried on a copy, which is as encrypted as the file.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            copy = Path(folder, path.name)
            shutil.copyfile(path, copy)
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
            _try(copy, raw, "mode=rw")
    else:
        if path.stat().st_size < pages * PAGE and not pending:
            raise _damaged(path)


def _try(path: Path, raw: bytes, mode: str) -> int:
    with contextlib.closing(_connect(path, mode, raw)) as db:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _refuse_strangers(db, path)
        pages: int = db.execute("PRAGMA page_count").fetchone()[0]
    return pages


def _refuse_strangers(db: Connection, path: Path) -> None:
    # It opened with the key, and may still be the file of another program.
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise no_archive(path)


def _told(problem: DatabaseError, path: Path) -> DeskError | None:
    code = getattr(problem, "sqlite_errorname", "")
    # This binding gives no extended codes, so constraints are told apart by their words.
    what = str(problem) if code == "SQLITE_CONSTRAINT" else code
    read_only = (
        t("In {name} of de map ervan kan niet worden geschreven.", name=path.name),
        t("Zet het archief in een map waarin u mag schrijven."),
    )
    busy = (
        t("{name} is in gebruik door een ander programma.", name=path.name),
        t("Sluit het andere venster of wacht even, en probeer het dan opnieuw."),
    )
    sentences = {
        "SQLITE_NOTADB": (
            t("{name} gaat niet open met deze sleutel.", name=path.name),
            t(
                "Controleer de sleutel of wachtwoordzin. Klopt die, dan is het bestand beschadigd "
                "of geen archief; zet dan een reservekopie terug."
            ),
        ),
        "SQLITE_IOERR": (
            t("{name} kan nu niet worden gelezen of geschreven.", name=path.name),
            t("Controleer of de schijf of het netwerk nog aangesloten is."),
        ),
        "SQLITE_BUSY": busy,
        "SQLITE_LOCKED": busy,
        "SQLITE_READONLY": read_only,
        "SQLITE_CANTOPEN": read_only,
        "SQLITE_PERM": read_only,
        "SQLITE_FULL": (
            t("De schijf is vol; er is niets gewijzigd."),
            t("Maak ruimte vrij en probeer het opnieuw."),
        ),
        "FOREIGN KEY constraint failed": (
            t("Andere gegevens hangen hiermee samen; er is niets gewijzigd."),
            t("Verwijder of wijzig eerst wat hiernaar verwijst."),
        ),
        schema.FIXED: (
            t("Een vastgelegde versie of een ondertekend exemplaar blijft zoals het is."),
            t("Leg een nieuwe versie vast."),
        ),
    }
    if what == "SQLITE_CORRUPT":
        return _damaged(path)
    return DeskError(*sentences[what]) if what in sentences else None


def _damaged(path: Path) -> DeskError:
    return DeskError(
        t("{name} is beschadigd.", name=path.name),
        t("Zet een reservekopie terug; bewaar dit bestand zoals het is."),
    )
