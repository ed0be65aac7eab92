"""What a signature field shows when its signer comes after the page was made."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_text import break_lines
from lrt_desk.documents.tree import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lrt_desk.documents.pdf_text import Line

_PAD = 2.5 * s.MM
_HEAD = 22.0  # above it the page itself says what the field is for
_SIZES = (7.0, 6.0, 5.0, 4.0)


def stamp(lines: Sequence[str], width: float, height: float) -> bytes:
    """Set lines at the foot of a page of this size (points), smaller where they would not fit."""
    from reportlab.pdfgen.canvas import Canvas

    s.load_fonts()
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(width, height),
        pageCompression=0,
        invariant=1,
        initialFontName=s.REGULAR,  # type: ignore[arg-type]  # the stubs say float
        initialFontSize=_SIZES[0],
    )
    leading, rows = _fitting(lines, width - 2 * _PAD, height - _PAD - _HEAD)
    for place, row in enumerate(reversed(rows)):
        x = _PAD
        for run in row:
            canvas.setFont(run.font, run.size)
            canvas.drawString(x, _PAD + place * leading, run.text)
            x += run.width
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _fitting(lines: Sequence[str], measure: float, room: float) -> tuple[float, list[Line]]:
    """Break lines at the largest size that leaves them all in the room, else at the smallest."""
    settings = [(size * 1.36, _rows(lines, size, measure)) for size in _SIZES]
    fitting = (one for one in settings if one[0] * len(one[1]) <= room)
    return next(fitting, settings[-1])


def _rows(lines: Sequence[str], size: float, measure: float) -> list[Line]:
    style = s.Style(size, size)
    return [row for line in lines for row in break_lines((Text(line),), style, measure)]
