"""Leaks planted in every corner of a file are found; files without them are not suspected."""

import datetime as dt
import gzip
import re
import zipfile
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name

from lrt_desk.documents import docx, odt, pdf, text
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.dissect import Place
from lrt_desk.documents.leaks import Leak, find_leaks
from lrt_desk.documents.sign import load_pkcs12, sign
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Person
from lrt_desk.rules.name_forms import Form
from tests.documents.plants import CLEAN, NAME, PLANTS, VEEN, drawn, in_info, paper, planted

AT = dt.datetime(2024, 3, 15, 12, tzinfo=dt.UTC)


def test_clean_file_has_no_leaks():
    assert find_leaks(CLEAN, [VEEN]) == ()


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_planted_leak_is_found(plant, packed):
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    data = planted(plant, object_stream_mode=mode, compress_streams=packed)
    leaks = find_leaks(data, [VEEN])
    assert leaks
    assert {leak.person_id for leak in leaks} == {"veen"}


@pytest.mark.parametrize("words", [
    f"Dhr. {NAME} opent.", "C. van der Veenwouden", "van der\nVeenwouden", "VEENWOUDEN",
    "v.d. Veenwouden", "Véenwouden", "carla@ministerie.example", "0612345678",
])  # fmt: skip
def test_leak_in_the_words_themselves(words):
    document = paper(words)
    for data in (pdf.render(document), odt.render(document), docx.render(document),
                 text.render(document).encode(), words.encode("utf-16")):  # fmt: skip
        assert any(leak.person_id == "veen" for leak in find_leaks(data, [VEEN]))


def test_what_was_overwritten_is_still_there():
    """An incremental update hides the old text from readers, not from the file."""
    leaking = planted(in_info, compress_streams=False)
    number = leaking.rindex(b"startxref")
    start = int(leaking[number + 9 :].split()[0])
    with pikepdf.open(BytesIO(leaking)) as file:
        info = file.trailer["/Info"].objgen[0]
        size = int(file.trailer.Size)
        root = file.Root.objgen[0]
    place = len(leaking)
    update = b"%d 0 obj\n<< /Author (niemand) >>\nendobj\n" % info
    table = (
        f"xref\n{info} 1\n{place:010} 00000 n \ntrailer\n<< /Size {size} /Root {root} 0 R "
        f"/Info {info} 0 R /Prev {start} >>\nstartxref\n{place + len(update)}\n%%EOF\n"
    ).encode()
    updated = leaking + update + table
    with pikepdf.open(BytesIO(updated)) as file:
        assert file.docinfo["/Author"] == "niemand"
    assert Leak(Place.EARLIER, Id("veen"), Form.NAME) in find_leaks(updated, [VEEN])


@pytest.mark.parametrize("data", [
    CLEAN + b"\n% Van der Veenwouden", b"Van der Veenwouden\n" + CLEAN,
    CLEAN + gzip.compress(b"Van der Veenwouden"),
    CLEAN.replace(b"%%EOF", b"99 0 obj (Van der Veenwouden) endobj\n%%EOF"),
    CLEAN.replace(b"%%EOF", b"% " + NAME.encode("utf-16-be").hex().encode() + b"\n%%EOF"),
], ids=["after", "before", "packed-after", "loose-object", "hex"])  # fmt: skip
def test_leak_in_loose_bytes(data):
    assert any(leak.person_id == "veen" for leak in find_leaks(data, [VEEN]))


@pytest.mark.parametrize("break_it", [
    lambda: CLEAN + b"zomaar iets", lambda: CLEAN[: len(CLEAN) // 2],
    lambda: planted(lambda f: None, encryption=pikepdf.Encryption(owner="a", user="b")),
    lambda: planted(lambda f: f.Root.__setattr__("Spare", f.make_indirect(pikepdf.Stream(
        f, b"xx", Filter=Name.FlateDecode)))),
    lambda: b"PK\x03\x04 kapot", lambda: b"%PDF-1.7 en verder niets", lambda: b"\x1f\x8bkapot",
], ids=["tail", "half", "encrypted", "broken-stream", "zip", "header-only", "gzip"])  # fmt: skip
def test_what_cannot_be_read_is_told(break_it):
    leaks = find_leaks(break_it(), [VEEN])
    assert any(leak.person_id is None for leak in leaks)


def test_certificate_that_names_somebody():
    signer = load_pkcs12(self_signed("C. van der Veenwouden", "Regietafel", "x", at=AT), "x")
    signed = sign(CLEAN, signer, at=AT)
    assert Leak(Place.SIGNATURE, Id("veen"), Form.NAME) in find_leaks(signed, [VEEN])


def test_signed_by_organisation_is_clean():
    signer = load_pkcs12(self_signed("Secretariaat LRT", "Regietafel", "x", at=AT), "x")
    assert find_leaks(sign(CLEAN, signer, at=AT), [VEEN]) == ()


def test_package_parts_and_comments():
    file = BytesIO(odt.render(paper()))
    with zipfile.ZipFile(file, "a") as package:
        package.comment = NAME.encode()
    assert find_leaks(file.getvalue(), [VEEN])
    file = BytesIO(docx.render(paper()))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("word/Veenwouden.xml", "<a/>")
    assert find_leaks(file.getvalue(), [VEEN])


def test_runs_that_cut_a_name():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<d><p><r><t>Van der Ve</t></r><!-- x --><r><b/>"
                         "<t>enwouden</t></r></p></d>")  # fmt: skip
    assert find_leaks(file.getvalue(), [VEEN])


