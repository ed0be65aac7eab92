"""Word documents → lines: headings, lists, tables and what Word counts by itself."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lrt_desk.intake.lines import Line, paragraph, table_row
from lrt_desk.intake.numbering import Counters, Level
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}moveFrom", f"{_W}del", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", _FALLBACK}
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "",
}


def read_docx(data: bytes) -> tuple[Line, ...]:
    """Read a DOCX file in the order of its text, page headers first and footnotes last.

    Errors: whatever python-docx raises on a damaged file.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    reader = _Reader(document)
    lines = [*reader.furniture("header"), *reader.blocks(document.element.body)]
    return (*lines, *reader.footnotes(), *reader.furniture("footer"))


class _Reader:
    """Walks the XML of one document; holds its styles and the state of its counters."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._counters = Counters()
        self._levels = _numbering_levels(document)
        self._styles = {style.style_id: style for style in document.styles}

    def furniture(self, which: str) -> Iterator[Line]:
        seen: set[str] = set()
        for section in self._document.sections:
            story = getattr(section, which)
            if story.is_linked_to_previous:
                continue
            for element in story._element.iter(f"{_W}p"):
                for line in paragraph(_text(element), furniture=True):
                    if line.raw not in seen:
                        seen.add(line.raw)
                        yield line

    def footnotes(self) -> Iterator[Line]:
        for part in self._document.part.package.iter_parts():
            if str(part.partname).endswith(("/footnotes.xml", "/endnotes.xml")):
                from lxml import etree

                for element in etree.fromstring(part.blob).iter(f"{_W}p"):
                    yield from paragraph(_text(element))

    def blocks(self, parent: Any) -> Iterator[Line]:
        gap = False
        for element in parent:
            if element.tag == f"{_W}p":
                lines = [*self._paragraph(element, gap), *self._boxes(element)]
                gap = not lines
                yield from lines
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
                gap = True
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
                yield from self.blocks(element)

    def _boxes(self, element: Any) -> Iterator[Line]:
        for box in element.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, table: Any) -> Iterator[Line]:
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue
            cells = tuple(tuple(self.blocks(cell)) for cell in row.iterchildren(f"{_W}tc"))
            if len(cells) == 1:
                yield from cells[0]
            elif any(cells):
                yield table_row(cells)

    def _paragraph(self, element: Any, gap: bool) -> Iterator[Line]:
        properties = element.find(f"{_W}pPr")
        style = self._styles.get(_value(properties, "pStyle"))
        text = _text(element)
        if not text.strip():
            return
        level, depth = self._level(properties, style)
        mark = self._counters.mark(level, depth)
        yield from paragraph(
            text,
            mark=mark,
            level=depth if level is not None and level.bullet else None,
            heading=_heading(properties, style),
            bold=_is_bold(element),
            gap=gap,
        )

    def _level(self, properties: Any, style: Any) -> tuple[Level | None, int]:
        """Find the list level of a paragraph, its own or that of its style and those below it."""
        sources = [properties]
        while style is not None and len(sources) < 12:
            sources.append(style.element.find(f"{_W}pPr"))
            style = style.base_style
        number = depth = None
        for source in sources:
            own = source.find(f"{_W}numPr") if source is not None else None
            if own is not None:
                number = number or _value(own, "numId")
                depth = depth or _value(own, "ilvl")
        if not number or number == "0":
            return None, 0
        at = min(int(depth or 0), 8)
        return self._levels.get((number, at)), at


def _numbering_levels(document: "Document") -> dict[tuple[str, int], Level]:
    levels: dict[tuple[str, int], Level] = {}
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return levels
    abstract = {e.get(f"{_W}abstractNumId"): e for e in root.iter(f"{_W}abstractNum")}
    for number in root.iter(f"{_W}num"):
        kind = abstract.get(_value(number, "abstractNumId"))
        for level in kind.iter(f"{_W}lvl") if kind is not None else ():
            at = int(level.get(f"{_W}ilvl", "0"))
            name = number.get(f"{_W}numId", "")
            levels[name, at] = Level(
                list_name=_value(number, "abstractNumId"),
                form=_value(level, "numFmt"),
                pattern=_value(level, "lvlText"),
                start=int(_value(level, "start") or 1),
            )
    return levels


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}") if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _heading(properties: Any, style: Any) -> int:
    outline = _value(properties, "outlineLvl")
    for _ in range(12):
        if outline or style is None:
            break
        outline = _value(style.element.find(f"{_W}pPr"), "outlineLvl")
        if not outline and style.name and style.name.lower().startswith(("heading ", "kop ")):
            outline = str(int("".join(filter(str.isdigit, style.name)) or 1) - 1)
        style = style.base_style
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0


def _is_bold(element: Any) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if _text(run).strip()]
    bold = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{_W}val", "1") not in {"0", "false"} for mark in bold
    )


def _text(element: Any) -> str:
    """Give the words of a paragraph as a reader sees them, later insertions included."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _SIGNS:
        return _SIGNS[element.tag]
    words = "".join(_text(child) for child in element if child.tag not in _SKIPPED)
    if element.tag == f"{_W}r" and words.strip() and _is_blackened(element):
        return WITHHELD_IN_SOURCE
    return words


def _is_blackened(run: Any) -> bool:
    """Tell whether a run lies under black: its letters are there and no reader sees them."""
    properties = run.find(f"{_W}rPr")
    shade = properties.find(f"{_W}shd") if properties is not None else None
    filled = shade.get(f"{_W}fill", "") if shade is not None else ""
    light = _value(properties, "color").lower() in {"ffffff", "white"}
    return (_value(properties, "highlight") == "black" or filled == "000000") and not light
