"""Typing in the minutes: saved after a pause, kept through reopening, taken back by undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrt_desk.commands.demonstration import Story
from lrt_desk.model.minutes import Action, Block, BlockKind, Decision
from lrt_desk.model.people import Confidentiality
from lrt_desk.store.archive import open_archive
from lrt_desk.store.keys import Key
from ui.main_window import MainWindow
from ui.minutes.minutes_screen import AUTOSAVE_MS, MinutesScreen

WORDS = "De tafel dankt de notulist; coördinatie één €."


@pytest.fixture
def screen(filled: MainWindow, story: Story, qtbot: QtBot) -> MinutesScreen:
    """The minutes being written, at the item with most text."""
    filled.open_session(story.in_writing)
    part = filled.session.part()
    assert isinstance(part, MinutesScreen)
    part.outline.setCurrentIndex(part.outline.items.index(1))
    part.editor.setFocus()
    return part


def at_end(screen: MinutesScreen) -> None:
    screen.editor.moveCursor(QTextCursor.MoveOperation.End)


def blocks(screen: MinutesScreen) -> tuple[Block, ...]:
    assert screen._item is not None
    return screen.desk.archive.find(Block, item_id=screen._item.id)


def test_what_is_typed_is_in_the_file_within_a_second(
    screen: MinutesScreen, story: Story, qtbot: QtBot
) -> None:
    at_end(screen)
    before = len(blocks(screen))
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    screen.editor.insertPlainText(WORDS)
    assert screen.presence.saved_words() == "Bewaart"
    qtbot.waitUntil(lambda: screen.presence.saved_words().startswith("Bewaard"), timeout=1000)
    assert AUTOSAVE_MS < 1000
    with open_archive(story.archive.path, Key(raw=bytes(range(32)))) as reopened:
        texts = [block.text for block in reopened.find(Block, session_id=story.in_writing)]
    assert WORDS in texts
    assert len(blocks(screen)) == before + 1


def test_editing_keeps_the_identity_of_every_other_paragraph(screen: MinutesScreen) -> None:
    before = blocks(screen)
    screen.editor.moveCursor(QTextCursor.MoveOperation.Start)
    screen.editor.insertPlainText("Vooraf. ")
    screen.leave()
    after = blocks(screen)
    assert [block.id for block in after] == [block.id for block in before]
    assert after[0].text == "Vooraf. " + before[0].text
    assert after[1:] == before[1:]


def test_splitting_a_paragraph_makes_one_new_one(screen: MinutesScreen) -> None:
    before = blocks(screen)
    cursor = screen.editor.textCursor()
    cursor.setPosition(10)
    screen.editor.setTextCursor(cursor)
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    screen.leave()
    after = blocks(screen)
    assert len(after) == len(before) + 1
    assert after[0].id == before[0].id
    assert (after[0].text + after[1].text).replace(" ", "") == before[0].text.replace(" ", "")
    assert after[2].id == before[1].id


def test_undo_takes_typing_back_with_its_name(screen: MinutesScreen, filled: MainWindow) -> None:
    before = [block.text for block in blocks(screen)]
    at_end(screen)
    screen.editor.insertPlainText(" Nog iets.")
    filled.undo()
    assert [block.text for block in blocks(screen)] == before
    assert "Verslag wijzigen" in filled.messages.text()
    assert "Nog iets" not in screen.editor.toPlainText()
    filled.redo()
    assert "Nog iets" in screen.editor.toPlainText()


def test_slash_makes_an_action_of_whom_it_names(screen: MinutesScreen) -> None:
    at_end(screen)
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    screen.editor.insertPlainText("/a @VNG levert de cijfers.")
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    last = blocks(screen)[-1]
    assert (last.kind, last.text) == (BlockKind.ACTION, "@VNG levert de cijfers.")
    actions = screen.desk.archive.find(Action, block_id=last.id)
    assert [action.owners for action in actions] == [("VNG",)]


def test_slash_makes_a_decision(screen: MinutesScreen) -> None:
    at_end(screen)
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    screen.editor.insertPlainText("/besluit De tafel stemt in.")
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    last = blocks(screen)[-1]
    assert screen.desk.archive.find(Decision, block_id=last.id)[0].text == "De tafel stemt in."


def test_a_paragraph_becomes_confidential_by_key(screen: MinutesScreen) -> None:
    screen.editor.moveCursor(QTextCursor.MoveOperation.Start)
    screen.editor.toggle_confidential()
    screen.leave()
    assert blocks(screen)[0].confidentiality is Confidentiality.FULLY_WITHHELD
    assert screen.editor.paragraphs()[0].confidentiality is Confidentiality.FULLY_WITHHELD


def test_turning_to_another_item_saves_first(screen: MinutesScreen) -> None:
    item = screen._item
    at_end(screen)
    screen.editor.insertPlainText(" Slot.")
    screen.outline.setCurrentIndex(screen.outline.items.index(0))
    assert item is not None
    texts = [block.text for block in screen.desk.archive.find(Block, item_id=item.id)]
    assert texts[-1].endswith("Slot.")


def test_approved_minutes_cannot_be_typed_in(filled: MainWindow, story: Story) -> None:
    filled.open_session(story.approved)
    filled.session.tabs.setCurrentIndex(2)
    part = filled.session.part()
    assert isinstance(part, MinutesScreen)
    assert part.editor.isReadOnly()
    assert part.buttons() == ()


def test_undo_key_reaches_the_archive_when_nothing_was_typed(
    screen: MinutesScreen, filled: MainWindow, qtbot: QtBot
) -> None:
    before = [block.text for block in blocks(screen)]
    at_end(screen)
    screen.editor.insertPlainText(" Slot.")
    screen.leave()
    screen.refresh()
    screen.editor.show_paragraphs(screen.editor.paragraphs())
    filled.activateWindow()
    qtbot.waitUntil(filled.isActiveWindow)
    screen.editor.setFocus()
    QTest.keyClick(screen.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [block.text for block in blocks(screen)] == before, timeout=2000)


def test_agenda_beside_the_text_counts_what_was_saved(screen: MinutesScreen) -> None:
    count = len(blocks(screen))
    at_end(screen)
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    screen.editor.insertPlainText(WORDS)
    screen.leave()
    assert screen.outline.items.notes[1].startswith(str(count + 1))


def test_words_that_cannot_be_saved_stay_and_keep_the_window_open_once(
    screen: MinutesScreen, filled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_end(screen)
    screen.editor.insertPlainText(" Blijft staan.")
    with monkeypatch.context() as patch:
        patch.setattr(screen.desk, "run", lambda *_a, **_k: None)
        screen.outline.setCurrentIndex(screen.outline.items.index(0))
        assert "Blijft staan." in screen.editor.toPlainText()
        assert screen.presence.saved_words() == "Niet bewaard, probeert opnieuw"
        assert not filled.close()
    assert screen.leave()
    assert blocks(screen)[-1].text.endswith("Blijft staan.")
