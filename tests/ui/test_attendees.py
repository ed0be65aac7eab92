"""Attendance and confidentiality: by letter, by button, for several at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lrt_desk.commands.demonstration import Story
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality
from ui.attendees.attendees_screen import AttendeesScreen
from ui.attendees.bulk_bar import Presence
from ui.main_window import MainWindow


@pytest.fixture
def screen(filled: MainWindow, story: Story) -> AttendeesScreen:
    filled.open_session(story.in_writing)
    filled.session.tabs.setCurrentIndex(1)
    part = filled.session.part()
    assert isinstance(part, AttendeesScreen)
    part.table.setFocus()
    return part


def place(screen: AttendeesScreen, row: int) -> Attendee:
    assert screen.session_id is not None
    return screen.desk.archive.find(Attendee, session_id=screen.session_id)[row]


@pytest.mark.parametrize(
    ("letter", "status"),
    [("f", Status.ABSENT), ("m", Status.ABSENT_WITH_NOTICE), ("a", Status.PRESENT)],
)
def test_attendance_by_letter(screen: AttendeesScreen, letter: str, status: Status) -> None:
    screen.table.selectRow(1)
    QTest.keyClicks(screen.table, "f")
    QTest.keyClicks(screen.table, letter)
    assert place(screen, 1).status is status
    assert screen.table.selected_keys() == (place(screen, 1).id,)


def test_partly_asks_when_and_refuses_what_is_no_time(screen: AttendeesScreen) -> None:
    screen.table.selectRow(2)
    QTest.keyClicks(screen.table, "d")
    assert screen.bar._when.isVisible()
    screen.bar._end.setText("straks")
    screen.bar._record_when()
    assert place(screen, 2).status is Status.PRESENT
    assert screen.bar._wrong.text()
    screen.bar._end.setText("10.30")
    screen.bar._record_when()
    assert place(screen, 2).status is Status.PARTLY_PRESENT
    assert f"{place(screen, 2).present_until:%H:%M}" == "10:30"
    cell = screen.table.rows.rows[2].cells[4]
    assert (cell.text, cell.note) == ("Deels", "tot 10.30")


def test_confidentiality_shows_at_once_and_undoes(
    screen: AttendeesScreen, filled: MainWindow
) -> None:
    before = screen._withheld.text()
    screen.table.selectRow(0)
    QTest.keyClicks(screen.table, "n")
    assert place(screen, 0).confidentiality is Confidentiality.NAME_WITHHELD
    chip = screen.table.rows.rows[0].cells[5].chip
    assert chip is not None
    assert chip.text == "Naam vertrouwelijk"
    assert screen._withheld.text() != before
    filled.undo()
    assert screen.table.rows.rows[0].cells[5].chip is None
    assert "Vertrouwelijkheid wijzigen" in filled.messages.text()


def test_several_at_once_are_one_step_back(screen: AttendeesScreen, filled: MainWindow) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    count = len(screen.table.selected_keys())
    assert screen.bar.isVisible()
    screen.table.clearSelection()
    screen.table.selectRow(0)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen._set_presence(Presence(Status.ABSENT))
    assert [place(screen, at).status for at in (0, 1)] == [Status.ABSENT] * 2
    filled.undo()
    assert [place(screen, at).status for at in (0, 1)] == [Status.PRESENT] * 2
    assert count == screen.table.rows.rowCount()


def test_escape_clears_the_selection_and_hides_the_bar(screen: AttendeesScreen) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.bar.isVisible()
    QTest.keyClick(screen.table, Qt.Key.Key_Escape)
    assert not screen.bar.isVisible()
