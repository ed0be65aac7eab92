"""Rows in and out, transactions, undo, and what may never change."""

from dataclasses import replace
from pathlib import Path

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Body, Session
from lrt_desk.model.minutes import Action, Block, MinutesVersion
from lrt_desk.model.people import Organisation, Person
from lrt_desk.store import journal
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.rows import Row
from tests.store.sample import (
    ACTION,
    BLOCKS,
    BODY,
    CITIES,
    ITEMS,
    KEY,
    MINISTRY,
    OFFICE,
    SESSION,
    VERSION,
    fill,
)


def entries(archive: Archive) -> int:
    return journal.head(archive.db, archive.id)[0]


def put_and_fail(archive: Archive, row: Row) -> None:
    with archive.atomic("Half"):
        archive.put(row)
        raise ZeroDivisionError


def test_what_was_put_in_comes_out_after_reopening(archive: Archive) -> None:
    fill(archive)
    archive.close()
    with open_archive(archive.path, KEY) as again:
        assert again.get(Session, SESSION.id) == SESSION
        assert again.get(Action, ACTION.id) == ACTION
        assert again.find(AgendaItem, session_id=SESSION.id) == ITEMS


def test_find_orders_by_position_and_compares_with_none(archive: Archive) -> None:
    fill(archive)
    moved = replace(ITEMS[1], position=-1)
    with archive.atomic("Volgorde"):
        archive.put(moved)
    assert archive.find(AgendaItem) == (moved, ITEMS[0])
    assert archive.find(Organisation, parent_id=None) == (MINISTRY, CITIES)
    with pytest.raises(TypeError):
        archive.find(Organisation, colour="blauw")


def test_a_row_that_is_not_there_is_said_plainly(archive: Archive) -> None:
    with pytest.raises(DeskError):
        archive.get(Person, Id("nobody"))
    with pytest.raises(DeskError), archive.atomic("Weg"):
        archive.remove(BODY)


def test_an_identical_row_writes_nothing(archive: Archive) -> None:
    fill(archive)
    before = entries(archive)
    with archive.atomic("Nog eens"):
        archive.put(SESSION)
    assert entries(archive) == before
    assert archive.undo_label() == "Voorbeeld"
    assert archive.change(SESSION.id).kinds == frozenset()


def test_an_exception_leaves_nothing_behind(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError):
        put_and_fail(archive, BODY)
    assert archive.find(Body) == ()
    assert entries(archive) == 0


def test_a_block_within_a_block_joins_it(archive: Archive) -> None:
    with archive.atomic("Buiten"):
        archive.put(BODY)
        with archive.atomic("Binnen"):
            archive.put(SESSION)
    assert archive.change(SESSION.id).label == "Buiten"
    archive.undo()
    assert archive.find(Body) == ()


def test_a_failed_block_within_a_block_takes_only_itself_back(archive: Archive) -> None:
    with archive.atomic("Buiten"):
        archive.put(BODY)
        with pytest.raises(ZeroDivisionError):
            put_and_fail(archive, SESSION)
        archive.put(CITIES)
    assert archive.find(Session) == ()
    assert archive.change(BODY.id).ids == {BODY.id, CITIES.id}
    assert journal.first_break(archive.db, archive.id) is None


def test_writing_outside_a_transaction_is_a_mistake_of_ours(archive: Archive) -> None:
    with pytest.raises(RuntimeError):
        archive.put(BODY)


def test_what_others_refer_to_cannot_go(archive: Archive) -> None:
    fill(archive)
    with pytest.raises(DeskError, match="hangen hiermee samen"), archive.atomic("Weg"):
        archive.remove(BODY)
    assert archive.get(Body, BODY.id) == BODY


def test_rows_may_come_in_any_order_within_a_transaction(archive: Archive) -> None:
    with archive.atomic("Achterstevoren"):
        for row in (BLOCKS[0], ITEMS[0], SESSION, BODY):
            archive.put(row)
    assert archive.get(Block, BLOCKS[0].id) == BLOCKS[0]


def test_text_that_is_no_text_is_refused_without_repeating_it(archive: Archive) -> None:
    with pytest.raises(DeskError) as caught, archive.atomic("Kapot"):
        archive.put(replace(BODY, name="geheim\ud800"))
    assert "geheim" not in str(caught.value)
    assert archive.find(Body) == ()


def test_a_change_names_what_was_touched(archive: Archive) -> None:
    with archive.atomic("Overleg gemaakt"):
        archive.put(BODY)
        archive.put(SESSION)
        change = archive.change(SESSION.id)
    assert change == archive.change(SESSION.id)
    assert (change.label, change.subject) == ("Overleg gemaakt", SESSION.id)
    assert change.kinds == {"Body", "Session"}
    assert change.ids == {BODY.id, SESSION.id}


