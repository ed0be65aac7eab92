"""Minutes as PDF, against typst, WeasyPrint, LibreOffice and a bare signature; same content."""

import datetime as dt
import pickle
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lrt_desk.commands.demonstration import create_demonstration
from lrt_desk.documents import pdf, tree
from lrt_desk.documents.minutes import minutes
from lrt_desk.store.keys import new_key
from lrt_desk.store.snapshots import session_snapshot
from tests.bench.timing import absent, compare

if TYPE_CHECKING:
    from pyhanko.sign import signers

PAGES = (2, 20, 200)
ROOT = Path(__file__).parents[2]
RENDER = """
import pathlib, pickle, sys
from lrt_desk.documents import pdf
pdf.render(pickle.loads(pathlib.Path(sys.argv[1]).read_bytes()))
"""
Line = tuple[str, str]
"""What a paragraph is ("heading", "bullet" or "text") and its words."""


def _document(folder: Path) -> tree.Document:
    story = create_demonstration(folder / "demo.lrt", new_key())
    with story.archive as archive:
        return minutes(session_snapshot(archive, story.approved))


def _words(content: tree.Inlines) -> str:
    return "".join(
        part.ground if isinstance(part, tree.Withheld) else part.text for part in content
    )


def _plain(nodes: Sequence[tree.Node | tree.ListItem]) -> Iterator[Line]:
    for node in nodes:
        match node:
            case tree.Heading():
                yield "heading", f"{node.number} {_words(node.content)}".strip()
            case tree.Paragraph():
                yield "text", _words(node.content)
            case tree.ListItem():
                yield "bullet", _words(node.content)
                yield from _plain(node.children)
            case tree.BulletList():
                yield from _plain(node.items)
            case tree.Facts():
                for label, values in node.rows:
                    yield "text", f"{label}: " + ", ".join(_words(value) for value in values)
            case tree.Table():
                for row in node.rows:
                    yield "text", " – ".join(_words(cell) for cell in row)
            case tree.SignatureSpace():
                yield "text", node.label


def _typst_source(lines: Sequence[Line]) -> bytes:
    marks = {"heading": "= ", "bullet": "- ", "text": ""}
    strings = ((mark, words.replace("\\", "\\\\").replace('"', '\\"')) for mark, words in lines)
    body = "\n\n".join(f'{marks[mark]}#"{words}"' for mark, words in strings)
    return f'#set text(lang: "nl", size: 9pt)\n#set document(title: "Verslag")\n{body}\n'.encode()


def _docx(lines: Sequence[Line], path: Path) -> None:
    import docx

    styles = {"heading": "Heading 1", "bullet": "List Bullet", "text": "Normal"}
    written = docx.Document()
    for mark, words in lines:
        written.add_paragraph(words, styles[mark])
    written.save(str(path))


def _of_pages(document: tree.Document, pages: int) -> tree.Document:
    """Repeat the text of minutes until it fills about so many pages."""
    head, *body = document.nodes
    short = max(1, len(body) // 3)
    if pages <= PAGES[0]:
        return replace(document, nodes=(head, *body[: short * 2]))
    turns = round(pages / _length(document))
    return replace(document, nodes=(head, *(body * max(1, turns))))


def _length(document: tree.Document) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(pdf.render(document))) as opened:
        return len(opened.pages)


