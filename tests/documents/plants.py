"""A name planted in a finished PDF, in every corner where a file can hold one."""

import base64
import datetime as dt
import gzip
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lrt_desk.documents import docx, pdf
from lrt_desk.documents.tree import Document, Heading, Paragraph, SignatureSpace, Text
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Person

VEEN = Person(
    id=Id("veen"), surname="Veenwouden", particle="van der", email="carla@ministerie.example",
    phone="06-12345678",
)  # fmt: skip
NAME = "Van der Veenwouden"


def paper(*words: str) -> Document:
    return Document(
        kind="Verslag", title="Verslag LRT 15 maart 2024", letterhead="Landelijke Regietafel",
        date=dt.date(2024, 3, 15), identifier="LRT/2024-03-15", footer="Openbare versie LRT-1",
        nodes=(Heading(1, (Text("Opening"),), "1.", "opening"),
               *(Paragraph((Text(word),)) for word in words or ("Er is in de zaal gesproken.",)),
               SignatureSpace()),
    )  # fmt: skip


CLEAN = pdf.render(paper())


def planted(change, data: bytes = CLEAN, **save) -> bytes:
    """Plant by one of `PLANTS` in a PDF."""
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        change(opened)
        opened.save(file, **save)
    return file.getvalue()


def font(file) -> Dictionary:
    return Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def drawn(file, content: bytes):
    """Add instructions to the first page, with Helvetica as /Hv."""
    page = file.pages[0]
    page.obj.Resources.Font.Hv = file.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    page.contents_add(file.make_stream(content))


def form(file, content: bytes):
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return file.make_indirect(pikepdf.Stream(
        file, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 50]),
        Resources=Dictionary(Font=Dictionary(Hv=helvetica)),
    ))  # fmt: skip


def in_info(file):
    file.docinfo["/Author"] = NAME


def in_xmp(file):
    with file.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:creator"] = [NAME]


def in_xmp_comment(file):
    data = file.Root.Metadata.read_bytes()
    file.Root.Metadata.write(
        data.replace(b"</rdf:RDF>", b"<!-- " + NAME.encode() + b" --></rdf:RDF>")
    )


def in_outline(file):
    with file.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def in_link(file):
    action = Dictionary(S=Name.URI, URI=String("mailto:van%20der%20Veenwouden@x.example"))
    file.pages[-1].obj.Annots.append(file.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), A=action)
    ))  # fmt: skip


def in_script(file):
    file.Root.OpenAction = Dictionary(
        S=Name.JavaScript, JS=String("app.alert('v\\u0061n der Veenwouden')")
    )


def in_alternative(file):
    file.Root.StructTreeRoot.K = Array([
        file.make_indirect(Dictionary(S=Name.Figure, Alt=String(NAME))), file.Root.StructTreeRoot.K,
    ])  # fmt: skip


def in_expansion(file):
    file.Root.StructTreeRoot.E = String(NAME.upper())


def in_field_value(file):
    file.Root.AcroForm.Fields[0].V2 = String(NAME)


def in_field_tooltip(file):
    file.Root.AcroForm.Fields[0].TU = String("Handtekening van C. v.d. Veenwouden")


def in_name_tree(file):
    file.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(NAME), Array([])])))


def in_page_label(file):
    file.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(NAME))]))


def in_key(file):
    file.Root[Name("/Door_Veenwouden")] = True


def in_attachment(file):
    file.attachments["bijlage.txt"] = f"Gemaakt door {NAME}.".encode()


def in_attachment_name(file):
    file.attachments["brief-veenwouden.txt"] = b"leeg"


def in_attached_docx(file):
    file.attachments["a.docx"] = gzip.compress(docx.render(paper(f"Aan {NAME}")))


def in_attached_pdf(file):
    file.attachments["a.pdf"] = pdf.render(paper(f"Aan {NAME}"))


