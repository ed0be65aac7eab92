"""What does not open says why in one sentence, and is left byte for byte as it was."""

import contextlib
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import AgendaVersion, Body
from lrt_desk.store import engine
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.header import new_salt
from lrt_desk.store.keys import Key, new_key
from tests.store.sample import BODY, KEY, fill

WRITE_AND_DIE = """
import os, sys
from pathlib import Path
from lrt_desk.store.archive import open_archive
from tests.store.sample import KEY, BODY
archive = open_archive(Path(sys.argv[1]), KEY)
with archive.atomic("Laatste"):
    archive.put(BODY)
os.kill(os.getpid(), 9)
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(path: Path, key: Key = KEY) -> str:
    """Open what does not open, see that the folder stays as it was, and give the sentence."""
    before = files(path.parent)
    with pytest.raises(DeskError) as caught:
        open_archive(path, key)
    assert files(path.parent) == before
    assert caught.value.remedy
    return caught.value.message


def raw(path: Path) -> "contextlib.closing[engine.Connection]":
    return contextlib.closing(engine.connect(path, KEY))


@pytest.fixture
def filled(archive: Archive) -> Path:
    fill(archive)
    archive.close()
    return archive.path


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_wrong_key(filled: Path) -> None:
    assert "gaat niet open met deze sleutel" in refused(filled, new_key())
    assert "gaat niet open met deze sleutel" in refused(filled, Key(passphrase="fout"))


def test_a_wrong_key_while_a_crash_left_its_log(archive: Archive) -> None:
    archive.close()
    arguments = [sys.executable, "-c", WRITE_AND_DIE, str(archive.path)]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGKILL
    assert archive.path.with_name("tafel.lrt-wal").stat().st_size > 0
    assert "gaat niet open met deze sleutel" in refused(archive.path, new_key())
    with open_archive(archive.path, KEY) as again:
        assert again.get(Body, BODY.id) == BODY


def test_a_first_page_that_its_log_can_mend(archive: Archive) -> None:
    archive.close()
    arguments = [sys.executable, "-c", WRITE_AND_DIE, str(archive.path)]
    subprocess.run(arguments, check=False)
    with raw(archive.path) as db:  # the log now holds the first page too
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("PRAGMA user_version = 1")
        db.execute("CREATE TABLE scratch (x)")
        db.execute("DROP TABLE scratch")
        mended = files(archive.path.parent)
    for name in ("tafel.lrt", "tafel.lrt-wal"):
        archive.path.with_name(name).write_bytes(mended[name])
    flip(archive.path, 2000)
    with open_archive(archive.path, KEY) as again:
        assert again.get(Body, BODY.id) == BODY
    assert [path.name for path in archive.path.parent.iterdir()] == ["tafel.lrt"]


def test_a_damaged_first_page(filled: Path) -> None:
    flip(filled, 100)
    assert "gaat niet open" in refused(filled)


@pytest.mark.parametrize("kept", [0.5, 0.999])
def test_a_file_cut_short(filled: Path, kept: float) -> None:
    os.truncate(filled, int(filled.stat().st_size * kept))
    assert "beschadigd" in refused(filled)


def test_damage_further_on_is_said_when_it_is_met(filled: Path) -> None:
    for page in range(1, filled.stat().st_size // 4096):
        flip(filled, page * 4096 + 100)
    assert "beschadigd" in refused(filled)


def test_a_newer_format(filled: Path) -> None:
    with raw(filled) as db:
        db.execute("PRAGMA user_version = 999")
    assert "nieuwere versie van LRT Desk" in refused(filled)


def test_an_encrypted_file_of_another_program(filled: Path) -> None:
    with raw(filled) as db:
        db.execute("PRAGMA application_id = 1")
    assert "geen archief van LRT Desk" in refused(filled)


@pytest.mark.parametrize(
    "content",
    [b"", b"kort", b"Dit is een verslag.\r\n" * 1000, b"SQLite format 3\0" + bytes(8176)],
    ids=["empty", "short", "text", "plain sqlite"],
)
def test_files_that_are_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "iets.lrt"
    path.write_bytes(content)
    assert "geen archief van LRT Desk" in refused(path)


def test_random_bytes(tmp_path: Path) -> None:
    path = tmp_path / "iets.lrt"
    path.write_bytes(b"\xff" * 8192)
    assert "gaat niet open" in refused(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "is er niet" in refused(tmp_path / "weg.lrt")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "map.lrt").mkdir()
    assert "kan niet worden gelezen" in refused(tmp_path / "map.lrt")


def test_a_file_that_another_program_holds(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    with raw(filled) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        assert "in gebruik" in refused(filled)
        db.execute("ROLLBACK")


def test_a_passphrase_is_the_same_however_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "zin.lrt"
    create_archive(path, Key(passphrase="Één café é")).close()
    typed = unicodedata.normalize("NFD", "Één café é")
    assert typed != "Één café é"
    open_archive(path, Key(passphrase=typed)).close()
    assert "gaat niet open" in refused(path, Key(passphrase="Een cafe e"))


def test_any_sqlcipher_opens_it_with_the_passphrase_itself(tmp_path: Path) -> None:
    import sqlcipher3.dbapi2

    path = tmp_path / "zin.lrt"
    create_archive(path, Key(passphrase="drie gele fietsen")).close()
    with contextlib.closing(sqlcipher3.dbapi2.connect(str(path))) as db:
        db.set_key("drie gele fietsen")
        assert db.execute("SELECT count(*) FROM archive").fetchone() == (1,)


def test_connections_are_as_safe_as_they_can_be(archive: Archive) -> None:
    def pragma(name: str) -> object:
        return archive.db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("temp_store") == 2
    assert pragma("foreign_keys") == 1


def test_an_up_to_date_archive_opens_without_the_migrations(filled: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from lrt_desk.store.archive import open_archive;"
        "from tests.store.sample import KEY; open_archive(Path(sys.argv[1]), KEY).close();"
        "print(sorted({'sqlite_utils', 'keyring'} & set(sys.modules)))"
    )
    arguments = [sys.executable, "-c", script, str(filled)]
    told = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_an_archive_never_begins_like_a_text_file() -> None:
    assert not any(new_salt()[:1].isascii() for _ in range(50))
    assert len({new_salt() for _ in range(50)}) == 50


def test_migrations_leave_their_record(archive: Archive) -> None:
    names = archive.db.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert names == [
        ("0001_first_tables",),
        ("0002_sent_agendas_logos_and_marked_passages",),
    ]


def test_an_archive_of_the_first_format_is_brought_up_to_date(filled: Path) -> None:
    with open_archive(filled, KEY) as archive:
        for statement in (
            "DROP TABLE agenda_version",
            "ALTER TABLE body DROP COLUMN logo",
            "ALTER TABLE body DROP COLUMN logo_text",
            "ALTER TABLE block DROP COLUMN marking_id",
            "DELETE FROM _sqlite_migrations WHERE name LIKE '0002%'",
            "PRAGMA user_version = 1",
        ):
            archive.db.execute(statement)
    with open_archive(filled, KEY) as archive:
        assert archive.get(Body, BODY.id) == BODY
        assert archive.find(AgendaVersion) == ()
        assert archive.db.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_failed_creation_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_archive(tmp_path / "nieuw.lrt", KEY, clock=broken)
    assert list(tmp_path.iterdir()) == []
