"""What an encrypted file shows without its key: a salt, the same through every rename and copy."""

import secrets
from pathlib import Path

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

SALT_LENGTH = 16
PAGE = 4096


def new_salt() -> bytes:
    """Make the 16 random bytes a file begins with; the first is never ASCII, see `file_salt`."""
    return bytes([secrets.randbits(7) | 0x80]) + secrets.token_bytes(SALT_LENGTH - 1)


def file_salt(path: Path) -> bytes:
    """Read the salt of an encrypted file.

    Errors: DeskError when there is no file, or one that can be no archive.
    """
    try:
        with path.open("rb") as file:
            head = file.read(PAGE)
    except FileNotFoundError:
        raise DeskError(
            t("Het archief {name} is er niet.", name=path.name),
            t("Kies een ander bestand, of maak een nieuw archief."),
        ) from None
    except OSError as problem:
        raise DeskError(
            t("{name} kan niet worden gelezen.", name=path.name),
            t("Controleer of het een bestand is dat u mag openen."),
        ) from problem
    salt = head[:SALT_LENGTH]
    # Text, and most other formats including unencrypted SQLite, begin with plain ASCII.
    if len(head) < PAGE or salt.isascii():
        raise no_archive(path)
    return salt


def no_archive(path: Path) -> DeskError:
    """Give the error for a file that is something else."""
    return DeskError(
        t("{name} is geen archief van LRT Desk.", name=path.name), t("Kies een ander bestand.")
    )
