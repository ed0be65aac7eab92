"""Old minutes into the archive: read in a worker, recorded as one command, the result told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lrt_desk.commands import imports
from lrt_desk.commands.provenance import provenance
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.reading import ReadMinutes
from ui.desk import Desk
from ui.jobs import Job


def kinds() -> str:
    """Name the files that can be imported, as a file dialog wants it."""
    return t("Verslagen (*.txt *.pdf *.docx *.odt)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file turned out to be: minutes to import, or a PDF to be judged; `said` is on a PDF.

    `pdf` are its bytes where it is a PDF, to see whether this archive issued it.
    """

    name: str
    reading: ReadMinutes | None
    pdf: bytes = b""
    said: tuple[str, ...] = ()
    sound: bool = True


class Importer(QObject):
    """Takes files one after the other; each is recorded whole or not at all.

    A signed PDF, one that this archive issued, or one that is no minutes is judged instead.
    """

    judged = Signal(str, object, bool)
    """The file's name, what was found on it (lines), and whether all of that is in order."""

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
            job.done.connect(self._take_in)
            job.refused.connect(self._refuse)
            job.failed.connect(self._desk.failed)
            job.start()

    def _take_in(self, found: Found) -> None:
        self._busy("")
        ours = provenance(self._desk.archive, found.pdf) if found.pdf else None
        if found.reading is not None and ours is None:
            self._record(found.reading)
            return
        origin: tuple[str, ...] = ()
        if ours is not None:
            words = t("Uitgegeven door dit archief: {session}, versie {version}.",
                      session=ours.session, version=ours.version)  # fmt: skip
            origin = (words, *((t("Ingetrokken."),) if ours.withdrawn_at else ()))
        sound = found.sound and (ours is None or ours.chained)
        self.judged.emit(found.name, (*origin, *found.said), sound)

    def _record(self, reading: ReadMinutes) -> None:
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


def _read(path: Path) -> Found:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise DeskError(
            t("{name} kan niet worden gelezen.", name=path.name),
            t("Controleer of het een bestand is dat u mag openen."),
        ) from problem
    return _judge(path.name, data) if path.suffix.lower() == ".pdf" else _minutes(path.name, data)


def _minutes(name: str, data: bytes) -> Found:
    from lrt_desk.intake.minutes import read_minutes

    return Found(name=name, reading=read_minutes(name, data))


def _judge(name: str, data: bytes) -> Found:
    """Judge a PDF, and read it as minutes unless it is signed; for a worker."""
    from lrt_desk.documents.verify import lines, verify

    try:
        verdict = verify(data)
    except DeskError:
        return _minutes(name, data)
    reading, said = None, lines(verdict)
    if not verdict.signatures:
        try:
            reading = _minutes(name, data).reading
        except DeskError as problem:
            said = (problem.message, *said)
    return Found(name=name, reading=reading, pdf=data, said=said, sound=verdict.sound)
