"""What somebody changed in a PDF by adding to its end."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lrt_desk.i18n import t, tn

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf


def additions(before: bytes, after: bytes) -> tuple[str, ...]:
    """Name in Dutch what differs between two states of a PDF; empty when that cannot be seen."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(before)) as old, pikepdf.open(BytesIO(after)) as new:
            return tuple(_differences(old, new))
    except (pikepdf.PdfError, ValueError):
        return ()


def _differences(old: pikepdf.Pdf, new: pikepdf.Pdf) -> Iterator[str]:
    more = len(new.pages) - len(old.pages)
    if more > 0:
        yield tn("{n} bladzijde erbij", "{n} bladzijden erbij", more)
    elif more < 0:
        yield tn("{n} bladzijde minder", "{n} bladzijden minder", -more)
    pairs = list(zip(old.pages, new.pages, strict=False))
    drawn = [n for n, (a, b) in enumerate(pairs, 1) if _drawing(a) != _drawing(b)]
    if drawn:
        yield t("wat te zien is op bladzijde {pages}", pages=", ".join(map(str, drawn)))
    if any(_notes(a) != _notes(b) for a, b in pairs):
        yield t("opmerkingen of velden")
    if any(_part(old, name) != _part(new, name) for name in ("/Info", "/Metadata")):
        yield t("documentgegevens")
    if any(_part(old, name) != _part(new, name) for name in ("/Names", "/OpenAction", "/AF")):
        yield t("bijlagen of handelingen bij het openen")


def _drawing(page: pikepdf.Page) -> tuple[bytes, ...]:
    import pikepdf

    contents = page.obj.get("/Contents")
    if contents is None:
        return ()
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return tuple(part.read_bytes() for part in parts)


def _notes(page: pikepdf.Page) -> tuple[str, ...]:
    notes = page.obj.get("/Annots") or ()
    return tuple(str(note.get("/Subtype")) + str(note.get("/Contents")) for note in notes)


def _part(pdf: pikepdf.Pdf, name: str) -> bytes | None:
    import pikepdf

    part = pdf.trailer.get(name) or pdf.Root.get(name)
    if part is None:
        return None
    streamed = isinstance(part, pikepdf.Stream)
    return bytes(part.read_bytes()) if streamed else bytes(part.unparse(resolved=True))
