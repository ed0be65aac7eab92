"""Where a file comes from: whether this archive issued it, and from which text."""

import datetime as dt
import re
from dataclasses import dataclass

import msgspec

from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import MinutesVersion
from lrt_desk.model.publication import PublicCopy, SignedCopy
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import history, reference
from lrt_desk.store.snapshots import content_hash

_END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What the archive holds on a file that it issued, whole or with something added at its end.

    `chained`: the text that it was made of still has the hash that was recorded, as the journal
    has it too. `copy` is the record of the file, `session` and `version` what it was made of.
    """

    session: str
    version: str
    copy: SignedCopy | PublicCopy
    whole: bool
    chained: bool

    @property
    def withdrawn_at(self) -> dt.datetime | None:
        """When a public copy was withdrawn."""
        return self.copy.withdrawn_at if isinstance(self.copy, PublicCopy) else None


def provenance(archive: Archive, content: bytes) -> Provenance | None:
    """Follow a file back: its hash to the record, the record to the version, both to the journal.

    None when the archive did not issue it, nor any earlier state that still stands in it.
    """
    for part in _states(content):
        file_hash = content_hash(part)
        copies: tuple[SignedCopy | PublicCopy, ...] = (
            *archive.find(PublicCopy, file_hash=file_hash),
            *archive.find(SignedCopy, file_hash=file_hash),
        )
        if copies:
            copy = copies[-1]
            version = archive.get(MinutesVersion, copy.version_id)
            return Provenance(
                session=reference(archive, archive.get(Session, copy.session_id)),
                version=version.number,
                copy=copy,
                whole=len(part) == len(content),
                chained=_chained(archive, version) and _written(archive, copy),
            )
    return None


def _states(content: bytes) -> list[bytes]:
    """List a file, and the states in it that others added to, newest first."""
    ends = [match.end() for match in _END.finditer(content)] if content[:5] == b"%PDF-" else []
    return [content, *(content[:end] for end in reversed(ends) if end < len(content))]


def _chained(archive: Archive, version: MinutesVersion) -> bool:
    intact = content_hash(version.content.encode()) == version.content_hash
    return intact and _written(archive, version)


def _written(archive: Archive, row: MinutesVersion | SignedCopy | PublicCopy) -> bool:
    """Tell whether the journal has a row as it now is."""
    written = [entry.after for entry in history(archive, row.id)][-1:]
    return any(text and msgspec.json.decode(text, type=type(row)) == row for text in written)
