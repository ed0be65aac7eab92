"""The operators that paint a page (ISO 32000-1 annex A); reportlab embeds the fonts they name."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Colour = tuple[float, float, float]
Point = tuple[float, float]


class _Codes(dict[int, str]):
    """How a character is written in a string of one font and size, for each that occurs."""

    def __init__(self, font: str, size: float, canvas: Canvas) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        super().__init__()
        self._font: Any = getFont(font)  # the stubs know no font that is cut down to what is used
        self._size, self._file = size, canvas._doc  # type: ignore[attr-defined]  # nor this
        self.choose = self._choose(0)

    def _choose(self, subset: int) -> str:
        return f"{self._font.getSubsetInternalName(subset, self._file)} {self._size:g} Tf"

    def __missing__(self, code: int) -> str:
        ((subset, (byte,)),) = self._font.splitString(chr(code), self._file)
        readable = 32 <= byte < 127 and byte not in b"()\\"
        written = chr(byte) if readable else f"\\{byte:03o}"
        if subset:  # a font has 256 characters at most: one more stands in a font of its own
            written = f") Tj {self._choose(subset)} ({written}) Tj {self.choose} ("
        self[code] = written
        return written


class Pen:
    """Paints on the page that a canvas is at; nothing else may set its font or colours."""

    def __init__(self, canvas: Canvas) -> None:
        """Keep the canvas."""
        self._canvas, self._write = canvas, canvas.addLiteral
        self._codes: dict[tuple[str, float], _Codes] = {}
        self._font, self._colour = "", ""

    def turn(self) -> None:
        """Go to the next page."""
        self._canvas.showPage()
        self._font = self._colour = ""

    def begin(self, tag: str, properties: str = "") -> None:
        """Begin marked content."""
        self._write(f"/{tag} <<{properties}>> BDC" if properties else f"/{tag} BMC")

    def end(self) -> None:
        """End marked content."""
        self._write("EMC")

    def text(self, text: str, font: str, size: float, colour: Colour, start: Point) -> None:
        """Show a text that its font can draw, from a point on its baseline."""
        codes = self._codes.get((font, size))
        if codes is None:
            codes = self._codes[font, size] = _Codes(font, size, self._canvas)
        shade = f"{_shade(colour)} rg"
        if shade != self._colour:
            self._write(shade)
            self._colour = shade
        if codes.choose != self._font:
            self._write(f"BT {codes.choose} ET")
            self._font = codes.choose
        x, y = start
        self._write(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm ({text.translate(codes)}) Tj ET")

    def picture(self, content: bytes, corner: Point, width: float, height: float) -> None:
        """Draw a picture from its lower left corner."""
        from reportlab.lib.utils import ImageReader

        self._canvas.drawImage(ImageReader(BytesIO(content)), *corner, width, height)

    def line(self, start: Point, end: Point, weight: float, colour: Colour) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = start, end
        self._write(f"{_shade(colour)} RG {weight:g} w {x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S")

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a black frame, x and y at its lower left."""
        self._write(f"0 G 0.6 w {x:.3f} {y:.3f} {width:.2f} {height:.2f} re S")


@cache
def _shade(colour: Colour) -> str:
    return "{:g} {:g} {:g}".format(*colour)
