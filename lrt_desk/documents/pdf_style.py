"""Sizes, colours and fonts of the PDF documents; lengths in points, upwards from the page foot."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from lrt_desk.paths import RESOURCES

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT = 28 * MM
MEASURE = 131 * MM  # the body ends at 159 mm
REFERENCE_LEFT = 165 * MM
REFERENCE_WIDTH = 32 * MM
VALUE_INDENT = 40 * MM  # from label to value in the title block
INDENT = 5 * MM  # one level of bullets
TOP, BOTTOM = PAGE_HEIGHT - 24 * MM, 24 * MM

REGULAR, BOLD, FALLBACK = "NotoSans-Regular", "NotoSans-Bold", "DejaVuSans"
NO_BREAK_SPACE = "\u00a0"
_LAST_DRAWN = 0xFFFF  # reportlab writes wrong ToUnicode maps for characters beyond

INK = (0, 0, 0)
BLUE = (0.082, 0.259, 0.451)
GREY = (0.35, 0.35, 0.35)  # 7:1 on white
HAIR = (0.65, 0.65, 0.65)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; `before` is the space above it."""

    size: float
    leading: float
    before: float = 0
    bold: bool = False
    colour: tuple[float, float, float] = INK


BODY = Style(9, 12.5, 4)
LIST = Style(9, 12.5, 3)
SMALL = Style(7.5, 10, 3, colour=GREY)
LABEL = Style(7.5, 12.5, colour=GREY)
VALUE = Style(9, 12.5, 2.5)
LETTERHEAD = Style(8, 11, colour=GREY)
KIND = Style(30, 36, bold=True, colour=BLUE)
TITLE = Style(11, 15, 2)
BANNER = Style(11, 15, 6, bold=True)
MARKING = Style(6.5, 9, bold=True)
FURNITURE = Style(6.5, 9, colour=GREY)
REFERENCE_LABEL = Style(7, 9.5, 5, bold=True)
REFERENCE_VALUE = Style(7, 9.5)
APPROVAL = Style(9, 12.5, 16, bold=True)
CODE = Style(12, 18, 4, bold=True)
CELL = Style(8, 11)
CELL_HEAD = Style(7.5, 11, bold=True)
CAPTION = Style(9, 12.5, 10, bold=True)
MARGIN = Style(6.5, 12.5, colour=GREY)
HEADINGS = (
    Style(11, 15, 16, bold=True),
    Style(10, 13, 12, bold=True),
    Style(9, 12.5, 9, bold=True),
)


@cache
def load_fonts() -> dict[str, frozenset[int]]:
    """Register the fonts with reportlab, once; give the code points that each can draw."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    covered = {}
    for name in (REGULAR, BOLD, FALLBACK):
        font = TTFont(name, str(RESOURCES / "fonts" / f"{name}.ttf"))
        registerFont(font)
        glyphs = font.face.charToGlyph
        covered[name] = frozenset(
            code for code, glyph in glyphs.items() if glyph and code <= _LAST_DRAWN
        )
    return covered


@lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """Measure a text that its font can draw."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return stringWidth(text, font, size)


class _Characters(dict[int, str]):
    """What to draw for a character, worked out once for each that occurs."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)
        if character in "\u00a0\u2007\u202f":
            shown = NO_BREAK_SPACE
        elif character.isspace():
            shown = " "
        elif kind in {"Cc", "Cf"} or 0xFE00 <= code <= 0xFE0F:  # controls, variation selectors
            shown = ""
        elif any(code in codes for codes in load_fonts().values()):
            shown = character
        else:
            shown = f"[U+{code:04X}]"
        self[code] = shown
        return shown


_SHOWN = _Characters()


def drawable(text: str) -> str:
    """Normalise a text: NFC, plain spaces, nothing invisible, [U+XXXX] for what no font has."""
    return unicodedata.normalize("NFC", text).translate(_SHOWN)


def font_runs(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Split a drawable text into (text, font name)."""
    main = BOLD if bold else REGULAR
    covered = load_fonts()[main]
    if covered.issuperset(map(ord, text)):
        yield text, main
        return
    for inside, characters in groupby(text, key=lambda character: ord(character) in covered):
        yield "".join(characters), main if inside else FALLBACK
