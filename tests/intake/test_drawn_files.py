"""Layouts that only a PDF or a word processor has: ruled tables, boxes, columns, odd headers."""

import io

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.model.reading import ReadMinutes

WITHHELD = Confidentiality.NAME_WITHHELD


class Sheet:
    """A page on which lines are printed one under another, at columns counted in points."""

    def __init__(self) -> None:
        self.target = io.BytesIO()
        self.page = canvas.Canvas(self.target, pagesize=A4)
        self.at = 790

    def line(self, *columns: tuple[int, str], skip: int = 14, box: int = 0) -> None:
        for left, words in columns:
            self.page.setFillGray(0)
            if left == box:
                self.page.rect(left - 2, self.at - 3, 110, 13, fill=1, stroke=0)
                self.page.setFillGray(1)
            self.page.drawString(left, self.at, words)
        self.at -= skip

    def read(self) -> ReadMinutes:
        self.page.save()
        return read_minutes("verslag.pdf", self.target.getvalue())


def people(read: ReadMinutes) -> list[tuple[str, str, Status]]:
    return [(who.surname, who.organisation, who.status) for who in read.attendees]


def test_a_ruled_table_with_codes_in_black_boxes() -> None:
    sheet = Sheet()
    sheet.line((60, "Verslag Landelijke Regietafel 15 december 2023"), skip=24)
    for name, code, present in (
        ("Naam", "Organisatie", "Aanwezig"),
        ("Dhr. Van Beusekom", "SJenV", "ja"),
        ("5.1.2e", "JenV", "ja"),
        ("5.1.2e", "IPO", "nee"),
    ):
        box = 60 if name == "5.1.2e" else 0
        sheet.page.line(58, sheet.at - 6, 440, sheet.at - 6)
        sheet.line((60, name), (220, code), (360, present), skip=20, box=box)
    sheet.line((60, "1. Opening"))
    sheet.line((60, "De voorzitter opent de vergadering."), skip=24)
    sheet.line((60, "2. Rondvraag"))
    sheet.line((60, "Er zijn geen vragen."))
    read = sheet.read()
    assert people(read) == [
        ("Beusekom", "SJenV", Status.PRESENT),
        ("", "JenV", Status.PRESENT),
        ("", "IPO", Status.ABSENT),
    ]
    assert [who.confidentiality for who in read.attendees[1:]] == [WITHHELD, WITHHELD]
    assert not read.unplaced


def test_lists_side_by_side_belong_to_the_label_above_them() -> None:
    sheet = Sheet()
    sheet.line((60, "Notulen Provinciale Regietafel Merenland d.d. 28-11-2023"))
    sheet.line((60, "Aanvang 14.00 uur, einde 15.15 uur; Provinciehuis"), skip=28)
    sheet.line((60, "Aanwezig"), (320, "Afwezig met kennisgeving"))
    sheet.line((60, "G. Stelling (provincie, voorzitter)"), (320, "P. Waard (gem. Meerstad)"))
    sheet.line((60, "A.-M. Dekker (gem. Lutterveen)"), (320, "5.1.2e (COA)"))
    sheet.line((60, "5.1.2e (provincie, secretaris)"), skip=28)
    sheet.line((60, "1. Opening"))
    sheet.line((60, "De voorzitter opent de vergadering."), skip=28)
    sheet.line((60, "2. Sluiting"))
    sheet.line((60, "De voorzitter sluit de vergadering om 15.10 uur."))
    sheet.at = 40
    sheet.line((60, "zaaknummer 2023-0091"), (460, "Pagina 1 van 1"))
    read = sheet.read()
    assert read.body_name == "Provinciale Regietafel Merenland"
    assert sorted(people(read)) == [
        ("", "COA", Status.ABSENT_WITH_NOTICE),
        ("", "provincie", Status.PRESENT),
        ("Dekker", "gem. Lutterveen", Status.PRESENT),
        ("Stelling", "provincie", Status.PRESENT),
        ("Waard", "gem. Meerstad", Status.ABSENT_WITH_NOTICE),
    ]
    assert (str(read.start), str(read.end), read.place) == ("14:00:00", "15:15:00", "Provinciehuis")
    assert read.items[1].blocks[-1].text == "De voorzitter sluit de vergadering om 15.10 uur."


def test_tables_of_a_word_processor_say_who_leads_and_what_is_done() -> None:
    document = docx.Document()
    document.add_paragraph("Verslag Provinciale Regietafel Drielanden 9 april 2024")
    _table(
        document,
        ("Naam", "Organisatie", "Functie", "Aan-/afwezig"),
        ("Dhr. J. Wieringa", "Drielanden", "commissaris van de Koning (vz.)", "aanwezig"),
        ("5.1.2e", "COA", "regiomanager", "aanwezig"),
        ("Dhr. P. Dros", "Gemeente Hogezoom", "wethouder", "afwezig m.k."),
    )
    document.add_paragraph().add_run("Opening").bold = True
    document.add_paragraph("De voorzitter opent de vergadering.")
    document.add_paragraph().add_run("Actielijst").bold = True
    _table(
        document,
        ("Nr.", "Actie", "Trekker", "Deadline", "Gereed"),
        ("A1", "Gesprek met Westmeer plannen", "Drielanden", "1 mei 2024", ""),
        ("A2", "Overzicht van locaties", "COA", "15-04-2024", "ja"),
    )
    target = io.BytesIO()
    document.save(target)
    read = read_minutes("verslag.docx", target.getvalue())
    assert people(read) == [
        ("Wieringa", "Drielanden", Status.PRESENT),
        ("", "COA", Status.PRESENT),
        ("Dros", "Gemeente Hogezoom", Status.ABSENT_WITH_NOTICE),
    ]
    assert read.attendees[0].role is Role.CHAIR
    assert [(one.owners, str(one.due), one.done) for one in read.actions] == [
        (("Drielanden",), "2024-05-01", False),
        (("COA",), "2024-04-15", True),
    ]


def _table(document: docx.document.Document, *rows: tuple[str, ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
