"""Minutes dropped on the window become a session, with what a human must settle beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrt_desk.commands import publication
from lrt_desk.commands.demonstration import Story
from lrt_desk.documents.certificates import self_signed
from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.minutes import Action, Block, Remark
from lrt_desk.store.snapshots import content_hash
from ui.main_window import MainWindow
from ui.minutes.minutes_screen import MinutesScreen
from ui.publish.copies import gather, render, sign

MINUTES = """Landelijke Regietafel Migratie en Integratie

Omschrijving  Verslag LRT 6 februari 2026
Vergaderdatum en -tijd  6 februari 2026, 9.15 uur
Vergaderplaats  Webex
Aanwezig  Dhr. Van Puttelaar (SJenV), Mevr. Oosterling (VNG), Dhr. Brandsema (COA),
           (JenV), secretariaat.

1. OPENING EN MEDEDELINGEN
• De voorzitter opent de vergadering. (Actie: VNG stuurt het overzicht van woningen toe).
• COA meldt dat een locatie later opengaat dan gepland.

2. WVTTK
• Actie: nadere uitwerking volgt op een later moment.
"""


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(90, 90), copy, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(90, 90), copy, data, buttons, keys))


@pytest.fixture
def imported(empty: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "verslag.txt"
    path.write_text(MINUTES, encoding="utf-8")
    drop(empty, path)
    assert empty.desk is not None
    archive = empty.desk.archive
    qtbot.waitUntil(lambda: bool(archive.find(Session)), timeout=20000)
    return empty


def test_dropped_minutes_open_with_their_result(imported: MainWindow) -> None:
    assert imported.desk is not None
    (session,) = imported.desk.archive.find(Session)
    assert session.state is SessionState.IMPORTED
    assert imported.session.session_id == session.id
    assert "Geïmporteerd: 2 agendapunten" in imported.messages.text()


def test_imported_minutes_can_be_corrected_against_their_source(imported: MainWindow) -> None:
    part = imported.session.part()
    assert isinstance(part, MinutesScreen)
    assert "De voorzitter opent de vergadering" in part.editor.toPlainText()
    assert imported.desk is not None
    part.editor.insertPlainText("Vooraf. ")
    part.leave()
    texts = [block.text for block in imported.desk.archive.find(Block)]
    assert any(text.startswith("Vooraf. De voorzitter") for text in texts)


def test_doubts_are_settled_in_the_rail(imported: MainWindow) -> None:
    part = imported.session.part()
    assert isinstance(part, MinutesScreen)
    assert imported.desk is not None
    archive = imported.desk.archive
    unsure = [action for action in archive.find(Action) if action.unsettled]
    assert unsure
    part._settle_owners(unsure[0], ("HLRT",))
    settled = archive.get(Action, unsure[0].id)
    assert (settled.owners, settled.unsettled) == (("HLRT",), "")
    for remark in archive.find(Remark, settled_at=None):
        part._settle(remark)
    assert all(doubt.subject is not unsure[0] for doubt in part.rail._doubts)
    assert not any(isinstance(doubt.subject, Remark) for doubt in part.rail._doubts)


def test_a_file_that_is_no_minutes_changes_nothing_and_says_so(
    empty: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plaatje.pdf"
    path.write_bytes(bytes(range(256)) * 40)
    drop(empty, path)
    bar = empty.messages
    qtbot.waitUntil(bar._wrong.isVisible, timeout=20000)
    assert bar._remedy.text()
    assert empty.desk is not None
    assert not empty.desk.archive.find(Session)


def test_a_signed_pdf_is_judged_and_not_imported(
    filled: MainWindow, story: Story, tmp_path: Path, qtbot: QtBot
) -> None:
    archive, path = story.archive, tmp_path / "getekend.pdf"
    now = archive.now()
    certificate = self_signed("Secretariaat", "Tafel", "geheim", at=now)
    signed = sign(gather(archive, story.approved), certificate, "geheim", now)
    path.write_bytes(signed.pdf)
    count = len(archive.find(Session))
    drop(filled, path)
    qtbot.waitUntil(filled.verdict.isVisible, timeout=20000)
    assert "Secretariaat" in filled.verdict.accessibleName()
    assert len(archive.find(Session)) == count
    QTest.keyClick(filled.verdict, Qt.Key.Key_Escape)
    assert not filled.verdict.isVisible()


def test_a_pdf_that_this_archive_issued_is_known_again(
    filled: MainWindow, story: Story, tmp_path: Path, qtbot: QtBot
) -> None:
    archive, path = story.archive, tmp_path / "openbaar.pdf"
    copies = render(gather(archive, story.approved))
    path.write_bytes(copies.public)
    version = copies.source.original.version_id
    assert version is not None
    publication.record_public_copy(
        archive, version, number=copies.source.public_number, file_hash=content_hash(copies.public)
    )
    drop(filled, path)
    qtbot.waitUntil(filled.verdict.isVisible, timeout=20000)
    assert "Uitgegeven door dit archief: LRT/2026-11-13" in filled.verdict.accessibleName()


def test_search_finds_words_and_opens_them(imported: MainWindow) -> None:
    imported.go_to_sessions()
    palette = imported.palette_
    palette.open()
    palette.field.setText("locatie")
    assert palette.list.count() == 1
    palette._run(palette.list.currentItem())
    part = imported.session.part()
    assert isinstance(part, MinutesScreen)
    assert "locatie" in part.editor.textCursor().block().text()
