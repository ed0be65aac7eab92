"""The whole line: old minutes in; an archive, a signed PDF, a public copy, invitations out."""

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lrt_desk.commands import attendance, bodies, imports, people, sessions
from lrt_desk.commands.originals import issuable
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.export import make_copy
from lrt_desk.documents.invitation import folder
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.sign import load_pkcs12
from lrt_desk.documents.verify import verify
from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.meetings import Attendee, Body, Session
from lrt_desk.model.people import Confidentiality
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import session_snapshot
from tests.validators import need

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
FIXTURES = Path(__file__).parent / "intake" / "fixtures"


def real_minutes() -> Path:
    found = sorted(SEEDS.glob("verslag-*.txt"))
    if not found:
        pytest.skip("the published minutes are not beside this checkout")
    return found[0]


def test_every_sentence_of_the_real_minutes_is_in_the_public_pdf_in_order(
    archive: Archive, tmp_path: Path
) -> None:
    need("pdftotext", shutil.which("pdftotext"))
    source = real_minutes()
    session_id = imports.record(archive, read_minutes(source.name, source.read_bytes())).subject
    copy = make_copy(
        issuable(archive, session_id), Kind.MINUTES, FileFormat.PDF, public_number="LRT-PROEF-O1"
    )
    target = tmp_path / "openbaar.pdf"
    target.write_bytes(copy.content)
    printed = subprocess.run(
        ["pdftotext", target, "-"], capture_output=True, text=True, check=True
    ).stdout
    # Words only, without bullets, boxes and line ends: what a reader reads, in the order read.
    page = re.sub(r"[\W_]+", "", re.sub(r"5\.1\.2e", "", printed)).casefold()
    text = source.read_text(encoding="utf-8").split("OPENING EN MEDEDELINGEN", 1)[1]
    place = page.index("openingenmededelingen")
    sentences = [re.sub(r"[\W_]+", "", one).casefold() for one in re.split(r"[.:!?]\s", text)]
    assert len(sentences) > 50
    for sentence in sentences:
        found = page.find(sentence, place)
        assert found >= 0, sentence
        place = found + len(sentence)


def test_from_old_minutes_to_the_invitation_for_the_next_session(archive: Archive) -> None:
    source = FIXTURES / "attendee-table.txt"
    session_id = imports.record(archive, read_minutes(source.name, source.read_bytes())).subject
    old = archive.get(Session, session_id)
    body = archive.get(Body, old.body_id)
    bodies.edit_body(archive, body.id, name=body.name, mailbox="tafel@example.invalid")
    for place in archive.find(Attendee, session_id=session_id):
        if place.person_id:
            address = f"{place.position}@example.invalid"
            people.edit_person(archive, place.person_id, email=address)
    hidden = archive.find(Attendee, session_id=session_id)[1].person_id
    assert hidden
    people.set_confidentiality(archive, hidden, Confidentiality.NAME_WITHHELD)

    now = archive.now()
    signer = load_pkcs12(self_signed("I. Tester", "JenV", "geheim", at=now), "geheim")
    original = issuable(archive, session_id)
    signed = make_copy(original, Kind.MINUTES, FileFormat.PDF, signer=signer, at=now).content
    verdict = verify(signed, original.withheld)
    assert [one.valid and one.covers_file for one in verdict.signatures] == [True]
    assert verdict.leaks  # the internal copy names everybody
    public = make_copy(original, Kind.MINUTES, FileFormat.PDF, public_number="HLRT-PROEF-O1")
    assert verify(public.content, original.withheld).sound

    upcoming = sessions.plan(
        archive, body.id, date=old.date + dt.timedelta(days=7), start=dt.time(9, 15)
    ).subject
    attendance.copy_attendees(archive, upcoming, from_session_id=session_id)
    sessions.mark_invited(archive, upcoming)
    files = folder(session_snapshot(archive, upcoming), now)
    assert len(files) == 4
    for number, (name, message) in enumerate(files):
        assert b"METHOD:REQUEST" in message
        assert b"DTSTART;TZID=Europe/Amsterdam:20240315T091500" in message
        assert len(re.findall(rb"\r\nATTENDEE", message)) == 1
        others = {f"{place}@example".encode() for place in range(1, 6)}
        assert sum(other in message for other in others) == 1, (number, name)
