"""Public copies as a whole: whatever the names and wherever they stand, nothing gets out."""

import datetime as dt
import re

import msgspec
import pytest

from lrt_desk.documents import agenda, docx, lists, minutes, odt, pdf, text
from lrt_desk.documents.known_words import HOUSE_PHRASES, HOUSE_WORDS
from lrt_desk.documents.leaks import find_leaks
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import (
    AgendaItem,
    AttendanceStatus,
    Attendee,
    Body,
    ItemKind,
    Outcome,
    Session,
    SessionState,
)
from lrt_desk.model.minutes import (
    Action,
    ActionState,
    Block,
    BlockKind,
    Decision,
)
from lrt_desk.model.people import Confidentiality, Organisation, Role
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.name_forms import fold
from lrt_desk.rules.redact import public_snapshot
from tests.documents.hostile import hostile, reads_as

MAKERS = (minutes.minutes, lists.actions, lists.decisions, lists.attendance, agenda.agenda)


@pytest.mark.parametrize("seed", range(150))
def test_no_name_is_left_in_the_public_snapshot(seed):
    snapshot, hidden = hostile(seed)
    public = public_snapshot(snapshot, hidden, number="LRT-1")
    assert [p.id for p in public.snapshot.people] == ["p0"]
    told = msgspec.json.decode(msgspec.json.encode(public.snapshot))
    words = " | ".join(strings(told))
    for person in hidden:
        # A surname that is a word of the smallest kind may stand where it is no name.
        if fold(person.surname) != "van":
            assert not reads_as(person, words), words
        assert person.email not in words
        assert person.phone not in words
    assert "kamer.example" not in words


def strings(value) -> list[str]:
    """Give the texts of a snapshot, without its ids and without public people."""
    if isinstance(value, dict):
        told = (v for k, v in value.items() if k not in {"people", "id"} and k[-3:] != "_id")
        return [s for v in told for s in strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("seed", range(12))
def test_no_name_is_left_in_any_format(seed):
    snapshot, hidden = hostile(1000 + seed)
    public = public_snapshot(snapshot, hidden, number="LRT-1")
    document = MAKERS[seed % len(MAKERS)](public.snapshot)
    for data in (pdf.render(document), odt.render(document), docx.render(document),
                 text.render(document).encode()):  # fmt: skip
        assert find_leaks(data, public.withheld, released=public.released) == ()
    internal = pdf.render(minutes.minutes(snapshot))
    assert find_leaks(internal, hidden)


def test_words_of_the_house_are_known():
    """What documents print by themselves must not look like a leak to people of that name."""
    said: set[str] = set()
    for state in SessionState:
        for full in (True, False):
            snapshot = everything(state) if full else bare(state)
            for make in MAKERS:
                words = text.render(make(snapshot))
                for phrase in HOUSE_PHRASES:
                    words = re.sub(r"\s+".join(map(re.escape, phrase.split())), "", words)
                said |= set(re.findall(r"[^\W\d_]{2,}", words))
    assert said - {"QQ"} <= HOUSE_WORDS


def bare(state: SessionState) -> SessionSnapshot:
    return SessionSnapshot(
        body=Body(id=Id("b"), code="QQ"),
        session=Session(id=Id("s"), body_id=Id("b"), date=dt.date(2024, 3, 15), state=state),
        public_number="1",
    )


def everything(state: SessionState) -> SessionSnapshot:
    known = {"session_id": Id("s"), "position": 1}
    item = Id("i0")
    kinds = [(role, status) for role in Role for status in AttendanceStatus]
    return SessionSnapshot(
        body=Body(id=Id("b"), code="QQ"),
        session=Session(id=Id("s"), body_id=Id("b"), date=dt.date(2024, 3, 15), place="QQ",
                        start=dt.time(9), end=dt.time(10), state=state),
        organisations=(Organisation(id=Id("o"), code="QQ"),),
        attendees=tuple(
            Attendee(id=Id(f"a{i}"), role=role, status=status, organisation_id=Id("o"),
                     confidentiality=Confidentiality.NAME_WITHHELD, present_from=dt.time(9),
                     present_until=dt.time(10), present_items="2", deputy_for_id=Id("a1"), **known)
            for i, (role, status) in enumerate(kinds)
        ),
        items=tuple(
            AgendaItem(id=Id(f"i{i}"), number=str(i), title="QQ", kind=kind, outcome=outcome,
                       presenter="QQ", **known)
            for i, (kind, outcome) in enumerate(
                (kind, outcome) for kind in ItemKind for outcome in (*Outcome, None))
        ),
        blocks=tuple(
            Block(id=Id(f"b{ground}"), item_id=item, kind=kind, text=f"⟦{ground}⟧", **known)
            for ground in Ground for kind in BlockKind
        ),
        actions=tuple(
            Action(id=Id(f"x{state}"), item_id=item, block_id=None, text="QQ", state=state,
                   due=dt.date(2024, 3, 15), handed_to="QQ", **known)
            for state in ActionState
        ),
        decisions=(Decision(id=Id("d"), item_id=item, block_id=None, text="QQ", **known),),
        public_number="1",
    )  # fmt: skip
