"""PDF → lines, rebuilt from where the letters stand, with the gaps and black boxes between them."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.intake.lines import Line, plain_line
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

_MAX_PAGES = 200
_MAX_LETTERS = 400_000
_MAX_OBJECTS = 50_000
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
_SPACE = 0.17
"""Least white space between words, in ems; a letter's own box ends where the next begins."""
_WIDE = 0.9
"""Least white space that is no mere space between words, also in justified text, in ems."""
_COLUMN_WIDTH = 0.5
"""How wide a column of text is taken to be, in ems."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter, or a box over a name, in points from the left and the bottom of its page.

    `order` is the place in which the page paints it, `spaces` how many the file has before it.
    """

    sign: str
    left: float
    right: float
    middle: float
    size: float
    bold: bool = False
    order: int = -1
    spaces: int = 0


@dataclass(frozen=True, slots=True)
class _Box:
    """A dark rectangle in points, and when the page paints it."""

    left: float
    bottom: float
    right: float
    top: float
    order: int

    def covers(self, letter: _Letter) -> bool:
        """Tell whether the middle of a letter lies inside."""
        middle = (letter.left + letter.right) / 2
        return self.left <= middle <= self.right and self.bottom <= letter.middle <= self.top


def read_pdf(data: bytes) -> tuple[Line, ...]:
    """Read the lines of a PDF, page by page.

    Errors: DeskError when it is locked, damaged, or too long for minutes.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise DeskError(
                t("Deze PDF heeft een wachtwoord."),
                t("Sla de PDF op zonder wachtwoord en kies dat bestand."),
            ) from error
        raise _damaged() from error
    try:
        if len(document) > _MAX_PAGES:
            raise _too_long()
        pages = list(_pages(document))
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        raise _damaged() from error
    finally:
        document.close()
    return tuple(_lines(pages))


def _pages(document: "pypdfium2.PdfDocument") -> Iterator[list[_Letter]]:
    total = 0
    for page in document:
        text = page.get_textpage()
        total += text.count_chars()
        if total > _MAX_LETTERS:
            raise _too_long()
        order = _painting_order(page)
        letters = list(_letters(text, order))
        yield _blackened(letters, list(_boxes(page)))
        text.close()
        page.close()


def _painting_order(page: Any) -> dict[int, int]:
    """Number the objects of a page in the order they are painted, by their address."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)
    return {_address(pdfium.FPDFPage_GetObject(page.raw, at)): at for at in range(count)}


def _letters(text: Any, order: dict[int, int]) -> Iterator[_Letter]:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    bold: dict[int, bool] = {}
    spaces = 0
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text.raw, at) or 0xFFFD)
        if sign.isspace():
            spaces = spaces + 1 if sign == " " else 0
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, at, box)
        height = box.top - box.bottom
        if height <= 0 or box.right <= box.left:
            continue
        painted = _address(pdfium.FPDFText_GetTextObject(text.raw, at))
        if painted not in bold:
            heavy = pdfium.FPDFText_GetFontWeight(text.raw, at) >= 600
            bold[painted] = heavy or _bold_by_name(text, at)
        yield _Letter(
            _HYPHENS.get(sign, sign),
            box.left,
            box.right,
            (box.top + box.bottom) / 2,
            height / 1.2,
            bold[painted],
            order.get(painted, -1),
            spaces,
        )
        spaces = 0


def _bold_by_name(text: Any, at: int) -> bool:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text.raw, at, name, 128, flags)
    return b"bold" in name.value.lower()


def _boxes(page: Any) -> Iterator[_Box]:
    """Find dark filled rectangles that could lie over a name."""
    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, at)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
        if not fill.value or not alpha.value or red.value + green.value + blue.value > 240:
            continue
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        width, height = right.value - left.value, top.value - bottom.value
        if 6 <= height <= 40 and width >= 10:
            yield _Box(left.value, bottom.value, right.value, top.value, at)


