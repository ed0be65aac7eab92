"""Keys as groups of characters that people can copy by hand (Crockford base32)."""

import hashlib
import re
from collections.abc import Iterator

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
GROUP = 7
KEY_BYTES = 32
CHECK_BYTES = 3

_READ_AS = str.maketrans("ILO", "110")  # as Crockford has it: what the eye confuses is the same


def to_groups(key: bytes) -> tuple[str, ...]:
    """Write 32 bytes and their check as 8 groups of 7 characters."""
    number = int.from_bytes(key + _check(key))
    text = "".join(ALPHABET[number >> shift & 31] for shift in range(275, -1, -5))
    return tuple(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def from_groups(text: str) -> bytes:
    """Read 32 bytes back; case, spaces and hyphens do not matter.

    Errors: DeskError that names the group where that can be told.
    """
    groups = re.split(r"[\s\-–—]+", text.strip().upper().translate(_READ_AS))
    if len(groups) != GROUPS:
        joined = "".join(groups)
        groups = [joined[start : start + GROUP] for start in range(0, len(joined), GROUP)]
    for number, group in enumerate(groups, 1):
        if len(group) != GROUP or set(group) - set(ALPHABET) or number > GROUPS:
            raise _wrong(number)
    if len(groups) < GROUPS:
        raise _wrong(len(groups) + 1)
    content = _decoded("".join(groups))
    key = content[:KEY_BYTES]
    if content[KEY_BYTES:] != _check(key):
        raise _wrong(_suspect(groups))
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:CHECK_BYTES]


def _decoded(text: str) -> bytes:
    number = 0
    for character in text:
        number = number << 5 | ALPHABET.index(character)
    return number.to_bytes(KEY_BYTES + CHECK_BYTES)


def _suspect(groups: list[str]) -> int | None:
    """Find the one group that a single slip of the pen in it would explain."""
    suspects = set()
    for place, group in enumerate(groups):
        for other in _slips(group):
            content = _decoded("".join([*groups[:place], other, *groups[place + 1 :]]))
            if content[KEY_BYTES:] == _check(content[:KEY_BYTES]):
                suspects.add(place + 1)
    return suspects.pop() if len(suspects) == 1 else None


def _slips(group: str) -> Iterator[str]:
    for at in range(GROUP):
        for character in ALPHABET:
            yield group[:at] + character + group[at + 1 :]
    for at in range(GROUP - 1):
        yield group[:at] + group[at + 1] + group[at] + group[at + 2 :]


def _wrong(number: int | None) -> DeskError:
    if number is None:
        return DeskError(
            t("De herstelcode klopt niet."),
            t("Vergelijk alle groepen met de herstelkaart; er zit meer dan één verschil in."),
        )
    return DeskError(
        t("Groep {number} van de herstelcode klopt niet.", number=number),
        t("De code heeft 8 groepen van 7 tekens. Vergelijk deze groep met de herstelkaart."),
    )