def lines() -> Iterator[str]:
    """Compare the same words set by others, on few pages and many; then signing, then memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = _document(folder)
        for pages in PAGES:
            document = _of_pages(story, pages)
            plain = list(_plain(document.nodes))
            what = f"minutes, {_length(document)} pages"
            yield _against_typst(what, document, plain)
            yield _against_weasyprint(what, document, plain)
            if pages <= 20:
                yield _against_libreoffice(what, document, plain, folder)
            yield _against_bare_signature(what, document)
        yield _memory(story)


def _against_typst(what: str, document: tree.Document, plain: Sequence[Line]) -> str:
    what = f"{what}, typst (UA-1 only)"
    try:
        import typst
    except ImportError:
        return absent(what, "typst is not installed")
    theirs = partial(typst.compile, _typst_source(plain), pdf_standards=["ua-1"])
    return compare(what, partial(pdf.render, document), theirs, 5)


def _against_weasyprint(what: str, document: tree.Document, plain: Sequence[Line]) -> str:
    what = f"{what}, WeasyPrint (UA-1)"
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        return absent(what, "WeasyPrint is not installed")
    html = HTML(string=_html(plain))
    theirs = partial(html.write_pdf, pdf_variant="pdf/ua-1")
    return compare(what, partial(pdf.render, document), theirs, 1 if len(plain) > 1000 else 3)


def _html(plain: Sequence[Line]) -> str:
    tags = {"heading": "h1", "bullet": "li", "text": "p"}
    body = "".join(f"<{tags[mark]}>{escape(words)}</{tags[mark]}>" for mark, words in plain)
    style = "<style>body {font: 9pt sans-serif}</style>"
    return f"<html lang=nl><head><title>Verslag</title>{style}</head><body>{body}</body></html>"


def _against_libreoffice(
    what: str, document: tree.Document, plain: Sequence[Line], folder: Path
) -> str:
    what = f"{what}, soffice (processes)"
    soffice = shutil.which("soffice")
    if not soffice:
        return absent(what, "LibreOffice is not installed")
    source, pickled = folder / "verslag.docx", folder / "verslag.pickle"
    _docx(plain, source)
    pickled.write_bytes(pickle.dumps(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    run = partial(subprocess.run, check=True, cwd=ROOT, capture_output=True)
    ours = partial(run, [sys.executable, "-c", RENDER, pickled])
    return compare(what, ours, partial(run, convert), 3)


def _against_bare_signature(what: str, document: tree.Document) -> str:
    """Compare our signing with pyHanko's own, of the same file with the same key."""
    from lrt_desk.documents.certificates import self_signed
    from lrt_desk.documents.sign import load_pkcs12, sign

    now = dt.datetime.now(dt.UTC)
    signer = load_pkcs12(self_signed("Proef", "Proef", "proef", at=now), "proef")
    content = pdf.render(replace(document, nodes=(*document.nodes, tree.SignatureSpace())))
    ours = partial(sign, content, signer, at=now, reason="Vaststelling")
    return compare(f"{what}, signing, bare pyHanko", ours, partial(_bare, content, now), 5)


def _bare(content: bytes, now: dt.datetime) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, sign_pdf
    from pyhanko.sign.fields import SigSeedSubFilter

    writer = IncrementalPdfFileWriter(BytesIO(content))
    meta = PdfSignatureMetadata(field_name="Handtekening", subfilter=SigSeedSubFilter.PADES)
    return sign_pdf(writer, meta, signer=_bare_signer(now)).getvalue()


@cache
def _bare_signer(now: dt.datetime) -> "signers.SimpleSigner":
    from pyhanko.sign import signers

    from lrt_desk.documents.certificates import self_signed

    pkcs12 = self_signed("Proef", "Proef", "proef", at=now)
    signer = signers.SimpleSigner.load_pkcs12_data(pkcs12, (), b"proef")
    if signer is None:
        raise AssertionError("our own certificate can be read")
    return signer


def _memory(document: tree.Document) -> str:
    """Compare the peak of 200 pages with ten times that of 20: no ratio above 1 is allowed."""
    peaks = []
    for pages in PAGES[1:]:
        known = _of_pages(document, pages)
        tracemalloc.start()
        pdf.render(known)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6 / _length(known))
        tracemalloc.stop()
    few, many = peaks
    return f"{'memory a page, 200 pages against 20':48}{many:8.2f}MB{few:8.2f}MB  {many / few:5.2f}"
