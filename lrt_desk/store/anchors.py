"""Where the journal stood when this computer last wrote it, kept outside the archive.

SQLCipher opens an older copy of a file without complaint, and whoever has the key can rewrite
history with all its hashes. Neither fits the anchor. Being behind the file is normal: a computer
may lose power between the commit and its anchor.
"""

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import msgspec

from lrt_desk.paths import state_dir, write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A file that did not continue from its anchor: where both stood when work went on."""

    at: dt.datetime
    anchored: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Sequence number, hash and moment of the newest entry, and past mismatches."""

    seq: int
    hash: str
    at: dt.datetime
    mismatches: tuple[Mismatch, ...] = ()


def read_anchor(archive_id: str) -> Anchor | None:
    """Read the anchor of an archive; None when this computer has none that can be read."""
    try:
        return msgspec.json.decode(_file(archive_id).read_bytes(), type=Anchor)
    except (OSError, msgspec.DecodeError):
        return None


def write_anchor(archive_id: str, anchor: Anchor) -> None:
    """Keep an anchor.

    A full or unwritable disk is no error here: the edit itself is safe in the archive by now, and
    an anchor that stays behind still holds.
    """
    with contextlib.suppress(OSError):
        write_file(_file(archive_id), msgspec.json.encode(anchor))


def _file(archive_id: str) -> Path:
    folder = state_dir() / "anchors"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{archive_id}.json"
