"""Papers come in versions and under embargo; actions live on after their session."""

import datetime as dt

import pytest

from lrt_desk.commands import actions, minutes, papers, sessions
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import Action, ActionState
from lrt_desk.model.papers import Embargo, Marking, MarkingLevel, Paper, PaperVersion
from lrt_desk.store.archive import Archive
from tests.commands.tables import Table

NOON = dt.datetime(2026, 11, 11, 12, tzinfo=dt.UTC)


@pytest.fixture
def paper(archive: Archive, table: Table) -> Id:
    """A paper awaited under the opening item."""
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    return papers.add_paper(archive, opening.id, title="Oplegnotitie", deadline=NOON).subject


def test_each_delivery_is_a_version_of_its_own(archive: Archive, paper: Id) -> None:
    papers.deliver_paper(archive, paper, delivered_at=NOON)
    late = NOON + dt.timedelta(hours=2)
    papers.deliver_paper(archive, paper, delivered_at=late, late_reason="Nagezonden.")
    versions = archive.find(PaperVersion, paper_id=paper)
    assert [(one.number, one.delivered_at) for one in versions] == [(1, NOON), (2, late)]
    with pytest.raises(DeskError):
        papers.deliver_paper(archive, Id("unknown"), delivered_at=NOON)


def test_an_embargo_has_one_end_and_is_released_by_hand(archive: Archive, paper: Id) -> None:
    for ends in ({}, {"until": NOON, "event": "de Ministerraad"}):
        with pytest.raises(DeskError):
            papers.embargo_paper(archive, paper, **ends)
    papers.embargo_paper(archive, paper, event="de Ministerraad")
    embargo = archive.get(Embargo, archive.get(Paper, paper).embargo_id or Id(""))
    papers.release_embargo(archive, embargo.id)
    assert archive.get(Embargo, embargo.id).released_at is not None
    archive.undo()
    assert archive.get(Embargo, embargo.id) == embargo


def test_a_paper_is_classified(archive: Archive, paper: Id) -> None:
    level = MarkingLevel.DEPARTMENTAL_CONFIDENTIAL
    papers.mark_paper(archive, paper, level=level, until=dt.date(2027, 1, 1))
    marking = archive.get(Marking, archive.get(Paper, paper).marking_id or Id(""))
    assert (marking.level, marking.until) == (level, dt.date(2027, 1, 1))


def test_a_cancelled_session_takes_no_papers(archive: Archive, table: Table, paper: Id) -> None:
    sessions.cancel(archive, table.first)
    with pytest.raises(DeskError):
        papers.add_paper(archive, archive.get(Paper, paper).item_id, title="Alsnog")


def test_an_action_is_settled_postponed_and_handed_over(archive: Archive, table: Table) -> None:
    sessions.hold(archive, table.first)
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    made = minutes.record_action(archive, opening.id, text="Uitwerken.").subject
    actions.settle_owners(archive, made, ("VNG", " IPO "))
    actions.set_due(archive, made, dt.date(2026, 12, 1))
    with pytest.raises(DeskError):
        actions.hand_over(archive, made, to=" ")
    actions.hand_over(archive, made, to="HLRT")
    action = archive.get(Action, made)
    assert (action.owners, action.due) == (("VNG", "IPO"), dt.date(2026, 12, 1))
    assert (action.state, action.handed_to) == (ActionState.HANDED_OVER, "HLRT")
    archive.undo()
    assert archive.get(Action, made).state is ActionState.OPEN


def test_an_action_of_nothing_is_not_minuted(archive: Archive, table: Table) -> None:
    sessions.hold(archive, table.first)
    opening, closing = archive.find(AgendaItem, session_id=table.first)
    block = minutes.add_block(archive, opening.id, text="COA belt.").subject
    with pytest.raises(DeskError):
        minutes.record_action(archive, opening.id, text=" ")
    with pytest.raises(DeskError):
        minutes.record_action(archive, closing.id, text="COA belt.", block_id=block)
    assert archive.find(Action) == ()
