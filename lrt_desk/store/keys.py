"""Keys of archives: made, kept in the keyring of the system, or spoken as a passphrase."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

RAW_LENGTH = 32
SALT_LENGTH = 16
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
                t("Geef een wachtwoordzin van ten minste één teken."),
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


def key_for(path: Path, passphrase_file: Path | None = None) -> Key:
    """Find the key of an archive: in the passphrase file when given, else in the keyring.

    Errors: DeskError when the file is empty or unreadable, or the keyring does not have the key.
    """
    if passphrase_file:
        return Key(passphrase=_first_line(passphrase_file))
    raise DeskError(
        t(
            "Op deze computer is geen sleutelbos waarin de sleutel van {name} staat.",
            name=path.name,
        ),
        t("Open het archief met de wachtwoordzin (--passphrase-file) of met de herstelcodes."),
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
