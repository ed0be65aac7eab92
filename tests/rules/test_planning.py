"""Dates of series, revisions of invitations, and lateness."""

import datetime as dt
from dataclasses import replace

import pytest

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.minutes import ApprovalOutcome
from lrt_desk.model.papers import Embargo, Paper, PaperVersion
from lrt_desk.rules.approval import approval_sentence, cannot_decide
from lrt_desk.rules.planning import (
    is_later,
    paper_is_late,
    sequence_after,
    series_dates,
    under_embargo,
)

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SENT = Session(
    id=Id("s"), body_id=Id("b"), date=dt.date(2026, 11, 27), start=dt.time(9, 15),
    state=SessionState.INVITED, invited_at=NOON, sequence=2,
)  # fmt: skip


def test_a_weekly_series_stays_on_its_weekday_and_skips_exceptions() -> None:
    days = series_dates(dt.date(2026, 12, 4), 1, 5, {dt.date(2026, 12, 25)})
    assert [day.isoformat() for day in days] == [
        "2026-12-04", "2026-12-11", "2026-12-18", "2027-01-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (replace(SENT, start=dt.time(10)), 3),
        (replace(SENT, date=dt.date(2026, 11, 30)), 3),
        (replace(SENT, state=SessionState.CANCELLED), 3),
        (replace(SENT, provisional=True), 3),
        (replace(SENT, title="Extra LRT", place="Den Haag"), 2),
    ],
)
def test_only_time_and_status_make_a_new_revision(now: Session, expected: int) -> None:
    assert sequence_after(SENT, now) == expected


def test_a_session_nobody_was_invited_to_has_no_revisions() -> None:
    unsent = replace(SENT, invited_at=None, sequence=0)
    assert sequence_after(unsent, replace(unsent, start=dt.time(10))) == 0


def test_on_one_day_the_hour_decides_what_is_later() -> None:
    assert is_later(replace(SENT, start=dt.time(14)), SENT)
    assert not is_later(SENT, SENT)
    assert cannot_decide(SENT, SENT)
    assert cannot_decide(SENT, replace(SENT, body_id=Id("other"), start=dt.time(14)))
    assert not cannot_decide(SENT, replace(SENT, start=dt.time(14)))


def test_a_paper_is_late_only_after_its_deadline() -> None:
    paper = Paper(id=Id("p"), item_id=Id("i"), position=1, title="Kamerbrief", deadline=NOON)
    on_time = PaperVersion(id=Id("v"), paper_id=paper.id, number=1, delivered_at=NOON)
    assert not paper_is_late(paper, on_time)
    late = replace(on_time, delivered_at=NOON + dt.timedelta(minutes=1))
    assert paper_is_late(paper, late)
    assert not paper_is_late(replace(paper, deadline=None), late)


def test_an_embargo_ends_at_its_moment_or_when_released() -> None:
    timed, awaited = Embargo(id=Id("t"), until=NOON), Embargo(id=Id("e"), event="na de MR")
    assert under_embargo(timed, NOON - dt.timedelta(minutes=1))
    assert not under_embargo(timed, NOON)
    assert under_embargo(awaited, NOON + dt.timedelta(days=365))
    assert not under_embargo(replace(awaited, released_at=NOON), NOON)


@pytest.mark.parametrize(
    ("organisations", "ending"),
    [
        ((), "wordt geaccordeerd met wijzigingen."),
        (("VNG",), "wordt geaccordeerd met een wijziging van VNG."),
        (("VNG", "IPO", "COA"), "wordt geaccordeerd met wijzigingen van VNG, IPO en COA."),
    ],
)
def test_the_sentence_of_approval_names_whose_changes(
    organisations: tuple[str, ...], ending: str
) -> None:
    day = dt.date(2026, 11, 13)
    sentence = approval_sentence("LRT", day, ApprovalOutcome.WITH_CHANGES, organisations)
    assert sentence == f"Het verslag van de LRT van 13 november 2026 {ending}"
