"""A logo loses what a picture may carry along, and what is no picture is refused."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from lrt_desk.errors import DeskError
from lrt_desk.intake.logo import read_logo
from tests.documents.pictures import png


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_transparent_picture_is_put_on_white_and_made_small() -> None:
    logo = opened(read_logo(png(2400, 600, "RGBA")))
    assert (logo.format, logo.mode, logo.size) == ("PNG", "RGB", (600, 150))
    assert logo.getpixel((590, 5)) == (255, 255, 255)


def test_comments_and_camera_data_are_left_out() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Mevr. Geheim")
    file = BytesIO()
    Image.new("RGB", (10, 10)).save(file, "PNG", pnginfo=told)
    exif = Image.Exif()
    exif[0x013B] = "Mevr. Geheim"
    photo = BytesIO()
    Image.new("RGB", (10, 10)).save(photo, "JPEG", exif=exif)
    for data in (file.getvalue(), photo.getvalue()):
        assert b"Geheim" in data
        assert b"Geheim" not in read_logo(data)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a" + bytes(20), png(60, 20)[:60]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(DeskError, match="geen leesbare PNG of JPEG"):
        read_logo(data)


def test_a_picture_of_very_many_pixels_is_refused_before_it_is_unpacked() -> None:
    file = BytesIO()
    Image.new("1", (6000, 6000)).save(file, "PNG")
    with pytest.raises(DeskError, match="te groot"):
        read_logo(file.getvalue())
