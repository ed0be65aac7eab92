"""Whatever happens to the paragraphs, the archive ends up with exactly those."""

import datetime as dt
import random

import pytest

from lrt_desk.commands import bodies, sessions
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import Block, BlockKind
from lrt_desk.store.archive import Archive
from ui.desk import together
from ui.minutes.paragraphs import Paragraph, paragraph_of
from ui.minutes.saving import steps


@pytest.fixture
def item(archive: Archive) -> Id:
    body = bodies.add_body(archive, code="LRT").subject
    session = sessions.plan(archive, body, date=dt.date(2026, 11, 27)).subject
    sessions.hold(archive, session)
    return archive.find(AgendaItem, session_id=session)[0].id


def known(archive: Archive, item: Id) -> tuple[Paragraph, ...]:
    return tuple(map(paragraph_of, archive.find(Block, item_id=item)))


def facts(paragraphs: tuple[Paragraph, ...]) -> list[tuple[BlockKind, str, int]]:
    return [(one.kind, one.text, one.level) for one in paragraphs]


def test_any_series_of_edits_ends_in_the_archive(archive: Archive, item: Id) -> None:
    chance = random.Random(23)
    for turn in range(60):
        now = list(known(archive, item))
        for _ in range(chance.randint(1, 3)):
            deed = chance.choice(("add", "add", "drop", "move", "edit"))
            at = chance.randrange(len(now) + 1)
            if deed == "add":
                kind = chance.choice(list(BlockKind))
                now.insert(at, Paragraph(id=None, text=f"Zin {turn}", kind=kind))
            elif now:
                one = now.pop(chance.randrange(len(now)))
                if deed == "move":
                    now.insert(min(at, len(now)), one)
                elif deed == "edit":
                    now.insert(0, Paragraph(id=one.id, text=f"Anders {turn}", level=1))
        plan = steps(item, known(archive, item), tuple(now))
        if plan:
            together(archive, "Verslag wijzigen", plan)
        after = known(archive, item)
        assert facts(after) == facts(tuple(now))
        kept = [one.id for one in now if one.id]
        assert [one.id for one in after if one.id in kept] == kept


def test_nothing_changed_is_nothing_done(archive: Archive, item: Id) -> None:
    together(archive, "x", steps(item, (), (Paragraph(id=None, text="Een zin"),)))
    assert steps(item, known(archive, item), known(archive, item)) == []
