"""A second copy of the archive, as encrypted as the first and opened by the same key."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.store import engine

if TYPE_CHECKING:
    from lrt_desk.store.archive import Archive


def backup_to(archive: "Archive", target: Path) -> None:
    """Copy the archive as it is now, check the copy, and only then put it in place.

    A connection of its own reads, so that a worker may do this while the archive is in use.

    Errors: DeskError when the target cannot be written, is the archive itself, or fails its check.
    """
    if target.exists() and target.samefile(archive.path):
        raise DeskError(
            t("Een reservekopie kan niet over het archief zelf heen."), t("Kies een andere naam.")
        )
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with engine.plain_errors(archive.path):
            _copy(archive, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as problem:
        raise DeskError(
            t("De reservekopie {name} kan niet worden geschreven.", name=target.name),
            t("Kies een map waarin u mag schrijven, met genoeg ruimte."),
        ) from problem
    finally:
        part.unlink(missing_ok=True)


def _copy(archive: "Archive", part: Path) -> None:
    with (
        contextlib.closing(engine.connect(archive.path, archive.key)) as source,
        contextlib.closing(engine.twin(part, archive.path, archive.key)) as copy,
    ):
        # In one go: in steps it starts again at every write of another process.
        source.backup(copy)
        if copy.execute("PRAGMA cipher_integrity_check").fetchall():
            raise DeskError(
                t("De reservekopie is niet goed geschreven en is weggegooid."),
                t("Controleer de schijf en probeer het opnieuw."),
            )
