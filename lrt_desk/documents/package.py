"""Zip packages (ODF, OOXML) that are the same for the same content."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip can tell


def fixed(
    data: bytes, *, without: tuple[str, ...] = (), instead: Mapping[str, bytes] | None = None
) -> bytes:
    """Write a package again without clock times, and without parts whose name begins so.

    `instead` replaces whole parts. The first part stays first and uncompressed, as ODF asks of
    `mimetype` (ODF 1.3 part 2, 3.3).
    """
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            if info.filename.startswith(without):
                continue
            part = zipfile.ZipInfo(info.filename, _DAWN)
            part.compress_type = info.compress_type
            part.create_system = 3
            part.external_attr = 0o600 << 16
            new.writestr(part, (instead or {}).get(info.filename, old.read(info)))
    return file.getvalue()
