"""DOCX and ODT are zip packages: told apart, and measured before anything is unpacked."""

import io
import zipfile
import zlib
from dataclasses import replace
from itertools import pairwise

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.intake.docx_file import read_docx
from lrt_desk.intake.lines import Line
from lrt_desk.intake.odt_file import read_odt

_MAX_PARTS = 2_000
_MAX_TOTAL = 80_000_000
_MAX_XML = 8_000_000
_ODT = b"application/vnd.oasis.opendocument.text"


def read_package(data: bytes) -> tuple[Line, ...]:
    """Read a DOCX or ODT file.

    Errors: DeskError when it is neither, is locked or damaged, or unpacks to more than minutes
    can be; sizes are those of the directory, beyond which `zipfile` reads nothing.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            kind = _kind(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError,
            EOFError, ValueError, KeyError) as error:  # fmt: skip
        raise _damaged() from error
    try:
        return _as_typed(read_docx(data) if kind == "docx" else read_odt(data))
    except DeskError:
        raise
    except Exception as error:
        raise _damaged() from error


def _as_typed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Undo that each line of a pasted text became a paragraph: many then break off half-way."""
    plain = [line for line in lines if line.whole and not line.row]
    broken = sum(
        above.text.rstrip()[-1:].isalnum() and below.text[:1].islower() and not below.mark
        for above, below in pairwise(plain)
    )
    pasted = len(plain) > 10 and broken > len(plain) // 5
    return tuple(replace(line, whole=False) for line in lines) if pasted else lines


def _kind(package: zipfile.ZipFile) -> str:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_TOTAL:
        raise _too_large()
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if any(part.file_size > _MAX_XML for part in xml):
        raise _too_large()
    if any(part.flag_bits & 1 for part in parts) or _is_locked(package, names):
        raise DeskError(
            t("Dit bestand heeft een wachtwoord."),
            t("Sla het op zonder wachtwoord en kies dat bestand."),
        )
    if any(b"<!DOCTYPE" in package.read(part)[:2000] for part in xml):
        raise _damaged()
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names and package.read("mimetype").strip().startswith(_ODT):
        return "odt"
    raise DeskError(
        t("Dit soort bestand kan niet gelezen worden."),
        t("Kies een verslag als tekst, PDF, Word-document (.docx) of ODT."),
    )


def _is_locked(package: zipfile.ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in package.read(manifest)


def _damaged() -> DeskError:
    return DeskError(
        t("Dit bestand is beschadigd en kan niet gelezen worden."),
        t("Vraag het bestand opnieuw op, of sla het opnieuw op."),
    )


def _too_large() -> DeskError:
    return DeskError(
        t("Dit bestand is te groot voor een verslag."),
        t("Kies een kleiner bestand, zonder bijlagen."),
    )
