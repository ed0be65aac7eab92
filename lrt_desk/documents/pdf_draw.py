"""Draw pages with reportlab, every piece of text as marked content of its element."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_page import furniture
from lrt_desk.documents.pdf_pen import Pen
from lrt_desk.documents.tagging import Annotation, Element, Marks
from lrt_desk.documents.tree import Change, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lrt_desk.documents.pdf_pages import Page, Placed
    from lrt_desk.documents.pdf_slices import Picture, Piece, Rule
    from lrt_desk.documents.pdf_text import Run


class Spot(NamedTuple):
    """A place to jump to: page (from 0) and height on it."""

    page: int
    top: float


@dataclass(slots=True)
class Drawing:
    """The pages as drawn, and what tagging and the outline need to know of them."""

    content: bytes = b""
    marks: Marks = field(default_factory=Marks)
    spots: dict[str, Spot] = field(default_factory=dict)
    outline: list[tuple[int, str, Spot]] = field(default_factory=list)
    annotations: list[tuple[Element, Annotation]] = field(default_factory=list)


class _Ink(NamedTuple):
    """A run at its place on the page."""

    run: Run
    x: float
    y: float
    colour: tuple[float, float, float]
    element: Element


def draw(pages: Sequence[Page], document: Document) -> Drawing:
    """Draw all pages."""
    from reportlab.pdfgen.canvas import Canvas

    drawing = Drawing()
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(s.PAGE_WIDTH, s.PAGE_HEIGHT),
        pageCompression=0,
        invariant=1,
        initialFontName=s.REGULAR,  # type: ignore[arg-type]  # the stubs say float
        initialFontSize=s.BODY.size,
    )
    pen = Pen(canvas)
    for number, page in enumerate(pages):
        _page(pen, drawing, page, number)
        _furniture(pen, document, number, len(pages))
        pen.turn()
    canvas.save()
    drawing.content = file.getvalue()
    return drawing


def _page(pen: Pen, drawing: Drawing, page: Page, number: int) -> None:
    drawing.marks.pages.append([])
    _rules(pen, page)
    repeated = [placed for placed in page if placed.repeated]
    _artifact(pen, _inks(repeated))
    own = [placed for placed in page if not placed.repeated]
    for element, inks in groupby(_inks(own), key=lambda ink: ink.run.element or ink.element):
        group = list(inks)
        _attach(element, group[0].element)
        pen.begin(element.role, f"/MCID {drawing.marks.take(element)}")
        _paint(pen, group)
        pen.end()
        _links(element, group, number)
    for placed in own:
        if placed.slice.picture:
            _picture(pen, drawing, placed.slice.picture, placed.top)
        _remember(drawing, placed, number)


def _picture(pen: Pen, drawing: Drawing, picture: Picture, top: float) -> None:
    bottom = top - picture.height
    picture.element.box = (s.LEFT, bottom, s.LEFT + picture.width, top)
    pen.begin("Figure", f"/MCID {drawing.marks.take(picture.element)}")
    pen.picture(picture.content, (s.LEFT, bottom), picture.width, picture.height)
    pen.end()


def _inks(page: Iterable[Placed]) -> Iterator[_Ink]:
    """Give the runs of a page in reading order: down a column of a row, then the next column."""
    for row, group in groupby(page, key=lambda placed: placed.slice.row):
        pieces = [(placed.top, piece) for placed in group for piece in placed.slice.pieces]
        if row:
            pieces.sort(key=lambda pair: pair[1].column)
        for top, piece in pieces:
            yield from _along(top, piece)


def _along(top: float, piece: Piece) -> Iterator[_Ink]:
    x = piece.x
    for run in piece.line:
        yield _Ink(run, x, top - piece.drop, piece.colour, piece.element)
        x += run.width


def _attach(element: Element, parent: Element) -> None:
    """Hang an element of part of a line under its paragraph, where its words are first drawn."""
    if element is not parent and element not in parent.kids:
        parent.kids.append(element)


def _paint(pen: Pen, inks: Sequence[_Ink]) -> None:
    for logical, group in groupby(inks, key=lambda ink: ink.run.logical):
        if logical:
            actual = f"\ufeff{logical}".encode("utf-16-be").hex()
            pen.begin("Span", f"/ActualText <{actual}>")
        _text(pen, group)
        if logical:
            pen.end()
    for ink in inks:
        if ink.run.box or ink.run.change:
            _adorn(pen, ink)


def _text(pen: Pen, inks: Iterable[_Ink]) -> None:
    for run, x, y, colour, _ in inks:
        inside = (run.width - s.width(run.text, run.font, run.size)) / 2 if run.box else 0
        pen.text(run.text, run.font, run.size, colour, (x + inside, y))


def _adorn(pen: Pen, ink: _Ink) -> None:
    run = ink.run
    if run.box:
        pen.box(ink.x + 1, ink.y - 2.2, run.width - 2, run.size + 2.6)
        return
    y = ink.y + (run.size * 0.3 if run.change is Change.DELETED else -1.4)
    end = ink.x + s.width(run.text.rstrip(), run.font, run.size)
    pen.line((ink.x, y), (end, y), 0.6, s.INK)


def _links(element: Element, inks: Sequence[_Ink], page: int) -> None:
    for ink in inks:
        if ink.run.target and ink.run.text.strip():
            rect = (ink.x, ink.y - 2, ink.x + ink.run.width, ink.y + ink.run.size)
            element.kids.append(Annotation(page, rect, ink.run.text.strip(), target=ink.run.target))


def _remember(drawing: Drawing, placed: Placed, page: int) -> None:
    strip, spot = placed.slice, Spot(page, placed.top)
    if strip.key:
        drawing.spots.setdefault(strip.key, spot)
    if strip.outline:
        drawing.outline.append((*strip.outline, spot))
    if strip.signature and strip.form:
        left, right = strip.rules[0].start[0], strip.rules[0].end[0]
        label = s.drawable(strip.signature.label).strip() or strip.signature.key
        rect = (left, placed.top - strip.height, right, placed.top)
        strip.form.kids.append(Annotation(page, rect, label, field=strip.signature.key))


def _rules(pen: Pen, page: Page) -> None:
    ruled = [(placed.top, rule) for placed in page for rule in placed.slice.rules]
    if not ruled:
        return
    pen.begin("Artifact")
    for top, rule in ruled:
        _rule(pen, top, rule)
    pen.end()


def _rule(pen: Pen, top: float, rule: Rule) -> None:
    (x1, down1), (x2, down2) = rule.start, rule.end
    pen.line((x1, top - down1), (x2, top - down2), rule.weight, rule.colour)


def _furniture(pen: Pen, document: Document, page: int, count: int) -> None:
    lines = furniture(document, page, count)
    _artifact(pen, [ink for top, piece in lines for ink in _along(top, piece)])


def _artifact(pen: Pen, inks: Iterable[_Ink]) -> None:
    group = list(inks)
    if group:
        pen.begin("Artifact")
        _paint(pen, group)
        pen.end()
