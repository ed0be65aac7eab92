"""A document tree as OpenDocument text, for those who go on writing."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from lrt_desk.documents.odt_changes import track
from lrt_desk.documents.odt_look import dress
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
    from collections.abc import Iterable, Iterator

    import odfdo

Filled = TypeVar("Filled", bound="odfdo.Element")
_TONES = {
    Tone.BODY: "Text_20_body", Tone.SMALL: "Small", Tone.DECISION: "Decision",
    Tone.ACTION: "Action", Tone.APPROVAL: "Approval", Tone.CODE: "Code",
}  # fmt: skip
_UNUSED = ("Thumbnails/", "Configurations2/")


def render(document: Document) -> bytes:
    """Write a document as ODT; the same document always gives the same bytes."""
    import odfdo

    file = odfdo.Document("text")
    file.body.clear()
    dress(file, document)
    for element in _elements(document):
        file.body.append(element)
    if document.logo:
        file.body.insert(_logo(file, document.logo), position=0)
    track(file.body, document)
    _describe(file, document)
    for path in file.manifest.get_paths():
        if str(path).startswith(_UNUSED):
            file.manifest.del_full_path(str(path))
    content = BytesIO()
    file.save(content)
    return fixed(content.getvalue(), without=_UNUSED)


def _logo(file: odfdo.Document, figure: Figure) -> odfdo.Element:
    """Keep the picture as a part of the package, and show it with its description."""
    import odfdo

    path = "Pictures/logo.png"
    file.set_part(path, figure.content)
    file.manifest.add_full_path(path, "image/png")
    width, height = (int.from_bytes(figure.content[at : at + 4], "big") for at in (16, 20))
    scale = min(60 / width, 18 / height)
    frame = odfdo.Frame.image_frame(
        path, size=(f"{width * scale:.1f}mm", f"{height * scale:.1f}mm"),
        anchor_type="as-char", name="Logo",
    )  # fmt: skip
    frame.svg_description = figure.text
    line = odfdo.Paragraph(style="Text_20_body")
    line.append(frame)
    return line


def _describe(file: odfdo.Document, document: Document) -> None:
    """Fill in title, subject, date and language; nothing about who or what made it."""
    import odfdo

    meta = file.meta
    day = dt.datetime.combine(document.date, dt.time(), dt.UTC).replace(tzinfo=None)
    body = meta.meta_body
    body.clear()
    for tag, value in (
        ("dc:title", document.title),
        ("dc:subject", document.kind),
        ("dc:language", document.lang),
        ("dc:identifier", document.identifier),
        ("meta:creation-date", day.isoformat()),
        ("dc:date", day.isoformat()),
    ):
        element = odfdo.Element.from_tag(tag)
        element.text = value
        body.append(element)
    meta.generator = "LRT Desk"


def _elements(document: Document) -> Iterator[Any]:
    import odfdo

    if document.letterhead:
        yield odfdo.Paragraph(document.letterhead, style="Small")
    yield odfdo.Paragraph(document.title, style="Title")
    for label, value in document.reference:
        yield _paragraph((Text(f"{label}: "), Text(value)), "Small")
    if document.banner:
        yield odfdo.Paragraph(document.banner, style="Marking")
    for index, node in enumerate(document.nodes):
        yield from _node(node, index)


def _node(node: Node, index: int) -> Iterator[Any]:
    import odfdo

    match node:
        case Heading():
            header = odfdo.Header(node.level, style=f"Heading_20_{node.level}")
            if node.key:
                mark = odfdo.Element.from_tag("text:bookmark")
                mark.set_attribute("text:name", node.key)
                header.append(mark)
            yield _fill(header, numbered(node.number, node.content))
        case Paragraph():
            content = (Text(f"{node.number}  "), *node.content) if node.number else node.content
            yield _paragraph(content, _TONES[node.tone])
        case BulletList():
            yield _list(node.items)
        case Table():
            yield from _table(node, f"Tabel{index}")
        case Facts():
            for label, values in node.rows:
                for at, value in enumerate(values):
                    lead = (Text(f"{label}: ", bold=True),) if at == 0 else ()
                    yield _paragraph((*lead, *value), "Text_20_body")
        case SignatureSpace():
            for line in (f"{node.label}:", *node.lines, "", "_" * 40):
                yield odfdo.Paragraph(line, style="Text_20_body")


def _list(items: Iterable[ListItem]) -> odfdo.List:
    import odfdo

    made = odfdo.List(style="Bullets")
    for item in items:
        entry = odfdo.ListItem()
        content = (Text(f"{item.number}  "), *item.content) if item.number else item.content
        entry.append(_paragraph(content, _TONES[item.tone]))
        if item.children:
            entry.append(_list(item.children))
        made.append(entry)
    return made


def _table(table: Table, name: str) -> Iterator[Any]:
    """Build a table with header rows; odfdo's own class thinks of spreadsheets."""
    import odfdo

    if table.caption:
        yield odfdo.Paragraph(table.caption, style="Caption")
    made = odfdo.Element.from_tag("table:table")
    made.set_attribute("table:name", name)
    made.set_attribute("table:style-name", name)
    for place in range(len(table.head)):
        column = odfdo.Element.from_tag("table:table-column")
        column.set_attribute("table:style-name", f"{name}.{place}")
        made.append(column)
    header = odfdo.Element.from_tag("table:table-header-rows")
    header.append(_row(tuple((Text(word, bold=True),) for word in table.head)))
    made.append(header)
    for row in table.rows:
        made.append(_row(row))
    yield made


def _row(cells: Iterable[Inlines]) -> Any:
    import odfdo

    row = odfdo.Element.from_tag("table:table-row")
    for content in cells:
        cell = odfdo.Element.from_tag("table:table-cell")
        cell.set_attribute("office:value-type", "string")
        cell.set_attribute("table:style-name", "Cell")
        cell.append(_paragraph(content, "Cell"))
        row.append(cell)
    return row


def _paragraph(content: Inlines, style: str) -> odfdo.Paragraph:
    import odfdo

    return _fill(odfdo.Paragraph(style=style), content)


def _fill(element: Filled, content: Inlines) -> Filled:
    for inline in content:
        element.append(_inline(inline))
    return element


def _inline(inline: Inline) -> Any:
    import odfdo

    match inline:
        case Withheld():
            return odfdo.Span(box(inline), style="Withheld")
        case Link():
            return odfdo.Link(f"#{inline.target}", text=inline.text)
        case Text():
            span = odfdo.Span(legal(inline.text), style="Strong" if inline.bold else None)
            for style in (inline.lang and f"Lang_{inline.lang}", inline.change and inline.change):
                span = _within(span, style) if style else span
            return span


def _within(span: odfdo.Span, style: str) -> odfdo.Span:
    import odfdo

    outer = odfdo.Span(style=style)
    outer.append(span)
    return outer
