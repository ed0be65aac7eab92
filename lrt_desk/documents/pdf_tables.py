"""Tables, and the labels with values of a title block, as slices."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_slices import Piece, Rule, Slice, held, piece, text_slices
from lrt_desk.documents.pdf_style import Style
from lrt_desk.documents.pdf_text import Line, break_lines
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import Facts, Inlines, Table, Text

_GUTTER = 6.0
_PAD = 3.0


def table(node: Table, root: Element) -> Iterator[Slice]:
    """Set a table; its row of headings is repeated on every page it runs to."""
    element = root.add("Table")
    if node.caption:
        caption = text_slices(
            (Text(node.caption),), s.CAPTION, element.add("Caption"), s.LEFT, s.MEASURE
        )
        yield from (replace(strip, keep=True) for strip in caption)
    widths = [share / sum(node.widths) * s.MEASURE for share in node.widths]
    titles = [((Text(title),), s.CELL_HEAD) for title in node.head]
    head = tuple(
        replace(strip, keep=True)
        for strip in _row(element.add("TR"), titles, widths, ["Column"] * len(titles))
    )
    yield replace(head[0], before=6)
    yield from head[1:]
    for cells in node.rows:
        scopes = ["Row" if node.row_headers and place == 0 else "" for place in range(len(cells))]
        row = _row(element.add("TR"), [(cell, s.CELL) for cell in cells], widths, scopes)
        yield from (replace(strip, head=head) for strip in row)


def _row(
    element: Element,
    cells: Sequence[tuple[Inlines, Style]],
    widths: Sequence[float],
    scopes: Sequence[str],
) -> Iterator[Slice]:
    """Cut a row into slices, one for each line of its longest cell."""
    columns: list[tuple[float, Element, Style, tuple[Line, ...]]] = []
    x = s.LEFT
    for (content, style), size, scope in zip(cells, widths, scopes, strict=True):
        attributes = ("Table", "Scope", scope) if scope else None
        cell = element.add("TH" if scope else "TD", attributes=attributes)
        columns.append((x, cell, style, break_lines(content, style, size - _GUTTER)))
        x += size
    count = max(len(lines) for *_, lines in columns)
    for place in range(count):
        first, last = place == 0, place == count - 1
        pieces = [
            piece(x, lines[place], style, cell, column)
            for column, (x, cell, style, lines) in enumerate(columns)
            if place < len(lines) and lines[place]
        ]
        top = _PAD if first else 0
        height = s.CELL.leading + top + (_PAD if last else 0)
        line = Rule((s.LEFT, height), (s.LEFT + s.MEASURE, height))
        yield Slice(
            height=height,
            pieces=tuple(replace(one, drop=one.drop + top) for one in pieces),
            row=element,
            rules=(line,) if last else (),
            keep=held(place, count),
        )


def facts(node: Facts, root: Element) -> Iterator[Slice]:
    """Set labels in a narrow column with their values beside them."""
    parts = root.add("L", attributes=("List", "ListNumbering", "None"))
    for label, values in node.rows:
        entry = parts.add("LI")
        title, body = entry.add("Lbl"), entry.add("LBody")
        x, measure = s.LEFT + s.VALUE_INDENT, s.MEASURE - s.VALUE_INDENT
        slices = [
            strip
            for value in values or ((),)
            for strip in text_slices(value, s.VALUE, body.add("P"), x, measure)
        ]
        labels = break_lines((Text(f"{label} "),), s.LABEL, s.VALUE_INDENT - _GUTTER)
        for place in range(max(len(slices), len(labels))):
            strip = slices[place] if place < len(slices) else Slice(height=s.VALUE.leading)
            yield replace(
                strip,
                row=entry,
                pieces=(*_label(labels, place, title), *_second_column(strip.pieces)),
                keep=strip.keep or place < len(labels) - 1,
            )


def _label(labels: Sequence[Line], place: int, element: Element) -> tuple[Piece, ...]:
    if place >= len(labels):
        return ()
    label = piece(s.LEFT, labels[place], s.LABEL, element)
    value = s.VALUE.leading / 2 + s.VALUE.size * 0.36
    return (replace(label, drop=value),)


def _second_column(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(replace(one, column=1) for one in pieces)
