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

from lrt_desk.i18n import t, tn
from lrt_desk.paths import state_dir, write_file
from lrt_desk.store import journal
from lrt_desk.store.engine import Connection
from lrt_desk.store.findings import Finding, Severity


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


def compare(db: Connection, archive_id: str, anchor: Anchor | None) -> Finding | None:
    """Tell whether a file goes on from its anchor; None when it does.

    An archive with no anchor here comes from another computer, which is in order.
    """
    seq, _ = journal.head(db, archive_id)
    if anchor is None:
        return Finding(
            severity=Severity.INFORMATION,
            message=t("Dit archief is op deze computer niet eerder bewerkt."),
            remedy=t("Vanaf de eerste wijziging houdt deze computer de stand ervan bij."),
        )
    if seq < anchor.seq:
        return Finding(
            severity=Severity.WARNING,
            message=tn(
                "Dit bestand is ouder dan het archief waar deze computer op {moment} in schreef: "
                "de laatste regel van het logboek ontbreekt.",
                "Dit bestand is ouder dan het archief waar deze computer op {moment} in schreef: "
                "de laatste {n} regels van het logboek ontbreken.",
                anchor.seq - seq,
                moment=_written(anchor.at),
            ),
            remedy=t(
                "Hebt u een reservekopie teruggezet, dan klopt dat. Zoek anders eerst het nieuwere "
                "bestand."
            ),
        )
    if journal.hash_at(db, archive_id, anchor.seq) != anchor.hash:
        return Finding(
            severity=Severity.WARNING,
            message=t(
                "De geschiedenis van dit bestand is een andere dan die deze computer op {moment} "
                "vastlegde.",
                moment=_written(anchor.at),
            ),
            remedy=t(
                "Is er in twee kopieën gewerkt, kies dan met welke u verdergaat. Vergelijk anders "
                "met een reservekopie."
            ),
        )
    return None


def mismatches(db: Connection, archive_id: str, now: dt.datetime) -> tuple[Mismatch, ...]:
    """Give the mismatches that the next anchor must remember, with a new one if there is one."""
    anchor = read_anchor(archive_id)
    if anchor is None:
        return ()
    if compare(db, archive_id, anchor) is None:
        return anchor.mismatches
    found, _ = journal.head(db, archive_id)
    return (*anchor.mismatches, Mismatch(at=now, anchored=anchor.seq, found=found))


def past(anchor: Anchor | None) -> tuple[Finding, ...]:
    """Tell of the times that work went on in a file that did not fit its anchor."""
    return tuple(
        Finding(
            severity=Severity.INFORMATION,
            message=t(
                "Op {moment} ging het werk verder in een bestand met {found} regels in het "
                "logboek, waar deze computer er {anchored} had vastgelegd.",
                moment=_written(mismatch.at),
                found=mismatch.found,
                anchored=mismatch.anchored,
            ),
        )
        for mismatch in (anchor.mismatches if anchor else ())
    )


def _written(moment: dt.datetime) -> str:
    here = moment.astimezone()
    return f"{here:%d-%m-%Y} {here.hour}.{here:%M}"


def _file(archive_id: str) -> Path:
    folder = state_dir() / "anchors"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{archive_id}.json"
