"""Keys of archives: made, kept in the keyring of the system, or spoken as a passphrase."""

import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.recovery import RecoveryKit
from lrt_desk.store import recovery
from lrt_desk.store.header import file_salt

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

    from lrt_desk.store.archive import Archive

T = TypeVar("T")

SERVICE = "LRT Desk"
SIGNING_SERVICE = "LRT Desk ondertekenen"

RAW_LENGTH = 32
KDF_ROUNDS = 256_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What opens an archive: 32 raw bytes, or a passphrase; neither shows in its `repr`.

    Errors: DeskError for an empty passphrase; ValueError for raw bytes of another length.
    """

    raw: bytes = field(default=b"", repr=False)
    passphrase: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.raw:
            if self.passphrase or len(self.raw) != RAW_LENGTH:
                raise ValueError("a key is 32 raw bytes or a passphrase")
        elif not self.passphrase:
            raise DeskError(
                t("De wachtwoordzin is leeg."),
                t("Typ een wachtwoordzin van ten minste één teken."),
            )

    def unlock(self, salt: bytes) -> bytes:
        """Give the 32 bytes that SQLCipher encrypts with, for the salt in the file's first bytes.

        A passphrase goes, NFC-normalised, through the KDF of SQLCipher 4 (PBKDF2-HMAC-SHA512,
        256,000 rounds), so that any SQLCipher opens the file with the passphrase itself.
        """
        if self.raw:
            return self.raw
        words = unicodedata.normalize("NFC", self.passphrase).encode()
        return hashlib.pbkdf2_hmac("sha512", words, salt, KDF_ROUNDS, RAW_LENGTH)


def new_key() -> Key:
    """Make a random 256-bit key."""
    return Key(raw=secrets.token_bytes(RAW_LENGTH))


def key_for_new(passphrase_file: Path | None = None) -> Key:
    """Give the key for a new archive: from the passphrase file when given, else a random one.

    Errors: DeskError when the file holds none, or this computer has no keyring for a random key.
    """
    if passphrase_file:
        return Key(passphrase=_first_line(passphrase_file))
    _keyring()
    return new_key()


def key_for(path: Path, passphrase_file: Path | None = None) -> Key:
    """Find the key of an archive: in the passphrase file when given, else in the keyring.

    Errors: DeskError when the file holds none, or the keyring does not have the key.
    """
    if passphrase_file:
        return Key(passphrase=_first_line(passphrase_file))
    salt = file_salt(path).hex()
    stored = _ask(lambda ring: ring.get_password(SERVICE, salt))
    if not stored or not re.fullmatch("[0-9a-f]{64}", stored):
        raise DeskError(
            t(
                "De sleutel van {name} staat niet in de sleutelbos van deze computer.",
                name=path.name,
            ),
            t("Open het archief met de herstelcode, of met de wachtwoordzin (--passphrase-file)."),
        )
    return Key(raw=bytes.fromhex(stored))


def remember(archive: "Archive") -> None:
    """Keep the key of an archive in the keyring, under the salt that its file begins with.

    A passphrase is not kept: whoever chose one wants to be asked for it.

    Errors: DeskError when the keyring does not take it.
    """
    if archive.key.raw:
        salt, kept = file_salt(archive.path).hex(), archive.key.raw.hex()
        _ask(lambda ring: ring.set_password(SERVICE, salt, kept))


def remember_word(name: str, word: str) -> None:
    """Keep the password of a certificate or the PIN of a card in the keyring; the user asked so.

    `name` tells it from others and holds no secret.
    Errors: DeskError when the keyring does not take it.
    """
    try:
        _ask(lambda ring: ring.set_password(SIGNING_SERVICE, name, word))
    except DeskError as problem:
        raise DeskError(
            problem.message, t("Onderteken zonder het wachtwoord te bewaren.")
        ) from problem


def remembered_word(name: str) -> str | None:
    """Give a password or PIN that was kept; None without one, or without a keyring."""
    try:
        return _ask(lambda ring: ring.get_password(SIGNING_SERVICE, name))
    except DeskError:
        return None  # whoever has no keyring is asked


def forget_word(name: str) -> None:
    """Forget a password or PIN; a PIN that is wrong must not be tried again.

    Errors: DeskError when the keyring does not let go of it.
    """
    if remembered_word(name) is not None:
        _ask(lambda ring: ring.delete_password(SIGNING_SERVICE, name))


def recovery_kit(archive: "Archive") -> RecoveryKit:
    """Give what to print on day one; it opens the archive on any computer.

    For an archive with a passphrase it holds the key derived from it, and opens without it.
    """
    salt = file_salt(archive.path)
    raw = archive.key.unlock(salt)
    return RecoveryKit(
        groups=recovery.to_groups(raw),
        salt=salt.hex(),
        key_id=hashlib.sha256(b"key id" + raw).hexdigest()[:8],
        file_name=archive.path.name,
        created=archive.created_at.date(),
    )


def key_from_recovery(codes: str) -> Key:
    """Read the key back from the groups on a recovery kit, however they are spaced.

    Errors: DeskError that names the group that is wrong where that can be told.
    """
    return Key(raw=recovery.from_groups(codes))


def _ask(question: "Callable[[KeyringBackend], T]") -> "T":
    ring = _keyring()
    try:
        return question(ring)
    except Exception as problem:
        raise DeskError(
            t("De sleutelbos van deze computer geeft geen toegang."),
            t("Ontgrendel de sleutelbos, of gebruik een wachtwoordzin (--passphrase-file)."),
        ) from problem


def _keyring() -> "KeyringBackend":
    able = [kind for kind in _trusted_keyrings() if kind.viable]
    if not able:
        raise DeskError(
            t("Deze computer heeft geen sleutelbos die LRT Desk vertrouwt."),
            t("Zet een wachtwoordzin in een bestand en noem dat met --passphrase-file."),
        )
    ring = max(able, key=lambda kind: kind.priority)()
    if hasattr(ring, "persist"):
        ring.persist = "local machine"  # Windows would let it roam to other computers
    return ring


def _trusted_keyrings() -> "tuple[type[KeyringBackend], ...]":
    # Named one by one: any package can bring a keyring, and one that stores base64 would win.
    from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

    return (
        Windows.WinVaultKeyring,
        macOS.Keyring,
        SecretService.Keyring,
        libsecret.Keyring,
        kwallet.DBusKeyring,
    )


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise DeskError(
            t("De wachtwoordzin in {name} kan niet worden gelezen.", name=file.name),
            t("Geef een tekstbestand met de wachtwoordzin op de eerste regel."),
        ) from problem
    return lines[0] if lines else ""
