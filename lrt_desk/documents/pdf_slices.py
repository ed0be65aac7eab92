"""Slices: strips of a page, each with its text and the place of that text in the tags."""

from dataclasses import dataclass, field, replace

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_style import Style
from lrt_desk.documents.pdf_text import Line, break_lines
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import Inlines, SignatureSpace, Text

WHOLE = 10  # what has at most so many lines is never broken over pages


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text in a slice; `drop` is from the slice's top to the baseline.

    `column` orders the pieces of one row for reading.
    """

    x: float
    drop: float
    line: Line
    element: Element
    colour: tuple[float, float, float] = s.INK
    column: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, from and to (x, depth under the slice's top)."""

    start: tuple[float, float]
    end: tuple[float, float]
    weight: float = 0.5
    colour: tuple[float, float, float] = s.HAIR


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG picture at the left edge and top of its slice."""

    content: bytes
    width: float
    height: float
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A strip over the whole width of the page that is never broken.

    `before` is the space above it, dropped at the top of a page. `keep` holds it on one page with
    the next. Slices of one `row` are read column by column. `head` is repeated above it at the top
    of a page. `key` is what links point to, `outline` level and text of a bookmark; the
    field of a `signature` is tagged as `form`.
    """

    height: float
    pieces: tuple[Piece, ...] = ()
    before: float = 0
    keep: bool = False
    row: Element | None = None
    rules: tuple[Rule, ...] = ()
    head: "tuple[Slice, ...]" = ()
    key: str = ""
    outline: tuple[int, str] | None = None
    picture: Picture | None = None
    signature: SignatureSpace | None = None
    form: Element | None = None


def piece(x: float, line: Line, style: Style, element: Element, column: int = 0) -> Piece:
    """Put a line in the middle of its leading."""
    drop = style.leading / 2 + style.size * 0.36
    return Piece(x, drop, line, element, style.colour, column)


def held(place: int, count: int) -> bool:
    """Tell whether line `place` of so many (a paragraph, a table row) stays with the next."""
    last = place == count - 1
    return not last and (count <= WHOLE or place in (0, count - 2))


def text_slices(
    content: Inlines, style: Style, element: Element, x: float, measure: float
) -> tuple[Slice, ...]:
    """Set a paragraph in one piece, or a long one with two lines or more on every page.

    One piece, because members quote paragraphs and a page foot must not fall into a sentence.
    """
    lines = break_lines(content, style, measure)
    return tuple(
        Slice(
            height=style.leading,
            pieces=(piece(x, line, style, element),),
            before=style.before if place == 0 else 0,
            keep=held(place, len(lines)),
        )
        for place, line in enumerate(lines)
    )


@dataclass(slots=True)
class Column:
    """Paragraphs one under the other in one slice; `depth` is how far they reach."""

    x: float
    measure: float
    depth: float = 0
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, style: Style, element: Element) -> None:
        """Set a paragraph under what is there; no text adds nothing."""
        if not text:
            return
        self.depth += style.before if self.pieces else 0
        for line in break_lines((Text(text),), style, self.measure):
            one = piece(self.x, line, style, element)
            self.pieces.append(replace(one, drop=one.drop + self.depth))
            self.depth += style.leading
