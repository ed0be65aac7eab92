"""Everything a PDF says: on its pages, in its objects, in earlier revisions, in its bytes."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lrt_desk.documents.dissect import (
    Found,
    Passage,
    Place,
    Unreadable,
    binary,
    passages,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_END = re.compile(rb"%%EOF[\r\n]*")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_PICTURES = {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}


def pdf_passages(data: bytes, depth: int) -> Iterator[Found]:
    """Read a PDF as its readers do, as its objects hold it, and as bare bytes."""
    yield from binary(data, Place.RAW)
    yield from _loose_streams(data, depth)
    ends = [match.end() for match in _END.finditer(data)]
    outside = data[: data.find(b"%PDF-")] + (data[ends[-1] :] if ends else b"")
    if outside.strip():
        yield Unreadable(Place.OUTSIDE)
        yield from passages(outside.strip(), Place.OUTSIDE, depth + 1)
    for end in ends[:-1]:
        # An earlier revision is what the file was before something was added to it.
        yield from _document(data[:end], depth, earlier=True)
    yield from _document(data, depth)


def _loose_streams(data: bytes, depth: int) -> Iterator[Found]:
    """Unpack every stream that the bytes show, also where no table mentions it any more."""
    for match in _STREAM.finditer(data):
        try:
            yield from passages(zlib.decompressobj().decompress(match[1]), Place.STREAM, depth + 1)
        except zlib.error:
            continue  # not compressed, or otherwise: the raw bytes and the objects show it


def _document(data: bytes, depth: int, *, earlier: bool = False) -> Iterator[Found]:
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if not earlier and pdf.get_warnings():
                yield Unreadable(Place.RAW)
            if pdf.is_encrypted:
                yield Unreadable(Place.RAW)
            for found in _objects(pdf, depth):
                yield (
                    Passage(Place.EARLIER, found.text, found.reading)
                    if (earlier and isinstance(found, Passage))
                    else found
                )
            yield from _drawn(pdf, Place.EARLIER if earlier else Place.PAGE)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError):
        if not earlier:  # a first part that is no document of its own is read as loose streams
            yield Unreadable(Place.RAW)


def _objects(pdf: pikepdf.Pdf, depth: int) -> Iterator[Found]:
    import pikepdf

    yield from _values(pdf.trailer, 0)
    for value in pdf.objects:
        yield from _values(value, 0)
        if isinstance(value, pikepdf.Stream):
            yield from _stream(value, depth)


def _values(value: Any, nesting: int) -> Iterator[Found]:
    """Read the strings and names of one object, without following it to others."""
    import pikepdf

    if nesting > 64:
        yield Unreadable(Place.OBJECT)
    elif isinstance(value, pikepdf.String):
        yield from text(str(value), Place.OBJECT)
        yield from binary(bytes(value), Place.OBJECT)
    elif isinstance(value, pikepdf.Name):
        yield Passage(Place.OBJECT, str(value)[1:])
    elif isinstance(value, pikepdf.Array):
        for item in value:
            if not getattr(item, "is_indirect", False):
                yield from _values(item, nesting + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, item in value.items():
            yield Passage(Place.OBJECT, key[1:])
            if key == "/Contents" and "/ByteRange" in value:
                yield from binary(bytes(item), Place.SIGNATURE)
            elif key == "/ID" and isinstance(item, pikepdf.Array):
                for part in item:  # the file identifier is a checksum, which may spell "Li"
                    yield from binary(bytes(part), Place.OBJECT)
            elif not getattr(item, "is_indirect", False):
                yield from _values(item, nesting + 1)


def _stream(stream: pikepdf.Stream, depth: int) -> Iterator[Found]:
    import pikepdf

    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        content = stream.read_raw_bytes()
        filters = stream.get("/Filter", pikepdf.Array())
        names = {str(f) for f in filters} if isinstance(filters, pikepdf.Array) else {str(filters)}
        if not names & _PICTURES:
            yield Unreadable(Place.STREAM)
    place = Place.METADATA if stream.get("/Type") == "/Metadata" else Place.STREAM
    yield from passages(content, place, depth + 1)


def _drawn(pdf: pikepdf.Pdf, place: Place) -> Iterator[Found]:
    """Read what pages and forms show or hide, in the page tree or not, as a reader extracts it."""
    import pikepdf
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    pieces = [
        value
        for value in pdf.objects
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream)
        and (value.get("/Type") == "/Page" or value.get("/Subtype") == "/Form"
             or "/PatternType" in value)
    ]  # fmt: skip
    for piece in pieces:
        yield from _operands(piece, place)
    _lay_bare(pdf, pieces)
    file = BytesIO()
    pdf.save(file)
    try:
        document = pypdfium2.PdfDocument(file.getvalue())
    except pypdfium2.PdfiumError:
        yield Unreadable(place)
        return
    try:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            yield from text(words.get_text_range(), place)
            words.close()
            page.close()
    finally:
        document.close()


def _lay_bare(pdf: pikepdf.Pdf, pieces: list[Any]) -> None:
    """Give every hidden page and form a page of its own, and drop what stands in for its text."""
    import pikepdf

    for key in ("/OCProperties", "/AcroForm"):
        if key in pdf.Root:
            del pdf.Root[key]
    for value in pdf.objects:
        if isinstance(value, pikepdf.Stream):
            _undo_stand_ins(value)
        elif isinstance(value, pikepdf.Dictionary):
            # Annotations are read from their forms, and cannot travel with a copied page.
            for key in {"/ActualText", "/Annots"} & set(value.keys()):
                del value[key]
    listed = {page.obj.objgen for page in pdf.pages}
    for piece in pieces:
        if piece.get("/Type") == "/Page":
            if piece.objgen not in listed:
                pdf.pages.append(pikepdf.Page(piece))
        else:
            page = pdf.add_blank_page(page_size=(2000, 2000))
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fx=piece))
            page.obj.Contents = pdf.make_stream(b"/Fx Do")


def _undo_stand_ins(stream: pikepdf.Stream) -> None:
    """Make a reader give the glyphs that are drawn, not the text that claims to replace them."""
    import pikepdf

    with suppress(pikepdf.PdfError):  # pictures have no such text
        content = stream.read_bytes()
        if b"/ActualText" in content:
            stream.write(content.replace(b"/ActualText", b"/ActualTexz"))


def _operands(piece: Any, place: Place) -> Iterator[Found]:
    """Read the strings among the drawing instructions, also those marked but never drawn."""
    import pikepdf

    try:
        instructions = pikepdf.parse_content_stream(piece)
    except (pikepdf.PdfError, TypeError, ValueError):
        yield Unreadable(place)
        return
    shown: list[str] = []
    for instruction in instructions:
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Dictionary):
                yield from _values(operand, 0)
            elif isinstance(operand, pikepdf.String):
                shown.append(bytes(operand).decode("cp1252", "replace"))
            elif isinstance(operand, pikepdf.Array):
                # Kerning cuts a word into pieces; together they are the word.
                shown.append("".join(
                    bytes(part).decode("cp1252", "replace")
                    for part in operand if isinstance(part, pikepdf.String)
                ))  # fmt: skip
    if shown:
        yield Passage(place, "\n".join(shown))
        yield Passage(place, "".join(shown))
