"""Start-up to a window on screen, as a whole process, against a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.timing import compare

ROOT = Path(__file__).parents[2]
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
"""
# The program itself, except that its event loop turns once instead of for ever.
OURS = """
import ui.app
from PySide6.QtWidgets import QApplication
QApplication.exec = staticmethod(lambda: QApplication.processEvents() or 0)
ui.app.main(None, None)
"""


def _run(*arguments: str, state: str = "") -> None:
    # As on a user's machine: modules are compiled once, in the round that is not measured.
    environment = {**os.environ, "LRT_DESK_STATE": state, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def lines() -> Iterator[str]:
    """Compare the window with a bare one, and the command line with Python doing nothing."""
    with tempfile.TemporaryDirectory() as state:
        window = partial(_run, "-c", OURS, state=state)
        yield compare("window, against a bare one", window, partial(_run, "-c", BARE), 7)
        asked = partial(_run, "-m", "lrt_desk", "--help", state=state)
        yield compare("lrt-desk --help, against bare Python", asked, partial(_run, "-c", ""), 7)
