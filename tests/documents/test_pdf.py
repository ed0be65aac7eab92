"""A document tree on pages: reading order, tags, breaks, fields, and what is said of the file."""

import datetime as dt
import os
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_desk.documents import pdf
from lrt_desk.documents.pdf_style import drawable
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Figure,
    Heading,
    Link,
    ListItem,
    Node,
    Paragraph,
    SignatureSpace,
    Table,
    Text,
    Tone,
    Withheld,
)
from tests.documents.pictures import png
from tests.documents.printed import DOCUMENTS
from tests.documents.reading import artifacts, spoken, structure
from tests.validators import need

GOLDEN = Path(__file__).parent / "golden"
SENTENCE = (
    "De tafel bespreekt de stand van zaken en vraagt om een nadere uitwerking per provincie. "
)


def made_of(*nodes: Node, marking: str = "", footer: str = "", banner: str = "") -> Document:
    return Document(
        kind="Verslag",
        title="Verslag LRT 8 maart 2024",
        letterhead="Regietafel",
        date=dt.date(2024, 3, 8),
        identifier="proef",
        nodes=nodes,
        marking=marking,
        footer=footer,
        banner=banner,
    )


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def pages(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_structure_is_as_in_the_golden_file(name: str) -> None:
    """To accept a change, run with LRT_DESK_GOLDEN=write and read the difference."""
    found = structure(pdf.render(DOCUMENTS[name]))
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("LRT_DESK_GOLDEN") == "write":
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_every_character_can_be_read_back_or_is_named(texts: list[str]) -> None:
    read = spoken(pdf.render(made_of(*map(paragraph, texts))))
    for text in texts:
        assert "".join(drawable(text).split()) in "".join(read.split())


def test_what_no_font_has_is_named_and_what_does_not_show_is_left_out() -> None:
    assert drawable("e\u0301\u200b\u00ad\x07 日🙂") == "é [U+65E5][U+1F642]"


def test_right_to_left_words_are_drawn_from_the_right_and_read_in_their_order() -> None:
    content = pdf.render(made_of(paragraph("Mevr. שלום עולם (VNG)")))
    assert "Mevr. שלום עולם (VNG)" in spoken(content)
    with pikepdf.open(BytesIO(content)) as opened:
        stream = opened.pages[0].Contents.read_bytes()
    assert "שלום עולם".encode("utf-16-be").hex().encode() in stream


def test_pdftotext_gives_every_sentence_in_order(tmp_path: Path) -> None:
    need("pdftotext", shutil.which("pdftotext"))
    file = tmp_path / "verslag.pdf"
    document = DOCUMENTS["verslag-rondgestuurd"]
    file.write_bytes(pdf.render(document))
    for option in ("-layout", "-raw", "-nopgbrk"):
        run = ["pdftotext", option, str(file), "-"]
        text = " ".join(subprocess.check_output(run, text=True).split())
        places = [text.find(" ".join(sentence.split())) for sentence in _sentences(document)]
        assert -1 not in places, option
        assert places == sorted(places), option


def _sentences(document: Document) -> list[str]:
    """List the paragraphs and bullets of a document in order, save those with a box in them."""
    found: list[str] = []

    def take(item: ListItem | Paragraph) -> None:
        if not any(isinstance(inline, Withheld) for inline in item.content):
            found.append(
                "".join(inline.text for inline in item.content if isinstance(inline, Text))
            )
        for child in getattr(item, "children", ()):
            take(child)

    for node in document.nodes:
        for item in node.items if isinstance(node, BulletList) else (node,):
            if isinstance(item, ListItem | Paragraph):
                take(item)
    return found


def test_no_line_ends_in_a_hyphen() -> None:
    """Extractors would take it for a broken word: "instroom- en" gave "instroomen"."""
    need("pdftotext", shutil.which("pdftotext"))
    text = "Het gaat om de in- en uitstroom op HLRT-niveau. " * 60
    run = ["pdftotext", "-", "-"]
    content = pdf.render(made_of(paragraph(text)))
    read = subprocess.run(run, input=content, capture_output=True, check=True).stdout.decode()
    assert " ".join(read.split()).count("in- en uitstroom op HLRT-niveau.") == 60


def test_a_heading_stays_with_the_first_two_lines_under_it() -> None:
    for lines in range(30, 60):
        filler = [paragraph("Regel.") for _ in range(lines)]
        nodes = (*filler, Heading(1, (Text("Kop"),)), paragraph(SENTENCE * 3))
        content = pdf.render(made_of(*nodes))
        *_, heading, under = _lines_by_page(content)
        assert list(heading) == list(under)[:1]
        assert min(under.values()) >= 2


def test_what_stands_small_under_a_heading_stays_with_the_text_too() -> None:
    for lines in range(30, 60):
        filler = [paragraph("Regel.") for _ in range(lines)]
        small = Paragraph((Text("Uitkomst: gesteund"),), Tone.SMALL)
        nodes = (*filler, Heading(1, (Text("Kop"),)), small, paragraph(SENTENCE * 3))
        *_, heading, outcome, under = _lines_by_page(pdf.render(made_of(*nodes)))
        assert list(heading) == list(outcome) == list(under)[:1]


def test_a_short_paragraph_is_never_broken() -> None:
    for lines in range(30, 60):
        filler = [paragraph("Regel.") for _ in range(lines)]
        *_, last = _lines_by_page(pdf.render(made_of(*filler, paragraph(SENTENCE * 8))))
        assert len(last) == 1


def test_a_long_paragraph_leaves_no_single_line_on_a_page() -> None:
    split = 0
    for lines in range(30, 60):
        filler = [paragraph("Regel.") for _ in range(lines)]
        *_, last = _lines_by_page(pdf.render(made_of(*filler, paragraph(SENTENCE * 14))))
        split += len(last) > 1
        assert min(last.values()) >= 2
    assert split  # at least one of them ran over two pages


def _lines_by_page(content: bytes) -> list[dict[int, int]]:
    """Count, for every child of the document, its lines on each page it stands on."""
    with pikepdf.open(BytesIO(content)) as opened:
        streams = [_text_lines(page) for page in opened.pages]
        numbers = {page.objgen: place for place, page in enumerate(opened.pages)}
        return [
            {numbers[mark.Pg.objgen]: streams[numbers[mark.Pg.objgen]][int(mark.MCID)]
             for mark in element.K}
            for element in opened.Root.StructTreeRoot.K.K
            if element.K[0].Type == "/MCR"
        ]  # fmt: skip


def _text_lines(page: pikepdf.Page) -> dict[int, int]:
    """Count the different baselines in each marked content of a page."""
    lines: dict[int, set[float]] = {}
    number = -1
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            number = int(operands[1].MCID)
        if str(operator) == "Tm":
            lines.setdefault(number, set()).add(round(float(operands[5]), 1))
    return {mark: len(found) for mark, found in lines.items()}


def test_a_table_repeats_its_head_on_every_page_but_says_it_once() -> None:
    rows = tuple(((Text(f"rij {number}"),), (Text(SENTENCE),)) for number in range(200))
    content = pdf.render(made_of(Table(("Nummer", "Wat"), rows, (1, 4))))
    assert pages(content) > 5
    assert structure(content).count('"Nummer"') == 1
    assert all("Nummer" in page for page in artifacts(content)[1:])
    read = [line.strip() for line in structure(content).splitlines() if '"rij' in line]
    assert read == [f'"rij {number}"' for number in range(200)]


def test_a_cell_longer_than_a_page_runs_on() -> None:
    content = pdf.render(made_of(Table(("A",), (((Text(SENTENCE * 200),),),), (1,))))
    assert pages(content) > 2
    assert " ".join((SENTENCE * 200).split()) in spoken(content)


def test_pages_are_numbered_and_carry_marking_and_footer() -> None:
    long = paragraph(SENTENCE * 120)
    content = pdf.render(
        made_of(long, marking="Dep.V.", footer="Openbare versie 7", banner="CONCEPT")
    )
    count = pages(content)
    assert count >= 3
    for number, furniture in enumerate(artifacts(content), start=1):
        assert f"Pagina {number} van {count}" in furniture
        assert "Openbare versie 7" in furniture
        assert furniture.count("DEP.V.") == (1 if number == 1 else 2)
        assert ("CONCEPT · Verslag LRT 8 maart 2024" in furniture) == (number > 1)
    assert spoken(content).startswith("DEP.V.Regietafel")


def test_headings_never_skip_a_level_and_make_the_outline() -> None:
    content = pdf.render(made_of(*(Heading(n, (Text(f"Kop {n}"),)) for n in (3, 1, 3, 2))))
    roles = [line.strip() for line in structure(content).splitlines() if line.strip()[0] == "H"]
    assert roles == ["H1", "H2", "H2", "H3", "H3"]
    with pikepdf.open(BytesIO(content)) as opened:
        first, second = opened.open_outline().root
        assert (first.title, second.title) == ("Kop 3", "Kop 1")
        assert [child.title for child in second.children] == ["Kop 3", "Kop 2"]


def test_withheld_boxes_are_equally_wide_and_say_their_ground() -> None:
    content = pdf.render(made_of(Paragraph((Withheld("5.1.2e"), Text(" en "), Withheld("5.2")))))
    assert "Span Alt=gelakt op grond 5.1.2e" in structure(content)
    with pikepdf.open(BytesIO(content)) as opened:
        boxes = [
            float(operands[2])
            for operands, operator in pikepdf.parse_content_stream(opened.pages[0])
            if str(operator) == "re"
        ]
    assert len(boxes) == 2
    assert len(set(boxes)) == 1


def test_deleted_and_inserted_words_are_told_apart_without_colour() -> None:
    gone, come = Text("oud", change=Change.DELETED), Text("nieuw", change=Change.INSERTED)
    found = structure(pdf.render(made_of(Paragraph((gone, come)))))
    assert 'Del Alt=vervallen: oud TextDecorationType=/LineThrough\n      "oud"' in found
    assert 'Ins Alt=nieuw: nieuw TextDecorationType=/Underline\n      "nieuw"' in found


def test_a_document_without_printable_words_on_top_has_a_first_heading_all_the_same() -> None:
    nameless = replace(made_of(Heading(1, (Text("Kop"),))), kind="", title="\x00\x1b")
    assert "  H1\n" in structure(pdf.render(nameless))


def test_a_logo_is_a_figure_that_says_what_it_shows() -> None:
    logo = Figure(png(400, 120), "Beeldmerk van de proeftafel")
    content = pdf.render(replace(made_of(marking="Dep.V."), logo=logo))
    assert "Figure Alt=Beeldmerk van de proeftafel" in structure(content)
    assert spoken(content).startswith("DEP.V.")
    with pikepdf.open(BytesIO(content)) as opened:
        [figure] = [kid for kid in opened.Root.StructTreeRoot.K.K if kid.S == "/Figure"]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert (right - left) / (top - bottom) == pytest.approx(400 / 120, rel=0.01)
    assert top - bottom == pytest.approx(18 * 72 / 25.4, abs=0.1)


def test_a_letterhead_of_pages_runs_on_and_nothing_falls_off() -> None:
    words = SENTENCE * 120
    content = pdf.render(replace(made_of(paragraph("Slot.")), letterhead=words))
    assert pages(content) > 1
    assert " ".join(words.split()) in spoken(content)


def test_a_link_leads_to_its_heading() -> None:
    filler = [paragraph(SENTENCE * 20) for _ in range(5)]
    target = Heading(1, (Text("Doel"),), key="doel")
    content = pdf.render(made_of(Paragraph((Link("zie Doel", "doel"),)), *filler, target))
    with pikepdf.open(BytesIO(content)) as opened:
        (link,) = opened.pages[0].obj.Annots
        assert link.Dest[0].objgen == opened.pages[-1].obj.objgen
        assert str(link.Contents) == "zie Doel"
    assert "Link zie Doel" in structure(content)


def test_a_signature_space_is_a_tagged_empty_field_with_its_words_on_the_page() -> None:
    space = SignatureSpace("Handtekening", "Ondertekening", ("A. de Boer", "voorzitter"))
    content = pdf.render(made_of(space))
    with pikepdf.open(BytesIO(content)) as opened:
        (field,) = opened.Root.AcroForm.Fields
        assert (str(field.T), str(field.FT), int(field.F)) == ("Handtekening", "/Sig", 132)
        assert "/V" not in field
    assert "Form\n    Widget Handtekening" in structure(content)
    assert "OndertekeningA. de Boervoorzitter" in spoken(content)


def test_a_document_without_signature_space_has_no_form() -> None:
    with pikepdf.open(BytesIO(pdf.render(made_of()))) as opened:
        assert "/AcroForm" not in opened.Root


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(pdf.render(DOCUMENTS["verslag-definitief"]))) as opened:
        assert str(opened.Root.Lang) == "nl-NL"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        known = opened.open_metadata()
        assert known["dc:title"] == "Verslag LRT 8 maart 2024"
        assert known["xmp:CreateDate"] == "2024-03-15T00:00:00Z"
        assert (known["pdfaid:part"], known["pdfaid:conformance"]) == ("2", "A")
        assert known["pdfuaid:part"] == "1"


def test_three_hundred_attendees_and_a_hundred_pages_stay_quick_and_whole() -> None:
    nodes = [paragraph(f"{number}. {SENTENCE * 8}") for number in range(1000)]
    content = pdf.render(made_of(*nodes))
    assert pages(content) > 100
    assert spoken(content).count("999. De tafel") == 1
