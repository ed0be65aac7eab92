"""A picture that somebody chose, made fit for the head of documents."""

from io import BytesIO

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

_LARGEST = 600  # pixels on a side: 300 dots an inch at the size it is printed
_HEAVIEST = 20_000_000  # pixels in the file as it comes


def read_logo(data: bytes) -> bytes:
    """Read a PNG or JPEG and give a PNG without transparency, profile, comments or camera data.

    Errors: DeskError when it is no such picture, or a very large one.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _HEAVIEST:
                raise DeskError(t("Dit logo is te groot."), t("Kies een kleinere afbeelding."))
            clear = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DeskError(
            t("Dit bestand is geen leesbare PNG of JPEG."), t("Kies een andere afbeelding.")
        ) from error
    clear.thumbnail((_LARGEST, _LARGEST))
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    file = BytesIO()
    flat.save(file, "PNG", optimize=True)
    return file.getvalue()
