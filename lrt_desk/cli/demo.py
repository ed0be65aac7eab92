"""The main job on a fictional archive, from plan to public copy, every document in one folder."""

import argparse
from pathlib import Path

from lrt_desk.commands import agenda, publication, sessions
from lrt_desk.commands.demonstration import Story, create_demonstration
from lrt_desk.commands.originals import original
from lrt_desk.documents import pdf
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.export import make_copy
from lrt_desk.documents.invitation import folder
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.recovery import recovery_kit as kit_document
from lrt_desk.documents.sign import load_pkcs12
from lrt_desk.documents.verify import lines, verify
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.paths import write_file
from lrt_desk.store.keys import Key, recovery_kit
from lrt_desk.store.snapshots import content_hash, session_snapshot

PASSPHRASE = "demonstratie"
"""No secret: everything in the demonstration is made up."""


def archive_path(out: Path) -> Path:
    """Tell where in the folder the archive stands."""
    return out / "demonstratie.lrt"


def passphrase_path(out: Path) -> Path:
    """Tell where in the folder the passphrase of the archive stands."""
    return out / "wachtwoordzin.txt"


def demo(arguments: argparse.Namespace) -> int:
    """Play the story, write every document into the folder and say what each is.

    An earlier demonstration in the folder is replaced.
    """
    out = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    for old in (archive_path(out), *out.glob("demonstratie.lrt-*")):
        old.unlink(missing_ok=True)
    write_file(passphrase_path(out), f"{PASSPHRASE}\n".encode())
    story = create_demonstration(archive_path(out), Key(passphrase=PASSPHRASE))
    with story.archive:
        _write(out, "herstelkaart.pdf", pdf.render(kit_document(recovery_kit(story.archive))))
        _approved(out, story)
        _upcoming(out, story)
    print(
        t(
            "Alles staat in {out}. De wachtwoordzin van het archief: {words}",
            out=out,
            words=PASSPHRASE,
        )
    )
    return 0


def _approved(out: Path, story: Story) -> None:
    """Sign the approved minutes and publish them, with the lists that go with them."""
    archive, session_id = story.archive, story.approved
    source = original(archive, session_id)
    if source.version_id is None:
        raise DeskError(t("Het verslag van de demonstratie is niet geaccordeerd."))
    moment = archive.now()
    secret = "demonstratie"
    certificate = self_signed("Demonstratiecertificaat", "Secretariaat LRT", secret, at=moment)
    _write(out, "demonstratiecertificaat.p12", certificate)
    signer = load_pkcs12(certificate, secret)
    signed = make_copy(source, Kind.MINUTES, FileFormat.PDF, signer=signer, at=moment)
    _write(out, "verslag-getekend.pdf", signed.content)
    verdict = verify(signed.content)
    publication.record_signed(
        archive,
        source.version_id,
        file_hash=content_hash(signed.content),
        signer=signer.name,
        certificate=signer.identity,
        validation=lines(verdict)[0],
    )
    _publish(out, story, source.version_id)
    for kind, name in _LISTS.items():
        _write(out, f"{name}.pdf", make_copy(source, kind, FileFormat.PDF).content)
    for file_format in (FileFormat.ODT, FileFormat.DOCX, FileFormat.TXT):
        copy = make_copy(source, Kind.MINUTES, file_format)
        _write(out, f"verslag.{file_format}", copy.content)
    for file_format in (FileFormat.ODT, FileFormat.DOCX):
        copy = make_copy(source, Kind.CHANGES, file_format)
        _write(out, f"wijzigingenblad.{file_format}", copy.content)
    _write(out, "actielijst.csv", make_copy(source, Kind.ACTIONS, FileFormat.CSV).content)


_LISTS = {
    Kind.CHANGES: "wijzigingenblad",
    Kind.MINUTES_MARKED: "verslag-gemarkeerd",
    Kind.ACTIONS: "actielijst",
    Kind.DECISIONS: "besluitenlijst",
    Kind.ATTENDANCE: "presentielijst",
}


def _publish(out: Path, story: Story, version_id: Id) -> None:
    archive = story.archive
    source = original(archive, story.approved)
    number = publication.next_public_number(archive, story.approved)
    public = make_copy(source, Kind.MINUTES, FileFormat.PDF, public_number=number)
    _write(out, "verslag-openbaar.pdf", public.content)
    publication.record_public_copy(
        archive,
        version_id,
        number=number,
        file_hash=content_hash(public.content),
        released=public.released,
    )


def _upcoming(out: Path, story: Story) -> None:
    """Write agenda, letter and invitations of the next session, and what changes afterwards."""
    sessions.mark_invited(story.archive, story.upcoming)
    source = original(story.archive, story.upcoming)
    _write(out, "agenda.pdf", make_copy(source, Kind.AGENDA, FileFormat.PDF).content)
    _write(out, "convocatie.pdf", make_copy(source, Kind.CONVOCATION, FileFormat.PDF).content)
    snapshot = session_snapshot(story.archive, story.upcoming)
    stamp = snapshot.session.invited_at or story.archive.now()
    (out / "uitnodigingen").mkdir(exist_ok=True)
    for name, content in folder(snapshot, stamp):
        _write(out / "uitnodigingen", name, content)
    opening = source.live.items[0]
    agenda.edit_item(story.archive, opening.id, minutes=(opening.minutes or 5) + 10)
    changed = make_copy(
        original(story.archive, story.upcoming), Kind.AGENDA_CHANGES, FileFormat.PDF
    )
    _write(out, "agendawijzigingen.pdf", changed.content)


def _write(out: Path, name: str, content: bytes) -> None:
    write_file(out / name, content)
    print(out / name)
