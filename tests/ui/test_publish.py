"""Both copies: shown, saved as the very bytes, signed, published, and refused when stale."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lrt_desk.commands import attendance
from lrt_desk.commands.demonstration import Story
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.grounds import GROUND_LABELS
from lrt_desk.model.meetings import Attendee, Session, SessionState
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import PublicCopy, SignedCopy
from ui.main_window import MainWindow
from ui.publish.grounds import ground_name
from ui.publish.publish_screen import PublishScreen

SECRET = "geheim"


@pytest.fixture
def screen(filled: MainWindow, story: Story, qtbot: QtBot) -> PublishScreen:
    filled.open_session(story.approved)
    part = filled.session.part()
    assert isinstance(part, PublishScreen)
    qtbot.waitUntil(lambda: part._copies is not None, timeout=20000)
    return part


def state(story: Story) -> SessionState:
    return story.archive.get(Session, story.approved).state


def test_preview_shows_pages_and_checks(screen: PublishScreen) -> None:
    assert screen.internal.page_count() >= 1
    assert screen._at.text().startswith("Pagina 1 van")
    assert screen.panel._count.text() == "6 van 7"
    assert "5.1.2e" in screen._legend.text()


def test_saved_internal_copy_is_the_one_shown(
    screen: PublishScreen, tmp_path: Path, chosen: Callable[[Path], None]
) -> None:
    chosen(tmp_path / "intern.pdf")
    screen._save_internal()
    assert screen._copies is not None
    assert (tmp_path / "intern.pdf").read_bytes() == screen._copies.internal


def test_public_copy_is_the_one_shown_and_is_recorded(
    screen: PublishScreen,
    story: Story,
    tmp_path: Path,
    chosen: Callable[[Path], None],
    qtbot: QtBot,
) -> None:
    path = tmp_path / "openbaar.pdf"
    chosen(path)
    assert screen._copies is not None
    shown = screen._copies.public
    screen.panel.publish_button.click()
    qtbot.waitUntil(lambda: bool(story.archive.find(PublicCopy)), timeout=20000)
    (copy,) = story.archive.find(PublicCopy, session_id=story.approved)
    assert copy.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.read_bytes() == shown
    assert state(story) is SessionState.PUBLIC


def test_signing_records_who_signed_what(
    screen: PublishScreen,
    story: Story,
    tmp_path: Path,
    chosen: Callable[[Path], None],
    qtbot: QtBot,
) -> None:
    certificate = tmp_path / "certificaat.p12"
    certificate.write_bytes(self_signed("Secretariaat", "Tafel", SECRET, at=story.archive.now()))
    panel, path = screen.panel, tmp_path / "getekend.pdf"
    assert not panel.sign_button.isEnabled()
    panel.use_certificate(certificate)
    panel._word.setText("onjuist")
    chosen(path)
    panel.sign_button.click()
    qtbot.waitUntil(lambda: "wachtwoord" in panel._word.accessibleDescription(), timeout=20000)
    assert not path.exists()
    panel._word.setText(SECRET)
    panel.sign_button.click()
    qtbot.waitUntil(path.exists, timeout=20000)
    (copy,) = story.archive.find(SignedCopy, session_id=story.approved)
    assert copy.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert state(story) is SessionState.SIGNED
    assert panel._word.text() == ""


def test_a_name_that_became_confidential_stops_the_stale_copy(
    screen: PublishScreen, story: Story, tmp_path: Path
) -> None:
    stale = screen._copies
    assert stale is not None
    place = story.archive.find(Attendee, session_id=story.approved)[1]
    attendance.set_session_confidentiality(story.archive, place.id, Confidentiality.FULLY_WITHHELD)
    screen._path = tmp_path / "openbaar.pdf"
    screen._made_public(stale)
    assert not (tmp_path / "openbaar.pdf").exists()
    assert not story.archive.find(PublicCopy, session_id=story.approved)


def test_minutes_that_are_not_approved_are_not_issued(
    filled: MainWindow, story: Story, qtbot: QtBot
) -> None:
    filled.open_session(story.in_writing)
    filled.session.tabs.setCurrentIndex(3)
    part = filled.session.part()
    assert isinstance(part, PublishScreen)
    qtbot.waitUntil(lambda: part._copies is not None, timeout=20000)
    assert not part.panel.publish_button.isEnabled()
    assert "geaccordeerd" in part.panel._why_not.text()


def test_invitations_go_into_the_chosen_folder(
    filled: MainWindow, story: Story, tmp_path: Path, chosen: Callable[[Path], None]
) -> None:
    filled.open_session(story.upcoming)
    folder = tmp_path / "uit"
    folder.mkdir()
    chosen(folder)
    (invite,) = filled.session.part().buttons()
    invite.click()  # type: ignore[attr-defined]  # a button, by the contract of the header
    assert len(list(folder.glob("*.ics"))) > 3
    assert story.archive.get(Session, story.upcoming).state is SessionState.INVITED


def test_the_screen_names_grounds_as_the_documents_do() -> None:
    assert {ground: ground_name(ground) for ground in GROUND_LABELS} == GROUND_LABELS
