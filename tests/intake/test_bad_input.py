"""What is no minutes, or no readable file, is refused in a sentence and at once."""

import io
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest

from lrt_desk.errors import DeskError
from lrt_desk.intake.minutes import read_minutes

ODT = "application/vnd.oasis.opendocument.text"


def package(**parts: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def blank_pdf(password: str = "") -> bytes:
    target = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    lock = pikepdf.Encryption(owner="eigenaar", user=password) if password else False
    document.save(target, encryption=lock)
    return target.getvalue()


POEM = "De avond valt, de meeuwen gaan,\nhet licht trekt over het water.\n\nEr blijft een boot.\n"
MAIL = "Beste Sam,\n\nMorgen 10 mei 2024 om 9.15 uur is er overleg. Kom je ook?\n\nGroet,\nKim\n"
CASES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "leeg"),
    "white space": (b" \n\t\r\n", "leeg"),
    "poem": (POEM.encode(), "geen verslag"),
    "mail": (MAIL.encode(), "geen verslag"),
    "table of figures": (b"naam;datum;bedrag\nA;2023-11-10;12\n" * 40, "geen verslag"),
    "program": (Path(__file__).read_bytes(), "geen verslag"),
    "NUL bytes": (b"Verslag LRT\n" + bytes(400), "geen tekst"),
    "binary": (bytes(range(256)) * 80, "geen tekst"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(900), "geen tekst"),
    "100 MB": (b"a" * 100_000_000, "te groot"),
    "20 MB of text": (b"Verslag LRT 10 mei 2024\n" * 900_000, "te groot"),
    "damaged PDF": (b"%PDF-1.7\n" + bytes(5000), "beschadigd"),
    "locked PDF": (blank_pdf("geheim"), "wachtwoord"),
    "scan": (blank_pdf(), "scan"),
    "zip of another kind": (package(a="b"), "kan niet gelezen"),
    "old Word document": (b"\xd0\xcf\x11\xe0" + bytes(900), "oude soort"),
    "rich text": (b"{\\rtf1 Verslag}", "kan niet gelezen"),
    "web page": (b"<!DOCTYPE html><html>Verslag</html>", "kan niet gelezen"),
    "deep DOCX": (
        package(**{"word/document.xml": "<a>" * 90_000 + "</a>" * 90_000}),
        "beschadigd",
    ),
    "deep ODT": (
        package(mimetype=ODT, **{"content.xml": "<a>" * 90_000 + "</a>" * 90_000}),
        "beschadigd",
    ),
    "large part in DOCX": (package(**{"word/document.xml": b" " * 90_000_000}), "te groot"),
    "large part in ODT": (package(mimetype=ODT, **{"content.xml": b" " * 90_000_000}), "te groot"),
    "entities": (
        package(**{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "beschadigd",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_refused_in_a_sentence_and_at_once(name: str) -> None:
    data, words = CASES[name]
    started = time.perf_counter()
    with pytest.raises(DeskError, match=words) as refusal:
        read_minutes("bestand", data)
    assert time.perf_counter() - started < 2
    assert refusal.value.remedy.endswith(".")


def test_a_locked_open_document_asks_for_one_without_a_password() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    data = package(mimetype=ODT, **{"content.xml": b"\x00", "META-INF/manifest.xml": manifest})
    with pytest.raises(DeskError, match="wachtwoord"):
        read_minutes("verslag.odt", data)


def test_the_name_of_a_file_says_nothing_about_its_format() -> None:
    text = (Path(__file__).parent / "fixtures" / "agenda-first.txt").read_bytes()
    assert read_minutes("verslag.pdf", text).body == "HLRT"
