"""Verbs that write or judge documents: invite, export, verify."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lrt_desk.cli.opening import opened
from lrt_desk.commands import publication
from lrt_desk.commands.originals import issuable, original
from lrt_desk.commands.sessions import mark_invited
from lrt_desk.documents.export import Copy, make_copy
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.sign import Signer, load_pkcs12
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.publication import Category, PublicCopy
from lrt_desk.model.snapshot import Original
from lrt_desk.paths import write_file
from lrt_desk.rules.censor import Certainty
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import session_by_reference, withheld_people
from lrt_desk.store.snapshots import content_hash, session_snapshot

if TYPE_CHECKING:
    from lrt_desk.model.people import Person


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
    signer = _signer(arguments) if arguments.sign else None
    with opened(arguments) as archive:
        session = session_by_reference(archive, arguments.session)
        leaves = (arguments.public or signer) and arguments.kind in _APPROVED_ONLY
        source = issuable(archive, session.id) if leaves else original(archive, session.id)
        number, copy = _copy(archive, source, arguments, file_format, signer)
        how = t("Bekijk ze met: redactions {session}; beslis met --confirm of --reject.",
                session=arguments.session)  # fmt: skip
        publication.refuse_undecided(_open(copy, arguments.kind), how)
        with archive.atomic(t("Document vastleggen"), wall=True):
            if arguments.kind is Kind.MINUTES:
                _record(archive, source, number, copy, signer, category=arguments.category)
            write_file(arguments.output, copy.content)
    print(arguments.output)
    return 0


def verify_files(arguments: argparse.Namespace) -> int:
    """Judge files; with an archive also against the names it withholds."""
    from lrt_desk.documents.verify import lines, verify

    people = _withheld(arguments) if arguments.archive else ()
    wrong = False
    for file in arguments.files:
        verdict = verify(file.read_bytes(), people)
        wrong = wrong or not verdict.sound
        for line in lines(verdict):
            print(f"{file.name}: {line}")
    return 1 if wrong else 0


def _withheld(arguments: argparse.Namespace) -> "tuple[Person, ...]":
    with opened(arguments) as archive:
        return withheld_people(archive)


_APPROVED_ONLY = {Kind.MINUTES, Kind.ACTIONS, Kind.DECISIONS, Kind.CHANGES}


def _format_of(output: Path) -> FileFormat:
    suffix = output.suffix.removeprefix(".").lower()
    return FileFormat(suffix) if suffix in set(FileFormat) else FileFormat.PDF


def _signer(arguments: argparse.Namespace) -> Signer:
    data = arguments.sign.read_bytes()
    if arguments.sign_password_file:
        lines = arguments.sign_password_file.read_text(encoding="utf-8").splitlines()
        return load_pkcs12(data, lines[0] if lines else "")
    if sys.stdin.isatty():
        return load_pkcs12(data, getpass.getpass(t("Wachtwoord van het certificaat: ")))
    return load_pkcs12(data, sys.stdin.readline().rstrip("\r\n"))


def _copy(
    archive: Archive,
    source: Original,
    arguments: argparse.Namespace,
    file_format: FileFormat,
    signer: Signer | None,
) -> tuple[str, Copy]:
    """Make the copy under its number; one that was made before keeps its number."""
    at = archive.now() if signer else None

    def made(number: str) -> Copy:
        return make_copy(
            source, arguments.kind, file_format, public_number=number, signer=signer, at=at
        )

    if not arguments.public:
        return "", made("")
    session = source.live.session
    for earlier in archive.find(PublicCopy, session_id=session.id, withdrawn_at=None):
        copy = made(earlier.number)
        if content_hash(copy.content) == earlier.file_hash:
            return earlier.number, copy
    number = publication.next_public_number(archive, session.id)
    return number, made(number)


def _record(
    archive: Archive,
    source: Original,
    number: str,
    copy: Copy,
    signer: Signer | None,
    *,
    category: Category,
) -> None:
    file_hash = content_hash(copy.content)
    if number and source.version_id:
        known = archive.find(PublicCopy, number=number, file_hash=file_hash)
        if not known:
            publication.record_public_copy(
                archive,
                source.version_id,
                number=number,
                file_hash=file_hash,
                category=category,
                released=copy.released,
            )
    elif signer and source.version_id:
        publication.record_signed(
            archive,
            source.version_id,
            file_hash=file_hash,
            signer=signer.name,
            certificate=signer.identity,
            validation=_validation(copy.content),
        )


def _validation(content: bytes) -> str:
    from lrt_desk.documents.verify import lines, verify

    verdict = verify(content)
    if not verdict.sound:
        raise DeskError(
            t("De handtekening is na het zetten niet geldig."),
            t("Er is niets weggeschreven. Probeer een ander certificaat."),
        )
    return lines(verdict)[0]


def _open(copy: Copy, kind: Kind) -> int:
    """Count what is undecided; that words left the text under a redaction concerns minutes only."""
    left = (f for f in copy.findings
            if kind is Kind.MINUTES or f.certainty is not Certainty.MISSING)  # fmt: skip
    return len({(finding.where, finding.quote) for finding in left})
