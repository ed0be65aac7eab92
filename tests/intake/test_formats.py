"""One text in every format and encoding gives one reading; layouts of word processors count."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import odfdo
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, BlockKind, LineRole
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.reading import ReadMinutes

TEXT = (Path(__file__).parent / "fixtures" / "nested-bullets.txt").read_text(encoding="utf-8")


def facts(read: ReadMinutes) -> ReadMinutes:
    """Leave out what says where a reading came from."""
    return replace(read, file_name="", content_hash="", lines=())


EXPECTED = facts(read_minutes("verslag.txt", TEXT.encode()))


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("utf-32"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["utf-8-bom", "utf-16-bom", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "crlf", "cr"],
)
def test_encodings_and_line_ends_make_no_difference(encode: Callable[[str], bytes]) -> None:
    assert facts(read_minutes("verslag.txt", encode(TEXT))) == EXPECTED


def test_windows_1252_keeps_its_own_signs() -> None:
    text = TEXT.replace("Geen mededelingen.", "De coördinatie van CdK’s – één keer – gaat door.")
    read = read_minutes("verslag.txt", text.encode("cp1252"))
    assert read.items[0].blocks[0].text == "De coördinatie van CdK’s – één keer – gaat door."


def pdf_of(text: str, lines_to_a_page: int = 40) -> bytes:
    """Print lines as they are, with a page number under each page."""
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    lines = text.splitlines()
    for start in range(0, len(lines), lines_to_a_page):
        page.setFont("Helvetica", 10)
        for count, line in enumerate(lines[start : start + lines_to_a_page]):
            indent = len(line) - len(line.lstrip())
            page.drawString(60 + 6 * indent, 790 - 14 * count, line.strip())
        page.drawString(280, 30, f"Pagina {start // lines_to_a_page + 1}")
        page.showPage()
    page.save()
    return target.getvalue()


@pytest.mark.parametrize("lines_to_a_page", [60, 17])
def test_a_printed_text_gives_the_same_facts(lines_to_a_page: int) -> None:
    read = read_minutes("verslag.pdf", pdf_of(TEXT, lines_to_a_page))
    assert facts(read) == EXPECTED
    assert any(line.role is LineRole.FURNITURE and "Pagina 1" in line.text for line in read.lines)


def test_names_under_black_boxes_in_a_pdf_do_not_come_along() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    page.setFont("Helvetica", 10)
    page.drawString(60, 790, "Verslag LRT 10 mei 2024")
    page.drawString(60, 770, "Aanwezig: dhr. A. Bos (VNG),")
    start = 60 + page.stringWidth("Aanwezig: dhr. A. Bos (VNG), ", "Helvetica", 10)
    page.drawString(start, 770, "mevr. Geheim")
    page.rect(start - 1, 767, 70, 12, fill=1, stroke=0)
    page.drawString(start + 75, 770, "(COA),")
    page.rect(start + 110, 767, 50, 12, fill=1, stroke=0)
    page.drawString(start + 165, 770, "(IPO)")
    page.drawString(60, 740, "1. Opening")
    page.drawString(60, 725, "De voorzitter opent.")
    page.drawString(60, 700, "2. Rondvraag")
    page.drawString(60, 685, "Geen vragen.")
    page.save()
    read = read_minutes("verslag.pdf", target.getvalue())
    found = [(who.surname, who.organisation, who.confidentiality) for who in read.attendees]
    assert found == [
        ("Bos", "VNG", Confidentiality.PUBLIC),
        ("", "COA", Confidentiality.NAME_WITHHELD),
        ("", "IPO", Confidentiality.NAME_WITHHELD),
    ]
    assert "Geheim" not in repr(read)


def word_file() -> docx.document.Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Landelijke Regietafel"
    document.add_heading("Verslag LRT 17 mei 2024", 0)
    block = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Datum", "17 mei 2024"),
        ("Tijd", "9.30 – 10.45 uur"),
        ("Plaats", "Den Haag"),
        ("Aanwezig", "dhr. A. van Bos (VNG), mevr. B. Duin (IPO)"),
        ("Afwezig m.k.", "dhr. C. Heide (COA)"),
    ):
        cells = block.add_row().cells
        cells[0].text, cells[1].text = label, value
    return document


def saved(document: docx.document.Document | odfdo.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_word_document_with_styles_and_tables() -> None:
    document = word_file()
    document.add_heading("Opening", 1)
    document.add_paragraph("De voorzitter opent.")
    document.add_heading("Opvang", 1)
    document.add_paragraph("Eerste punt.", style="List Bullet")
    document.add_paragraph("Dieper punt.", style="List Bullet 2")
    hidden = document.add_paragraph("Overleg met ")
    run = hidden.add_run("mevrouw Geheim")
    run.font.highlight_color = docx.enum.text.WD_COLOR_INDEX.BLACK
    hidden.add_run(" volgt.")
    document.add_heading("Actielijst", 1)
    table = document.add_table(rows=0, cols=4)
    for row in (
        ("Actiepunt", "Wie", "Termijn", "Status"),
        ("Raming maken", "COA", "1-7", "open"),
        ("Brief sturen", "VNG en IPO", "", "afgerond"),
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    read = read_minutes("verslag.docx", saved(document))
    assert (read.body, str(read.date), read.place) == ("LRT", "2024-05-17", "Den Haag")
    assert (str(read.start), str(read.end)) == ("09:30:00", "10:45:00")
    assert [who.surname for who in read.attendees] == ["Bos", "Duin", "Heide"]
    assert [item.title for item in read.items] == ["Opening", "Opvang", "Actielijst"]
    kinds = [(block.kind, block.text) for block in read.items[1].blocks]
    assert kinds == [
        (BlockKind.BULLET, "Eerste punt."),
        (BlockKind.BULLET, "Dieper punt."),
        (BlockKind.TEXT, f"Overleg met {WITHHELD_IN_SOURCE} volgt."),
    ]
    assert [(a.text, a.owners, str(a.due), a.done) for a in read.actions] == [
        ("Raming maken", ("COA",), "2024-07-01", False),
        ("Brief sturen", ("VNG", "IPO"), "None", True),
    ]
    assert "Geheim" not in repr(read)


def test_a_word_document_that_counts_its_own_headings() -> None:
    document = word_file()
    for title, said in (("Opening", "Welkom."), ("Huisvesting", "Er is voortgang.")):
        document.add_paragraph(title, style="List Number").runs[0].bold = True
        document.add_paragraph(said)
    read = read_minutes("verslag.docx", saved(document))
    assert [(item.number, item.title) for item in read.items] == [
        ("1", "Opening"),
        ("2", "Huisvesting"),
    ]
    assert [block.text for block in read.items[1].blocks] == ["Er is voortgang."]


def test_later_insertions_in_a_word_document_are_read_and_deletions_are_not() -> None:
    document = word_file()
    document.add_heading("1. Opening", 1)
    paragraph = document.add_paragraph("De voorzitter ")
    names = docx.oxml.ns.nsdecls("w")
    for inner in (
        f"<w:del {names}><w:r><w:delText>sluit</w:delText></w:r></w:del>",
        f"<w:ins {names}><w:r><w:t>opent nu.</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(inner))
    document.add_heading("2. Rondvraag", 1)
    read = read_minutes("verslag.docx", saved(document))
    assert read.items[0].blocks[0].text == "De voorzitter opent nu."


def test_minutes_that_are_one_table_in_a_word_document() -> None:
    document = word_file()
    table = document.add_table(rows=0, cols=2)
    for number, title, said in (
        ("1.", "Opening", "De voorzitter opent de vergadering."),
        ("2.", "Opvang", "Het COA licht de raming toe. (Actie: COA stuurt de raming rond)"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = number, title
        cells[1].add_paragraph(said)
    read = read_minutes("verslag.docx", saved(document))
    assert [(item.number, item.title) for item in read.items] == [("1", "Opening"), ("2", "Opvang")]
    assert [action.owners for action in read.actions] == [("COA",)]


def test_an_open_document_with_headings_lists_and_a_table() -> None:
    document = odfdo.Document("text")
    body = document.body
    body.clear()
    body.append(odfdo.Header(1, "Verslag HLRT 24 mei 2024"))
    for line in ("Datum: 24 mei 2024, 13:00-14.30 uur", "Aanwezig: A. Bos (VNG), B. Duin (IPO)"):
        body.append(odfdo.Paragraph(line))
    body.append(odfdo.Header(2, "1. Opening"))
    body.append(odfdo.Paragraph("De voorzitter opent."))
    body.append(odfdo.Header(2, "2. Opvang"))
    points = odfdo.List(["Eerste punt.", "Tweede punt."])
    inner = odfdo.List(["Dieper punt."])
    points.get_elements("text:list-item")[-1].append(inner)
    body.append(points)
    table = odfdo.Table("acties", width=3, height=2)
    table.set_values([["Actie", "Wie", "Termijn"], ["Raming maken", "VNG", "uiterlijk 1 juni"]])
    body.append(table)
    read = read_minutes("verslag.odt", saved(document))
    assert (read.body, str(read.date), str(read.end)) == ("HLRT", "2024-05-24", "14:30:00")
    assert [who.organisation for who in read.attendees] == ["VNG", "IPO"]
    assert [(item.number, item.title) for item in read.items] == [("1", "Opening"), ("2", "Opvang")]
    bullets = [(block.text, block.level) for block in read.items[1].blocks[:3]]
    assert bullets == [("Eerste punt.", 0), ("Tweede punt.", 0), ("Dieper punt.", 1)]
    assert [(a.owners, str(a.due)) for a in read.actions] == [(("VNG",), "2024-06-01")]


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_lines_pasted_as_paragraphs_are_joined_again(name: str) -> None:
    text = (Path(__file__).parent / "fixtures" / "page-furniture.txt").read_text(encoding="utf-8")
    long = text.replace(
        "ook menskracht.", "\n".join(["ook menskracht en tijd van de", "mensen"] * 8)
    )
    if name == "docx":
        document = docx.Document()
        for line in long.splitlines():
            document.add_paragraph(line)
    else:
        document = odfdo.Document("text")
        document.body.clear()
        for line in long.splitlines():
            document.body.append(odfdo.Paragraph(line))
    read = read_minutes(f"verslag.{name}", saved(document))
    assert [len(item.blocks) for item in read.items] == [2, 1, 1]
