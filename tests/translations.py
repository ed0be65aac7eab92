"""Gather the words of the screen for translation and compile them: `python3 dev.py words`.

Dutch stands in the source, in t() and tn(). Every run takes new sentences into the English
catalogue, still empty, drops those that are gone, and names what is left to translate.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
ROOMS = ("lrt_desk", "ui")
KEYWORDS = {"t": None, "tn": (1, 2)}
CATALOGUES = ROOT / "resources/translations"
ENGLISH = CATALOGUES / "en/LC_MESSAGES/lrt_desk.po"


def gathered() -> Catalog:
    """Gather every sentence of the source, with the files it stands in."""
    catalog = Catalog()
    for path in (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))):
        place = path.relative_to(ROOT).as_posix()
        for _line, words, _comments, _context in extract_from_file("python", path, KEYWORDS):
            catalog.add(words, locations=[(place, None)])
    return catalog


def read(text: bytes) -> Catalog:
    """Read a catalogue as it stands in its file."""
    return read_po(io.BytesIO(text), locale="en")  # its plurals are those of Dutch too


def updated(text: bytes) -> bytes:
    """Bring a catalogue up to date with the source; a changed sentence starts empty again."""
    catalog = read(text)
    kept, template = catalog.creation_date, gathered()
    template.creation_date = kept  # the same words make the same file, on every day
    catalog.update(template, no_fuzzy_matching=True)
    catalog.creation_date = kept
    file = io.BytesIO()
    write_po(file, catalog, width=100, ignore_obsolete=True)
    return file.getvalue()


def compiled(text: bytes) -> bytes:
    """Compile a catalogue for gettext."""
    file = io.BytesIO()
    write_mo(file, read(text))
    return file.getvalue()


def sentences(text: bytes) -> list[Message]:
    """List the messages of a catalogue, without its heading."""
    return [message for message in read(text) if message.id]


def untranslated(text: bytes) -> list[str]:
    """List the sentences, or first forms of them, that have no complete translation."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in sentences(text)
        if message.fuzzy or not all([message.string] if message.string == "" else message.string)
    ]


def main() -> int:
    """Update the English catalogue and compile all; status 1 when sentences are left."""
    text = updated(ENGLISH.read_bytes())
    ENGLISH.write_bytes(text)
    for catalogue in CATALOGUES.rglob("*.po"):
        catalogue.with_suffix(".mo").write_bytes(compiled(catalogue.read_bytes()))
    waiting = untranslated(text)
    print("\n".join([*waiting, f"{len(sentences(text))} sentences, {len(waiting)} to translate"]))
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
