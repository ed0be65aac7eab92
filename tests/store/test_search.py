"""Finding words in minutes, whatever is typed."""

import datetime as dt
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import Block, BlockKind
from lrt_desk.store.archive import Archive, open_archive
from lrt_desk.store.queries import search
from tests.store.sample import BLOCKS, BODY, KEY, SESSION, fill


@pytest.fixture
def filled(archive: Archive) -> Archive:
    fill(archive)
    return archive


def found(archive: Archive, words: str) -> set[str]:
    return {str(hit.block_id or hit.item_id) for hit in search(archive, words)}


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("tafel", {"block-1"}),
        ("TAFEL bespreekt", {"block-1"}),
        ("zorg", {"block-1"}),
        ("instelling", {"block-1"}),
        ("jeugdzorg kust", {"block-1"}),
        ("coordineert", {"block-2"}),
        ("coördi", {"block-2"}),
        ("COO\u0308RDINEERT", {"block-2"}),
        ("een", {"block-2"}),
        ("loket", {"block-2"}),
        ("huisvesting", {"item-2"}),
        ("de", {"block-1", "block-2", "item-2"}),
        ('"opvang van ouderen"', {"block-2"}),
        ('"ouderen van opvang"', set()),
        ('"Ee\u0301n loket"', {"block-2"}),
        ("tafel ouderen", set()),
        ("tafel OR ouderen", set()),
        ("kust.", {"block-1"}),
        ("zzz", set()),
        ("", set()),
        ("  \t", set()),
        ("***", set()),
    ],
)
def test_words_and_what_they_find(filled: Archive, words: str, rows: set[str]) -> None:
    assert found(filled, words) == rows


HOSTILE = (
    *('"', '""', '"open', "a\x00b", "\ud800", "\x02\x03"),
    *("NEAR(a b)", "words:tafel", "-tafel", "^tafel", "tafel*", "(", "AND", "a AND", "{x}:y"),
    *("'; DROP TABLE block", "tafel" * 5000, "a " * 3000),
)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_is_typed_is_a_mistake(filled: Archive, words: str) -> None:
    assert isinstance(search(filled, words), tuple)
    assert found(filled, "tafel") == {"block-1"}


@given(words=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_raises(archive: Archive, words: str) -> None:
    assert search(archive, words) == ()


def test_a_hit_says_where_it_is(filled: Archive) -> None:
    (hit,) = search(filled, "coordineert")
    assert (hit.reference, hit.date) == ("LRT/2026-03-06", dt.date(2026, 3, 6))
    assert (hit.item_number, hit.item_title) == ("2", "Huisvesting in de regio")
    assert hit.snippet == "Loket: Eén loket coördineert de opvang van ouderen."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["coördineert"]
    (title,) = search(filled, "regio")
    assert (title.block_id, title.item_id, title.item_number) == (None, "item-2", "2")


def test_a_block_outside_every_item_is_found(filled: Archive) -> None:
    with filled.atomic("Los"):
        filled.put(replace(BLOCKS[0], id=Id("loose"), item_id=None, text="Terzijde gemeld"))
    (hit,) = search(filled, "terzijde")
    assert (hit.block_id, hit.item_id, hit.item_title) == ("loose", None, "")


def test_the_index_follows_edits_removal_undo_and_rollback(filled: Archive) -> None:
    with filled.atomic("Anders"):
        filled.put(replace(BLOCKS[0], text="Nu gaat het over dijkversterking."))
    assert (found(filled, "versterking"), found(filled, "jeugdzorg")) == ({"block-1"}, set())
    filled.undo()
    assert (found(filled, "versterking"), found(filled, "jeugdzorg")) == (set(), {"block-1"})
    with filled.atomic("Weg"):
        filled.remove(BLOCKS[0])
    assert found(filled, "jeugdzorg") == set()
    filled.undo()
    with pytest.raises(ZeroDivisionError):
        _fail(filled)
    assert (found(filled, "mislukt"), found(filled, "jeugdzorg")) == (set(), {"block-1"})


def _fail(archive: Archive) -> None:
    with archive.atomic("Half"):
        archive.put(replace(BLOCKS[0], text="Dit is mislukt."))
        raise ZeroDivisionError


def test_compounds_are_found_after_reopening(filled: Archive) -> None:
    filled.close()
    with open_archive(filled.path, KEY) as again:
        assert found(again, "zorginstelling") == {"block-1"}


def test_newest_session_first_also_when_a_date_moves(filled: Archive) -> None:
    older = replace(SESSION, id=Id("older"), date=dt.date(2019, 1, 4))
    block = replace(BLOCKS[0], id=Id("older-block"), session_id=older.id, item_id=None)
    with filled.atomic("Oud verslag"):
        filled.put(older)
        filled.put(block)
    assert [hit.block_id for hit in search(filled, "tafel")] == ["block-1", "older-block"]
    assert [hit.block_id for hit in search(filled, "tafel", limit=1)] == ["block-1"]
    with filled.atomic("Verzet"):
        filled.put(replace(older, date=dt.date(2026, 4, 3)))
    assert [hit.block_id for hit in search(filled, "tafel")] == ["older-block", "block-1"]
    assert filled.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_block_that_comes_before_its_session_gets_its_date(filled: Archive) -> None:
    newer = replace(SESSION, id=Id("newer"), date=dt.date(2027, 1, 8))
    with filled.atomic("Ingelezen"):
        filled.put(replace(BLOCKS[0], id=Id("newer-block"), session_id=newer.id, item_id=None))
        filled.put(newer)
    assert [hit.block_id for hit in search(filled, "tafel")] == ["newer-block", "block-1"]


def test_thousands_of_paragraphs_answer_at_once(archive: Archive) -> None:
    with archive.atomic("Veel"):
        archive.put(BODY)
        for day in range(40):
            session = Session(
                id=Id(f"s{day}"), body_id=BODY.id, date=dt.date(2020, 1, 1) + dt.timedelta(day)
            )
            archive.put(session)
            for number in range(25):
                archive.put(
                    Block(
                        id=Id(f"b{day}-{number}"),
                        session_id=session.id,
                        item_id=None,
                        position=number,
                        kind=BlockKind.TEXT,
                        text=f"De voorzorgkamer{day * 25 + number} spreekt over {number} zaken",
                    )
                )
    start = time.perf_counter()
    hits = search(archive, "zorgkamer", limit=20)
    took = time.perf_counter() - start
    assert [hit.reference for hit in hits] == ["LRT/2020-02-09"] * 20
    assert took < 1