def in_hidden_text(file):
    drawn(file, b"BT /Hv 9 Tf 3 Tr 10 10 Td (Van der Veenwouden) Tj ET")


def off_the_page(file):
    drawn(file, b"BT /Hv 9 Tf 5000 5000 Td (Van der Veenwouden) Tj ET")


def in_pieces(file):
    drawn(file, b"BT /Hv 9 Tf 10 10 Td [(V) 60 (an der Ve) -9 (enwoud) 4 (en)] TJ ET")


def letter_by_letter(file):
    letters = b" ".join(b"(%c) Tj 40 0 Td" % c for c in b"Veenwouden")
    drawn(file, b"BT /Hv 9 Tf 10 10 Td " + letters + b" ET")


def over_two_lines(file):
    drawn(
        file, b"BT /Hv 9 Tf 10 30 Td (aan Van der) Tj 0 -12 Td (Veen-) Tj 0 -12 Td (wouden) Tj ET"
    )


def under_actual_text(file):
    drawn(file, b"/Span <</ActualText (iets)>> BDC BT /Hv 9 Tf 9 9 Td (Veenwouden) Tj ET EMC")


def as_actual_text(file):
    drawn(file, b"/Span <</ActualText <FEFF005600650065006E0077006F007500640065006E>>> BDC EMC")


def in_form_never_drawn(file):
    file.Root.Spare = form(file, b"BT /Hv 9 Tf 9 9 Td (Veenwou) Tj (den) Tj ET")


def in_appearance(file):
    file.Root.AcroForm.Fields[0].AP = Dictionary(
        N=form(file, b"BT /Hv 9 Tf 9 9 Td (Van der Veenwouden) Tj ET")
    )


def on_page_outside_the_tree(file):
    file.Root.Spare = file.make_indirect(Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 9, 9]),
        Resources=form(file, b"").Resources,
        Contents=file.make_stream(b"BT /Hv 9 Tf (Van der ) Tj (Veenwouden) Tj ET"),
    ))  # fmt: skip


def in_hidden_layer(file):
    group = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("laag")))
    file.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([]))
    )
    file.pages[0].obj.Resources.Properties = Dictionary(L=group)
    drawn(file, b"/OC /L BDC BT /Hv 9 Tf 9 9 Td (Veen) Tj (wouden) Tj ET EMC")


def in_comment_of_content(file):
    drawn(file, b"% Van der Veenwouden\n")


def in_picture(file):
    exif = b"\xff\xd8\xff\xe1\x00\x20Exif\0\0Artist\0Van der Veenwouden\xff\xd9"
    file.Root.Spare = file.make_indirect(pikepdf.Stream(
        file, exif, Type=Name.XObject, Subtype=Name.Image, Filter=Name.DCTDecode,
        Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8,
    ))  # fmt: skip


def in_font(file):
    font_file = file.make_stream(b"\x00\x01\x00\x00\x00\x0a (c) Van der Veenwouden 2024")
    file.Root.Spare = Dictionary(FontFile2=font_file)


def as_base64(file):
    file.docinfo["/Keywords"] = base64.b64encode(b"aan Van der Veenwouden gegeven").decode()


def email_in_info(file):
    file.docinfo["/Author"] = "Carla@Ministerie.example"


def phone_in_info(file):
    file.docinfo["/Author"] = "+31 6 12 34 56 78"


PLANTS = [
    in_info, in_xmp, in_xmp_comment, in_outline, in_link, in_script, in_alternative, in_expansion,
    in_field_value, in_field_tooltip, in_name_tree, in_page_label, in_key, in_attachment,
    in_attachment_name, in_attached_docx, in_attached_pdf, in_hidden_text, off_the_page, in_pieces,
    letter_by_letter, over_two_lines, under_actual_text, as_actual_text, in_form_never_drawn,
    in_appearance, on_page_outside_the_tree, in_hidden_layer, in_comment_of_content, in_picture,
    in_font, as_base64, email_in_info, phone_in_info,
]  # fmt: skip
