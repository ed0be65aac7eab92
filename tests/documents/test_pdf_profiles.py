"""Every PDF is PDF/UA-1 and PDF/A-2a, whatever people type."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from lrt_desk.documents import pdf
from tests.documents.nasty import document
from tests.documents.printed import DOCUMENTS
from tests.documents.reading import untagged
from tests.validators import need, verapdf

NASTY = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render every kind of document, and many that nobody should have to read."""
    made = tmp_path_factory.mktemp("pdf")
    for name, known in DOCUMENTS.items():
        made.joinpath(f"{name}.pdf").write_bytes(pdf.render(known))
    for seed in range(NASTY):
        made.joinpath(f"nasty-{seed:02}.pdf").write_bytes(pdf.render(document(seed)))
    return made


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_verapdf_passes_every_document(folder: Path, profile: str) -> None:
    need("veraPDF", verapdf())
    command = [*verapdf(), "-f", profile, "--format", "text", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    verdicts = done.stdout.splitlines()
    assert [line for line in verdicts if not line.startswith("PASS ")] == []
    assert len(verdicts) == len(DOCUMENTS) + NASTY


def test_qpdf_finds_no_fault(folder: Path) -> None:
    need("qpdf", shutil.which("qpdf"))
    for file in folder.glob("*.pdf"):
        done = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
        assert done.returncode == 0, (file.name, done.stderr)


def test_every_font_is_embedded_and_nothing_is_painted_untagged(folder: Path) -> None:
    for file in folder.glob("*.pdf"):
        with pikepdf.open(file) as opened:
            fonts = [font for page in opened.pages for font in page.obj.Resources.Font.values()]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts), file.name
        assert untagged(file.read_bytes()) == [], file.name


def test_the_same_document_gives_the_same_bytes_also_on_many_threads(folder: Path) -> None:
    known = DOCUMENTS["verslag-openbaar"]
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: pdf.render(known), range(12)))
    assert made == {folder.joinpath("verslag-openbaar.pdf").read_bytes()}


def test_other_words_give_another_file_identifier() -> None:
    identifiers = set()
    for known in DOCUMENTS.values():
        with pikepdf.open(BytesIO(pdf.render(known))) as opened:
            identifiers.add(bytes(opened.trailer.ID[0]))
    assert len(identifiers) == len(DOCUMENTS)
