"""Minutes under every order of writing, circulating, requesting, deciding, undoing and reopening.

The model beside the archive is a dictionary of texts. Three things hold at every moment: a
version never changes, approved minutes never change, and a request that was taken over is in
the next version exactly once.
"""

import itertools
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lrt_desk.commands import agenda, approval, attendance, changes, minutes, sessions
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, AttendanceStatus, Attendee, Session, SessionState
from lrt_desk.model.minutes import (
    ApprovalOutcome,
    Block,
    ChangeRequest,
    MinutesVersion,
    RequestState,
    VersionKind,
)
from lrt_desk.store.archive import create_archive, open_archive
from lrt_desk.store.keys import Key
from lrt_desk.store.snapshots import content_hash, session_snapshot, version_snapshot
from tests.commands.tables import lay_table

KEY = Key(raw=bytes(range(32)))
WAITING = {RequestState.OPEN, RequestState.TO_MEETING}
TAKEN = {RequestState.ACCEPTED, RequestState.ACCEPTED_WITH_EDITS}


@dataclass
class Wish:
    """A request in the model: which word it puts in place of which first word."""

    block: Id
    before: str
    word: str
    state: RequestState = RequestState.OPEN


@dataclass
class Facts:
    """What the model knows of the session."""

    texts: dict[Id, str] = field(default_factory=dict)
    wishes: dict[Id, Wish] = field(default_factory=dict)
    state: SessionState = SessionState.HELD


