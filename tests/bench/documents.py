"""The minutes of the demonstration as PDF, against typst and LibreOffice on the same content."""

import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from lrt_desk.commands.demonstration import create_demonstration
from lrt_desk.documents import pdf, tree
from lrt_desk.documents.minutes import minutes
from lrt_desk.store.keys import new_key
from lrt_desk.store.snapshots import session_snapshot
from tests.bench.timing import absent, compare

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


def lines() -> Iterator[str]:
    """Compare inside this process with typst, and as a whole process with LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = _document(folder)
        plain = list(_plain(document.nodes))
        yield _against_typst(document, plain)
        yield _against_libreoffice(document, plain, folder)


def _against_typst(document: tree.Document, plain: Sequence[Line]) -> str:
    what = "minutes PDF, against typst (PDF/UA-1 only)"
    try:
        import typst
    except ImportError:
        return absent(what, "typst is not installed")
    theirs = partial(typst.compile, _typst_source(plain), pdf_standards=["ua-1"])
    return compare(what, partial(pdf.render, document), theirs, 9)


def _against_libreoffice(document: tree.Document, plain: Sequence[Line], folder: Path) -> str:
    what = "minutes PDF as a process, against soffice"
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
