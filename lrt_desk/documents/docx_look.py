"""How the Word documents look: page, styles, and what stands on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as File

    from lrt_desk.documents.tree import Document

_FONT = "Arial"
_KEPT = {
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3", "Title", "Caption",
    "List Bullet", "List Bullet 2", "List Bullet 3", "Normal Table", "Table Grid",
    "Default Paragraph Font", "No List",
}  # fmt: skip
_PARTS = ("/stylesWithEffects", "/customXml", "/theme", "/fontTable")


def dress(file: File, document: Document) -> None:
    """Set page, language and plain black styles, and the marking and footer of every page."""
    _strip(file)
    _language(file, document.lang)
    _fonts(file)
    _page(file, document)


def _strip(file: File) -> None:
    """Drop styles and parts of the template that nobody uses."""
    from docx.oxml.ns import qn

    for relations, unused in ((file.part.package.rels, ("/thumbnail",)), (file.part.rels, _PARTS)):
        for relation in list(relations.values()):
            if relation.reltype.endswith(unused):
                del relations[relation.rId]
    for style in list(file.styles):
        if style.name not in _KEPT:
            style.delete()
    latent = file.styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        file.styles.element.remove(latent)


def _language(file: File, lang: str) -> None:
    from docx.oxml.ns import qn

    for properties in file.styles.element.iter(qn("w:rPrDefault")):
        for element in properties.iter(qn("w:lang")):
            element.set(qn("w:val"), lang)
            element.set(qn("w:eastAsia"), lang)


def _fonts(file: File) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in ("Heading 1", "Heading 2", "Heading 3", "Title", "Caption"):
        file.styles[name].font.color.rgb = RGBColor(0, 0, 0)
        file.styles[name].font.name = _FONT
        for border in list(file.styles[name].element.iter(qn("w:pBdr"))):  # a blue rule
            border.getparent().remove(border)
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = _FONT, Pt(10)
    file.styles["Normal"].paragraph_format.space_after = Pt(4)


def _page(file: File, document: Document) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    if document.marking:
        page.header.paragraphs[0].add_run(document.marking).bold = True
    foot = page.footer.paragraphs[0]
    foot.add_run("".join(f"{words} · " for words in (document.footer, document.marking) if words))
    for words, name in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        foot.add_run(words)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        field.append(OxmlElement("w:r"))
        foot._p.append(field)  # python-docx has no fields
