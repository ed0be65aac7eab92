"""Plain text → lines, whatever its encoding and line ends."""

import codecs
import re

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.intake.lines import Line, plain_line

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_text(data: bytes) -> tuple[Line, ...]:
    """Read text in UTF-8, UTF-16, UTF-32 or Windows-1252; a form feed begins a page.

    Errors: DeskError when it is no text.
    """
    lines: list[Line] = []
    for number, page in enumerate(_decode(data).split("\f")):
        gap = False
        for raw in _LINE_END.split(page):
            if raw.strip():
                lines.append(plain_line(raw, gap=gap, page=number))
            gap = not raw.strip()
    return tuple(lines)


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"))
    sample = data[:4096]
    if sample[1::2].count(0) > len(sample) // 4:
        return _checked(data.decode("utf-16-le", errors="replace"))
    if sample[::2].count(0) > len(sample) // 4:
        return _checked(data.decode("utf-16-be", errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_damaged(data))


def _decode_damaged(data: bytes) -> str:
    """Decode what is not quite UTF-8: with a damaged byte here or there, or Windows-1252."""
    text = data.decode("utf-8", errors="replace")
    good = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    return text if good > text.count("\ufffd") else data.decode("cp1252", errors="replace")


def _checked(text: str) -> str:
    if len(_BINARY.findall(text)) > len(text) // 1000:
        raise DeskError(
            t("Dit bestand bevat geen tekst die gelezen kan worden."),
            t("Kies een verslag als tekst, PDF, Word-document (.docx) of ODT."),
        )
    return text
