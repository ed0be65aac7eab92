"""Publishing from the terminal: undecided proposals stop it, decisions are words on one line."""

import json

import pytest

from lrt_desk.cli import parse
from lrt_desk.commands import people
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Category, Ground, PublicCopy
from lrt_desk.store.archive import open_archive
from lrt_desk.store.keys import key_for

SESSION = "LRT/2026-03-06"


@pytest.fixture
def opened(tmp_path, passphrase):
    """Open the archive of the desk beside it."""
    path = tmp_path / "a.lrt"

    def call():
        return open_archive(path, key_for(path, passphrase))

    return call


@pytest.fixture
def secretive(desk, minutes_file, opened, capsys):
    """Imported minutes in which somebody stands whose name was withheld since."""
    words = minutes_file.read_text("utf-8")
    said = "• Mevr. Pendel wijst op de pendel."
    minutes_file.write_text(words.replace("• De dienstregeling", f"{said}\n• De dienstregeling"),
                            encoding="utf-8")  # fmt: skip
    assert desk("import", minutes_file) == 0
    with opened() as archive:
        people.add_person(archive, surname="Pendel", confidentiality=Confidentiality.NAME_WITHHELD)
    capsys.readouterr()
    return desk


def proposed(desk, capsys) -> list[dict]:
    capsys.readouterr()
    assert desk("redactions", SESSION, "--json") == 0
    return json.loads(capsys.readouterr().out)["proposals"]


def test_export_refuses_while_proposals_wait_and_says_how_to_decide(secretive, tmp_path, capsys):
    target = tmp_path / "openbaar.pdf"
    assert secretive("export", SESSION, "minutes", "--public", "-o", target) == 1
    said = capsys.readouterr().err
    assert "2 voorstellen" in said
    assert f"redactions {SESSION}" in said
    assert said.count("\n") == 1
    assert "Pendel" not in said
    assert not target.exists()
    assert secretive("export", SESSION, "actions", "--public", "-o", target) == 1
    assert secretive("export", SESSION, "minutes", "-o", target) == 0


def test_what_is_decided_is_what_the_copy_shows(secretive, tmp_path, capsys):
    target = tmp_path / "openbaar.txt"
    name, word = proposed(secretive, capsys)
    assert (name["quote"], name["certainty"], name["ground"]) == (
        "Mevr. Pendel",
        "certain",
        "5.1.2e",
    )
    assert (word["quote"], word["certainty"]) == ("pendel", "uncertain")
    assert "wijst op de" in word["context"]
    assert secretive("redactions", SESSION, "--confirm", "certain") == 0
    assert "1 voorstel wacht" in capsys.readouterr().out
    words = ("--reject", word["id"], "--reason", "Een bus.")
    assert secretive("redactions", SESSION, *words) == 0
    assert proposed(secretive, capsys) == []
    assert secretive("export", SESSION, "minutes", "--public", "-o", target) == 0
    text = target.read_text("utf-8")
    assert "wijst op de pendel" in text
    assert "Pendel" not in text


def test_a_ground_can_be_given_as_people_write_it(secretive, opened, capsys):
    assert secretive("redactions", SESSION, "--confirm", "all", "--ground", "5.1.2.h") == 0
    assert secretive("redactions", SESSION, "--json") == 0
    printed = capsys.readouterr().out
    facts = json.loads(printed[printed.index("{") :])
    assert [one["ground"] for one in facts["decided"]] == [Ground.SECURITY] * 2


@pytest.mark.parametrize(
    "words",
    [("--confirm", "bestaatniet"), ("--reject", "bestaatniet", "--reason", "x")],
)  # fmt: skip
def test_an_unknown_proposal_changes_nothing(secretive, words, capsys):
    before = proposed(secretive, capsys)
    assert secretive("redactions", SESSION, *words) == 1
    assert "bestaatniet" in capsys.readouterr().err
    assert proposed(secretive, capsys) == before


def test_a_rejection_without_reason_is_refused(secretive, capsys):
    _, word = proposed(secretive, capsys)
    assert secretive("redactions", SESSION, "--reject", word["id"]) == 1
    assert len(proposed(secretive, capsys)) == 2


def test_category_and_withdrawal_are_recorded(desk, minutes_file, opened, tmp_path, capsys):
    assert desk("import", minutes_file) == 0
    words = ("--public", "--category", "c_3baef532", "-o", tmp_path / "uit.pdf")
    assert desk("export", SESSION, "minutes", *words) == 0
    with opened() as archive:
        [copy] = archive.find(PublicCopy)
    assert (copy.category, copy.withdrawn_at) == (Category.WOO_DECISION, None)
    assert desk("withdraw", copy.number) == 0
    with opened() as archive:
        assert archive.find(PublicCopy)[0].withdrawn_at is not None
    capsys.readouterr()
    assert desk("withdraw", copy.number) == 1
    assert desk("withdraw", "LRT-0000") == 1
    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--archive", "a", "redactions", "S", "--ground", "9.9"], ["redactions", "S"],
        ["--archive", "a", "export", "S", "minutes", "--category", "c_1", "-o", "x"],
    ],
)  # fmt: skip
def test_wrong_words_are_status_two(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        parse(words)
    assert stopped.value.code == 2
