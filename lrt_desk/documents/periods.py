"""Lists over a period: one document, a part for each session."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lrt_desk.documents.frame import highest, logo, reference
from lrt_desk.documents.kinds import Kind
from lrt_desk.documents.lists import action_table, attendance_table, decision_table
from lrt_desk.documents.tree import Document, Facts, Heading, Node, Paragraph, Table, Text
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Body
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import long_date, time_range


@dataclass(frozen=True, slots=True)
class Period:
    """A body and the first and last day to look at."""

    body: Body
    since: dt.date
    until: dt.date


_LISTS: Mapping[Kind, tuple[str, str, Callable[[SessionSnapshot], Table | None]]] = {
    Kind.ACTIONS: ("Actielijst", "acties afgesproken", action_table),
    Kind.DECISIONS: ("Besluitenlijst", "besluiten genomen", decision_table),
    Kind.ATTENDANCE: ("Presentielijst", "deelnemers vastgelegd", attendance_table),
}


def period_list(period: Period, kind: Kind, snapshots: Sequence[SessionSnapshot]) -> Document:
    """Make one list of the sessions of a period, oldest first; each has a heading of its own.

    Errors: DeskError for a document that is no list.
    """
    if kind not in _LISTS:
        raise DeskError(
            t("Over een periode zijn er alleen lijsten."),
            t("Kies actions, decisions of attendance, of noem één vergadering."),
        )
    name, what, table_of = _LISTS[kind]
    words = f"{long_date(period.since)} tot en met {long_date(period.until)}"
    parts = [(one, table) for one in snapshots if (table := table_of(one))]
    nodes: list[Node] = [
        Facts(
            (
                ("Omschrijving", ((Text(f"{name} {period.body.code}"),),)),
                ("Periode", ((Text(words),),)),
                ("Vergaderingen", ((Text(str(len(snapshots))),),)),
            )
        )
    ]
    for one, table in parts:
        nodes += [Heading(1, (Text(_session(one)),)), table]
    if not parts:
        nodes.append(Paragraph((Text(f"In deze periode zijn geen {what}."),)))
    return Document(
        kind=name,
        title=f"{name} {period.body.code} {words}",
        letterhead=period.body.name or period.body.code,
        date=period.until,
        identifier=f"{name} {period.body.code}/{period.since}..{period.until}",
        nodes=tuple(nodes),
        reference=(
            ("Van", long_date(period.since)),
            ("Tot en met", long_date(period.until)),
            *((("Contact", period.body.mailbox),) if period.body.mailbox else ()),
        ),
        marking=highest(
            mark for one, _ in parts for mark in one.markings if mark.id in _marked(one)
        ),
        logo=logo(period.body),
    )


def _session(snapshot: SessionSnapshot) -> str:
    when = time_range(snapshot.session.start, None)
    return f"{reference(snapshot)}{f', {when}' if when else ''}"


def _marked(snapshot: SessionSnapshot) -> set[Id | None]:
    """Take the session's own marking and those of its passages, whether listed or not."""
    return {snapshot.session.marking_id, *(block.marking_id for block in snapshot.blocks)}
