"""Which format a file has, by its content and never by its name."""

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.intake.lines import Line
from lrt_desk.intake.text_file import read_text

MAX_BYTES = 40_000_000
MAX_TEXT_BYTES = 4_000_000
MAX_CHARACTERS = 300_000
MAX_LINES = 15_000


def read_layout(data: bytes) -> tuple[Line, ...]:
    """Read the lines of a text, PDF, DOCX or ODT file.

    Errors: DeskError when the file is empty, too large, locked, damaged or of another kind.
    """
    if not data.strip():
        raise DeskError(t("Dit bestand is leeg."), t("Kies een ander bestand."))
    if len(data) > MAX_BYTES:
        raise _too_large()
    lines = _read(data)
    if len(lines) > MAX_LINES or sum(len(line.raw) for line in lines) > MAX_CHARACTERS:
        raise _too_large()
    if not lines:
        raise DeskError(
            t("In dit bestand staat geen tekst; misschien is het een scan."),
            t("Kies een bestand waarin de tekst te selecteren is."),
        )
    return lines


def _read(data: bytes) -> tuple[Line, ...]:
    if b"%PDF-" in data[:1024]:
        from lrt_desk.intake.pdf_file import read_pdf

        return read_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        from lrt_desk.intake.packages import read_package

        return read_package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DeskError(
            t("Dit is een Word-document van een oude soort, of een met een wachtwoord."),
            t("Sla het op als .docx zonder wachtwoord en kies dat bestand."),
        )
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"{\\rtf", b"<!doctype", b"<html", b"<?xml")):
        raise DeskError(
            t("Dit soort bestand kan niet gelezen worden."),
            t("Kies een verslag als tekst, PDF, Word-document (.docx) of ODT."),
        )
    if len(data) > MAX_TEXT_BYTES:
        raise _too_large()
    return read_text(data)


def _too_large() -> DeskError:
    return DeskError(
        t("Dit bestand is te groot voor een verslag."),
        t("Kies een kleiner bestand, zonder bijlagen."),
    )
