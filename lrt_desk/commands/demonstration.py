"""The demonstration: a fictional secretariat's three Fridays, done with the ordinary commands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lrt_desk.commands import (
    agenda,
    approval,
    attendance,
    bodies,
    changes,
    minutes,
    papers,
    people,
    publication,
    redactions,
    sessions,
)
from lrt_desk.commands.demo_script import (
    BlockScript,
    ItemScript,
    PaperScript,
    PersonScript,
    Script,
    SessionScript,
    read_script,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, AttendanceStatus, Attendee, Session
from lrt_desk.model.minutes import ApprovalOutcome, BlockKind
from lrt_desk.model.people import Role
from lrt_desk.store.archive import Archive, create_archive
from lrt_desk.store.keys import Key


@dataclass(slots=True)
class StoryClock:
    """A clock that the story sets; it goes on a second at every look."""

    moment: dt.datetime

    def __call__(self) -> dt.datetime:
        self.moment += dt.timedelta(seconds=1)
        return self.moment

    def set(self, moment: dt.datetime) -> None:
        """Go to a moment, in any zone."""
        self.moment = moment.astimezone(dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Where the story ends: minutes ready to sign, minutes being written, a session to prepare."""

    archive: Archive
    approved: Id
    in_writing: Id
    upcoming: Id


@dataclass(slots=True)
class _Told:
    """What the story has made so far, by the names it uses."""

    archive: Archive
    clock: StoryClock
    script: Script
    ids: dict[str, Id] = field(default_factory=dict)


def create_demonstration(path: Path, key: Key) -> Story:
    """Make a new archive with the whole story in it, open, its clock at the story's last day.

    Errors: DeskError when a file of that name exists.
    """
    script = read_script()
    clock = StoryClock(script.begins.astimezone(dt.UTC))
    archive = create_archive(path, key, clock=clock)
    try:
        return play(archive, clock)
    except BaseException:
        archive.close()
        raise


def play(archive: Archive, clock: StoryClock) -> Story:
    """Play the story into an empty archive that runs on this clock."""
    script = read_script()
    told = _Told(archive, clock, script)
    _introduce(told)
    _plan(told)
    first, second, third = (
        archive.find(Session, body_id=told.ids["LRT"], date=part.date)[0].id
        for part in (script.first, script.second, script.third)
    )
    _prepare(told, first, script.first)
    _meet(told, first, script.first)
    _prepare(told, second, script.second)
    _meet(told, second, script.second)
    _change_and_approve(told, first, second)
    _prepare(told, third, script.third)
    clock.set(script.ends)
    return Story(archive=archive, approved=first, in_writing=second, upcoming=third)


def _introduce(told: _Told) -> None:
    archive, ids = told.archive, told.ids
    told.clock.set(told.script.begins)
    for body in told.script.bodies:
        ids[body.code] = bodies.add_body(
            archive,
            code=body.code,
            name=body.name,
            mailbox=body.mailbox,
            parent_id=ids.get(body.parent),
        ).subject
    for one in told.script.organisations:
        ids[one.code] = bodies.add_organisation(
            archive, code=one.code, name=one.name, parent_id=ids.get(one.parent)
        ).subject
    for person in told.script.people:
        _introduce_person(told, person)


def _introduce_person(told: _Told, person: PersonScript) -> None:
    archive, ids = told.archive, told.ids
    ids[person.surname] = people.add_person(
        archive,
        surname=person.surname,
        particle=person.particle,
        initials=person.initials,
        given_name=person.given_name,
        salutation=person.salutation,
        email=person.email,
        phone=person.phone,
        function=person.function,
        confidentiality=person.confidentiality,
    ).subject
    for seat in person.seats:
        people.add_membership(
            archive,
            person_id=ids[person.surname],
            body_id=ids[seat.body],
            organisation_id=ids[seat.organisation],
            role=seat.role,
            since=told.script.begins.date(),
        )


def _plan(told: _Told) -> None:
    series, hlrt = told.script.series, told.script.hlrt
    sessions.plan_series(
        told.archive,
        told.ids[series.body],
        first=series.first,
        count=series.count,
        skipped=series.skipped,
        start=series.start,
        end=series.end,
        place=series.place,
        link=series.link,
    )
    sessions.plan(
        told.archive,
        told.ids["HLRT"],
        date=hlrt.date,
        start=hlrt.start,
        end=hlrt.end,
        place=hlrt.place,
    )


