"""Verbs that write documents: invite, export."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lrt_desk.cli.metadata import write_mdto
from lrt_desk.cli.opening import opened
from lrt_desk.cli.periods import export_period, is_period
from lrt_desk.cli.signing import opened_signer, validation
from lrt_desk.commands import publication
from lrt_desk.commands.originals import issuable, original
from lrt_desk.commands.sessions import mark_invited
from lrt_desk.documents.export import Copy, make_copy
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.publication import PublicCopy
from lrt_desk.model.snapshot import Original
from lrt_desk.paths import write_file
from lrt_desk.rules.censor import Certainty
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import session_by_reference
from lrt_desk.store.snapshots import content_hash, session_snapshot

if TYPE_CHECKING:
    import datetime as dt

    from lrt_desk.documents.sign import Signer


def invite(arguments: argparse.Namespace) -> int:
    """Write a calendar file for each recipient into a folder."""
    from lrt_desk.documents.invitation import folder, without_address

    with opened(arguments) as archive:
        session = session_by_reference(archive, arguments.session)
        with archive.atomic(t("Uitnodigingen maken")):
            mark_invited(archive, session.id)
            snapshot = session_snapshot(archive, session.id)
            files = folder(snapshot, snapshot.session.invited_at or archive.now())
            arguments.out.mkdir(parents=True, exist_ok=True)
            for name, content in files:
                write_file(arguments.out / name, content)
    for name, _ in files:
        print(arguments.out / name)
    if missing := len(without_address(snapshot)):
        print(
            tn(
                "{n} deelnemer heeft geen e-mailadres en krijgt geen uitnodiging.",
                "{n} deelnemers hebben geen e-mailadres en krijgen geen uitnodiging.",
                missing,
            )
        )
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Write one document; signed minutes and public copies of minutes are recorded."""
    file_format = arguments.format or _format_of(arguments.output)
    if is_period(arguments.session):
        return export_period(arguments, file_format)
    with opened(arguments) as archive, opened_signer(arguments, archive.now()) as signer:
        session = session_by_reference(archive, arguments.session)
        leaves = (arguments.public or signer) and arguments.kind in _APPROVED_ONLY
        source = issuable(archive, session.id) if leaves else original(archive, session.id)
        at = archive.now()
        number, copy = _copy(archive, source, arguments, file_format, signer=signer, at=at)
        how = t("Bekijk ze met: redactions {session}; beslis met --confirm of --reject.",
                session=arguments.session)  # fmt: skip
        publication.refuse_undecided(_open(copy, arguments.kind), how)
        with archive.atomic(t("Document vastleggen"), wall=True):
            if arguments.kind is Kind.MINUTES:
                _record(archive, source, number, copy, arguments, signer=signer, at=at)
            if arguments.mdto:
                write_mdto(archive, copy, arguments.output, arguments)
            write_file(arguments.output, copy.content)
    print(arguments.output)
    return 0


_APPROVED_ONLY = {
    Kind.MINUTES,
    Kind.MINUTES_MARKED,
    Kind.ACTIONS,
    Kind.DECISIONS,
    Kind.CHANGES,
}


def _format_of(output: Path) -> FileFormat:
    suffix = output.suffix.removeprefix(".").lower()
    return FileFormat(suffix) if suffix in set(FileFormat) else FileFormat.PDF


def _copy(
    archive: Archive,
    source: Original,
    arguments: argparse.Namespace,
    file_format: FileFormat,
    *,
    signer: "Signer | None",
    at: "dt.datetime",
) -> tuple[str, Copy]:
    """Make the copy under its number; one that was made before and bears no seal keeps its own."""
    if arguments.sign_later and not signer:
        raise DeskError(
            t("Een vrij veld kan alleen in een verslag dat u zelf ondertekent."),
            t("Onderteken eerst zelf, met --sign."),
        )

    def made(number: str) -> Copy:
        return make_copy(
            source,
            arguments.kind,
            file_format,
            public_number=number,
            signer=signer,
            at=at,
            function=arguments.function,
            reason=arguments.reason,
            later=tuple(arguments.sign_later),
        )

    if not arguments.public:
        return "", made("")
    session = source.live.session
    earlier = archive.find(PublicCopy, session_id=session.id, withdrawn_at=None)
    for known in earlier if not signer else ():
        copy = made(known.number)
        if content_hash(copy.content) == known.file_hash:
            return known.number, copy
    number = publication.next_public_number(archive, session.id)
    return number, made(number)


def _record(
    archive: Archive,
    source: Original,
    number: str,
    copy: Copy,
    arguments: argparse.Namespace,
    *,
    signer: "Signer | None",
    at: "dt.datetime",
) -> None:
    """Record what was made of a version; a public copy that is known already stays as it is."""
    file_hash = content_hash(copy.content)
    known = archive.find(PublicCopy, number=number, file_hash=file_hash)
    if not source.version_id or (number and known):
        return
    if number:
        publication.record_public_copy(
            archive,
            source.version_id,
            number=number,
            file_hash=file_hash,
            category=arguments.category,
            released=copy.released,
            signer=signer.name if signer else "",
            certificate=signer.identity if signer else "",
            validation=validation(copy.content) if signer else "",
            officer=arguments.officer,
        )
    elif signer:
        publication.record_signed(
            archive,
            source.version_id,
            file_hash=file_hash,
            signer=signer.name,
            certificate=signer.identity,
            validation=validation(copy.content),
            officer=arguments.officer,
            function=arguments.function,
            at=at,
        )


def _open(copy: Copy, kind: Kind) -> int:
    """Count what is undecided; that words left the text under a redaction concerns minutes only."""
    left = (f for f in copy.findings
            if kind is Kind.MINUTES or f.certainty is not Certainty.MISSING)  # fmt: skip
    return len({(finding.where, finding.quote) for finding in left})
