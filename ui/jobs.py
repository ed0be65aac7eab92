"""Work outside the window's thread: rendering, signing, reading files.

Never with the archive that is open: its connection belongs to the window's thread.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from lrt_desk.errors import DeskError
from ui.desk import report_of


class Job(QObject):
    """One piece of work on the pool; its signals arrive in the window's thread."""

    done = Signal(object)
    refused = Signal(object)
    failed = Signal(str)
    _came = Signal(str, object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.ended = False
        self._work = _Work(self, work)
        self._came.connect(self._end)

    def start(self) -> None:
        """Put the work on the pool; the job keeps itself until it has told how it ended.

        Ended jobs are let go when the next one starts, when their thread has certainly left them.
        """
        _jobs[:] = [job for job in _jobs if not job.ended]
        _jobs.append(self)
        QThreadPool.globalInstance().start(self._work)

    def tell(self, how: str, outcome: object) -> None:
        """Hand the outcome over to the window's thread; called in the worker."""
        self._came.emit(how, outcome)

    def _end(self, how: str, outcome: object) -> None:
        self.ended = True
        {"done": self.done, "refused": self.refused, "failed": self.failed}[how].emit(outcome)


_jobs: list[Job] = []


class _Work(QRunnable):
    def __init__(self, job: Job, work: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job, self._work = job, work

    def run(self) -> None:
        try:
            result = self._work()
        except DeskError as problem:
            self._job.tell("refused", problem)
        except Exception as fault:  # noqa: BLE001  the edge of the thread: told, never swallowed
            self._job.tell("failed", report_of(fault))
        else:
            self._job.tell("done", result)


def finish() -> None:
    """Drop what waits and wait for what runs, before the window's process ends."""
    pool = QThreadPool.globalInstance()
    pool.clear()
    pool.waitForDone()


def collect_here(owner: QObject, every_ms: int = 5000) -> None:
    """Let Python collect its garbage in the window's thread only.

    A collection that happens to run in a worker would end Qt objects outside their thread.
    """
    gc.disable()
    timer = QTimer(owner)
    timer.timeout.connect(gc.collect)
    timer.start(every_ms)
