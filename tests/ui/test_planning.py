"""A session is planned in the window: typed as people write, judged field by field, one step."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrt_desk.commands.demonstration import Story
from lrt_desk.model.meetings import Attendee, Body, Session
from ui.main_window import MainWindow
from ui.sessions.plan_panel import PlanPanel
from ui.sessions.planning import read_clock, read_when
from ui.widgets.focus_ring import ring_shown

TODAY = dt.date(2026, 11, 23)


def fill(panel: PlanPanel, **typed: str) -> None:
    for name, text in typed.items():
        panel._line(name).clear()
        QTest.keyClicks(panel._line(name), text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 november", dt.date(2026, 11, 27)),
        ("27-11-2026", dt.date(2026, 11, 27)),
        ("vrijdag 27 nov", dt.date(2026, 11, 27)),
        ("4-12", dt.date(2026, 12, 4)),
        ("1 mei", dt.date(2027, 5, 1)),
        ("volgende week", None),
        ("31 november", None),
    ],
)
def test_days_as_people_write_them(text: str, day: dt.date | None) -> None:
    assert read_when(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [("9.15", dt.time(9, 15)), ("10u", dt.time(10)), ("10", dt.time(10)), ("tien", None)],
)
def test_times_as_people_write_them(text: str, time: dt.time | None) -> None:
    assert read_clock(text) == time


def test_an_empty_archive_plans_its_first_session_with_the_keyboard(
    empty: MainWindow, qtbot: QtBot
) -> None:
    assert empty.desk is not None
    screen = empty.sessions
    assert screen._first_plan.isVisible()
    empty.activateWindow()
    qtbot.waitUntil(empty.isActiveWindow)
    QTest.keyClick(empty, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = screen.panel
    qtbot.waitUntil(panel.isVisible)
    assert empty.focusWidget() is panel._line("code")
    fill(panel, code="LRT", name="Tafel", mailbox="tafel@voorbeeld.nl", date="27 november 2026")
    fill(panel, start="9.15", end="11u", place="Zaal 3")
    QTest.keyClick(panel._line("place"), Qt.Key.Key_Return)
    (session,) = empty.desk.archive.find(Session)
    assert (session.date, session.start, session.end) == (
        dt.date(2026, 11, 27), dt.time(9, 15), dt.time(11),
    )  # fmt: skip
    assert empty.desk.archive.get(Body, session.body_id).mailbox == "tafel@voorbeeld.nl"
    assert not panel.isVisible()
    assert screen.list.currentIndex().data(Qt.ItemDataRole.UserRole).session_id == session.id
    assert "Vergadering plannen" in empty.messages.text()
    empty.undo()
    assert not empty.desk.archive.find(Body)
    assert screen._first_plan.isVisible()


def test_what_cannot_be_read_is_said_under_its_field_and_plans_nothing(empty: MainWindow) -> None:
    assert empty.desk is not None
    empty.sessions.plan()
    panel = empty.sessions.panel
    fill(panel, date="gauw", start="11u", end="10u", count="veel", mailbox="geen adres")
    panel.confirm()
    refused = {
        name for name, field in panel.fields.items() if field.control.accessibleDescription()
    }
    assert refused == {"code", "mailbox", "date", "end", "count"}
    assert "27 november" in panel._line("date").accessibleDescription()
    assert empty.focusWidget() is panel._line("code")
    assert not empty.desk.archive.find(Session)
    assert not empty.messages.isVisible()


def test_a_free_day_starts_planning_with_the_attendees_of_last_time(
    filled: MainWindow, story: Story
) -> None:
    screen, archive = filled.sessions, story.archive
    before = {one.id for one in archive.find(Session)}
    model = screen.month.month
    free = next(
        index
        for row in reversed(range(model.rowCount()))
        for column in range(1, 6)
        if model.day(index := model.index(row, column)) not in model.entries
    )
    day = model.day(free)
    screen._open_day(free)
    panel = screen.panel
    assert panel.isVisible()
    assert not screen.list.isVisible()
    fill(panel, count="3")
    assert panel.copy.isVisible()
    earlier = panel._earlier
    assert earlier is not None
    panel.confirm()
    made = [one for one in archive.find(Session) if one.id not in before]
    days = sorted(one.date for one in made)
    assert days == [day + dt.timedelta(weeks=n) for n in range(3)]
    people = {one.person_id for one in archive.find(Attendee, session_id=earlier.id)
              if one.person_id and not one.deputy_for_id}  # fmt: skip
    for one in made:
        here = {place.person_id for place in archive.find(Attendee, session_id=one.id)}
        assert people <= here
    filled.undo()
    assert {one.id for one in archive.find(Session)} == before


def test_a_double_session_is_refused_at_the_date(filled: MainWindow, story: Story) -> None:
    there = story.archive.get(Session, story.upcoming)
    screen = filled.sessions
    screen.plan(there.date)
    body = story.archive.get(Body, there.body_id)
    screen.panel.start(there.date, body.code)
    start = there.start or dt.time(9)
    fill(screen.panel, start=f"{start:%H.%M}", end="", count="1")
    count = len(story.archive.find(Session))
    screen.panel.confirm()
    assert "al een vergadering" in screen.panel._line("date").accessibleDescription()
    assert len(story.archive.find(Session)) == count


def test_escape_closes_the_panel_and_a_day_chosen_meanwhile_fills_the_date(
    filled: MainWindow,
) -> None:
    screen = filled.sessions
    screen.plan()
    screen.plan(dt.date(2026, 12, 4))
    assert screen.panel._line("date").text() == "04-12-2026"
    QTest.keyClick(screen.panel._line("date"), Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()
    assert screen.list.isVisible()


def test_the_ring_of_a_list_shows_to_who_uses_the_keyboard_only(filled: MainWindow) -> None:
    view = filled.sessions.list
    filled.go_to_sessions()
    assert not ring_shown(view)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert ring_shown(view)
    view.pressed.emit(view.currentIndex())
    assert not ring_shown(view)
