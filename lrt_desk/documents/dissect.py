"""Everything a finished file says, wherever in its bytes it says it.

This reads files that may want to hide something, so every way in is taken at once: what readers
draw, what the objects hold, what the raw bytes hold. What cannot be read is told, not passed over.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import re
import urllib.parse
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Place(StrEnum):
    """Where in a file something stands."""

    PAGE = "page"
    OBJECT = "object"
    METADATA = "metadata"
    SIGNATURE = "signature"
    STREAM = "stream"
    EARLIER = "earlier"
    OUTSIDE = "outside"
    RAW = "raw"
    PART = "part"
    TEXT = "text"


class Reading(StrEnum):
    """How words were found.

    As text, among bytes that form words by chance, or as words of others that came along (fonts,
    colour profiles).
    """

    TEXT = "text"
    BYTES = "bytes"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words found in a file."""

    place: Place
    text: str
    reading: Reading = Reading.TEXT


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Bytes whose meaning could not be found out."""

    place: Place


Found = Passage | Unreadable

_DEEPEST = 6
_LARGEST = 200_000_000
_BLOCKS = {"p", "h", "br", "tab", "cr", "tr", "tc", "s", "line-break", "list-item",
           "table-cell", "table-row", "li", "title", "description"}  # fmt: skip
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"%!PS-AdobeFont", b"\x01\x00\x04")


def passages(data: bytes, place: Place = Place.TEXT, depth: int = 0) -> Iterator[Found]:
    """Read a file or a part of one, whatever it is, and everything packed inside it."""
    from lrt_desk.documents.dissect_pdf import pdf_passages

    if depth > _DEEPEST:
        yield Unreadable(place)
    elif b"%PDF-" in data[:1024]:
        yield from pdf_passages(data, depth)
    elif data[:4] == b"PK\x03\x04":
        yield from _zip(data, depth)
    elif data[:2] == b"\x1f\x8b":
        try:
            yield from passages(gzip.decompress(data), place, depth + 1)
        except (OSError, EOFError, zlib.error):
            yield Unreadable(place)
    elif data[:4] in _FONTS or data.startswith(_FONTS) or data[36:40] == b"acsp":
        yield from binary(data, place, Reading.FOREIGN)
    elif re.match(rb"\s*(?:\xef\xbb\xbf)?<[?!a-zA-Z]", data[:64]):
        yield from _markup(data, place)
    else:
        yield from _text_or_bytes(data, place, depth)


def binary(data: bytes, place: Place, reading: Reading = Reading.BYTES) -> Iterator[Passage]:
    """Read bytes as text in the encodings that PDF and certificates use."""
    plain = data.decode("cp1252", "replace")
    yield Passage(place, plain, reading)
    if not data.isascii():
        yield Passage(place, data.decode("utf-8", "ignore"), reading)
    if b"\0" in data:
        # UTF-16 of Latin letters, whichever half comes first
        yield Passage(place, data.replace(b"\0", b"").decode("cp1252", "replace"), reading)
    for match in re.finditer(rb"(?:[0-9A-Fa-f]{2}\s*){4,}", data):
        digits = re.sub(rb"\s", b"", match[0])
        inner = binascii.unhexlify(digits).replace(b"\0", b"")
        yield Passage(place, inner.decode("cp1252", "replace"), reading)


def text(words: str, place: Place, depth: int = 0) -> Iterator[Found]:
    """Give a text, and what it becomes when its escapes and encodings are undone."""
    yield Passage(place, words)
    for undone in (urllib.parse.unquote(words), html.unescape(words), _unescaped(words)):
        if undone != words:
            yield Passage(place, undone)
    if depth < _DEEPEST:
        for match in re.finditer(r"[A-Za-z0-9+/_-]{12,}={0,2}", words):
            yield from _decoded(match[0], place)


def _decoded(word: str, place: Place) -> Iterator[Found]:
    raw = word.rstrip("=").translate(str.maketrans("-_", "+/"))
    with suppress(binascii.Error, ValueError):
        yield from binary(base64.b64decode(raw + "=" * (-len(raw) % 4)), place)
    if re.fullmatch(r"(?:[0-9A-Fa-f]{2})+", word):
        yield from binary(bytes.fromhex(word), place)


def _unescaped(words: str) -> str:
    """Undo the escapes of JSON, RTF and quoted-printable."""
    words = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), words)
    words = re.sub(r"\\'([0-9a-fA-F]{2})", lambda m: _bytes(m[1], "cp1252"), words)
    words = re.sub(r"=\r?\n", "", words)
    return re.sub(r"(?:=[0-9A-F]{2})+", lambda m: _bytes(m[0].replace("=", ""), "utf-8"), words)


def _bytes(digits: str, encoding: str) -> str:
    return bytes.fromhex(digits).decode(encoding, "ignore")


def _text_or_bytes(data: bytes, place: Place, depth: int) -> Iterator[Found]:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError:
        words = "\0"
    if re.search(r"[\x00-\x08\x0e-\x1f]", words):
        yield from binary(data, place)
    else:
        yield from text(words, place, depth)


def _markup(data: bytes, place: Place) -> Iterator[Found]:
    """Read XML: its words with runs joined as a reader sees them, attributes, comments."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        yield Unreadable(place)
        yield from text(data.decode("utf-8", "replace"), place)
        return
    yield from text(_running(root), place)
    for element in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        if isinstance(element.tag, str):
            yield from text("\n".join(element.attrib.values()), place)
            yield Passage(place, "\n".join(element.nsmap.values()), Reading.FOREIGN)
        else:  # a comment or an instruction
            yield from text(element.text or "", place)


def _running(root: object) -> str:
    from lxml import etree

    words: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            words.append(element.tail or "")
            continue
        if element.tag.rpartition("}")[2] in _BLOCKS:
            words.append("\n")
        words.append((element.text if event == "start" else element.tail) or "")
    return "".join(words)


def _zip(data: bytes, depth: int) -> Iterator[Found]:
    """Read every member of a zip (ODT, DOCX), its names and comments, and what lies around it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from binary(archive.comment, Place.OUTSIDE)
            for info in archive.infolist():
                yield from text(info.filename, Place.PART)
                yield from binary(info.comment + info.extra, Place.PART)
                if info.file_size > _LARGEST:
                    yield Unreadable(Place.PART)
                else:
                    yield from passages(archive.read(info), Place.PART, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        yield Unreadable(Place.PART)
    yield from binary(data, Place.RAW)
