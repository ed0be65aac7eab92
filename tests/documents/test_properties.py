"""What a public copy says about its own making: nothing of who, where or on what."""

import getpass
import re
import socket
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from lrt_desk.documents import docx, minutes, odt, pdf
from lrt_desk.rules.redact import public_snapshot
from tests.documents.hostile import hostile

SNAPSHOT, HIDDEN = hostile(7)
DOCUMENT = minutes.minutes(public_snapshot(SNAPSHOT, HIDDEN, number="LRT-1").snapshot)
MAKERS = {"pdf": pdf.render, "odt": odt.render, "docx": docx.render}
OF_THE_MAKER = re.compile(
    rb"<(?:dc:creator|meta:initial-creator|cp:lastModifiedBy|dc:contributor|meta:printed-by|Manager)"
    rb"[^>]*>\s*(?:<rdf:\w+>\s*)*[^<\s]"
)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of a package, or the objects of a PDF, as plain bytes."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return {name: package.read(name) for name in package.namelist()}
    plain = BytesIO()
    with pikepdf.open(BytesIO(content)) as file:
        file.save(plain, compress_streams=False, normalize_content=True,
                  object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    return {"pdf": plain.getvalue()}


@pytest.mark.parametrize("name", MAKERS)
def test_no_author_machine_or_path_is_in_the_properties(name):
    parts = unpacked(MAKERS[name](DOCUMENT))
    places = {str(Path.cwd()), str(Path.home()), str(Path(pdf.__file__).parents[2])} - {"/"}
    secrets = [word.encode() for word in (*places, socket.gethostname()) if len(word) > 3]
    if len(getpass.getuser()) > 4:
        secrets.append(getpass.getuser().encode())
    for part, data in parts.items():
        assert not [secret for secret in secrets if secret in data], part
        assert not OF_THE_MAKER.search(data), part


def test_the_pdf_has_no_author_among_its_information():
    with pikepdf.open(BytesIO(pdf.render(DOCUMENT))) as file:
        assert set(file.docinfo) <= {"/Title", "/Producer", "/CreationDate", "/ModDate", "/Subject"}
        with file.open_metadata() as xmp:
            assert "dc:creator" not in xmp


@pytest.mark.parametrize("planted", [
    b"<dc:creator>Iemand</dc:creator>", b"<cp:lastModifiedBy>x</cp:lastModifiedBy>",
    b"<dc:creator>\n<rdf:Seq>\n<rdf:li>Iemand</rdf:li>",
])  # fmt: skip
def test_a_planted_author_is_seen(planted):
    assert OF_THE_MAKER.search(planted)
