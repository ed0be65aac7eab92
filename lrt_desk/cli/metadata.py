"""Metadata files for the archivist, beside what was issued (`--mdto`)."""

import argparse
from pathlib import Path

from lrt_desk.documents.export import Copy, refuse_leaks
from lrt_desk.documents.frame import LEVELS
from lrt_desk.documents.mdto import Appraisal, Description, Event, file_object, information_object
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import MinutesVersion
from lrt_desk.model.publication import Category, PublicCopy, SignedCopy
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.paths import write_file
from lrt_desk.rules.dates import long_date
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import reference
from lrt_desk.store.snapshots import content_hash, version_snapshot

_CATEGORIES = {
    Category.MEETING: "Inspanningsverplichting (Woo art. 3.1)",
    Category.WOO_DECISION: "Bijlage bij een besluit op een Woo-verzoek",
}
_LEFT_OUT = "Waar iets is weggelaten, staat de grond in het document."


def write_mdto(archive: Archive, copy: Copy, path: Path, arguments: argparse.Namespace) -> None:
    """Write what MDTO wants to know of a recorded file: FILE.mdto.xml and FILE.bestand.mdto.xml.

    Errors: DeskError when the file is not recorded, so that there is nothing sure to say of it,
    and when the metadata of a public copy would name somebody.
    """
    file_hash = content_hash(copy.content)
    public = archive.find(PublicCopy, file_hash=file_hash)
    signed = archive.find(SignedCopy, file_hash=file_hash)
    if public:
        about = _public(archive, public[-1], copy, path, arguments)
    elif signed:
        about = _signed(archive, signed[-1], copy, path, arguments)
    else:
        raise DeskError(
            t("MDTO hoort bij een verslag dat ondertekend of openbaar gemaakt is."),
            t("Gebruik --sign of --public, of laat --mdto weg."),
        )
    files = {".mdto.xml": information_object(about), ".bestand.mdto.xml": file_object(about)}
    for content in files.values():
        if public:
            refuse_leaks(content, copy.withheld, copy.released)
    for suffix, content in files.items():
        write_file(path.with_name(path.name + suffix), content)


def _signed(
    archive: Archive, row: SignedCopy, copy: Copy, path: Path, arguments: argparse.Namespace
) -> Description:
    version = archive.get(MinutesVersion, row.version_id)
    snapshot = version_snapshot(version)
    return Description(
        identifier=_identifier(archive, version),
        name=_name(snapshot),
        date=snapshot.session.date,
        creator=_creator(snapshot, arguments),
        appraisal=Appraisal(arguments.mdto),
        restriction=_level(snapshot) or "Niet openbaar",
        explanation="Interne versie; de openbare versie heeft een eigen nummer.",
        file_name=path.name,
        content=copy.content,
        made_at=row.issued_at,
        events=(
            _fixed(version),
            *(event for one in _signatures(archive, row) for event in _signing(one)),
        ),
    )


def _public(
    archive: Archive, row: PublicCopy, copy: Copy, path: Path, arguments: argparse.Namespace
) -> Description:
    version = archive.get(MinutesVersion, row.version_id)
    snapshot = version_snapshot(version)
    seal = _sealing(row) if row.signer else ()
    return Description(
        identifier=row.number,
        name=f"{_name(snapshot)}, openbare versie {row.number}",
        date=snapshot.session.date,
        creator=_creator(snapshot, arguments),
        appraisal=Appraisal(arguments.mdto),
        restriction="Deels openbaar" if copy.partial else "Openbaar",
        explanation=_LEFT_OUT if copy.partial else "",
        file_name=path.name,
        content=copy.content,
        made_at=row.issued_at,
        events=(*seal, Event(kind="Openbaarmaking", at=row.issued_at)),
        category=(row.category.value, _CATEGORIES[row.category]),
        derived_from=_identifier(archive, version),
    )


def _signatures(archive: Archive, last: SignedCopy) -> list[SignedCopy]:
    """Follow a file back through the signatures in it, oldest first."""
    found = [last]
    while found[0].earlier_hash:
        earlier = archive.find(SignedCopy, file_hash=found[0].earlier_hash)
        if not earlier:
            break
        found.insert(0, earlier[-1])
    return found


def _signing(row: SignedCopy) -> tuple[Event, Event]:
    who = f"{row.signer}, {row.function}" if row.function else row.signer
    return (
        Event(
            kind="Ondertekening",
            at=row.issued_at,
            actor=who,
            result=f"Certificaat: {row.certificate}",
        ),
        Event(
            kind="Validatie van de handtekening",
            at=row.issued_at,
            actor=row.officer,
            result=row.validation,
        ),
    )


def _sealing(row: PublicCopy) -> tuple[Event, Event]:
    """Describe the seal of a public copy; the officer is not for the public."""
    certificate = f"Certificaat: {row.certificate}"
    return (
        Event(kind="Verzegeling", at=row.issued_at, actor=row.signer, result=certificate),
        Event(kind="Validatie van het zegel", at=row.issued_at, result=row.validation),
    )


def _fixed(version: MinutesVersion) -> Event:
    result = f"Versie {version.number}, SHA-256 {version.content_hash}"
    return Event(kind="Vaststelling van de tekst", at=version.created_at, result=result)


def _identifier(archive: Archive, version: MinutesVersion) -> str:
    session = archive.get(Session, version.session_id)
    return f"{reference(archive, session)} {version.number}"


def _name(snapshot: SessionSnapshot) -> str:
    return f"Verslag {snapshot.body.code} {long_date(snapshot.session.date)}"


def _creator(snapshot: SessionSnapshot, arguments: argparse.Namespace) -> str:
    return arguments.creator or snapshot.body.name or snapshot.body.code


def _level(snapshot: SessionSnapshot) -> str:
    marked = snapshot.session.marking_id
    return next((LEVELS[one.level] for one in snapshot.markings if one.id == marked), "")
