"""A backup is a whole archive that every key of the first one opens."""

from dataclasses import replace
from pathlib import Path

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import Session
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.backup import backup_to
from lrt_desk.store.check import check
from lrt_desk.store.header import file_salt
from lrt_desk.store.keys import Key
from tests.store.sample import BODY, KEY, SESSION, fill


def test_a_backup_holds_what_the_archive_holds_now(archive: Archive, tmp_path: Path) -> None:
    fill(archive)
    copy = tmp_path / "map" / "kopie.lrt"
    copy.parent.mkdir()
    backup_to(archive, copy)
    with archive.atomic("Verder"):
        archive.put(replace(SESSION, place="Ede"))
    assert [path.name for path in copy.parent.iterdir()] == ["kopie.lrt"]
    assert file_salt(copy) == file_salt(archive.path)
    with open_archive(copy, KEY) as opened:
        assert opened.get(Session, SESSION.id) == SESSION
        assert "ouder" in opened.findings[0].message
        assert [finding.serious for finding in check(opened)] == [True]


def test_the_passphrase_opens_the_backup_too(tmp_path: Path) -> None:
    key = Key(passphrase="drie gele fietsen")
    with create_archive(tmp_path / "zin.lrt", key) as archive:
        backup_to(archive, tmp_path / "kopie.lrt")
    open_archive(tmp_path / "kopie.lrt", key).close()


def test_a_backup_replaces_an_older_one(archive: Archive, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.lrt"
    backup_to(archive, copy)
    with archive.atomic("Verder"):
        archive.put(BODY)
    backup_to(archive, copy)
    with open_archive(copy, KEY) as opened:
        assert opened.get(type(BODY), BODY.id) == BODY


def test_a_backup_never_lands_on_the_archive_itself(archive: Archive) -> None:
    fill(archive)
    with pytest.raises(DeskError, match="over het archief zelf heen"):
        backup_to(archive, archive.path)
    assert archive.get(Session, SESSION.id) == SESSION


def test_a_folder_that_does_not_take_it(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="kan niet worden geschreven"):
        backup_to(archive, tmp_path / "nergens" / "kopie.lrt")
