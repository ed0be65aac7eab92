"""Lists of one session: actions, decisions, who was there."""

from collections.abc import Iterable

from lrt_desk.documents.frame import day, framed, session_rows
from lrt_desk.documents.passages import inlines
from lrt_desk.documents.present import name, organisation, presence, replaces
from lrt_desk.documents.tree import (
    Document,
    Facts,
    Heading,
    Inlines,
    Node,
    Paragraph,
    Table,
    Text,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus, Attendee
from lrt_desk.model.minutes import Action, ActionState
from lrt_desk.model.people import Role
from lrt_desk.model.snapshot import SessionSnapshot

_STATES = {
    ActionState.OPEN: "open",
    ActionState.DONE: "gereed",
    ActionState.HANDED_OVER: "overgedragen",
    ActionState.DROPPED: "vervallen",
}
_ROLES = {
    Role.CHAIR: "voorzitter",
    Role.MEMBER: "lid",
    Role.DEPUTY: "plaatsvervanger",
    Role.OFFICIAL: "ambtelijke ondersteuning",
    Role.SECRETARIAT: "secretariaat",
    Role.GUEST: "gast",
}
_STATUSES = {
    AttendanceStatus.EXPECTED: "uitgenodigd",
    AttendanceStatus.PRESENT: "aanwezig",
    AttendanceStatus.PARTLY_PRESENT: "deels aanwezig",
    AttendanceStatus.ABSENT: "afwezig",
    AttendanceStatus.ABSENT_WITH_NOTICE: "afwezig m.k.",
    AttendanceStatus.REPLACED: "vervangen",
}


def actions(snapshot: SessionSnapshot) -> Document:
    """Make the action list of a session."""
    empty = "In deze vergadering zijn geen acties afgesproken."
    rows = [action.block_id for action in snapshot.actions]
    return _list(snapshot, "Actielijst", action_table(snapshot), empty, rows)


def decisions(snapshot: SessionSnapshot) -> Document:
    """Make the list of decisions of a session."""
    empty = "In deze vergadering zijn geen besluiten genomen."
    rows = [decision.block_id for decision in snapshot.decisions]
    return _list(snapshot, "Besluitenlijst", decision_table(snapshot), empty, rows)


def attendance(snapshot: SessionSnapshot) -> Document:
    """Make the list of who was there, one row a person."""
    empty = "Voor deze vergadering zijn geen deelnemers vastgelegd."
    return _list(snapshot, "Presentielijst", attendance_table(snapshot), empty)


def action_nodes(snapshot: SessionSnapshot) -> tuple[Node, ...]:
    """Close minutes with their actions, if there are any."""
    return _under("Actielijst", action_table(snapshot))


def decision_nodes(snapshot: SessionSnapshot) -> tuple[Node, ...]:
    """Close minutes with their decisions, if there are any."""
    return _under("Besluitenlijst", decision_table(snapshot))


def action_table(snapshot: SessionSnapshot) -> Table | None:
    """Give the actions of a session, one a row, or None."""
    rows = tuple(
        (
            (Text(str(place)),),
            inlines(action.text),
            _owners(action),
            (Text(day(action.due)),),
            (Text(_STATES[action.state]),),
            inlines(_item_number(snapshot, action.item_id)),
        )
        for place, action in enumerate(snapshot.actions, start=1)
    )
    head = ("Nr.", "Actie", "Wie", "Termijn", "Stand", "Punt")
    return Table(head, rows, (7.5, 48, 27.5, 18, 21, 9)) if rows else None


def decision_table(snapshot: SessionSnapshot) -> Table | None:
    """Give the decisions of a session, one a row, or None."""
    rows = tuple(
        (
            (Text(str(place)),),
            inlines(decision.text),
            inlines(_item_number(snapshot, decision.item_id)),
        )
        for place, decision in enumerate(snapshot.decisions, start=1)
    )
    return Table(("Nr.", "Besluit", "Punt"), rows, (7.5, 114.5, 9)) if rows else None


def attendance_table(snapshot: SessionSnapshot) -> Table | None:
    """Give who was there, one a row, or None."""
    rows = tuple(_attendee_row(snapshot, attendee) for attendee in snapshot.attendees)
    head = ("Naam", "Organisatie", "Rol", "Aanwezigheid")
    return Table(head, rows, (5, 3, 3, 4)) if rows else None


def block_markings(snapshot: SessionSnapshot, ids: Iterable[Id | None]) -> tuple[Id | None, ...]:
    """Give the markings of the passages that a list was made of."""
    wanted = set(ids)
    return tuple(block.marking_id for block in snapshot.blocks if block.id in wanted)


def _list(
    snapshot: SessionSnapshot,
    kind: str,
    table: Table | None,
    empty: str,
    block_ids: Iterable[Id | None] = (),
) -> Document:
    nodes = (Facts(tuple(session_rows(snapshot, kind))), table or Paragraph((Text(empty),)))
    return framed(snapshot, kind, nodes, marked=block_markings(snapshot, block_ids))


def _under(title: str, table: Table | None) -> tuple[Node, ...]:
    return (Heading(1, (Text(title),)), table) if table else ()


def _owners(action: Action) -> Inlines:
    """Write who will act; a hand-over names the table that took it on."""
    words = ", ".join(action.owners)
    if action.handed_to:
        words = f"{words} → {action.handed_to}" if words else action.handed_to
    return inlines(words or "nog te bepalen")


def _item_number(snapshot: SessionSnapshot, item_id: Id | None) -> str:
    numbers = (item.number.rstrip(".") for item in snapshot.items if item.id == item_id)
    return next(numbers, "")


def _attendee_row(snapshot: SessionSnapshot, attendee: Attendee) -> tuple[Inlines, ...]:
    notes = ", ".join(
        filter(
            None,
            (_STATUSES[attendee.status], replaces(snapshot, attendee), presence(attendee)),
        )
    )
    return (
        name(snapshot, attendee),
        inlines(organisation(snapshot, attendee)),
        (Text(_ROLES[attendee.role]),),
        inlines(notes),
    )
