"""A document tree as OpenDocument text, for those who go on writing."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from lrt_desk.documents.package import fixed
from lrt_desk.documents.text import box, legal, numbered
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
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
_STYLES = (
    ("paragraph", "Title", "<style:text-properties fo:font-size='22pt'/>"),
    ("paragraph", "Small", "<style:text-properties fo:font-size='8pt'/>"),
    ("paragraph", "Decision", "<style:text-properties fo:font-weight='bold'/>"),
    ("paragraph", "Action", "<style:text-properties fo:font-style='italic'/>"),
    ("paragraph", "Approval", "<style:text-properties fo:font-style='italic'/>"),
    ("paragraph", "Code", "<style:text-properties style:font-name='Liberation Mono'/>"),
    ("paragraph", "Marking", "<style:text-properties fo:font-weight='bold'/>"),
    ("text", "Strong", "<style:text-properties fo:font-weight='bold'/>"),
    ("text", "Withheld", "<style:text-properties fo:border='0.5pt solid #000000'"
     " fo:padding='0.04cm'/>"),
    ("text", "Deleted", "<style:text-properties style:text-line-through-style='solid'"
     " style:text-line-through-type='single'/>"),
    ("text", "Inserted", "<style:text-properties style:text-underline-style='solid'"
     " style:text-underline-width='auto'/>"),
)  # fmt: skip
_UNUSED = ("Thumbnails/", "Configurations2/")
_CHANGES = {Change.DELETED: "Deleted", Change.INSERTED: "Inserted"}


def render(document: Document) -> bytes:
    """Write a document as ODT; the same document always gives the same bytes."""
    import odfdo

    file = odfdo.Document("text")
    file.body.clear()
    _look(file, document)
    for element in _elements(document):
        file.body.append(element)
    _describe(file, document)
    for path in file.manifest.get_paths():
        if str(path).startswith(_UNUSED):
            file.manifest.del_full_path(str(path))
    content = BytesIO()
    file.save(content)
    return fixed(content.getvalue(), without=_UNUSED)


def _look(file: odfdo.Document, document: Document) -> None:
    """Set language and styles, and the marking and footer of every page."""
    import odfdo

    file.set_language(document.lang)
    for family, name, properties in _STYLES:
        file.insert_style(
            f"<style:style style:family='{family}' style:name='{name}'>{properties}</style:style>"
        )
    page = file.styles.get_master_page()
    if page is None:
        raise AssertionError("the template has a master page")
    if document.marking:
        page.set_page_header(odfdo.Paragraph(document.marking, style="Marking"))
    if document.footer or document.marking:
        page.set_page_footer(
            odfdo.Paragraph(" · ".join(filter(None, (document.footer, document.marking))),
                            style="Small")
        )  # fmt: skip


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

    made = odfdo.List(style="List_20_1")
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
    columns = odfdo.Element.from_tag("table:table-column")
    columns.set_attribute("table:number-columns-repeated", str(len(table.head)))
    made.append(columns)
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
        cell.append(_paragraph(content, "Text_20_body"))
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
            style = _CHANGES[inline.change] if inline.change else "Strong" if inline.bold else None
            span = odfdo.Span(legal(inline.text), style=style)
            if inline.lang:
                span.set_attribute("xml:lang", inline.lang)
            return span
