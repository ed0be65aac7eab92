"""Codes, people, texts and numbers are recognised however they were typed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.people import Person
from lrt_desk.model.reading import ReadAttendee
from lrt_desk.rules.codes import code_key, ministry_of
from lrt_desk.rules.numbering import inserted, numbered, public_number
from lrt_desk.rules.people import Likeness, likeness
from lrt_desk.rules.text import enumeration, one_line


@pytest.mark.parametrize("typed", ["CDK’s", "CdK´s", "CdK's", " cdk‘s ", "CdK`s"])
def test_an_apostrophe_does_not_make_another_organisation(typed: str) -> None:
    assert code_key(typed) == "cdk's"


@pytest.mark.parametrize(
    ("code", "ministry"),
    [("SJenV", "JenV"), ("MBZK", "BZK"), ("SZW", ""), ("VNG", ""), ("", ""), ("M", "")],
)
def test_an_office_holder_belongs_to_a_ministry(code: str, ministry: str) -> None:
    assert ministry_of(code) == ministry


@given(st.text())
def test_clean_text_is_one_line_without_marks_and_cleaning_is_final(typed: str) -> None:
    text = one_line(typed)
    assert "⟦" not in text
    assert "⟧" not in text
    assert len(text.splitlines()) <= 1
    assert one_line(text) == text


def test_words_are_joined_as_in_a_sentence() -> None:
    assert [enumeration(words) for words in [(), ("a",), ("a", "b"), ("a", "b", "c")]] == [
        "", "a", "a en b", "a, b en c",
    ]  # fmt: skip


KNOWN = Person(id=Id("p"), surname="Lindhout", particle="van", initials="J.", salutation="Dhr.")


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (ReadAttendee(surname="Lindhout", particle="Van", organisation="VNG"), Likeness.SAME),
        (ReadAttendee(surname="Lindhout", particle="van", organisation="IPO"), Likeness.UNSURE),
        (ReadAttendee(surname="Lindhout", organisation="VNG"), Likeness.UNSURE),
        (
            ReadAttendee(surname="Lindhout", particle="van", organisation="VNG", initials="K."),
            Likeness.UNSURE,
        ),
        (
            ReadAttendee(
                surname="Lindhout", particle="van", organisation="VNG", salutation="Mevr."
            ),
            Likeness.UNSURE,
        ),
        (ReadAttendee(surname="Linthout", particle="van", organisation="VNG"), Likeness.DIFFERENT),
    ],
)
def test_people_are_one_only_when_all_that_is_known_agrees(
    read: ReadAttendee, expected: Likeness
) -> None:
    assert likeness(KNOWN, {"VNG"}, read) is expected


def item(name: str, position: int) -> AgendaItem:
    return AgendaItem(
        id=Id(name), session_id=Id("s"), position=position, number=str(position), title=name
    )


@given(st.integers(0, 4), st.integers(-1, 6))
def test_moving_an_item_keeps_all_and_numbers_them_in_order(which: int, at: int) -> None:
    rows = [item(name, place) for place, name in enumerate("abcde", start=1)]
    moved = numbered(inserted(rows, rows[which], max(at, 0)))
    assert sorted(row.id for row in moved) == list("abcde")
    assert [row.number for row in moved] == ["1", "2", "3", "4", "5"]
    assert moved[min(max(at, 0), 4)].id == rows[which].id
    rest = [row.id for row in moved if row.id != rows[which].id]
    assert rest == [row.id for row in rows if row.id != rows[which].id]


def test_a_withdrawn_number_is_not_given_out_again() -> None:
    day = dt.date(2026, 11, 13)
    taken = {"LRT-2026-11-13-O1", "LRT-2026-11-13-O2"}
    assert public_number("LRT", day, taken) == "LRT-2026-11-13-O3"
