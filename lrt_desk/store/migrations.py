"""How a file comes to the newest format: named migrations, committed with their record.

What a released version has written is never edited: a new field of the model is a new migration,
added at the end with the next format number.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.store import index, schema
from lrt_desk.store.engine import Connection

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database, Migrations

FORMAT = 2


def bring_up_to_date(db: Connection, path: "Path") -> None:
    """Apply what a file still lacks.

    Errors: DeskError when a newer version of the application wrote it; it is then untouched.
    """
    found = db.execute("PRAGMA user_version").fetchone()[0]
    if found > FORMAT:
        raise DeskError(
            t("{name} is gemaakt met een nieuwere versie van LRT Desk.", name=path.name),
            t("Werk LRT Desk bij op deze computer; aan het archief is niets gewijzigd."),
        )
    if found < FORMAT:
        # Only now: sqlite-utils takes a quarter of a second to import.
        from sqlite_utils import Database

        _migrations().apply(Database(db, recursive_triggers=False, execute_plugins=False))


@cache
def _migrations() -> "Migrations":
    from sqlite_utils import Migrations

    migrations = Migrations("lrt_desk")

    @migrations(name="0001_first_tables")
    def first_tables(db: "Database") -> None:
        _run(db, schema.ARCHIVE, schema.FACTS, schema.MINUTES, index.SEARCH)
        db.execute("PRAGMA user_version = 1")

    @migrations(name="0002_sent_agendas_logos_and_marked_passages")
    def sent_agendas(db: "Database") -> None:
        _run(db, schema.SENT_AGENDAS)
        db.execute("PRAGMA user_version = 2")

    return migrations


def _run(db: "Database", *parts: str) -> None:
    for part in parts:
        for statement in re.split(r"\n\n+", part.strip()):
            db.execute(statement)
