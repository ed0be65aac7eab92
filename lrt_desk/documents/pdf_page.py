"""What surrounds the text: the top of page one, and the lines above and below every page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_slices import Column, Picture, Piece, Slice, piece, text_slices
from lrt_desk.documents.pdf_style import MM, Style
from lrt_desk.documents.pdf_text import break_lines, plain
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import Document, Figure, Text

_HEAD = s.PAGE_HEIGHT - 14 * MM
_ABOVE = _HEAD + s.MARKING.leading
_FOOT = 13 * MM
_GAP = 9 * MM  # under the masthead
_LOGO_WIDTH, _LOGO_HEIGHT = 60 * MM, 18 * MM
_FURNITURE = Element("Artifact")


def masthead(document: Document, root: Element) -> Iterator[Slice]:
    """Set marking, logo, letterhead, large word and banner, with the reference column beside them.

    Words and column share one slice: no line of the body ever stands beside the column, so that
    nothing reads across. Where they fill most of a page they are set one under the other.
    """
    marking = tuple(
        replace(one, drop=one.drop - (_ABOVE - s.TOP)) for one in _marking(document, root.add("P"))
    )
    yield Slice(height=0, pieces=marking, keep=True)
    if document.logo:
        yield _logo(document.logo, root)
    parts = _parts(document, root)
    title, side = _columns(parts)
    height = max(title.depth, side.depth)
    if height < (s.TOP - s.BOTTOM) / 2:
        yield Slice(height=height + _GAP, pieces=(*title.pieces, *side.pieces))
        return
    for one in parts:
        yield from text_slices((Text(one.text),), one.style, one.element, s.LEFT, s.MEASURE)
    yield Slice(height=_GAP)


class _Part(NamedTuple):
    """Words of the masthead; `aside` in the reference column."""

    text: str
    style: Style
    element: Element
    aside: bool = False


def _parts(document: Document, root: Element) -> list[_Part]:
    parts = [
        _Part(document.letterhead, s.LETTERHEAD, root.add("P")),
        _Part(_large_word(document), s.KIND, root.add("H1")),
        _Part(document.banner, s.BANNER, root.add("P")),
    ]
    listed = root.add("L", attributes=("List", "ListNumbering", "None"))
    for label, value in document.reference:
        entry = listed.add("LI")
        parts.append(_Part(f"{label} ", s.REFERENCE_LABEL, entry.add("Lbl"), aside=True))
        parts.append(_Part(value, s.REFERENCE_VALUE, entry.add("LBody"), aside=True))
    return [part for part in parts if part.text]


def _large_word(document: Document) -> str:
    """Give a first heading always: others may not come without it (PDF/UA-1 section 7.4.2)."""
    shown = (words for words in (document.kind, document.title) if s.drawable(words).strip())
    return next(shown, "Document")


def _columns(parts: Iterable[_Part]) -> tuple[Column, Column]:
    title = Column(s.LEFT, s.MEASURE)
    side = Column(s.REFERENCE_LEFT, s.REFERENCE_WIDTH)
    for part in parts:
        (side if part.aside else title).add(part.text, part.style, part.element)
    return title, side


def _logo(figure: Figure, root: Element) -> Slice:
    """Set the logo as large as its room allows, in its own proportions."""
    width, height = _size(figure.content)
    scale = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height)
    element = Element("Figure", alt=s.drawable(figure.text))
    root.kids.append(element)
    picture = Picture(figure.content, width * scale, height * scale, element)
    return Slice(height=picture.height + 4 * MM, picture=picture, keep=True)


def _size(png: bytes) -> tuple[int, int]:
    """Read width and height of a PNG (ISO 15948 section 11.2.2)."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


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
