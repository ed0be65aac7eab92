"""Every screen on the demonstration's archive as a picture: `python3 dev.py shots [DIR]`.

Light and dark, at 100 % and 150 %, filled and empty. For people to look at; no test compares them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from lrt_desk.commands.demonstration import create_demonstration
from lrt_desk.store.archive import create_archive
from lrt_desk.store.keys import new_key
from ui import theme
from ui.main_window import MainWindow

LOOKS = (("light", "1"), ("dark", "1"), ("light", "1.5"), ("dark", "1.5"))
SETTLE = 200
"""Milliseconds for timers to start workers, and for what they made to be painted."""


def views(folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Go from screen to screen, giving each one's name and the window that shows it."""
    window = MainWindow()
    window.show()
    for name in ("choose", "passphrase", "unlock", "kit"):
        window.welcome._go_to(getattr(window.welcome, name))
        yield f"welcome-{name}", window
    window.show_archive(create_archive(folder / "empty.lrt", new_key()))
    yield "sessions-empty", window
    window.sessions.plan()
    yield "plan-first", window
    window.close()
    window = MainWindow()
    window.show()
    story = create_demonstration(folder / "demo.lrt", new_key())
    window.show_archive(story.archive)
    yield "sessions", window
    window.sessions.plan()
    yield "plan", window
    window.sessions.panel.closed.emit()
    for name in ("approved", "in_writing", "upcoming"):
        window.open_session(getattr(story, name))
        tabs = window.session.tabs
        for at in range(tabs.count()):
            if tabs.isTabEnabled(at):
                tabs.setCurrentIndex(at)
                yield f"{name}-{at + 1}", window
    window.open_session(story.approved)
    window.session.tabs.setCurrentIndex(1)
    window.session.part().panes()[0].selectAll()
    yield "attendees-selected", window
    window.open_session(story.in_writing)
    window.session.tabs.setCurrentIndex(1)
    window.session.part().buttons()[0].click()
    yield "attendees-add", window
    window.go_to_sessions()
    window.palette_.open()
    window.palette_.field.setText("opvang")
    yield "search", window
    window.palette_.shut()
    window.resize(1232, 768)
    yield "sessions-small", window
    window.close()


def settle() -> None:
    """Let timers and workers go on; an event loop lets other threads run, a test wait does not."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE, loop.quit)
    loop.exec()


def draw(target: Path) -> None:
    """Draw every view in the look that the environment asks for."""
    app = QApplication(sys.argv[:1])
    theme.install(app)
    look = f"{os.environ['LRT_DESK_THEME']}-{os.environ['QT_SCALE_FACTOR']}"
    with tempfile.TemporaryDirectory() as folder:
        for name, window in views(Path(folder)):
            settle()
            while QThreadPool.globalInstance().activeThreadCount():
                settle()
            settle()
            path = target / f"{name}-{look}.png"
            if not window.grab().save(str(path)):
                raise OSError(f"{path} could not be written")


def main(arguments: list[str]) -> int:
    """Draw all looks, each in a process of its own: Qt reads its scale once."""
    target = Path(*arguments[:1] or ["shots"]).absolute()
    target.mkdir(parents=True, exist_ok=True)
    if "LRT_DESK_THEME" in os.environ and "QT_SCALE_FACTOR" in os.environ:
        draw(target)
        return 0
    for scheme, scale in LOOKS:
        look = {"LRT_DESK_THEME": scheme, "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tests.shots", str(target)]
        subprocess.run(command, env={**os.environ, **look}, check=True)
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
