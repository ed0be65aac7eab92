"""A document tree as a Word document, for those who go on writing."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lrt_desk.documents.docx_changes import CHANGED, track
from lrt_desk.documents.docx_look import dress
from lrt_desk.documents.package import fixed
from lrt_desk.documents.text import box, legal, numbered
from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Figure,
    Heading,
    Inline,
    Inlines,
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as File
    from docx.text.paragraph import Paragraph as Line

_APP = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<Properties xmlns="
    b"'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
    b"<Application>LRT Desk</Application></Properties>"
)
_BOLD = {Tone.DECISION}
_ITALIC = {Tone.ACTION, Tone.APPROVAL}


def render(document: Document) -> bytes:
    """Write a document as DOCX; the same document always gives the same bytes."""
    import docx

    file = docx.Document()
    dress(file, document)
    _describe(file, document)
    if document.logo:
        _logo(file, document.logo)
    if document.letterhead:
        _line(file, (Text(document.letterhead),), tone=Tone.SMALL)
    file.add_paragraph(document.title, style="Title")
    for label, value in document.reference:
        _line(file, (Text(f"{label}: "), Text(value)), tone=Tone.SMALL)
    if document.banner:
        _line(file, (Text(document.banner, bold=True),))
    for node in document.nodes:
        _node(file, node)
    track(file.element.body, document)
    content = BytesIO()
    file.save(content)
    return fixed(content.getvalue(), instead={"docProps/app.xml": _APP})


def _logo(file: File, figure: Figure) -> None:
    from docx.shared import Mm

    run = file.add_paragraph().add_run()
    shape = run.add_picture(BytesIO(figure.content))
    scale = min(Mm(60) / shape.width, Mm(18) / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    named = shape._inline.docPr  # python-docx has no alternative text
    named.set("name", "Logo")
    named.set("descr", figure.text)


def _describe(file: File, document: Document) -> None:
    """Fill in title, subject, date and language; nothing about who or what made it."""
    core = file.core_properties
    core.title, core.subject, core.language = document.title, document.kind, document.lang
    core.identifier = document.identifier
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = dt.datetime.combine(document.date, dt.time())


def _node(file: File, node: Node) -> None:
    match node:
        case Heading():
            line = file.add_heading(level=node.level)
            if node.key:
                _bookmark(line, node.key)
            _fill(line, numbered(node.number, node.content))
        case Paragraph():
            lead = (Text(f"{node.number}  "),) if node.number else ()
            _line(file, (*lead, *node.content), tone=node.tone)
        case BulletList():
            _bullets(file, node.items, 1)
        case Table():
            _table(file, node)
        case Facts():
            for label, values in node.rows:
                for at, value in enumerate(values):
                    _line(file, (Text(f"{label}: " if at == 0 else "", bold=True), *value))
        case SignatureSpace():
            for words in (f"{node.label}:", *node.lines, "", "_" * 40):
                file.add_paragraph(words)


def _bullets(file: File, items: Iterable[ListItem], level: int) -> None:
    style = "List Bullet" if level == 1 else f"List Bullet {min(level, 3)}"
    for item in items:
        lead = (Text(f"{item.number}  "),) if item.number else ()
        _line(file, (*lead, *item.content), style=style, tone=item.tone)
        _bullets(file, item.children, level + 1)


def _table(file: File, table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    if table.caption:
        file.add_paragraph(table.caption, style="Caption")
    made = file.add_table(rows=1, cols=len(table.head), style="Table Grid")
    made.autofit = False
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # not in python-docx
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = round(Mm(170) * share / sum(table.widths))
    for cell, word in zip(made.rows[0].cells, table.head, strict=True):
        cell.paragraphs[0].add_run(word).bold = True
    for row in table.rows:
        for cell, content in zip(made.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], content)


def _line(
    file: File, content: Inlines, *, style: str | None = None, tone: Tone = Tone.BODY
) -> None:
    from docx.shared import Pt

    line = file.add_paragraph(style=style)
    _fill(line, content)
    for run in line.runs:
        run.bold = run.bold or tone in _BOLD or None
        run.italic = tone in _ITALIC or None
        run.font.size = Pt(8) if tone is Tone.SMALL else None
        run.font.name = "Courier New" if tone is Tone.CODE else None


def _fill(line: Line, content: Inlines) -> None:
    for inline in content:
        _inline(line, inline)


def _inline(line: Line, inline: Inline) -> None:
    from docx.oxml import OxmlElement

    match inline:
        case Withheld():
            run = line.add_run(box(inline))
            run._r.get_or_add_rPr().append(_with(OxmlElement("w:bdr"), val="single", sz="4"))
        case Link():
            link = _with(OxmlElement("w:hyperlink"), anchor=inline.target)
            link.append(line.add_run(inline.text)._r)
            line._p.append(link)
        case Text():
            run = line.add_run(legal(inline.text))
            run.bold = inline.bold or None
            if inline.lang:
                run._r.get_or_add_rPr().append(_with(OxmlElement("w:lang"), val=inline.lang))
            if inline.change:
                run._r.set(CHANGED, inline.change)


def _bookmark(line: Line, key: str) -> None:
    from docx.oxml import OxmlElement

    # Ids of bookmarks need only be different; names are unique already.
    number = str(int.from_bytes(key.encode(), "big") % 1_000_000)
    line._p.append(_with(OxmlElement("w:bookmarkStart"), id=number, name=key))
    line._p.append(_with(OxmlElement("w:bookmarkEnd"), id=number))


def _with(element: Any, **attributes: str) -> Any:
    from docx.oxml.ns import qn

    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
