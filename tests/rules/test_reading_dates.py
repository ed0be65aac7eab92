"""Dates and times as minutes write them."""

import datetime as dt

import pytest

from lrt_desk.rules.dates import find_days, read_day, read_deadline, read_time, read_time_range

MET = dt.date(2023, 11, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10 november 2023", dt.date(2023, 11, 10)),
        ("vrijdag 10 nov. 2023", dt.date(2023, 11, 10)),
        ("10-11-2023", dt.date(2023, 11, 10)),
        ("10.11.2023", dt.date(2023, 11, 10)),
        ("2023-11-10", dt.date(2023, 11, 10)),
        ("10/11/23", dt.date(2023, 11, 10)),
        ("vrijdag 10-11-'23", dt.date(2023, 11, 10)),
        ("3 november", dt.date(2023, 11, 3)),
        ("1 december", dt.date(2022, 12, 1)),
        ("29 februari", dt.date(2020, 2, 29)),
        ("31 april 2023", None),
        ("het 10e punt", None),
        ("versie 10.11", None),
    ],
)
def test_a_date_lies_before_the_meeting_that_names_it(text: str, day: dt.date | None) -> None:
    assert read_day(text, until=MET) == day


def test_a_day_without_a_year_needs_a_bound() -> None:
    assert read_day("3 november") is None
    assert find_days("van 3 november en 4-5-2024")[1].on() == dt.date(2024, 5, 4)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("vóór 26 maart", dt.date(2024, 3, 26)),
        ("uiterlijk 1-12", dt.date(2023, 12, 1)),
        ("uiterlijk op vrijdag 17 november", dt.date(2023, 11, 17)),
        ("termijn: 1-12-2024", dt.date(2024, 12, 1)),
        ("per 10 november", dt.date(2023, 11, 10)),
        ("voor 1 juni 2024", dt.date(2024, 6, 1)),
        ("notitie woningen - 1 maart", dt.date(2024, 3, 1)),
        ("overleg - 1 maart 2024 over woningen", None),
        ("voor 12 gemeenten", None),
        ("het verslag van 3 november", None),
        ("tot 12 uur", None),
        ("voor de zomer", None),
    ],
)
def test_a_deadline_lies_after_the_meeting(text: str, due: dt.date | None) -> None:
    assert read_deadline(text, MET) == due


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("10 november 2023, 9.15 uur", "9:15", ""),
        ("9:15", "9:15", ""),
        ("12u", "12:00", ""),
        ("12u30", "12:30", ""),
        ("12.00", "12:00", ""),
        ("10:00-13:30 uur", "10:00", "13:30"),
        ("van 9.15 tot 10 uur", "9:15", "10:00"),
        ("14.00 uur, einde 15.15 uur; Provinciehuis", "14:00", "15:15"),
        ("8-3-'24", "", ""),
        ("9.30 – 10.45 uur", "9:30", "10:45"),
        ("13.30-10.00 uur", "13:30", ""),
        ("10-11-2023", "", ""),
        ("25.00", "", ""),
    ],
)
def test_times_of_day(text: str, start: str, end: str) -> None:
    found = tuple(f"{m.hour}:{m.minute:02}" if m else "" for m in read_time_range(text))
    assert found == (start, end)


def test_a_time_beside_a_date_is_not_taken_from_the_date() -> None:
    assert read_time("12u op 10 november") == dt.time(12)
    assert read_time("10.11.2023 9.15 uur") == dt.time(9, 15)
