"""Every PDF is PDF/UA-1 and PDF/A-2a, whatever people type."""

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from lrt_desk.documents import pdf
from lrt_desk.documents.tree import Document
from tests.documents.large import LARGE
from tests.documents.nasty import document
from tests.documents.printed import DOCUMENTS
from tests.documents.reading import untagged
from tests.validators import need, verapdf

NASTY = 200


def made() -> dict[str, Document]:
    nasty = {f"nasty-{seed:03}": document(seed) for seed in range(NASTY)}
    return {**DOCUMENTS, **LARGE, **nasty}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render every kind of document, large ones, and many that nobody should have to read."""
    out = tmp_path_factory.mktemp("pdf")
    for name, known in made().items():
        out.joinpath(f"{name}.pdf").write_bytes(pdf.render(known))
    return out


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_verapdf_passes_every_document(folder: Path, profile: str) -> None:
    need("veraPDF", verapdf())
    command = [*verapdf(), "-f", profile, "--format", "text", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    verdicts = done.stdout.splitlines()
    assert [line for line in verdicts if not line.startswith("PASS ")] == []
    assert len(verdicts) == len(DOCUMENTS) + len(LARGE) + NASTY


def test_large_documents_are_as_large_as_they_say(folder: Path) -> None:
    with pikepdf.open(folder / "verslag-400-bladzijden.pdf") as opened:
        assert len(opened.pages) >= 400
    with pikepdf.open(folder / "presentielijst-300.pdf") as opened:
        assert len(opened.pages) > 5


def test_qpdf_finds_no_fault(folder: Path) -> None:
    need("qpdf", shutil.which("qpdf"))
    with ThreadPoolExecutor(2) as pool:
        runs = pool.map(_checked, folder.glob("*.pdf"))
    assert [said for said in runs if said] == []


def _checked(file: Path) -> str:
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{file.name}: {done.stderr}"


def test_pdffonts_finds_every_font_embedded_with_its_characters(folder: Path) -> None:
    need("pdffonts", shutil.which("pdffonts"))
    for name in (*DOCUMENTS, *LARGE):
        said = subprocess.check_output(["pdffonts", folder / f"{name}.pdf"], text=True)
        fonts = [line for line in said.splitlines()[2:] if line.strip()]
        assert fonts, name
        for line in fonts:  # embedded, subset, with a map to Unicode
            assert re.search(r"\byes\s+yes\s+yes\b", line), (name, line)


def test_every_font_is_embedded_and_nothing_is_painted_untagged(folder: Path) -> None:
    for file in sorted(folder.glob("*.pdf"))[::4]:
        with pikepdf.open(file) as opened:
            fonts = [font for page in opened.pages for font in page.obj.Resources.Font.values()]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts), file.name
        assert untagged(file.read_bytes()) == [], file.name


def test_the_same_document_gives_the_same_bytes_also_on_many_threads(folder: Path) -> None:
    known = DOCUMENTS["verslag-openbaar"]
    with ThreadPoolExecutor(4) as pool:
        rendered = set(pool.map(lambda _: pdf.render(known), range(12)))
    assert rendered == {folder.joinpath("verslag-openbaar.pdf").read_bytes()}


def test_other_words_give_another_file_identifier() -> None:
    identifiers = set()
    for known in DOCUMENTS.values():
        with pikepdf.open(BytesIO(pdf.render(known))) as opened:
            identifiers.add(bytes(opened.trailer.ID[0]))
    assert len(identifiers) == len(DOCUMENTS)
