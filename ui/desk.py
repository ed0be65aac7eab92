"""The archive behind the window: runs commands, and tells the screens what changed."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from lrt_desk.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lrt_desk.model.change import Change
    from lrt_desk.store.archive import Archive

P = ParamSpec("P")


def report_of(error: BaseException) -> str:
    """Describe a fault of ours without its message, which may hold confidential words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}\n{places}"


def together(archive: Archive, label: str, steps: Sequence[Callable[[Archive], Change]]) -> Change:
    """Run commands as one: one transaction, one undo under `label`."""
    from lrt_desk.model.ids import Id

    with archive.atomic(label):
        subjects = [step(archive).subject for step in steps]
        return archive.change(subjects[0] if subjects else Id(""))


class Desk(QObject):
    """Holds the open archive. Every write of the window goes through `run`."""

    changed = Signal(object)
    """A `Change`, once, after its transaction was committed."""
    refused = Signal(object)
    """A `DeskError`: the user's problem, with its remedy; nothing was changed."""
    failed = Signal(str)
    """Our fault: a report without confidential text; everything was rolled back."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive

    def run(
        self,
        command: Callable[Concatenate[Archive, P], Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Run one command; None when it was refused or failed, which has then been told."""
        return self._attempt(lambda: command(self.archive, *args, **kwargs), self.refused.emit)

    def run_or(
        self,
        refuse: Callable[[DeskError], object],
        command: Callable[Concatenate[Archive, P], Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Run one command as `run`, but tell a refusal where it was asked: under its field."""
        return self._attempt(lambda: command(self.archive, *args, **kwargs), refuse)

    def undo(self) -> Change | None:
        """Take back the last change; None when there is none to take back."""
        return self._attempt(self.archive.undo, self.refused.emit)

    def redo(self) -> Change | None:
        """Do again what was last taken back."""
        return self._attempt(self.archive.redo, self.refused.emit)

    def _attempt(
        self, work: Callable[[], Change | None], refuse: Callable[[DeskError], object]
    ) -> Change | None:
        try:
            change = work()
        except DeskError as problem:
            refuse(problem)
            return None
        except Exception as fault:  # noqa: BLE001  the edge of the window: told, never swallowed
            self.failed.emit(report_of(fault))
            return None
        if change is not None:
            self.changed.emit(change)
        return change