def test_released_words_are_no_leak_and_nothing_more_is():
    jonge = Person(id=Id("j"), surname="Jonge", particle="de", initials="P.")
    data = pdf.render(paper("Zorg voor jonge mensen. Dhr. De Jonge opent."))
    assert find_leaks(data, [jonge])
    assert find_leaks(data, [jonge], released=["jonge"])
    assert find_leaks(data, [jonge], released=["jonge", "Dhr. De Jonge"]) == ()
    for words in ("Mevr. De Jonge", "P. de Jonge", "Jonge"):
        other = pdf.render(paper(words))
        assert find_leaks(other, [jonge], released=["jonge", "Dhr. De Jonge"])


def test_a_released_phrase_may_run_over_two_lines():
    koning = Person(id=Id("k"), surname="Koning", particle="de")
    lines = b"BT /Hv 9 Tf 9 30 Td (bos van de ) Tj 1 0 0 1 35.6 32.1 Tm (koning) Tj ET"
    data = planted(lambda file: drawn(file, lines), compress_streams=False)
    assert find_leaks(data, [koning])
    assert find_leaks(data, [koning], released=["de koning"]) == ()
    assert find_leaks(data, [koning], released=["de", "bos van"])
    raad = lines.replace(b"(koning)", b"(koning de raad)")
    data = planted(lambda file: drawn(file, raad), compress_streams=False)
    assert find_leaks(data, [koning], released=["de koning"]) == ()
    named = planted(lambda file: drawn(file, b"BT /Hv 9 Tf 9 9 Td (koning, de) Tj ET"))
    assert find_leaks(named, [koning], released=["de koning"])


def test_cells_that_a_reader_glues_and_checksums_are_no_false_alarm():
    groot = Person(id=Id("g"), surname="Groot", particle="de")
    glued = pdf.render(paper("RolDhr. Groot WesselsVNG"))
    assert find_leaks(glued, [groot])
    assert find_leaks(glued, [groot], released=["Dhr. Groot Wessels"]) == ()

    plain = planted(lambda file: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    for mark, found in ((b"\x06T Li &\x12", False), (b"\x06 Veenwouden &", True)):
        digits = b"<" + mark.ljust(16, b"\x12").hex().encode() + b">"
        data, count = re.subn(rb"/ID \[\s*<\w+>\s*<\w+>", b"/ID [" + digits * 2, plain)
        assert count == 1
        assert bool(find_leaks(data, [VEEN, Person(id=Id("l"), surname="Li")])) is found


@pytest.mark.parametrize("surname", [
    "Page", "Roman", "Title", "Li", "Bos", "Verslag", "Pagina", "Ring", "Noto", "Kenmerk", "List",
    "Parent", "Van", "Adobe", "Inde", "Plus", "Light", "Form", "Stern", "Hans", "Link",
])  # fmt: skip
def test_words_of_formats_and_house_are_no_false_alarm(surname):
    person = Person(id=Id("p"), surname=surname)
    for data in (CLEAN, odt.render(paper()), docx.render(paper()), text.render(paper()).encode()):
        assert find_leaks(data, [person]) == ()


def test_a_leak_never_holds_the_name():
    for leak in find_leaks(planted(in_info), [VEEN]):
        assert "eenwouden" not in f"{leak} {leak!r}"


def test_report_names_the_place():
    assert str(Leak(Place.PAGE, Id("x"), Form.EMAIL)) == (
        "Een vertrouwelijk gegeven (e-mailadres) staat op een pagina."
    )
    assert (
        str(Leak(Place.OUTSIDE))
        == "Er staat iets buiten het eigenlijke document dat niet te lezen is."
    )
