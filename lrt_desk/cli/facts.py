"""A session as plain facts, for `show`."""

import msgspec

from lrt_desk.cli.issued import issued_facts
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus, Attendee, Body, Session
from lrt_desk.model.minutes import Action, Approval, Block, MinutesVersion, Remark, SourceText
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock
from lrt_desk.rules.names import formal
from lrt_desk.rules.screen_dates import long_date, time_range
from lrt_desk.rules.workflow import describe
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import reference
from lrt_desk.store.snapshots import session_snapshot

Facts = dict[str, object]


def session_facts(archive: Archive, session_id: Id) -> Facts:
    """Gather one session for scripts: dates ISO, times HH:MM or None, withheld names None."""
    snapshot = session_snapshot(archive, session_id)
    session = snapshot.session
    remarks = archive.find(Remark, session_id=session.id)
    sources = archive.find(SourceText, session_id=session.id)
    return {
        "reference": reference(archive, session),
        "body": snapshot.body.code,
        "title": session.title,
        "date": session.date.isoformat(),
        "start": session.start and f"{session.start:%H:%M}",
        "end": session.end and f"{session.end:%H:%M}",
        "place": session.place,
        "state": session.state.value,
        "attendees": [_attendee(snapshot, row) for row in snapshot.attendees],
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "outcome": item.outcome,
                "blocks": [_block(row) for row in snapshot.blocks if row.item_id == item.id],
            }
            for item in snapshot.items
        ],
        "loose_blocks": [_block(row) for row in snapshot.blocks if row.item_id is None],
        "actions": [_action(snapshot, row) for row in snapshot.actions],
        "decisions": [
            {"id": row.id, "text": row.text, "item": _item_number(snapshot, row.item_id)}
            for row in snapshot.decisions
        ],
        "approvals": [_approval(archive, row) for row in snapshot.approvals],
        "versions": [
            {"number": row.number, "kind": row.kind.value, "hash": row.content_hash}
            for row in archive.find(MinutesVersion, session_id=session.id)
        ],
        "remarks": [
            {"text": row.text, "quote": row.quote, "block": row.block_id}
            for row in remarks
            if row.settled_at is None
        ],
        "source": [
            {"file": row.file_name, "lines": msgspec.to_builtins(row.lines)} for row in sources
        ],
        **issued_facts(archive, session.id),
        "unplaced": [line.text for row in sources for line in row.lines if line.role == "unplaced"],
    }


def _attendee(snapshot: SessionSnapshot, row: Attendee) -> Facts:
    person = next((person for person in snapshot.people if person.id == row.person_id), None)
    organisations = {org.id: org.code for org in snapshot.organisations}
    own = person.confidentiality if person else Confidentiality.PUBLIC
    return {
        "name": formal(person) if person else row.label or None,
        "salutation": person.salutation if person else "",
        "organisation": organisations.get(row.organisation_id) if row.organisation_id else None,
        "role": row.role.value,
        "functional": bool(row.label and not person),
        "confidentiality": (row.confidentiality or own).value,
        "status": row.status.value,
        "from": row.present_from and f"{row.present_from:%H:%M}",
        "until": row.present_until and f"{row.present_until:%H:%M}",
        "items": row.present_items,
    }


def _block(row: Block) -> Facts:
    return {
        "id": row.id,
        "kind": row.kind.value,
        "label": row.label,
        "text": row.text,
        "level": row.level,
        "confidentiality": row.confidentiality.value,
    }


def _item_number(snapshot: SessionSnapshot, item_id: str | None) -> str | None:
    return next((item.number for item in snapshot.items if item.id == item_id), None)


def _action(snapshot: SessionSnapshot, row: Action) -> Facts:
    return {
        "id": row.id,
        "text": row.text,
        "owners": list(row.owners),
        "due": row.due and row.due.isoformat(),
        "status": row.state.value,
        "handed_to": row.handed_to,
        "unsettled": row.unsettled,
        "item": _item_number(snapshot, row.item_id),
        "block": row.block_id,
    }


def _approval(archive: Archive, row: Approval) -> Facts:
    return {
        "body": archive.get(Body, row.body_id).code,
        "date": row.date and row.date.isoformat(),
        "outcome": row.outcome.value,
        "organisations": list(row.organisations),
        "given_in": reference(archive, archive.get(Session, row.given_in_id)),
        "block": row.block_id,
    }


def session_lines(archive: Archive, session_id: Id) -> list[str]:
    """Write one session for a terminal, line by line."""
    facts = session_facts(archive, session_id)
    snapshot = session_snapshot(archive, session_id)
    session = snapshot.session
    when = ", ".join(
        part
        for part in (long_date(session.date), time_range(session.start, session.end), session.place)
        if part
    )
    lines = [f"{facts['reference']}  {when}  [{describe(session.state)}]", ""]
    lines += [_attendee_line(snapshot, row) for row in snapshot.attendees]
    for item in snapshot.items:
        lines += ["", f"{item.number} {item.title}".strip()]
        for block in snapshot.blocks:
            if block.item_id == item.id:
                label = f"{block.label}: " if block.label else ""
                lines.append(f"{'  ' * (block.level + 1)}• {label}{block.text}")
    if snapshot.actions:
        lines += ["", t("Acties")]
        lines += [
            f"  {', '.join(row.owners) or row.handed_to or '?'}: {row.text}"
            + (f" ({row.unsettled})" if row.unsettled else "")
            for row in snapshot.actions
        ]
    return lines


def _attendee_line(snapshot: SessionSnapshot, row: Attendee) -> str:
    facts = _attendee(snapshot, row)
    organisation = f" ({facts['organisation']})" if facts["organisation"] else ""
    there = (
        _presence(row.status),
        t("vanaf {time}", time=clock(row.present_from)) if row.present_from else "",
        t("tot {time}", time=clock(row.present_until)) if row.present_until else "",
        t("bij punt {items}", items=row.present_items) if row.present_items else "",
    )
    return f"  {facts['name'] or '█████'}{organisation} {', '.join(filter(None, there))}"


def _presence(status: AttendanceStatus) -> str:
    return {
        AttendanceStatus.EXPECTED: t("nog verwacht"),
        AttendanceStatus.PRESENT: t("aanwezig"),
        AttendanceStatus.PARTLY_PRESENT: t("deels aanwezig"),
        AttendanceStatus.ABSENT: t("afwezig"),
        AttendanceStatus.ABSENT_WITH_NOTICE: t("afwezig met kennisgeving"),
        AttendanceStatus.REPLACED: t("vervangen"),
    }[status]
