"""Documents from the command line: every kind, lists over a period, a logo."""

import csv

import pytest

from lrt_desk.cli import demo, parse, run
from lrt_desk.documents.verify import verify
from tests.documents.pictures import png
from tests.documents.reading import spoken, structure


@pytest.fixture
def filled(desk, minutes_file, capsys):
    assert desk("import", minutes_file) == 0
    capsys.readouterr()
    return desk


def test_a_list_over_a_period_has_every_session_in_it(filled, tmp_path):
    out = tmp_path / "acties.pdf"
    assert filled("export", "LRT/2026-01-01..2026-12-31", "actions", "-o", out) == 0
    said = spoken(out.read_bytes())
    assert "LRT/2026-03-06" in said
    assert "waterschap" in said
    assert filled("export", "lrt/2026-04-01..2026-12-31", "actions", "-o", out) == 0
    assert "In deze periode zijn geen acties afgesproken." in spoken(out.read_bytes())


def test_a_list_goes_to_a_spreadsheet(filled, tmp_path):
    out = tmp_path / "acties.csv"
    assert filled("export", "LRT/2026-01-01..2026-12-31", "actions", "-o", out) == 0
    head, *rows = csv.reader(out.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert head[:3] == ["Vergadering", "Nr.", "Actie"]
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("asked", "say"),
    [
        (("LRT/2026-12-31..2026-01-01", "actions"), "geen periode"),
        (("LRT/2026-02-30..2026-03-01", "actions"), "geen periode"),
        (("XYZ/2026-01-01..2026-12-31", "actions"), "geen overleg XYZ"),
        (("LRT/2026-01-01..2026-12-31", "minutes"), "alleen lijsten"),
        (("LRT/2026-03-06", "agenda-changes"), "geen verzonden agenda"),
        (("LRT/2026-03-06", "minutes-marked"), "nog geen versie rondgestuurd"),
    ],
)
def test_what_cannot_be_made_is_said_and_no_file_is_left(filled, tmp_path, capsys, asked, say):
    out = tmp_path / "uit.pdf"
    assert filled("export", *asked, "-o", out) == 1
    assert say in capsys.readouterr().err
    assert not out.exists()


def test_a_logo_stands_on_documents_made_from_then_on(filled, tmp_path, capsys):
    file, out = tmp_path / "logo.png", tmp_path / "agenda.pdf"
    file.write_bytes(png(400, 120))
    assert filled("logo", "lrt", file, "--text", "Beeldmerk van de proeftafel") == 0
    assert filled("export", "LRT/2026-03-06", "agenda", "-o", out) == 0
    assert "Figure Alt=Beeldmerk van de proeftafel" in structure(out.read_bytes())
    file.write_bytes(b"geen plaatje")
    assert filled("logo", "lrt", file, "--text", "x") == 1
    assert filled("logo", "xyz", file, "--text", "x") == 1


def test_an_agenda_that_changed_after_the_invitation_says_what_changed(tmp_path):
    out = tmp_path / "demo"
    assert run(parse(["demo", "--no-window", "--out", str(out)])) == 0
    said = spoken((out / "agendawijzigingen.pdf").read_bytes())
    assert "Gewijzigd punt." in said
    assert "20 minuten" in said
    assert verify((out / "convocatie.pdf").read_bytes()).claims == ("PDF/A-2a", "PDF/UA-1")
    assert demo.archive_path(out).exists()
