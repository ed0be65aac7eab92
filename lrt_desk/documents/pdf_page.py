"""What surrounds the text: the top of page one, and the lines above and below every page."""

from collections.abc import Iterator
from dataclasses import replace

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_slices import Column, Piece, Slice, piece
from lrt_desk.documents.pdf_style import MM, Style
from lrt_desk.documents.pdf_text import break_lines, plain
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import Document, Text

_HEAD = s.PAGE_HEIGHT - 14 * MM
_ABOVE = _HEAD + s.MARKING.leading
_FOOT = 13 * MM
_GAP = 9 * MM  # under the masthead
_FURNITURE = Element("Artifact")


def masthead(document: Document, root: Element) -> Slice:
    """Set marking, letterhead, large word and banner, with the reference column beside them.

    They share one slice: no line of the body ever stands beside the column, so that nothing reads
    across.
    """
    title = Column(s.LEFT, s.MEASURE)
    marking = [
        replace(one, drop=one.drop - (_ABOVE - s.TOP)) for one in _marking(document, root.add("P"))
    ]
    title.add(document.letterhead, s.LETTERHEAD, root.add("P"))
    title.add(document.kind or document.title, s.KIND, root.add("H1"))
    title.add(document.banner, s.BANNER, root.add("P"))
    side = Column(s.REFERENCE_LEFT, s.REFERENCE_WIDTH)
    parts = root.add("L", attributes=("List", "ListNumbering", "None"))
    for label, value in document.reference:
        entry = parts.add("LI")
        side.add(f"{label} ", s.REFERENCE_LABEL, entry.add("Lbl"))
        side.add(value, s.REFERENCE_VALUE, entry.add("LBody"))
    height = max(title.depth, side.depth) + _GAP
    return Slice(height=height, pieces=(*marking, *title.pieces, *side.pieces))


def furniture(document: Document, page: int, count: int) -> Iterator[tuple[float, Piece]]:
    """Give the lines above and below a page (from 0), each with the height it hangs from."""
    marking = _marking(document, _FURNITURE)
    yield from ((_FOOT + s.MARKING.leading, one) for one in marking)
    if page > 0:  # page one has its own, for reading aloud
        yield from ((_ABOVE, one) for one in marking)
        running = " · ".join(filter(None, (document.banner, document.title)))
        yield _HEAD, _line(running, s.FURNITURE, s.LEFT)
    if document.footer:
        yield _FOOT, _line(document.footer, s.FURNITURE, s.LEFT)
    yield _FOOT, _line(f"Pagina {page + 1} van {count}", s.FURNITURE, s.REFERENCE_LEFT)


def _marking(document: Document, element: Element) -> tuple[Piece, ...]:
    if not document.marking:
        return ()
    return (replace(_line(document.marking.upper(), s.MARKING, s.LEFT), element=element),)


def _line(text: str, style: Style, x: float) -> Piece:
    """Set one line, cut off with an ellipsis where it would run into the next column."""
    first, *more = break_lines((Text(text),), style, s.MEASURE - 4 * MM)
    return piece(x, (*first, *plain("…", style)) if more else first, style, _FURNITURE)
