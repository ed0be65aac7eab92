"""Proposals to withhold are decided beside the copies; until then nothing is published."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrt_desk.commands import people, publication, redactions
from lrt_desk.commands.demonstration import Story
from lrt_desk.model.minutes import Block
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.model.publication import Ground, Redaction, RedactionState
from ui.main_window import MainWindow
from ui.publish.publish_screen import PublishScreen


@pytest.fixture
def screen(filled: MainWindow, story: Story, qtbot: QtBot) -> PublishScreen:
    """The approved minutes, in which a name of the text became confidential afterwards."""
    texts = " ".join(block.text for block in story.archive.find(Block, session_id=story.approved))
    named = [one for one in story.archive.find(Person) if one.surname in texts]
    for person in named:
        people.set_confidentiality(story.archive, person.id, Confidentiality.NAME_WITHHELD)
    filled.open_session(story.approved)
    part = filled.session.part()
    assert isinstance(part, PublishScreen)
    rendered(part, qtbot)
    return part


def rendered(screen: PublishScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen._copies is not None, timeout=20000)


def open_count(story: Story) -> int:
    return len(redactions.open_proposals(story.archive, story.approved))


def test_publishing_waits_until_all_is_decided(
    screen: PublishScreen, story: Story, qtbot: QtBot
) -> None:
    assert open_count(story) > 0
    assert screen.decide.isVisible()
    assert screen.decide.current().quote in screen.decide._context.text()
    assert "5.1.2e" in screen.decide.ground.currentText()
    assert not screen.panel.publish_button.isEnabled()
    assert "nog niet beslist" in screen.panel._why_not.text()
    while open_count(story):
        before = open_count(story)
        screen.decide.setFocus()
        QTest.keyClicks(screen.decide, "l")
        rendered(screen, qtbot)
        assert open_count(story) < before
    assert not screen.decide.isVisible()
    assert screen.panel.publish_button.isEnabled()


def test_letting_stand_needs_a_reason_said_under_its_field(
    screen: PublishScreen, story: Story, qtbot: QtBot
) -> None:
    block = story.archive.find(Block, session_id=story.approved)[0]
    words = " ".join(block.text.split()[:2])
    proposed = RedactionState.PROPOSED
    screen.desk.run(publication.add_redaction, story.approved, row_id=block.id, quote=words,
                    ground=Ground.POLICY_OPINIONS, state=proposed)  # fmt: skip
    rendered(screen, qtbot)
    before, panel = open_count(story), screen.decide
    while panel.current().quote != words:
        QTest.keyClicks(panel, "n")
    assert panel.ground.currentData() == Ground.POLICY_OPINIONS
    QTest.keyClicks(panel, "s")
    assert panel.reason.isVisible()
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert "reden" in panel.reason.accessibleDescription()
    assert open_count(story) == before
    panel.reason.setText("Is al openbaar")
    panel.reject()
    rendered(screen, qtbot)
    assert open_count(story) == before - 1
    (row,) = story.archive.find(Redaction, state=RedactionState.REJECTED)
    assert (row.quote, row.reason) == (words, "Is al openbaar")


def test_a_name_that_can_be_nothing_else_is_never_let_stand(
    screen: PublishScreen, story: Story
) -> None:
    before, panel = open_count(story), screen.decide
    QTest.keyClicks(panel, "s")
    panel.reason.setText("Zomaar")
    panel.reject()
    assert "alleen als naam" in panel.reason.accessibleDescription()
    assert open_count(story) == before
    QTest.keyClick(panel.reason, Qt.Key.Key_Escape)
    assert not panel.reason.isVisible()


def test_all_certain_ones_go_in_one_step_and_come_back_with_undo(
    screen: PublishScreen, story: Story, filled: MainWindow, qtbot: QtBot
) -> None:
    before = open_count(story)
    screen.decide._all.click()
    rendered(screen, qtbot)
    assert open_count(story) < before
    filled.undo()
    rendered(screen, qtbot)
    assert open_count(story) == before
    assert screen.decide.isVisible()
