"""The story that ships: complete, plausible, and the same every time."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrt_desk.commands import redactions
from lrt_desk.commands.demonstration import Story, create_demonstration
from lrt_desk.model.meetings import AttendanceStatus, Session, SessionState
from lrt_desk.model.minutes import BlockKind, MinutesVersion, VersionKind
from lrt_desk.model.papers import Embargo
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import RedactionState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.planning import paper_is_late, under_embargo
from lrt_desk.rules.publication import publishable
from lrt_desk.store.keys import Key
from lrt_desk.store.snapshots import canonical, session_snapshot, version_snapshot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """The story in an archive of its own."""
    story = create_demonstration(tmp_path / "voorbeeld.lrt", Key(raw=bytes(range(32))))
    yield story
    story.archive.close()


def approved(story: Story) -> SessionSnapshot:
    return session_snapshot(story.archive, story.approved)


def test_the_first_minutes_are_complete_and_ready_to_sign(story: Story) -> None:
    snapshot = approved(story)
    bullets = [one for one in snapshot.blocks if one.kind is BlockKind.BULLET]
    assert (len(snapshot.items), len(snapshot.actions), len(snapshot.decisions)) == (5, 4, 2)
    assert len(bullets) == 15
    versions = story.archive.find(MinutesVersion, session_id=story.approved)
    assert [one.number for one in versions] == ["0.1", "0.2", "1.0"]
    assert publishable(versions[0])
    assert publishable(versions[-1]) is None
    assert versions[-1].kind is VersionKind.FINAL
    assert {one.status for one in snapshot.attendees} == set(AttendanceStatus) - {
        AttendanceStatus.EXPECTED, AttendanceStatus.ABSENT,
    }  # fmt: skip


def test_the_change_is_in_the_second_version_and_not_in_the_first(story: Story) -> None:
    first, second, _ = (
        " ".join(block.text for block in version_snapshot(version).blocks)
        for version in story.archive.find(MinutesVersion, session_id=story.approved)
    )
    wish = approved(story).requests[0]
    assert wish.old_text in first
    assert wish.new_text not in first
    assert wish.new_text in second
    assert wish.old_text not in second


def test_there_is_something_to_withhold(story: Story) -> None:
    snapshot = approved(story)
    text = " ".join(block.text for block in snapshot.blocks)
    withheld = [one for one in snapshot.people if one.confidentiality is not Confidentiality.PUBLIC]
    assert len(withheld) == 4
    assert sum(one.surname in text for one in withheld) == 2
    secret = [one for one in snapshot.blocks if one.confidentiality is not Confidentiality.PUBLIC]
    whole, name = snapshot.redactions
    assert [one.id for one in secret] == [whole.block_id]
    assert {whole.state, name.state} == {RedactionState.CONFIRMED}
    assert not redactions.open_proposals(story.archive, story.approved)


def test_the_second_minutes_say_that_the_first_were_approved(story: Story) -> None:
    snapshot = session_snapshot(story.archive, story.in_writing)
    assert snapshot.session.state is SessionState.DRAFT
    said = [block.text for block in snapshot.blocks if block.item_id == snapshot.items[0].id]
    assert said[-1].endswith("wordt geaccordeerd met een wijziging van VNG.")


def test_the_third_session_waits_for_papers_and_invitations(story: Story) -> None:
    snapshot = session_snapshot(story.archive, story.upcoming)
    assert snapshot.session.state is SessionState.PLANNED
    assert snapshot.session.uid_token == ""
    delivered = {one.paper_id: one for one in snapshot.paper_versions}
    late = [p for p in snapshot.papers if p.id in delivered and paper_is_late(p, delivered[p.id])]
    assert [paper.title for paper in late] == ["Oplegnotitie loket doorstroom"]
    assert len(snapshot.papers) - len(delivered) == 1
    held_back = story.archive.find(Embargo)
    assert [under_embargo(one, story.archive.now()) for one in held_back] == [True]
    ahead = [one for one in story.archive.find(Session) if one.date > snapshot.session.date]
    assert [one.date.isoformat() for one in ahead] == ["2026-12-04", "2026-12-11", "2026-12-18"]


def test_the_story_is_the_same_every_time(story: Story, tmp_path: Path) -> None:
    def facts(one: Story) -> list[bytes]:
        """Everything but what is drawn at random: ids, tokens, and hashes over them."""
        drawn = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21,22}|\"[0-9a-f]{32}\"")
        told = (one.approved, one.in_writing, one.upcoming)
        return [
            b"".join(
                sorted(
                    drawn.sub(b"", canonical(session_snapshot(one.archive, which))).split(b"},{")
                )
            )
            for which in told
        ]

    again = create_demonstration(tmp_path / "opnieuw.lrt", Key(raw=bytes(32)))
    with again.archive:
        assert facts(again) == facts(story)
        assert again.archive.now() == dt.datetime(2026, 11, 23, 8, 0, 1, tzinfo=dt.UTC)