class Minutes(RuleBasedStateMachine):
    """The steps a secretary may take, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "tafel.lrt")
        self.numbers = itertools.count(1)
        self.now = Facts()
        self.past: list[Facts] = []
        self.future: list[Facts] = []
        self.versions: dict[Id, MinutesVersion] = {}
        self.final = b""

    @initialize()
    def begin(self) -> None:
        self.archive = create_archive(self.path, KEY)
        self.table = lay_table(self.archive)
        for session in (self.table.first, self.table.second):
            sessions.hold(self.archive, session)
        self.items = self.archive.find(AgendaItem, session_id=self.table.first)
        # A wall, so that undo in the steps below never reaches the preparation.
        with self.archive.atomic("begin", wall=True):
            self.archive.put(replace(self.items[0], presenter="SJenV"))

    def teardown(self) -> None:
        self.archive.close()
        self.folder.cleanup()

    def attempt(self, allowed: bool, command: Callable[[], Id]) -> Id | None:
        """Run a command that must succeed or be refused, as the model says."""
        before = session_snapshot(self.archive, self.table.first)
        if allowed:
            return command()
        with pytest.raises(DeskError):
            command()
        assert session_snapshot(self.archive, self.table.first) == before
        return None

    def advance(self, facts: Facts, *, wall: bool = False) -> None:
        self.past = [] if wall else [*self.past, self.now]
        self.future = []
        self.now = facts

    @property
    def writable(self) -> bool:
        return self.now.state is not SessionState.APPROVED

    @rule(which=st.integers(0, 1))
    def write(self, which: int) -> None:
        text = f"begin{next(self.numbers)} midden slot"
        block = self.attempt(
            self.writable,
            lambda: minutes.add_block(self.archive, self.items[which].id, text=text).subject,
        )
        if block:
            facts = deepcopy(self.now)
            facts.texts[block] = text
            facts.state = max(facts.state, SessionState.DRAFT, key=list(SessionState).index)
            self.advance(facts)

    @precondition(lambda self: self.now.texts)
    @rule(data=st.data())
    def add_words(self, data: st.DataObject) -> None:
        block = data.draw(st.sampled_from(sorted(self.now.texts)))
        text = f"{self.now.texts[block]} en{next(self.numbers)}"
        if self.attempt(
            self.writable, lambda: minutes.edit_block(self.archive, block, text=text).subject
        ):
            facts = deepcopy(self.now)
            facts.texts[block] = text
            self.advance(facts)

    @precondition(lambda self: self.now.texts)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        block = data.draw(st.sampled_from(sorted(self.now.texts)))
        if self.attempt(self.writable, lambda: minutes.remove_block(self.archive, block).subject):
            facts = deepcopy(self.now)
            del facts.texts[block]
            self.advance(facts)

    @rule()
    def circulate(self) -> None:
        allowed = self.now.state in {SessionState.DRAFT, SessionState.CIRCULATED} and (
            not self.versions or self.latest_texts() != self.now.texts
        )
        version = self.attempt(
            allowed, lambda: minutes.circulate(self.archive, self.table.first).subject
        )
        if version:
            facts = deepcopy(self.now)
            facts.state = SessionState.CIRCULATED
            self.advance(facts, wall=True)
            self.freeze(version, f"0.{len(self.versions) + 1}")

    @precondition(lambda self: self.versions)
    @rule(data=st.data())
    def request(self, data: st.DataObject) -> None:
        known = sorted(self.latest_texts())
        if not known:
            return
        block = data.draw(st.sampled_from(known))
        first, *rest = self.latest_texts()[block].split()
        word = f"wens{next(self.numbers)}"
        made = self.attempt(
            self.now.state is SessionState.CIRCULATED,
            lambda: changes.submit_request(
                self.archive, self.table.first, organisation_id=self.table.vng,
                block_id=block, new_text=" ".join([word, *rest]),
            ).subject,
        )  # fmt: skip
        if made:
            facts = deepcopy(self.now)
            facts.wishes[made] = Wish(block, first, word)
            self.advance(facts)

    @precondition(lambda self: self.now.wishes)
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.wishes)))
        wish = self.now.wishes[chosen]
        first, _, rest = self.now.texts.get(wish.block, "").partition(" ")
        allowed = wish.state in WAITING and first == wish.before and self.writable
        if self.attempt(allowed, lambda: changes.accept(self.archive, chosen).subject):
            facts = deepcopy(self.now)
            facts.texts[wish.block] = f"{wish.word} {rest}"
            facts.wishes[chosen].state = RequestState.ACCEPTED
            self.advance(facts)

    @precondition(lambda self: self.now.wishes)
    @rule(data=st.data(), to_meeting=st.booleans())
    def set_aside(self, data: st.DataObject, to_meeting: bool) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.wishes)))
        again = to_meeting and self.now.wishes[chosen].state is RequestState.TO_MEETING
        if again:
            return
        verb = changes.leave_to_meeting if to_meeting else changes.reject
        if self.attempt(
            self.writable and self.now.wishes[chosen].state in WAITING,
            lambda: verb(self.archive, chosen, motivation="Zoals besproken.").subject,
        ):
            facts = deepcopy(self.now)
            facts.wishes[chosen].state = (
                RequestState.TO_MEETING if to_meeting else RequestState.REJECTED
            )
            self.advance(facts)

    @rule(outcome=st.sampled_from(ApprovalOutcome))
    def approve(self, outcome: ApprovalOutcome) -> None:
        if outcome is ApprovalOutcome.DEFERRED:
            return
        waiting = any(wish.state in WAITING for wish in self.now.wishes.values())
        allowed = self.now.state is SessionState.CIRCULATED and not waiting
        if outcome is ApprovalOutcome.UNCHANGED and allowed:
            allowed = self.latest_texts() == self.now.texts
        if self.attempt(
            allowed,
            lambda: (
                approval.approve(
                    self.archive, self.table.first, given_in_id=self.table.second, outcome=outcome
                ).subject
            ),
        ):
            facts = deepcopy(self.now)
            facts.state = SessionState.APPROVED
            self.advance(facts, wall=True)
            version = self.archive.find(MinutesVersion, number="1.0")[0]
            assert version.kind is VersionKind.FINAL
            self.freeze(version.id, "1.0")
            self.final = self.seen()

    @precondition(lambda self: not self.writable)
    @rule()
    def meddle(self) -> None:
        place = self.archive.find(Attendee, session_id=self.table.first)[0].id
        item = self.items[0].id
        for command in (
            lambda: agenda.edit_item(self.archive, item, title="Anders").subject,
            lambda: agenda.add_item(self.archive, self.table.first, title="Erbij").subject,
            lambda: attendance.set_attendance(self.archive, place, AttendanceStatus.ABSENT).subject,
            lambda: attendance.remove_attendee(self.archive, place).subject,
            lambda: minutes.record_action(self.archive, item, text="Alsnog").subject,
            lambda: minutes.record_decision(self.archive, item, text="Alsnog").subject,
            lambda: sessions.edit(self.archive, self.table.first, title="Anders").subject,
        ):
            self.attempt(False, command)

    @rule()
    def undo(self) -> None:
        done = self.archive.undo()
        assert (done is not None) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        done = self.archive.redo()
        assert (done is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = open_archive(self.path, KEY)

    @invariant()
    def live_facts_are_as_the_model_says(self) -> None:
        if not hasattr(self, "archive"):
            return
        blocks = self.archive.find(Block, session_id=self.table.first)
        assert {block.id: block.text for block in blocks} == self.now.texts
        requests = self.archive.find(ChangeRequest, session_id=self.table.first)
        assert {one.id: one.state for one in requests} == {
            key: wish.state for key, wish in self.now.wishes.items()
        }
        assert self.archive.get(Session, self.table.first).state is self.now.state
        if not self.writable:
            assert self.seen() == self.final

    @invariant()
    def versions_never_change(self) -> None:
        if not hasattr(self, "archive"):
            return
        kept = {one.id: one for one in self.archive.find(MinutesVersion)}
        assert kept == self.versions
        for version in kept.values():
            assert content_hash(version.content.encode()) == version.content_hash

    def freeze(self, version_id: Id, number: str) -> None:
        """Check a version at its birth and remember it."""
        version = self.archive.get(MinutesVersion, version_id)
        frozen = version_snapshot(version)
        assert {block.id: block.text for block in frozen.blocks} == self.now.texts
        assert frozen.version is not None
        assert version.number == frozen.version.number == number
        words = " ".join(block.text for block in frozen.blocks).split()
        for wish in self.now.wishes.values():
            if wish.block in self.now.texts:
                later = any(
                    other.before == wish.word and other.state in TAKEN
                    for other in self.now.wishes.values()
                )
                expected = wish.state in TAKEN and not later
                assert words.count(wish.word) == expected
        self.versions[version_id] = version

    def latest_texts(self) -> dict[Id, str]:
        frozen = version_snapshot(list(self.versions.values())[-1])
        return {block.id: block.text for block in frozen.blocks}

    def seen(self) -> bytes:
        """Everything a reader sees of the session, to compare."""
        live = session_snapshot(self.archive, self.table.first)
        return repr((live.session, live.items, live.blocks, live.attendees, live.actions)).encode()


TestMinutes = Minutes.TestCase
TestMinutes.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
