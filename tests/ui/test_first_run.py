"""From nothing to an archive with its recovery kit, and back into it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lrt_desk.errors import DeskError
from lrt_desk.store import keys
from lrt_desk.store.archive import create_archive
from lrt_desk.store.keys import Key, new_key, recovery_kit
from ui.main_window import MainWindow

WORDS = "vier losse woorden hier"


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a keyring."""

    def refuse(*_arguments: object) -> Key:
        raise DeskError("Geen sleutelbos.")

    monkeypatch.setattr(keys, "key_for_new", refuse)
    monkeypatch.setattr(keys, "key_for", refuse)


def test_new_archive_asks_for_a_passphrase_and_saves_the_kit_first(
    window: MainWindow, tmp_path: Path, chosen: Callable[[Path], None], no_keyring: None
) -> None:
    welcome, path = window.welcome, tmp_path / "tafel.lrt"
    chosen(path)
    welcome._create()
    welcome.passphrase.first.setText(WORDS)
    welcome.passphrase.second.setText(WORDS + "x")
    welcome.passphrase.confirm()
    assert not path.exists()
    welcome.passphrase.second.setText(WORDS)
    welcome.passphrase.confirm()
    assert path.exists()
    assert window.desk is None
    assert not welcome.kit.finish_button.isEnabled()
    kit = tmp_path / "kaart.pdf"
    chosen(kit)
    welcome.kit.save_button.click()
    assert kit.read_bytes().startswith(b"%PDF")
    welcome.kit.finish_button.click()
    assert window.desk is not None
    assert window.desk.archive.path == path
    assert window.windowTitle() == "LRT Desk"


def test_short_passphrase_is_refused_in_place(window: MainWindow, no_keyring: None) -> None:
    step = window.welcome.passphrase
    step.first.setText("kort")
    step.confirm()
    assert "12" in step.first.accessibleDescription()


def test_wrong_passphrase_says_what_to_do_and_the_right_one_opens(
    window: MainWindow, tmp_path: Path, no_keyring: None
) -> None:
    path = tmp_path / "tafel.lrt"
    create_archive(path, Key(passphrase=WORDS)).close()
    window.welcome.open_path(path)
    unlock = window.welcome.unlock
    unlock.words.setText("iets anders dan dat")
    unlock.confirm()
    assert "sleutel" in unlock.words.accessibleDescription()
    assert window.desk is None
    unlock.words.setText(WORDS)
    unlock.confirm()
    assert window.desk is not None


def test_recovery_code_opens_an_archive(
    window: MainWindow, tmp_path: Path, no_keyring: None
) -> None:
    path = tmp_path / "tafel.lrt"
    with create_archive(path, new_key()) as archive:
        codes = " ".join(recovery_kit(archive).groups)
    window.welcome.open_path(path)
    window.welcome.unlock._switch()
    window.welcome.unlock.code.setText(codes)
    window.welcome.unlock.confirm()
    assert window.desk is not None


def test_looking_around_opens_the_demonstration(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome._look_around()
    assert not window.welcome.choose._choices[0].isEnabled()
    assert "wordt gemaakt" in window.welcome.choose._busy.text()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20000)
    assert window.sessions.list.entries.rowCount() > 3


def test_an_archive_named_at_the_start_opens_after_the_window_was_painted(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path, words = tmp_path / "tafel.lrt", tmp_path / "zin.txt"
    words.write_text(WORDS, encoding="utf-8")
    words.chmod(0o600)
    create_archive(path, Key(passphrase=WORDS)).close()
    window.open_soon(path, words)
    assert not window.welcome.choose.isVisible()
    assert window.desk is None
    window.update()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20000)


def test_an_archive_that_is_not_there_brings_the_choices_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_soon(tmp_path / "weg.lrt")
    window.update()
    qtbot.waitUntil(window.welcome.choose.isVisible, timeout=20000)
    assert window.welcome._wrong.text()
