"""Pictures for tests."""

from io import BytesIO

from PIL import Image, ImageDraw


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    """Draw a disc and a bar, as logos have."""
    picture = Image.new(mode, (width, height), "white" if mode == "RGB" else None)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((0, 0, height - 1, height - 1), fill=(21, 66, 115))
    pen.rectangle((height + 20, height // 3, width - 1, height // 2), fill=(0, 0, 0))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
