"""ODT, DOCX and text from one tree: real structure, boxes, no maker, same bytes."""

import datetime as dt
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO

import docx as python_docx
import odfdo
import pytest
from docx.oxml.ns import qn

from lrt_desk.documents import docx, odt, text
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
    Figure,
    Heading,
    Link,
    ListItem,
    Paragraph,
    SignatureSpace,
    Table,
    Text,
    Tone,
    Withheld,
)
from tests.documents.pictures import png

LOGO = Figure(png(400, 120), "Beeldmerk van de proeftafel")
DOCUMENT = Document(
    kind="Verslag", title="Verslag LRT 15 maart 2024", letterhead="Landelijke Regietafel",
    date=dt.date(2024, 3, 15), identifier="Verslag LRT/2024-03-15", marking="Intern gebruik",
    footer="Openbare versie LRT-1", banner="CONCEPT", reference=(("Datum", "15-03-2024"),),
    nodes=(
        Facts((
            ("Aanwezig", ((Text("Mevr. Bakker (VNG), "), Withheld("5.1.2e"), Text(" (IPO)")),)),
        )),
        Heading(1, (Text("Opening & mededelingen"),), "1.", "opening"),
        Paragraph((Text("Het "), Text("oude", change=Change.DELETED),
                   Text("nieuwe", change=Change.INSERTED), Text(" verslag, zie "),
                   Link("punt 1", "opening"), Text(" well done", lang="en")), Tone.DECISION, "1.1"),
        BulletList((
            ListItem((Text("IBT:", bold=True), Text(" gaat <snel>\x02 door")),
                     (ListItem((Withheld(""), Text(" belt"))),), number="1.2"),
        )),
        Heading(2, (Text("Acties"),)),
        Table(("Actie", "Wie"), (((Text("Cijfers leveren"),), (Text("VNG"),)),), (3, 1), "Open"),
        SignatureSpace(lines=("De voorzitter",)),
    ),
)  # fmt: skip
SAID = ("Mevr. Bakker (VNG), [5.1.2e] (IPO)", "Opening & mededelingen", "[gelakt] belt",
        "Cijfers leveren", "De voorzitter", "Landelijke Regietafel", "CONCEPT")  # fmt: skip


def test_text_says_everything_in_order():
    written = text.render(DOCUMENT)
    parts = ("Verslag LRT 15", "Aanwezig", "1. Opening",
             "[1.1] Het [-oude-]{+nieuwe+} verslag, zie punt 1", "- [1.2] IBT: gaat <snel>",
             "  - [gelakt] belt", "Actie: Cijfers", "Ondertekening:",
             "Openbare versie")  # fmt: skip
    places = [written.index(words) for words in parts]
    assert places == sorted(places)
    assert all(words in written for words in SAID)
    assert max(map(len, written.splitlines())) <= 80


def test_odt_has_real_structure():
    file = odfdo.Document(BytesIO(odt.render(DOCUMENT)))
    assert [(h.level, h.text_recursive) for h in file.body.get_headers()] == [
        ("1", "1. Opening & mededelingen"), ("2", "Acties"),
    ]  # fmt: skip
    words = file.body.text_recursive
    assert all(said in words for said in SAID)
    assert "gaat <snel> door" in words
    assert len(file.body.get_elements("//text:list//text:list")) == 1
    assert len(file.body.get_elements("//table:table-header-rows")) == 1
    styles = [s.get_attribute("text:style-name") for s in file.body.get_elements("//text:span")]
    assert {"Withheld", "Strong", "Lang_en"} <= set(styles)
    assert file.get_language() == "nl-NL"
    assert (file.meta.title, file.meta.language) == (DOCUMENT.title, "nl-NL")
    assert file.meta.creator is None
    assert file.meta.initial_creator is None


def test_docx_has_real_structure():
    file = python_docx.Document(BytesIO(docx.render(DOCUMENT)))
    styles = [(p.style.name, p.text) for p in file.paragraphs]
    assert ("Title", DOCUMENT.title) in styles
    assert ("Heading 1", "1. Opening & mededelingen") in styles
    assert ("Heading 2", "Acties") in styles
    assert ("List Bullet", "1.2  IBT: gaat <snel> door") in styles
    assert ("List Bullet 2", "[gelakt] belt") in styles
    [table] = file.tables
    assert [cell.text for row in table.rows for cell in row.cells] == [
        "Actie", "Wie", "Cijfers leveren", "VNG",
    ]  # fmt: skip
    assert "w:tblHeader" in table.rows[0]._tr.xml
    decision = next(p for p in file.paragraphs if "verslag, zie" in p.text)
    assert 'w:lang w:val="en"' in decision._p.xml
    assert "w:bdr" in file.paragraphs[-1]._p.getparent().xml
    core = file.core_properties
    assert (core.title, core.language) == (DOCUMENT.title, "nl-NL")
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert 'w:val="nl-NL"' in file.styles.element.xml


