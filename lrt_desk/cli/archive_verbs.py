"""Verbs on an archive: make one, look in it, bring old minutes in, search, check."""

import argparse
import json
import sys
from pathlib import Path

from lrt_desk.cli.facts import session_facts, session_lines
from lrt_desk.cli.opening import opened
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.paths import write_file
from lrt_desk.rules.screen_dates import long_date, time_range
from lrt_desk.rules.workflow import describe
from lrt_desk.store.queries import search, session_by_reference
from lrt_desk.store.queries import sessions as session_lines_of

_LARGEST_PICTURE = 10_000_000  # bytes


def new(arguments: argparse.Namespace) -> int:
    """Make an archive and, beside it, the recovery kit that opens it on another machine."""
    from lrt_desk.documents import pdf
    from lrt_desk.documents.recovery import recovery_kit as kit_document
    from lrt_desk.store.archive import create_archive
    from lrt_desk.store.keys import key_for_new, recovery_kit, remember

    path = arguments.file
    kit_path = path.with_name(f"{path.stem}-herstelkaart.pdf")
    if kit_path.exists():
        raise DeskError(
            t("De herstelkaart {file} bestaat al.", file=kit_path.name),
            t("Kies een andere naam voor het archief of verplaats de oude herstelkaart."),
        )
    key = key_for_new(arguments.passphrase_file)
    with create_archive(path, key) as archive:
        remember(archive)
        write_file(kit_path, pdf.render(kit_document(recovery_kit(archive))))
    print(t("Archief gemaakt: {file}", file=path))
    print(t("Herstelkaart: {file}. Druk haar af en bewaar haar apart.", file=kit_path))
    return 0


def sessions(arguments: argparse.Namespace) -> int:
    """List the sessions, newest first."""
    with opened(arguments) as archive:
        lines = session_lines_of(archive)
    if arguments.json:
        facts = [
            {
                "reference": line.reference,
                "date": line.date.isoformat(),
                "start": line.start and f"{line.start:%H:%M}",
                "end": line.end and f"{line.end:%H:%M}",
                "place": line.place,
                "state": line.state.value,
            }
            for line in lines
        ]
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    for line in lines:
        when = time_range(line.start, line.end)
        print(f"{line.reference:<18} {long_date(line.date):<20} {when:<20} {describe(line.state)}")
    if not lines:
        print(
            t("Nog geen vergaderingen. Lees verslagen in met: lrt-desk --archive FILE import FILE")
        )
    return 0


def show(arguments: argparse.Namespace) -> int:
    """Print all facts of one session."""
    with opened(arguments) as archive:
        session = session_by_reference(archive, arguments.session)
        if arguments.json:
            facts = session_facts(archive, session.id)
            print(json.dumps(facts, ensure_ascii=False, indent=2))
        else:
            print("\n".join(session_lines(archive, session.id)))
    return 0


def import_minutes(arguments: argparse.Namespace) -> int:
    """Bring old minutes in, each file whole or not at all; the others go on when one fails."""
    from lrt_desk.commands.imports import record
    from lrt_desk.intake.formats import MAX_BYTES
    from lrt_desk.intake.minutes import read_minutes

    failed = 0
    with opened(arguments) as archive:
        for file in arguments.files:
            try:
                reading = read_minutes(file.name, _content(file, MAX_BYTES))
                change = record(archive, reading, body=arguments.body)
            except DeskError as error:
                failed += 1
                print(f"lrt-desk: {file.name}: {error}", file=sys.stderr)
                continue
            facts = session_facts(archive, change.subject)
            remarks = len(reading.remarks)
            print(
                tn(
                    "{reference} ingelezen, {n} opmerking om na te kijken",
                    "{reference} ingelezen, {n} opmerkingen om na te kijken",
                    remarks,
                    reference=facts["reference"],
                )
            )
            for remark in reading.remarks:
                print(f"  - {remark.text}")
    return 1 if failed else 0


def _content(file: Path, limit: int) -> bytes:
    """Read a file, but never more than one byte over the limit: the reader refuses it then."""
    with file.open("rb") as stream:
        return stream.read(limit + 1)


def logo(arguments: argparse.Namespace) -> int:
    """Put a picture at the head of the documents of a body."""
    from lrt_desk.commands.bodies import find_body, set_logo
    from lrt_desk.intake.logo import read_logo

    with opened(arguments) as archive:
        body = find_body(archive, arguments.body)
        if body is None:
            raise DeskError(
                t("Er is geen overleg {code}.", code=arguments.body),
                t("Geef de afkorting van een overleg dat in dit archief staat."),
            )
        picture = read_logo(_content(arguments.file, _LARGEST_PICTURE))
        set_logo(archive, body.id, logo=picture, text=arguments.text)
    print(t("Het logo staat voortaan op de documenten van {code}.", code=body.code))
    return 0


def search_words(arguments: argparse.Namespace) -> int:
    """Search all minutes, newest first."""
    with opened(arguments) as archive:
        hits = search(archive, " ".join(arguments.words))
    if arguments.json:
        facts = [
            {
                "session": hit.reference,
                "date": hit.date.isoformat(),
                "item": hit.item_number,
                "title": hit.item_title,
                "block": hit.block_id,
                "snippet": hit.snippet,
            }
            for hit in hits
        ]
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    for hit in hits:
        print(f"{hit.reference:<18} {hit.item_number:>4}  {hit.snippet}")
    if not hits:
        print(t("Niets gevonden."))
    return 0


def check_archive(arguments: argparse.Namespace) -> int:
    """Check the file, its journal and its anchors; status 1 when something is wrong."""
    from lrt_desk.store.check import Severity, check

    with opened(arguments) as archive:
        findings = check(archive)
    for finding in findings:
        print(f"{finding.message} {finding.remedy}".strip())
    wrong = any(finding.severity is not Severity.INFORMATION for finding in findings)
    if not wrong:
        print(t("Het archief is in orde: bestand en logboek kloppen."))
    return 1 if wrong else 0
