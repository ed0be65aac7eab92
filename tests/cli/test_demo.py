"""The demonstration is the main job, and what it leaves must hold up to strangers' tools."""

import shutil
import subprocess
from pathlib import Path

import pytest

from lrt_desk.cli import demo, parse, run
from lrt_desk.documents.leaks import find_leaks
from lrt_desk.store.archive import open_archive
from lrt_desk.store.check import Severity, check
from lrt_desk.store.keys import key_for
from lrt_desk.store.queries import withheld_people
from tests.validators import need


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    assert run(parse(["demo", "--no-window", "--out", str(out)])) == 0
    return out


def test_every_document_is_there(folder):
    names = {path.name for path in folder.iterdir()}
    assert names >= {
        "demonstratie.lrt", "herstelkaart.pdf", "verslag-getekend.pdf", "verslag-openbaar.pdf",
        "agenda.pdf", "actielijst.pdf", "besluitenlijst.pdf", "presentielijst.pdf",
        "wijzigingenblad.pdf", "wijzigingenblad.odt", "wijzigingenblad.docx", "actielijst.csv",
        "verslag-gemarkeerd.pdf", "convocatie.pdf", "agendawijzigingen.pdf",
        "verslag.odt", "verslag.docx", "verslag.txt",
    }  # fmt: skip
    assert len(list((folder / "uitnodigingen").glob("*.ics"))) > 5


def test_no_withheld_name_is_in_the_public_copy_nor_in_a_file_name(folder):
    key = key_for(demo.archive_path(folder), demo.passphrase_path(folder))
    with open_archive(demo.archive_path(folder), key) as archive:
        people = withheld_people(archive)
        assert {one.severity for one in check(archive)} <= {Severity.INFORMATION}
    assert people
    assert find_leaks((folder / "verslag-openbaar.pdf").read_bytes(), people) == ()
    assert find_leaks((folder / "verslag-getekend.pdf").read_bytes(), people) != ()
    names = " ".join(path.name for path in folder.rglob("*")).casefold()
    assert [one.id for one in people if one.surname.casefold() in names] == []


def test_the_signature_is_valid_to_another_reader(folder):
    need("pdfsig", shutil.which("pdfsig"))
    command = ["pdfsig", "-nocert", folder / "verslag-getekend.pdf"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Signature is Valid" in said


def test_it_can_be_played_again_into_the_same_folder(folder):
    assert run(parse(["demo", "--no-window", "--out", str(folder)])) == 0
