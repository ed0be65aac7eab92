"""Every verb does its work, and says in one line what the user can mend."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from lrt_desk.cli import parse, run
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.verify import verify
from lrt_desk.store.archive import utc_now
from tests.validators import need


@pytest.fixture
def imported(desk, minutes_file, capsys):
    assert desk("import", minutes_file) == 0
    capsys.readouterr()
    return desk


def shown(desk, capsys) -> dict:
    assert desk("show", "LRT/2026-03-06", "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_a_new_archive_comes_with_a_recovery_kit(desk, tmp_path):
    assert (tmp_path / "a.lrt").stat().st_mode & 0o777 == 0o600
    kit = (tmp_path / "a-herstelkaart.pdf").read_bytes()
    assert verify(kit).claims == ("PDF/A-2a", "PDF/UA-1")


def test_a_second_archive_does_not_overwrite_the_first(desk, tmp_path, capsys):
    before = (tmp_path / "a.lrt").read_bytes()
    (tmp_path / "a-herstelkaart.pdf").unlink()
    assert desk("new", tmp_path / "a.lrt") == 1
    assert (tmp_path / "a.lrt").read_bytes() == before
    assert not (tmp_path / "a-herstelkaart.pdf").exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_show_has_the_facts_that_scripts_count_on(imported, capsys):
    facts = shown(imported, capsys)
    assert (facts["body"], facts["date"], facts["start"], facts["end"], facts["place"]) == (
        "LRT", "2026-03-06", "09:15", None, "Webex",
    )  # fmt: skip
    assert facts["state"] == "imported"
    people = [(a["name"], a["organisation"], a["confidentiality"]) for a in facts["attendees"]]
    assert people == [
        ("Dhr. Van der Zwaluw", "SJenV", "public"),
        ("Mevr. Roskam", "VNG", "public"),
        (None, "JenV", "name_withheld"),
        ("secretariaat", None, "public"),
    ]
    assert {a["status"] for a in facts["attendees"]} == {"present"}
    assert [(i["number"], i["title"], len(i["blocks"])) for i in facts["items"]] == [
        ("1", "OPENING", 2),
        ("2", "WVTTK", 1),
    ]
    assert [(a["owners"], a["due"], a["item"]) for a in facts["actions"]] == [
        (["VNG"], None, "1"),
        (["JenV"], "2026-03-20", "2"),
    ]
    assert [(a["outcome"], a["organisations"]) for a in facts["approvals"]] == [
        ("with_changes", ["VNG"])
    ]


def test_sessions_are_listed(imported, capsys):
    assert imported("sessions", "--json") == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["reference"], line["start"]) == ("LRT/2026-03-06", "09:15")
    assert imported("sessions") == 0
    line = capsys.readouterr().out
    assert "6 maart 2026" in line
    assert line.rstrip().endswith("geïmporteerd")


def test_show_says_in_dutch_who_was_there(imported, capsys):
    assert imported("show", "LRT/2026-03-06") == 0
    text = capsys.readouterr().out
    assert "[geïmporteerd]" in text
    assert " aanwezig\n" in text
    assert not {"present", "partly_present", "absent", "imported"} & set(text.split())


def test_search_finds_inside_compounds(imported, capsys):
    assert imported("search", "regeling", "--json") == 0
    hits = json.loads(capsys.readouterr().out)
    assert [hit["session"] for hit in hits] == ["LRT/2026-03-06"]
    assert "dienstregeling" in hits[0]["snippet"]


def test_importing_twice_changes_nothing(imported, minutes_file, capsys):
    before = shown(imported, capsys)
    assert imported("import", minutes_file) == 1
    assert "staat al in dit archief" in capsys.readouterr().err
    assert shown(imported, capsys) == before


def test_one_bad_file_does_not_stop_the_others(desk, minutes_file, tmp_path, capsys):
    bad = tmp_path / "gedicht.txt"
    bad.write_text("De zon zakt in de zee\nen niemand vergadert mee\n", encoding="utf-8")
    assert desk("import", bad, minutes_file) == 1
    captured = capsys.readouterr()
    assert "gedicht.txt" in captured.err
    assert "LRT/2026-03-06" in captured.out


@pytest.mark.parametrize("kind", ["minutes", "agenda", "actions", "decisions", "attendance"])
@pytest.mark.parametrize("suffix", ["pdf", "odt", "docx", "txt"])
def test_export_writes_every_document_in_every_format(imported, tmp_path, kind, suffix):
    target = tmp_path / f"uit.{suffix}"
    assert imported("export", "LRT/2026-03-06", kind, "--format", suffix, "-o", target) == 0
    assert target.stat().st_mode & 0o777 == 0o600
    magic = {"pdf": b"%PDF-1.7", "odt": b"PK", "docx": b"PK", "txt": b""}[suffix]
    assert target.read_bytes().startswith(magic)
    assert target.stat().st_size > 100


def test_a_public_copy_has_a_number_that_it_keeps(imported, tmp_path, capsys):
    first, second = tmp_path / "een.pdf", tmp_path / "twee.pdf"
    for target in (first, second):
        assert imported("export", "LRT/2026-03-06", "minutes", "--public", "-o", target) == 0
    assert first.read_bytes() == second.read_bytes()
    assert imported("verify", first) == 0
    capsys.readouterr()
    assert len(shown(imported, capsys)["versions"]) == 1


def test_what_is_signed_is_valid_to_another_reader(imported, tmp_path, capsys):
    need("pdfsig", shutil.which("pdfsig"))
    certificate, secret = tmp_path / "ik.p12", tmp_path / "ik.txt"
    certificate.write_bytes(self_signed("I. Tester", "JenV", "geheim", at=utc_now()))
    secret.write_text("geheim\n", encoding="utf-8")
    target = tmp_path / "getekend.pdf"
    words = ("export", "LRT/2026-03-06", "minutes", "--sign", certificate)
    assert imported(*words, "--sign-password-file", secret, "-o", target) == 0
    said = subprocess.run(
        ["pdfsig", "-nocert", target], capture_output=True, text=True, check=True
    ).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    secret.write_text("mis\n", encoding="utf-8")
    before = target.read_bytes()
    assert imported(*words, "--sign-password-file", secret, "-o", target) == 1
    assert target.read_bytes() == before
    altered = tmp_path / "anders.pdf"
    altered.write_bytes(before.replace(b"%PDF-1.7", b"%PDF-1.6", 1))
    assert imported("verify", altered) == 1


def test_a_folder_that_is_not_there_is_one_clear_line(imported, tmp_path, capsys):
    target = tmp_path / "weg" / "uit.pdf"
    assert imported("export", "LRT/2026-03-06", "minutes", "-o", target) == 1
    assert re.fullmatch(r"lrt-desk: .*Er is niets gewijzigd\.\n", capsys.readouterr().err)


def test_check_finds_a_sound_archive_sound(imported, capsys):
    assert imported("check") == 0
    assert "in orde" in capsys.readouterr().out


def test_a_wrong_passphrase_is_said_and_changes_nothing(imported, tmp_path, capsys):
    wrong = tmp_path / "mis.txt"
    wrong.write_text("heel andere woorden\n", encoding="utf-8")
    archive = tmp_path / "a.lrt"
    before = archive.read_bytes()
    words = ["--archive", str(archive), "--passphrase-file", str(wrong), "sessions"]
    assert run(parse(words)) == 1
    assert archive.read_bytes() == before
    assert capsys.readouterr().err.startswith("lrt-desk: ")


@pytest.mark.parametrize(
    "words",
    [["sessions"], ["export", "X", "minutes"], ["--archive", "a", "export", "X", "poem"], ["fly"]],
)
def test_wrong_usage_is_status_two(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        parse(words)
    assert stopped.value.code == 2
    assert "gebruik" in capsys.readouterr().err


def test_self_test_passes(capsys):
    assert run(parse(["self-test"])) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_a_reader_that_has_seen_enough_is_no_trouble(passphrase, tmp_path, imported):
    words = ["--archive", tmp_path / "a.lrt", "--passphrase-file", passphrase]
    verb = subprocess.Popen(
        [sys.executable, "-m", "lrt_desk", *words, "show", "LRT/2026-03-06", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    verb.stdout.close()
    assert verb.stderr.read() == b""
    assert verb.wait() == 0
    verb.stderr.close()
