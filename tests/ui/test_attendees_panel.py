"""People are added, replaced, corrected and taken off the list with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lrt_desk.commands.demonstration import Story
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Confidentiality, Organisation, Person, Role
from ui.attendees.attendees_screen import AttendeesScreen
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""Without a screen, the list of known names cannot be raised above the window."""


@pytest.fixture
def screen(filled: MainWindow, story: Story) -> AttendeesScreen:
    filled.open_session(story.in_writing)
    filled.session.tabs.setCurrentIndex(1)
    part = filled.session.part()
    assert isinstance(part, AttendeesScreen)
    part.table.setFocus()
    return part


def places(screen: AttendeesScreen) -> tuple[Attendee, ...]:
    assert screen.session_id is not None
    return screen.desk.archive.find(Attendee, session_id=screen.session_id)


def last_person(screen: AttendeesScreen) -> Person:
    person_id = places(screen)[-1].person_id
    assert person_id is not None
    return screen.desk.archive.get(Person, person_id)


def test_a_new_attendee_is_read_from_the_name_as_typed(
    screen: AttendeesScreen, filled: MainWindow
) -> None:
    before, panel = places(screen), screen.panel
    (button,) = screen.buttons()
    button.click()  # type: ignore[attr-defined]  # a button, by the contract of the header
    assert filled.focusWidget() is panel.name
    QTest.keyClicks(panel.name, "Mevr. J.A. van der Kwast")
    QTest.keyClicks(panel.organisation, "KwastCo")
    QTest.keyClicks(panel.email, "kwast@voorbeeld.nl")
    panel.role.setCurrentIndex(panel.role.findData(Role.GUEST))
    panel.secrecy.setCurrentIndex(panel.secrecy.findData(Confidentiality.NAME_WITHHELD))
    QTest.keyClick(panel.email, Qt.Key.Key_Return)
    place, person = places(screen)[-1], last_person(screen)
    assert len(places(screen)) == len(before) + 1
    assert (person.surname, person.particle, person.initials) == ("Kwast", "van der", "J.A.")
    assert (person.email, person.confidentiality) == (
        "kwast@voorbeeld.nl", Confidentiality.NAME_WITHHELD,
    )  # fmt: skip
    assert place.role is Role.GUEST
    assert place.organisation_id is not None
    assert screen.desk.archive.get(Organisation, place.organisation_id).code == "KwastCo"
    assert screen.table.selected_keys() == (place.id,)
    assert not panel.isVisible()
    filled.undo()
    assert places(screen) == before
    assert not screen.desk.archive.find(Person, surname="Kwast")


def test_what_cannot_be_read_is_said_under_its_field(screen: AttendeesScreen) -> None:
    before, panel = places(screen), screen.panel
    screen._ask_who()
    panel.email.setText("geen adres")
    panel.confirm()
    assert "naam" in panel.name.accessibleDescription()
    assert "adres" in panel.email.accessibleDescription()
    assert places(screen) == before


def test_somebody_on_the_list_is_not_added_twice(screen: AttendeesScreen) -> None:
    people = len(screen.desk.archive.find(Person))
    first = places(screen)[0]
    assert first.person_id is not None
    screen._ask_who()
    screen.panel._take(screen.desk.archive.get(Person, first.person_id))
    screen.panel.confirm()
    assert "al op de lijst" in screen.panel.name.accessibleDescription()
    assert len(screen.desk.archive.find(Person)) == people


def test_a_deputy_is_made_known_and_seated(screen: AttendeesScreen, filled: MainWindow) -> None:
    original = next(one for one in places(screen) if one.status is Status.PRESENT
                    and not one.deputy_for_id and one.person_id)  # fmt: skip
    screen.table.choose(original.id)
    QTest.keyClicks(screen.table, "p")
    assert screen.panel.isVisible()
    assert not screen.bar.isVisible()
    QTest.keyClicks(screen.panel.name, "Dhr. Kwikstaart")
    QTest.keyClick(screen.panel.name, Qt.Key.Key_Return)
    (deputy,) = screen.desk.archive.find(Attendee, deputy_for_id=original.id)
    assert deputy.organisation_id == original.organisation_id
    assert screen.desk.archive.get(Attendee, original.id).status is Status.REPLACED
    assert screen.table.selected_keys() == (deputy.id,)
    filled.undo()
    assert screen.desk.archive.get(Attendee, original.id) == original


def test_an_address_is_corrected_in_place(screen: AttendeesScreen) -> None:
    place = next(one for one in places(screen) if one.person_id)
    screen.table.choose(place.id)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.panel.fields["email"].isVisible()
    assert not screen.panel.fields["name"].isVisible()
    screen.panel.email.setText("nieuw@voorbeeld.nl")
    QTest.keyClick(screen.panel.email, Qt.Key.Key_Return)
    assert place.person_id is not None
    assert screen.desk.archive.get(Person, place.person_id).email == "nieuw@voorbeeld.nl"


def test_delete_takes_an_attendee_off_and_undo_brings_them_back(
    screen: AttendeesScreen, filled: MainWindow
) -> None:
    before = places(screen)
    deputies = {one.deputy_for_id for one in before}
    place = next(one for one in before if one.id not in deputies)
    screen.table.choose(place.id)
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    assert place.id not in {one.id for one in places(screen)}
    filled.undo()
    assert places(screen) == before


def test_escape_closes_the_panel_and_gives_the_list_back(
    screen: AttendeesScreen, filled: MainWindow
) -> None:
    screen._ask_who()
    QTest.keyClick(screen.panel.name, Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()
    assert filled.focusWidget() is screen.table
