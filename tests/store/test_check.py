"""What was changed behind our back is found, said calmly, and stops nobody."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lrt_desk.store import anchors, check, engine, journal
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.check import Finding, Severity
from tests.store.sample import KEY, SESSION, fill


@pytest.fixture
def filled(archive: Archive) -> Path:
    fill(archive)
    for place in ("Assen", "Breda", "Delft"):
        with archive.atomic(f"Naar {place}"):
            archive.put(replace(SESSION, place=place))
    archive.close()
    return archive.path


@contextlib.contextmanager
def behind_our_back(path: Path) -> Iterator[engine.Connection]:
    with contextlib.closing(engine.connect(path, KEY)) as db:
        db.execute("DROP TRIGGER journal_keeps")
        db.execute("DROP TRIGGER journal_stays")
        yield db


def findings(path: Path) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Give what is said at opening and by the check."""
    with open_archive(path, KEY) as archive:
        return archive.findings, check.check(archive)


def said(path: Path, words: str) -> None:
    for told in findings(path):
        assert any(words in finding.message for finding in told if finding.serious), told


def test_all_is_well(filled: Path) -> None:
    assert findings(filled) == ((), ())


def test_the_journal_is_append_only(archive: Archive) -> None:
    fill(archive)
    for statement in ("UPDATE journal SET label = 'x'", "DELETE FROM journal"):
        with pytest.raises(engine.DatabaseError, match="append-only"):
            archive.db.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "label = 'Naar Ede'",
        "actor = 'iemand anders'",
        "at = '2020-01-01T00:00:00+00:00'",
        "wall = 1",
        "after = replace(after, 'Breda', 'Ede')",
        "hash = previous",
    ],
)
def test_a_changed_entry(filled: Path, change: str) -> None:
    with behind_our_back(filled) as db:
        changed = db.execute(f"UPDATE journal SET {change} WHERE label = 'Naar Breda'").rowcount
    assert changed == 1
    said(filled, "Het logboek is buiten LRT Desk om veranderd")


def test_a_changed_byte_of_history_names_the_entry(filled: Path) -> None:
    with behind_our_back(filled) as db:
        (seq,) = db.execute("SELECT seq FROM journal WHERE label = 'Naar Assen'").fetchone()
        db.execute("UPDATE journal SET after = after || ' ' WHERE seq = ?", (seq,))
    said(filled, f"vanaf regel {seq}.")


def test_a_removed_entry(filled: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("DELETE FROM journal WHERE label = 'Naar Breda'")
    said(filled, "Het logboek is buiten LRT Desk om veranderd")


def test_a_removed_first_entry(filled: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("DELETE FROM journal WHERE seq = 1")
    said(filled, "vanaf regel 1.")


def test_a_removed_last_entry(filled: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("DELETE FROM journal WHERE label = 'Naar Delft'")
    said(filled, "de laatste regel van het logboek ontbreekt")


def test_history_rewritten_with_all_its_hashes(filled: Path) -> None:
    with behind_our_back(filled) as db:
        (archive_id,) = db.execute("SELECT id FROM archive").fetchone()
        db.execute("UPDATE journal SET label = 'Anders' WHERE label = 'Naar Delft'")
        (txn,) = db.execute("SELECT max(txn) FROM journal").fetchone()
        (entry,) = journal.of_transaction(db, txn)
        db.execute("UPDATE journal SET hash = ? WHERE txn = ?", (journal.sealed(entry), txn))
        assert journal.first_break(db, archive_id) is None
    said(filled, "De geschiedenis van dit bestand is een andere")


def test_an_entry_resealed_without_those_after_it(filled: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("UPDATE journal SET label = 'Anders' WHERE label = 'Naar Breda'")
        (txn,) = db.execute("SELECT txn FROM journal WHERE label = 'Anders'").fetchone()
        (entry,) = journal.of_transaction(db, txn)
        db.execute("UPDATE journal SET hash = ? WHERE txn = ?", (journal.sealed(entry), txn))
    said(filled, f"vanaf regel {txn + 1}.")


def test_a_row_changed_without_the_journal(filled: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("UPDATE session SET place = 'Ede'")
        db.execute("DELETE FROM action")
    _, told = findings(filled)
    assert [finding.message[:24] for finding in told] == ["2 gegevens zijn anders d"]


def test_an_older_copy_put_back(filled: Path, tmp_path: Path) -> None:
    older = tmp_path / "ouder.lrt"
    shutil.copyfile(filled, older)
    with open_archive(filled, KEY) as archive, archive.atomic("Verder"):
        archive.put(replace(SESSION, place="Ede"))
    shutil.copyfile(older, filled)
    said(filled, "Dit bestand is ouder")
    with open_archive(filled, KEY) as archive, archive.atomic("Toch verder"):
        archive.put(replace(SESSION, place="Goes"))
    told = findings(filled)[1]
    assert [finding.severity for finding in told] == [Severity.INFORMATION]
    assert "ging het werk verder" in told[0].message


def test_an_emptied_archive_put_in_its_place(filled: Path, tmp_path: Path) -> None:
    with behind_our_back(filled) as db:
        db.execute("DELETE FROM journal")
    said(filled, "Dit bestand is ouder")


def test_another_computer_says_so_and_no_more(filled: Path, state: Path) -> None:
    for anchor in (state / "anchors").iterdir():
        anchor.unlink()
    for told in findings(filled):
        assert [finding.severity for finding in told] == [Severity.INFORMATION]
    with open_archive(filled, KEY) as archive, archive.atomic("Verder"):
        archive.put(replace(SESSION, place="Ede"))
    assert findings(filled) == ((), ())


def test_an_unreadable_anchor_is_as_none(filled: Path, state: Path) -> None:
    for anchor in (state / "anchors").iterdir():
        anchor.write_bytes(b"{")
    told, _ = findings(filled)
    assert [finding.severity for finding in told] == [Severity.INFORMATION]


def test_an_anchor_that_stayed_behind_is_in_order(archive: Archive, state: Path) -> None:
    fill(archive)
    (anchor,) = (state / "anchors").iterdir()
    behind = anchor.read_bytes()
    with archive.atomic("Daarna viel de stroom uit"):
        archive.put(replace(SESSION, place="Ede"))
    anchor.write_bytes(behind)
    archive.close()
    assert findings(archive.path) == ((), ())


def test_an_anchor_that_cannot_be_written_costs_no_edit(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError

    monkeypatch.setattr(anchors, "write_file", full)
    fill(archive)
    assert archive.get(type(SESSION), SESSION.id) == SESSION


def test_a_damaged_page_is_damage(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    with contextlib.closing(engine.connect(filled, KEY)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'decision'"
        ).fetchone()
    content[(page - 1) * 4096 + 2000] ^= 1
    filled.write_bytes(content)
    told = findings(filled)[1]
    assert told[0].severity is Severity.DAMAGE


def test_checking_changes_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    findings(filled)
    assert filled.read_bytes() == before


def test_a_second_archive_has_a_chain_of_its_own(filled: Path, tmp_path: Path) -> None:
    with create_archive(tmp_path / "twee.lrt", KEY) as other:
        fill(other)
        first = journal.of_transaction(other.db, 1)[0]
        assert first.previous == journal.genesis(other.id)
    assert findings(filled) == ((), ())
