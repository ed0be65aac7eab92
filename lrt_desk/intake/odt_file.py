"""OpenDocument texts → lines: headings, lists, tables and what the program counts by itself."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lrt_desk.intake.lines import Line, paragraph, table_row
from lrt_desk.intake.numbering import Counters, Level

_SKIPPED = {
    "text:tracked-changes",
    "office:annotation",
    "text:sequence-decls",
    "text:bookmark-start",
    "svg:title",
    "svg:desc",
}
_BLOCKS = {"text:p", "text:h"}
_MAX_DEPTH = 200


def read_odt(data: bytes) -> tuple[Line, ...]:
    """Read an ODT file in the order of its text, page headers first and footers last.

    Errors: whatever odfdo raises on a damaged file.
    """
    import odfdo

    document = odfdo.Document(io.BytesIO(data))
    reader = _Reader(levels=_list_levels(document), bold=_bold_styles(document))
    pages = _part(document, "styles.xml").root.get_elements("//style:master-page")
    return (
        *_furniture(pages, "style:header"),
        *reader.blocks(document.body, 0),
        *_furniture(pages, "style:footer"),
    )


@dataclass(slots=True)
class _Reader:
    """Walks the elements of one document, counting its lists."""

    levels: dict[tuple[str, int], Level]
    bold: frozenset[str]
    counters: Counters = field(default_factory=Counters)

    def blocks(self, parent: Any, depth: int) -> Iterator[Line]:
        gap = False
        for element in parent.children if depth < _MAX_DEPTH else ():
            tag = element.tag
            if tag in _BLOCKS:
                lines = list(self._paragraph(element, gap=gap))
                gap = not lines
                yield from lines
                yield from self._notes(element, depth)
            elif tag == "text:list":
                yield from self._list(element, element.get_attribute("text:style-name"), 0)
                gap = False
            elif tag == "table:table":
                yield from self._table(element, depth)
                gap = True
            elif tag not in _SKIPPED:
                yield from self.blocks(element, depth + 1)

    def _list(self, element: Any, style: Any, level: int) -> Iterator[Line]:
        name = str(element.get_attribute("text:style-name") or style or "")
        for item in element.children:
            first = item.tag == "text:list-item"
            for child in item.children if level < 10 else ():
                if child.tag == "text:list":
                    yield from self._list(child, name, level + 1)
                elif child.tag in _BLOCKS:
                    known = self.levels.get((name, level), Level(list_name=name, form="bullet",
                                                                 pattern=""))  # fmt: skip
                    mark = self.counters.mark(known, level) if first else ""
                    depth = level if known.bullet else None
                    lines = list(self._paragraph(child, mark=mark, level=depth))
                    first = first and not lines
                    yield from lines

    def _table(self, table: Any, depth: int) -> Iterator[Line]:
        for row in _rows(table):
            cells = tuple(
                tuple(self.blocks(cell, depth + 1))
                for cell in row.children
                if cell.tag == "table:table-cell"
            )
            if len(cells) == 1:
                yield from cells[0]
            elif any(cells):
                yield table_row(cells)

    def _paragraph(self, element: Any, **layout: object) -> Iterator[Line]:
        outline = element.get_attribute("text:outline-level") if element.tag == "text:h" else 0
        style = str(element.get_attribute("text:style-name") or "")
        heading = int(outline or 1) if element.tag == "text:h" else 0
        bold = style in self.bold or _all_bold(element, self.bold)
        yield from paragraph(_text(element), heading=heading, bold=bold, **layout)

    def _notes(self, element: Any, depth: int) -> Iterator[Line]:
        for box in element.get_elements(".//text:note-body | .//draw:text-box"):
            yield from self.blocks(box, depth + 1)


def _part(document: Any, name: str) -> Any:
    return document.get_part(name)


def _furniture(pages: list[Any], tag: str) -> Iterator[Line]:
    seen: set[str] = set()
    for page in pages:
        for element in page.get_elements(f"{tag}//text:p"):
            for line in paragraph(_text(element), furniture=True):
                if line.raw not in seen:
                    seen.add(line.raw)
                    yield line


def _rows(table: Any) -> Iterator[Any]:
    for child in table.children:
        if child.tag == "table:table-row":
            yield child
        elif child.tag in {"table:table-header-rows", "table:table-rows"}:
            yield from _rows(child)


def _text(element: Any, depth: int = 0) -> str:
    """Give the words of a paragraph as a reader sees them."""
    if element.tag == "text:s":
        return " " * min(int(element.get_attribute("text:c") or 1), 200)
    if element.tag == "text:tab":
        return "\t"
    if element.tag == "text:line-break":
        return "\n"
    if depth > _MAX_DEPTH or element.tag in _SKIPPED | {"text:note", "draw:frame"}:
        return ""
    words = element.text or ""
    return words + "".join(
        _text(child, depth + 1) + (child.tail or "") for child in element.children
    )


def _all_bold(element: Any, bold: frozenset[str]) -> bool:
    spans = [child for child in element.children if child.tag == "text:span"]
    inside = (element.text or "").strip() + "".join(
        (child.tail or "") for child in element.children
    )
    return (
        bool(spans)
        and not inside.strip()
        and all(str(span.get_attribute("text:style-name")) in bold for span in spans)
    )


def _bold_styles(document: Any) -> frozenset[str]:
    names: set[str] = set()
    for part in ("styles.xml", "content.xml"):
        for style in _part(document, part).root.get_elements("//style:style"):
            texts = style.get_elements("style:text-properties")
            if any(text.get_attribute("fo:font-weight") == "bold" for text in texts):
                names.add(str(style.get_attribute("style:name")))
    return frozenset(names)


def _list_levels(document: Any) -> dict[tuple[str, int], Level]:
    levels: dict[tuple[str, int], Level] = {}
    for part in ("styles.xml", "content.xml"):
        for style in _part(document, part).root.get_elements("//text:list-style"):
            name = str(style.get_attribute("style:name"))
            for level in style.children:
                at = int(level.get_attribute("text:level") or 1) - 1
                levels[name, at] = _level(name, level, at)
    return levels


def _level(name: str, element: Any, at: int) -> Level:
    if element.tag != "text:list-level-style-number":
        return Level(list_name=name, form="bullet", pattern="")
    shown = int(element.get_attribute("text:display-levels") or 1)
    numbers = ".".join(f"%{n}" for n in range(at + 2 - shown, at + 2) if n > 0)
    before = element.get_attribute("style:num-prefix") or ""
    after = element.get_attribute("style:num-suffix") or ""
    return Level(
        list_name=name,
        form=str(element.get_attribute("style:num-format") or "none"),
        pattern=f"{before}{numbers}{after}",
        start=int(element.get_attribute("text:start-value") or 1),
    )
