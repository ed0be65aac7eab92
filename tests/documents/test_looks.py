"""First pages look as they did when somebody last looked at them."""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from lrt_desk.documents import pdf
from tests.documents.printed import DOCUMENTS
from tests.validators import need

GOLDEN = Path(__file__).parent / "golden"
DOTS = 40  # an inch: words are grey bars, what moved by a line is seen
MOST = 0.004  # of the page may differ: other versions of poppler smooth otherwise


def drawn(content: bytes) -> Image.Image:
    command = ["pdftoppm", "-r", str(DOTS), "-gray", "-png", "-singlefile", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return Image.open(BytesIO(done.stdout)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Give the share of the page that differs clearly after smoothing."""
    if one.size != other.size:
        return 1.0
    blurred = (page.filter(ImageFilter.GaussianBlur(1.2)) for page in (one, other))
    far = ImageChops.difference(*blurred).point(lambda level: 255 * (level > 24))
    return far.histogram()[255] / (one.width * one.height)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_first_page_looks_as_in_the_golden_picture(name: str) -> None:
    """To accept a change, run with LRT_DESK_GOLDEN=write and look at the pictures."""
    need("pdftoppm", shutil.which("pdftoppm"))
    page = drawn(pdf.render(DOCUMENTS[name]))
    file = GOLDEN / f"{name}.png"
    if os.environ.get("LRT_DESK_GOLDEN") == "write":
        page.quantize(16).save(file, optimize=True)
    assert difference(page, Image.open(file).convert("L")) <= MOST


def test_a_line_that_moved_is_seen() -> None:
    need("pdftoppm", shutil.which("pdftoppm"))
    page = drawn(pdf.render(DOCUMENTS["agenda"]))
    moved = page.copy()
    band = page.crop((0, 180, page.width, 260))
    moved.paste(band, (0, 184))
    assert difference(page, moved) > MOST