def _blackened(letters: list[_Letter], boxes: list[_Box]) -> list[_Letter]:
    """Put one sign for each black box, in place of the letters that may still lie under it.

    Letters that are painted over a box, such as white ones in the head of a table, stay.
    """
    if not letters:
        return letters
    size = median(letter.size for letter in letters)
    for box in boxes:
        inside = [letter for letter in letters if box.covers(letter)]
        if any(letter.order > box.order for letter in inside):
            continue
        letters = [letter for letter in letters if letter not in inside]
        middle = inside[0].middle if inside else _nearest_line(letters, box)
        sign = _Letter(WITHHELD_IN_SOURCE, box.left, box.right, middle, size)
        letters.append(sign)
    return letters


def _nearest_line(letters: list[_Letter], box: _Box) -> float:
    """Find the height of the line that a box stands in."""
    middle = (box.top + box.bottom) / 2
    heights = [letter.middle for letter in letters if box.bottom <= letter.middle <= box.top]
    return min(heights, key=lambda height: abs(height - middle), default=middle)


def _lines(pages: Sequence[list[_Letter]]) -> Iterator[Line]:
    rows = [(number, row) for number, page in enumerate(pages) for row in _rows(page)]
    if not rows:
        return
    size = median(letter.size for _, row in rows for letter in row)
    left = min(row[0].left for _, row in rows)
    pitch = _pitch(rows, size)
    above: tuple[int, float] | None = None
    for number, row in rows:
        middle = row[0].middle
        gap = above is not None and above[0] == number and above[1] - middle > 1.35 * pitch
        indent = " " * min(int((row[0].left - left) / (_COLUMN_WIDTH * size)), 80)
        bold = all(letter.bold for letter in row) or row[0].size > 1.25 * size
        line = plain_line(indent + _words(row, left), gap=gap, page=number)
        yield replace(line, bold=bold)
        above = (number, middle)


def _rows(letters: list[_Letter]) -> list[list[_Letter]]:
    """Group letters in rows from the top, each from left to right."""
    rows: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda letter: -letter.middle):
        if rows and abs(rows[-1][0].middle - letter.middle) < 0.4 * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [sorted(row, key=lambda letter: letter.left) for row in rows]


def _pitch(rows: Sequence[tuple[int, list[_Letter]]], size: float) -> float:
    steps = [
        above[0].middle - row[0].middle
        for (page, above), (same, row) in pairwise(rows)
        if page == same
    ]
    close = [step for step in steps if step < 2.2 * size]
    return median(close) if close else 1.2 * size


def _words(row: Sequence[_Letter], left: float) -> str:
    """Write a row with its white space: as many spaces as the gap is wide.

    After a wide gap words go on in the column, counted from `left`, in which they stand.
    """
    text = row[0].sign
    start = int((row[0].left - left) / (_COLUMN_WIDTH * row[0].size))
    for before, letter in pairwise(row):
        room = (letter.left - before.right) / letter.size
        spaces = min(letter.spaces, 40)
        if WITHHELD_IN_SOURCE in {before.sign, letter.sign}:
            spaces = 0 if letter.sign in ",.;)" or before.sign == "(" else 1
        elif room >= 2:
            column = int((letter.left - left) / (_COLUMN_WIDTH * letter.size)) - start
            spaces = max(4, min(column - len(text), 120))
        elif room >= _WIDE:
            spaces = max(spaces, round(room / 0.28))
        elif room >= _SPACE:
            spaces = max(spaces, 1)
        text += " " * spaces + letter.sign
    return text


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _damaged() -> DeskError:
    return DeskError(
        t("Deze PDF is beschadigd en kan niet gelezen worden."),
        t("Vraag het bestand opnieuw op, of kies het verslag als tekst of Word-document."),
    )


def _too_long() -> DeskError:
    return DeskError(
        t("Deze PDF is te lang voor een verslag."), t("Kies een bestand zonder bijlagen.")
    )
