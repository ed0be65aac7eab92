"""Old minutes into the archive: read in a worker, recorded as one command, the result told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lrt_desk.commands import imports
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.reading import ReadMinutes
from ui.desk import Desk
from ui.jobs import Job


def kinds() -> str:
    """Name the files that can be imported, as a file dialog wants it."""
    return t("Verslagen (*.txt *.pdf *.docx *.odt)")


class Importer(QObject):
    """Takes files one after the other; each is recorded whole or not at all."""

    recorded = Signal(str, str)
    """The session, and what was found in words."""

    def __init__(self, desk: Desk, busy: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._desk, self._busy = desk, busy

    def take(self, paths: tuple[Path, ...]) -> None:
        """Read files; the window stays usable meanwhile."""
        for path in paths:
            self._busy(t("Leest {name}", name=path.name))
            job = Job(partial(_read, path))
            job.done.connect(self._record)
            job.refused.connect(self._refuse)
            job.failed.connect(self._desk.failed)
            job.start()

    def _record(self, reading: ReadMinutes) -> None:
        self._busy("")
        change = self._desk.run(imports.record, reading)
        if change is not None:
            self.recorded.emit(change.subject, summary(reading))

    def _refuse(self, problem: DeskError) -> None:
        self._busy("")
        self._desk.refused.emit(problem)


def summary(reading: ReadMinutes) -> str:
    """Say what was found: items, actions, and what a human must look at."""
    unsure = len(reading.remarks) + sum(bool(action.unsettled) for action in reading.actions)
    parts = (
        tn("{n} agendapunt", "{n} agendapunten", len(reading.items)),
        tn("{n} deelnemer", "{n} deelnemers", len(reading.attendees)),
        tn("{n} actie", "{n} acties", len(reading.actions)),
    )
    words = t("Geïmporteerd: {parts}.", parts=", ".join(parts))
    if not unsure:
        return words
    look = tn("{n} punt vraagt uw oordeel.", "{n} punten vragen uw oordeel.", unsure)
    return f"{words} {look}"


def _read(path: Path) -> ReadMinutes:
    from lrt_desk.intake.minutes import read_minutes

    try:
        data = path.read_bytes()
    except OSError as problem:
        raise DeskError(
            t("{name} kan niet worden gelezen.", name=path.name),
            t("Controleer of het een bestand is dat u mag openen."),
        ) from problem
    return read_minutes(path.name, data)
