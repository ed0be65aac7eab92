"""The program tests itself where it is installed, also from a bundle without Python."""

import argparse
import datetime as dt
import os
import tempfile
from pathlib import Path

from lrt_desk.commands import agenda, approval, bodies, minutes, people, sessions
from lrt_desk.commands.attendance import add_attendee
from lrt_desk.commands.originals import original
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import ApprovalOutcome
from lrt_desk.model.people import Confidentiality
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.check import Severity, check
from lrt_desk.store.keys import new_key
from lrt_desk.store.queries import search

_SECRET = "Sterrenwacht"  # a surname that stands nowhere else in the test


def self_test(_: argparse.Namespace) -> int:
    """Open a store, render, sign and validate in a temporary folder; say what was proven.

    Errors: DeskError naming the part that does not work on this machine.
    """
    with tempfile.TemporaryDirectory(prefix="lrt-desk-") as folder:
        os.environ["LRT_DESK_STATE"] = folder  # leave no anchor of it with this user
        path, key = Path(folder, "self-test.lrt"), new_key()
        with create_archive(path, key) as archive:
            session_id = _approved_session(archive)
        print(t("archief: gemaakt en versleuteld"))
        with open_archive(path, key) as archive:
            _prove(
                all(one.severity is Severity.INFORMATION for one in check(archive)), t("archief")
            )
            _prove(bool(search(archive, "sluitstuk")), t("zoeken"))
            print(t("archief: heropend, gecontroleerd en doorzocht"))
            _documents(archive, session_id)
    return 0


def _approved_session(archive: Archive) -> Id:
    body = bodies.add_body(archive, code="LRT", name="Zelftest", mailbox="lrt@example.invalid")
    day = dt.date(2026, 3, 6)
    first = sessions.plan(archive, body.subject, date=day, start=dt.time(9, 15)).subject
    later = sessions.plan(archive, body.subject, date=day + dt.timedelta(days=7)).subject
    person = people.add_person(
        archive,
        surname=_SECRET,
        salutation="Mevr.",
        email="s@example.invalid",
        confidentiality=Confidentiality.NAME_WITHHELD,
    )
    organisation = bodies.add_organisation(archive, code="JenV")
    add_attendee(archive, first, person_id=person.subject, organisation_id=organisation.subject)
    item = agenda.add_item(archive, first, title="Proef").subject
    sessions.hold(archive, first)
    minutes.add_block(archive, item, text=f"Mevr. {_SECRET} licht het sluitstuk toe.")
    minutes.circulate(archive, first)
    sessions.hold(archive, later)
    approval.approve(archive, first, given_in_id=later, outcome=ApprovalOutcome.UNCHANGED)
    return first


def _documents(archive: Archive, session_id: Id) -> None:
    from lrt_desk.documents.certificates import self_signed
    from lrt_desk.documents.export import make_copy
    from lrt_desk.documents.kinds import FileFormat, Kind
    from lrt_desk.documents.sign import load_pkcs12
    from lrt_desk.documents.verify import verify

    source, now = original(archive, session_id), archive.now()
    for file_format in FileFormat:
        kind = Kind.ATTENDANCE if file_format is FileFormat.CSV else Kind.MINUTES
        make_copy(source, kind, file_format)
    print(t("documenten: pdf, odt, docx, txt en csv gemaakt"))
    signer = load_pkcs12(self_signed("Zelftest", "Zelftest", "zelftest", at=now), "zelftest")
    signed = make_copy(source, Kind.MINUTES, FileFormat.PDF, signer=signer, at=now)
    verdict = verify(signed.content)
    _prove(verdict.sound and len(verdict.signatures) == 1, t("handtekening"))
    _prove(not verify(_altered(signed.content)).signatures[0].valid, t("een wijziging herkennen"))
    print(t("handtekening: gezet en geldig bevonden, wijziging herkend"))
    public = make_copy(source, Kind.MINUTES, FileFormat.PDF, public_number="LRT-PROEF-O1")
    _prove(not verify(public.content, source.withheld).leaks, t("openbare versie"))
    _prove(bool(verify(signed.content, source.withheld).leaks), t("lekcontrole"))
    print(t("openbare versie: gemaakt, zonder lek; de lekcontrole vindt een geplant lek"))


def _altered(content: bytes) -> bytes:
    """Change the version that a signed PDF says it is: every reader still opens it."""
    return content.replace(b"%PDF-1.7", b"%PDF-1.6", 1)


def _prove(holds: bool, part: str) -> None:
    if not holds:
        raise DeskError(
            t("De zelftest vindt een fout in: {part}.", part=part),
            t("Gebruik het programma niet op deze computer en meld dit."),
        )