def test_undo_and_redo_walk_back_and_forth_and_survive_reopening(archive: Archive) -> None:
    fill(archive)
    later = replace(SESSION, place="Den Haag")
    with archive.atomic("Plaats gewijzigd"):
        archive.put(later)
    with archive.atomic("Actie geschrapt"):
        archive.remove(ACTION)
    undone = archive.undo()
    assert undone is not None
    assert (undone.label, undone.kinds) == ("Actie geschrapt", {"Action"})
    archive.close()
    with open_archive(archive.path, KEY) as again:
        assert (again.undo_label(), again.redo_label()) == ("Plaats gewijzigd", "Actie geschrapt")
        again.undo()
        assert again.get(Session, SESSION.id) == SESSION
        assert again.get(Action, ACTION.id) == ACTION
        again.redo()
        again.redo()
        assert again.redo() is None
        assert again.get(Session, SESSION.id) == later
        assert again.find(Action) == ()


def test_new_work_forgets_what_could_be_done_again(archive: Archive) -> None:
    fill(archive)
    archive.undo()
    with archive.atomic("Anders"):
        archive.put(BODY)
    assert archive.redo_label() == ""
    assert archive.redo() is None


@pytest.mark.parametrize("reopened", [False, True])
def test_undo_never_crosses_a_wall(archive: Archive, reopened: bool) -> None:
    fill(archive)
    with archive.atomic("Rondgestuurd", wall=True):
        archive.put(replace(SESSION, sequence=1))
    with archive.atomic("Plaats"):
        archive.put(replace(SESSION, sequence=1, place="Zwolle"))
    if reopened:
        archive.close()
        archive = open_archive(archive.path, KEY)
    assert archive.undo() is not None
    assert archive.undo() is None
    assert archive.get(Session, SESSION.id).sequence == 1
    archive.close()


def test_a_wall_within_a_block_counts_for_the_whole(archive: Archive) -> None:
    with archive.atomic("Buiten"):
        archive.put(BODY)
        with archive.atomic("Binnen", wall=True):
            archive.put(SESSION)
    assert archive.undo() is None


def test_a_fixed_version_stays_whatever_is_tried(archive: Archive) -> None:
    fill(archive)
    with archive.atomic("Vastgelegd"):
        archive.put(VERSION)
    with pytest.raises(DeskError, match="blijft zoals het is"), archive.atomic("Anders"):
        archive.put(replace(VERSION, content="{ }"))
    with pytest.raises(DeskError, match="blijft zoals het is"), archive.atomic("Weg"):
        archive.remove(VERSION)
    assert archive.undo() is None
    assert archive.get(MinutesVersion, VERSION.id) == VERSION


def test_two_windows_on_one_file_see_and_undo_each_others_work(archive: Archive) -> None:
    fill(archive)
    with open_archive(archive.path, KEY) as other:
        with other.atomic("Van hiernaast"):
            other.put(replace(SESSION, place="Utrecht"))
        assert archive.undo_label() == "Van hiernaast"
        archive.undo()
        assert other.get(Session, SESSION.id) == SESSION
        assert other.redo_label() == "Van hiernaast"
        assert journal.first_break(other.db, other.id) is None


def test_a_second_writer_waits_and_then_says_so(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(archive)
    with open_archive(archive.path, KEY) as other:
        other.db.execute("PRAGMA busy_timeout = 50")
        with (
            archive.atomic("Bezig"),
            pytest.raises(DeskError, match="in gebruik"),
            other.atomic("Ook"),
        ):
            other.put(replace(OFFICE, name="x"))
        assert other.get(Organisation, OFFICE.id) == OFFICE


def test_what_exists_is_not_overwritten(archive: Archive, tmp_path: Path) -> None:
    content = archive.path.read_bytes()
    with pytest.raises(DeskError, match="bestaat al"):
        create_archive(archive.path, KEY)
    assert archive.path.read_bytes() == content
    with pytest.raises(DeskError, match="kan hier niet worden gemaakt"):
        create_archive(tmp_path / "nergens" / "x.lrt", KEY)


def test_others_on_the_computer_cannot_read_the_file(archive: Archive) -> None:
    fill(archive)
    modes = {path.stat().st_mode & 0o777 for path in archive.path.parent.glob("tafel.lrt*")}
    assert modes == {0o600}


def test_nothing_confidential_lies_readable_on_disk(archive: Archive) -> None:
    fill(archive)
    content = b"".join(path.read_bytes() for path in archive.path.parent.glob("tafel.lrt*"))
    assert len(content) > 4096
    for word in (b"Aalbers", b"jeugdzorg", b"CREATE TABLE", b"Voorbeeld"):
        assert word not in content