def test_docx_tracks_changes_that_word_can_accept_or_reject():
    body = python_docx.Document(BytesIO(docx.render(DOCUMENT))).element.body
    [gone], [come] = body.findall(f".//{qn('w:del')}"), body.findall(f".//{qn('w:ins')}")
    assert [node.text for node in gone.iter(qn("w:delText"))] == ["oude"]
    assert [node.text for node in come.iter(qn("w:t"))] == ["nieuwe"]
    assert gone.get(qn("w:id")) != come.get(qn("w:id"))
    for change in (gone, come):
        assert change.get(qn("w:author")) == "Landelijke Regietafel"
        assert change.get(qn("w:date")) == "2024-03-15T00:00:00Z"
    assert "changed=" not in body.xml


def test_odt_tracks_changes_that_writer_can_accept_or_reject():
    body = odfdo.Document(BytesIO(odt.render(DOCUMENT))).body
    [gone] = body.get_elements("//text:changed-region[text:deletion]")
    [come] = body.get_elements("//text:changed-region[text:insertion]")
    assert "oude" in gone.text_recursive
    marks = [mark.get_attribute("text:change-id") for mark in body.get_elements("//text:change")]
    assert marks == [gone.get_attribute("text:id")]
    [start] = body.get_elements("//text:change-start")
    assert start.get_attribute("text:change-id") == come.get_attribute("text:id")
    assert start.parent.text_recursive == "nieuwe"
    [line] = [p for p in body.get_elements("//text:p") if "verslag, zie" in p.text_recursive]
    assert "oude" not in line.text_recursive


@pytest.mark.parametrize("writer", [odt, docx], ids=["odt", "docx"])
def test_a_logo_comes_along_with_its_description(writer):
    content = writer.render(replace(DOCUMENT, logo=LOGO))
    with zipfile.ZipFile(BytesIO(content)) as package:
        pictures = [name for name in package.namelist() if name.endswith(".png")]
        assert [package.read(name) for name in pictures] == [LOGO.content]
        body = next(n for n in ("content.xml", "word/document.xml") if n in package.namelist())
        assert LOGO.text in package.read(body).decode()


@pytest.mark.parametrize("writer", [odt, docx], ids=["odt", "docx"])
def test_every_page_has_its_number_and_marking(writer):
    with zipfile.ZipFile(BytesIO(writer.render(DOCUMENT))) as package:
        everything = "".join(
            package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
        )
    for page_of in (("text:page-number", "text:page-count"), ('"PAGE"', '"NUMPAGES"')):
        if page_of[0] in everything:
            assert page_of[1] in everything
            break
    else:
        pytest.fail("no page numbers")
    assert everything.count("Intern gebruik") == 2


@pytest.mark.parametrize("writer", [odt, docx], ids=["odt", "docx"])
def test_same_document_same_bytes(writer):
    first = writer.render(DOCUMENT)
    assert first == writer.render(DOCUMENT)
    assert first != writer.render(replace(DOCUMENT, title="Anders"))
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in package.namelist())
    for maker in (b"python-docx", b"odfdo", b"Macintosh", b"2013-12-23"):
        assert maker not in everything


def test_odf_begins_with_its_type():
    with zipfile.ZipFile(BytesIO(odt.render(DOCUMENT))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        listed = package.read("META-INF/manifest.xml").decode()
        parts = {name for name in package.namelist() if not name.endswith("/")}
    for part in parts - {"mimetype", "META-INF/manifest.xml"}:
        assert f'"{part}"' in listed
    assert "Thumbnails" not in listed
    assert "Configurations2" not in listed


@pytest.mark.parametrize(("writer", "suffix"), [(odt, "odt"), (docx, "docx")])
def test_libreoffice_reads_it(writer, suffix, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed; Debian has it as libreoffice-writer-nogui")
    path = tmp_path / f"document.{suffix}"
    path.write_bytes(writer.render(DOCUMENT))
    subprocess.run([office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
                    "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, path],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    words = (tmp_path / "document.txt").read_text("utf-8-sig")
    assert all(said in words for said in SAID)
