"""A window on the demonstration's archive, closed and gone after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrt_desk.commands.demonstration import Story, create_demonstration
from lrt_desk.store.archive import Archive
from lrt_desk.store.keys import Key
from ui import theme
from ui.main_window import MainWindow
from ui.widgets import choosers


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Load fonts and colours once: every later window inherits them."""
    theme.install(qapp)
    return qapp


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication) -> Iterator[MainWindow]:
    """A window without an archive, shown off screen."""
    made = MainWindow()
    made.show()
    qtbot.waitExposed(made)
    yield made
    QThreadPool.globalInstance().waitForDone()
    made.close()
    made.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def empty(window: MainWindow, archive: Archive) -> MainWindow:
    """A window on a new archive."""
    window.show_archive(archive)
    return window


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """The demonstration, played in full."""
    made = create_demonstration(tmp_path / "voorbeeld.lrt", Key(raw=bytes(range(32))))
    yield made
    made.archive.close()


@pytest.fixture
def filled(window: MainWindow, story: Story) -> MainWindow:
    """A window on the demonstration."""
    window.show_archive(story.archive)
    return window


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let every file chooser answer with one path."""

    def answer(path: Path) -> None:
        dialog = choosers.QFileDialog
        one = lambda *_arguments: (str(path), "")  # noqa: E731  three choosers, one answer
        monkeypatch.setattr(dialog, "getSaveFileName", staticmethod(one))
        monkeypatch.setattr(dialog, "getOpenFileName", staticmethod(one))
        monkeypatch.setattr(dialog, "getOpenFileNames", staticmethod(lambda *_a: ([str(path)], "")))
        monkeypatch.setattr(dialog, "getExistingDirectory", staticmethod(lambda *_a: str(path)))

    return answer
