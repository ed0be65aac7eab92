"""One screen per file: who signed, what came after, where it comes from, whom it names."""

from io import BytesIO

import pikepdf
import pytest

from lrt_desk.documents.certificates import self_signed
from lrt_desk.store.archive import utc_now

SESSION = "LRT/2026-03-06"


@pytest.fixture
def imported(desk, minutes_file, capsys):
    assert desk("import", minutes_file) == 0
    capsys.readouterr()
    return desk


@pytest.fixture
def verified(imported, capsys):
    """Verify files; give the status and what was printed."""

    def call(*files) -> tuple[int, str]:
        capsys.readouterr()
        return imported("verify", *files), capsys.readouterr().out

    return call


@pytest.fixture
def signed(imported, tmp_path):
    certificate, secret = tmp_path / "ik.p12", tmp_path / "ik.txt"
    certificate.write_bytes(self_signed("I. Tester", "JenV", "geheim", at=utc_now()))
    secret.write_text("geheim\n", encoding="utf-8")
    target = tmp_path / "getekend.pdf"
    words = ("--sign", certificate, "--sign-password-file", secret, "--officer", "A. Archief")
    assert imported("export", SESSION, "minutes", *words, "-o", target) == 0
    return target


@pytest.fixture
def public(imported, tmp_path):
    target = tmp_path / "openbaar.pdf"
    assert imported("export", SESSION, "minutes", "--public", "-o", target) == 0
    return target


def test_what_the_archive_issued_is_followed_to_its_text(verified, signed, public):
    status, said = verified(signed, public)
    assert status == 0
    assert "als ondertekend verslag van LRT/2026-03-06" in said
    assert "Verantwoordelijk: A. Archief." in said
    assert "omvat het hele bestand" in said
    assert "als openbare versie LRT-2026-03-06-O1" in said
    assert said.count("Tekst, bestand en logboek sluiten op elkaar aan.") == 2


def test_an_internal_copy_may_name_whom_it_names(verified, signed):
    status, said = verified(signed)
    assert status == 0
    assert "Dit is de interne versie" in said


def test_what_was_added_is_told_from_what_was_issued(verified, public, tmp_path):
    longer = tmp_path / "langer.pdf"
    longer.write_bytes(public.read_bytes() + b"% erbij\n")
    status, said = verified(longer)
    assert status == 1
    assert "als openbare versie LRT-2026-03-06-O1" in said
    assert "Na de uitgifte is er iets achter het bestand gezet." in said


def test_a_page_that_came_later_is_named(verified, signed, tmp_path):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.writer import PageObject

    content = signed.read_bytes()
    writer = IncrementalPdfFileWriter(BytesIO(content))
    empty = writer.add_object(drawing())
    writer.insert_page(PageObject(contents=empty, media_box=(0, 0, 200, 200)))
    file = BytesIO()
    writer.write(file)
    later = tmp_path / "later.pdf"
    later.write_bytes(file.getvalue())
    status, said = verified(later)
    assert status == 1
    assert "daarna is het document gewijzigd. Toegevoegd of veranderd: 1 bladzijde erbij" in said
    assert "als ondertekend verslag van LRT/2026-03-06" in said


def drawing():
    from pyhanko.pdf_utils.generic import StreamObject

    return StreamObject(stream_data=b"0 0 10 10 re f")


def test_a_file_of_elsewhere_is_not_ours(verified, public, tmp_path):
    with pikepdf.open(public) as pdf:
        pdf.save(tmp_path / "anders.pdf")
    status, said = verified(tmp_path / "anders.pdf")
    assert status == 0
    assert "niet als uitgegeven in dit archief" in said


def test_a_withdrawn_copy_says_so(verified, imported, public):
    assert imported("withdraw", "LRT-2026-03-06-O1") == 0
    status, said = verified(public)
    assert status == 0
    assert "Ingetrokken op" in said


@pytest.mark.parametrize("suffix", ["odt", "docx", "txt"])
def test_other_formats_are_searched_for_names_too(imported, verified, tmp_path, suffix):
    target = tmp_path / f"openbaar.{suffix}"
    words = ("--public", "--format", suffix, "-o", target)
    assert imported("export", SESSION, "minutes", *words) == 0
    status, said = verified(target)
    assert status == 0
    assert "als openbare versie LRT-2026-03-06-O1" in said


def test_a_changed_record_breaks_the_chain(verified, signed, tmp_path, passphrase):
    from lrt_desk.store.archive import open_archive
    from lrt_desk.store.keys import key_for

    with open_archive(tmp_path / "a.lrt", key_for(tmp_path / "a.lrt", passphrase)) as archive:
        archive.db.execute("DROP TRIGGER minutes_version_keeps")
        archive.db.execute(
            "UPDATE minutes_version SET content = replace(content, 'pendelbus', 'veerboot')"
        )
        archive.db.execute("COMMIT") if archive.db.in_transaction else None
    status, said = verified(signed)
    assert status == 1
    assert "niet meer die waarvan dit bestand is gemaakt" in said