def _prepare(told: _Told, session_id: Id, script: SessionScript) -> None:
    archive = told.archive
    attendance.add_attendee(
        archive, session_id, label="secretariaat, ondersteuning", role=Role.SECRETARIAT
    )
    for item in script.items:
        item_id = _item(archive, session_id, item)
        for paper in item.papers:
            _paper(told, item_id, paper)
    if script.invited is not None:
        told.clock.set(script.invited)
        sessions.mark_invited(archive, session_id)


def _item(archive: Archive, session_id: Id, item: ItemScript) -> Id:
    """Fill in the opening and closing items that planning made, and add the others."""
    known = archive.find(AgendaItem, session_id=session_id, title=item.title)
    facts = agenda.ItemFacts(
        title=item.title, kind=item.kind, presenter=item.presenter, minutes=item.minutes
    )
    if known:
        return agenda.edit_item(archive, known[0].id, **facts).subject
    return agenda.add_item(archive, session_id, **facts).subject


def _paper(told: _Told, item_id: Id, paper: PaperScript) -> None:
    archive = told.archive
    paper_id = papers.add_paper(
        archive,
        item_id,
        title=paper.title,
        kind=paper.kind,
        owner_id=told.ids[paper.owner],
        deadline=paper.deadline,
    ).subject
    if paper.level is not None:
        papers.mark_paper(archive, paper_id, level=paper.level, reason=paper.marking_reason)
    if paper.embargo:
        papers.embargo_paper(archive, paper_id, event=paper.embargo)
    if paper.delivered is not None:
        papers.deliver_paper(
            archive,
            paper_id,
            delivered_at=paper.delivered,
            late_reason=paper.late_reason,
            file_name=paper.file_name,
        )


def _meet(told: _Told, session_id: Id, script: SessionScript) -> None:
    archive = told.archive
    if script.held is None:
        return
    told.clock.set(script.held)
    sessions.hold(archive, session_id)
    _take_attendance(told, session_id, script)
    items = archive.find(AgendaItem, session_id=session_id)
    for item, part in zip(items, script.items, strict=True):
        _write(told, item.id, part.blocks)
        if part.outcome is not None:
            agenda.edit_item(archive, item.id, outcome=part.outcome)
    if script.circulated is not None:
        told.clock.set(script.circulated)
        minutes.circulate(archive, session_id, requests_until=script.requests_until)


def _take_attendance(told: _Told, session_id: Id, script: SessionScript) -> None:
    archive, ids = told.archive, told.ids

    def place(surname: str) -> Id:
        return archive.find(Attendee, session_id=session_id, person_id=ids[surname])[0].id

    if script.deputy is not None:
        attendance.deputise(archive, place(script.deputy.absent), ids[script.deputy.deputy])
    if script.left_early is not None:
        attendance.set_attendance(
            archive,
            place(script.left_early.surname),
            AttendanceStatus.PARTLY_PRESENT,
            present_until=script.left_early.until,
        )
    if script.excused is not None:
        excused = place(script.excused.surname)
        attendance.set_attendance(archive, excused, AttendanceStatus.ABSENT_WITH_NOTICE)


def _write(told: _Told, item_id: Id, blocks: Iterable[BlockScript]) -> None:
    archive = told.archive
    for block in blocks:
        if block.kind is BlockKind.ACTION:
            minutes.record_action(
                archive, item_id, text=block.text, owners=block.owners, due=block.due
            )
        elif block.kind is BlockKind.DECISION:
            minutes.record_decision(archive, item_id, text=block.text)
        else:
            written = minutes.add_block(
                archive,
                item_id,
                text=block.text,
                label=block.label,
                confidentiality=block.confidentiality,
            )
            if block.mark:
                told.ids[block.mark] = written.subject


def _change_and_approve(told: _Told, session_id: Id, given_in_id: Id) -> None:
    archive, clock, ids = told.archive, told.clock, told.ids
    change, secret = told.script.change, told.script.redaction
    clock.set(change.announced)
    request = changes.announce_request(
        archive,
        session_id,
        organisation_id=ids[change.organisation],
        announced_in_id=given_in_id,
        reason=change.announcement,
        text_due=change.text_due,
    ).subject
    clock.set(change.received)
    changes.submit_announced(
        archive,
        request,
        block_id=ids[change.mark],
        new_text=change.new_text,
        reason=change.reason,
    )
    clock.set(change.decided)
    changes.accept(archive, request, motivation=change.motivation)
    publication.add_redaction(
        archive, session_id, row_id=ids[secret.mark], ground=secret.ground, reason=secret.reason
    )
    clock.set(change.circulated)
    minutes.circulate(archive, session_id)
    clock.set(change.approved)
    outcome = ApprovalOutcome.WITH_CHANGES
    approval.approve(archive, session_id, given_in_id=given_in_id, outcome=outcome)
    redactions.confirm_certain(archive, session_id)
