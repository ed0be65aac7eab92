"""The agenda in time, and whether two of them read the same."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.snapshot import SessionSnapshot


class Slot(NamedTuple):
    """When an item is on, local to Amsterdam; `end` is None where its length is not known."""

    start: dt.time
    end: dt.time | None


def item_times(start: dt.time | None, items: Iterable[AgendaItem]) -> dict[Id, Slot]:
    """Tell when each item is on, from the start of the session and the minutes of each.

    Nothing is said from the first item on of which the moment is not known: after one without
    minutes, after midnight, or in a session without a time.
    """
    slots: dict[Id, Slot] = {}
    now = dt.datetime.combine(dt.date.min, start) if start is not None else None
    for item in items:
        if now is None or now.date() > dt.date.min:
            break
        end = now + dt.timedelta(minutes=item.minutes) if item.minutes else None
        slots[item.id] = Slot(now.time(), end.time() if end else None)
        now = end
    return slots


def agendas_alike(one: SessionSnapshot, other: SessionSnapshot) -> bool:
    """Tell whether two moments of a session give a reader the same agenda."""
    return _as_read(one) == _as_read(other)


def _as_read(snapshot: SessionSnapshot) -> tuple[object, ...]:
    session = snapshot.session
    return (
        (session.date, session.start, session.end, session.place, session.title),
        (session.provisional, session.marking_id),
        tuple(
            (item.id, item.number, item.title, item.kind, item.presenter, item.minutes)
            for item in snapshot.items
        ),
        (snapshot.papers, snapshot.paper_versions, snapshot.embargoes),
        [one for one in snapshot.markings if one.id in _agenda_markings(snapshot)],
    )


def _agenda_markings(snapshot: SessionSnapshot) -> set[Id | None]:
    return {snapshot.session.marking_id, *(paper.marking_id for paper in snapshot.papers)}
