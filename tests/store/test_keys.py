"""Where keys are kept, and that they show nowhere."""

from pathlib import Path
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from lrt_desk.errors import DeskError
from lrt_desk.store import keys
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.keys import (
    Key,
    forget_word,
    key_for,
    key_for_new,
    new_key,
    remember,
    remember_word,
    remembered_word,
)
from tests.store.sample import KEY


class Memory(KeyringBackend):
    """A keyring that is on the list in these tests."""

    priority = 5
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Memory):
    """A keyring that its owner does not unlock."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("no")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise ConnectionError("the daemon has gone")


class Plaintext(Memory):
    """A keyring that some package brought along, and that keyring itself would prefer."""

    priority = 99
    kept: ClassVar[dict[tuple[str, str], str]] = {}


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the memory keyring be the one that is trusted, and another the one preferred."""
    monkeypatch.setattr(keys, "_trusted_keyrings", lambda: (Memory,))
    monkeypatch.setattr(Memory, "kept", {})
    monkeypatch.setattr(keyring.core, "_keyring_backend", Plaintext())


def test_a_remembered_key_opens_the_archive_wherever_it_is_moved(
    archive: Archive, tmp_path: Path
) -> None:
    remember(archive)
    archive.close()
    moved = archive.path.rename(tmp_path / "elders.lrt")
    with open_archive(moved, key_for(moved)) as again:
        assert again.key == KEY


def test_only_a_trusted_keyring_gets_the_key(archive: Archive) -> None:
    remember(archive)
    assert len(Memory.kept) == 1
    assert Plaintext.kept == {}


def test_without_a_trusted_keyring_it_says_how_to_go_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_trusted_keyrings", lambda: ())
    for ask in (lambda: key_for(archive.path), lambda: remember(archive), key_for_new):
        with pytest.raises(DeskError, match="--passphrase-file"):
            ask()


def test_a_locked_keyring_says_how_to_go_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_trusted_keyrings", lambda: (Locked,))
    for ask in (lambda: key_for(archive.path), lambda: remember(archive)):
        with pytest.raises(DeskError, match=r"geen toegang.*--passphrase-file") as caught:
            ask()
        assert KEY.raw.hex() not in str(caught.value)


@pytest.mark.parametrize("stored", [None, "", "00" * 31, "geen sleutel"])
def test_a_keyring_without_the_key(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, stored: str | None
) -> None:
    monkeypatch.setattr(Memory, "get_password", lambda *_: stored)
    with pytest.raises(DeskError, match="staat niet in de sleutelbos"):
        key_for(archive.path)


def test_a_file_that_is_not_there_is_not_blamed_on_the_keyring(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="is er niet"):
        key_for(tmp_path / "weg.lrt")


def test_on_windows_the_key_does_not_roam(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Memory, "persist", "enterprise", raising=False)
    assert keys._keyring().persist == "local machine"


def test_the_real_list_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert [f"{kind.__module__}.{kind.__name__}" for kind in keys._trusted_keyrings()] == [
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    ]


@pytest.mark.parametrize(
    "content", ["drie gele fietsen", "drie gele fietsen\r\nrest\n", "\ufeffdrie gele fietsen\n"]
)
def test_a_passphrase_file_is_its_first_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "zin.txt"
    file.write_bytes(content.encode())
    assert (
        key_for_new(file)
        == key_for(tmp_path / "x.lrt", file)
        == Key(passphrase="drie gele fietsen")
    )


def test_a_passphrase_is_not_kept_in_the_keyring(tmp_path: Path) -> None:
    with create_archive(tmp_path / "zin.lrt", Key(passphrase="drie gele fietsen")) as archive:
        remember(archive)
    assert Memory.kept == {}


@pytest.mark.parametrize("content", [b"", b"\n", b"\nzin op regel twee", b"\xff\xfe\xff"])
def test_a_passphrase_file_without_a_passphrase(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "zin.txt"
    file.write_bytes(content)
    with pytest.raises(DeskError):
        key_for_new(file)
    with pytest.raises(DeskError):
        key_for_new(tmp_path / "weg.txt")


def test_keys_are_random_and_show_nowhere() -> None:
    assert new_key() != new_key()
    assert repr(KEY) == repr(new_key()) == repr(Key(passphrase="drie gele fietsen")) == "Key()"


@pytest.mark.parametrize("raw", [bytes(31), bytes(33)])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(raw: bytes) -> None:
    with pytest.raises(ValueError, match="32 raw bytes"):
        Key(raw=raw)


def test_a_word_for_signing_is_kept_apart_from_keys_and_forgotten(archive: Archive) -> None:
    remember(archive)
    remember_word("kaart", "246810")
    assert remembered_word("kaart") == "246810"
    assert remembered_word("andere kaart") is None
    forget_word("kaart")
    assert remembered_word("kaart") is None
    forget_word("kaart")  # what is not there need not be forgotten
    assert key_for(archive.path).raw == KEY.raw


def test_without_a_keyring_no_word_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_trusted_keyrings", lambda: ())
    assert remembered_word("kaart") is None
    with pytest.raises(DeskError, match="zonder het wachtwoord te bewaren"):
        remember_word("kaart", "246810")
