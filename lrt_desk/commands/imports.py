"""Old minutes become facts of the archive, whole or not at all."""

import datetime as dt
from dataclasses import replace

from lrt_desk.commands.bodies import find_body
from lrt_desk.commands.imported_people import seat
from lrt_desk.commands.imported_text import put_text
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Body, Session, SessionState
from lrt_desk.model.minutes import Approval, SourceText
from lrt_desk.model.reading import ReadApproval, ReadMinutes
from lrt_desk.rules.screen_dates import long_date
from lrt_desk.rules.text import cleaned, one_line
from lrt_desk.store.archive import Archive


def record(archive: Archive, reading: ReadMinutes, *, body: str = "") -> Change:
    """Record minutes as read; `body` is the code of the body where the reading is not trusted.

    The subject is the session. Whoever is certainly known already is not made anew; what is
    uncertain becomes a remark. What was misread may be corrected, or the import undone: the text
    is fixed as a version when a copy is issued.
    Errors: DeskError when the file, or a session of that body and day, is there already, or when
    body or date are unknown; nothing is recorded then.
    """
    with archive.atomic(t("Verslag importeren")):
        session = _session(archive, reading, _body(archive, body or reading.body, reading))
        archive.put(session)
        blocks = put_text(archive, session, reading)
        seat(archive, session, reading.attendees)
        for approval in reading.approvals:
            block = blocks.get(approval.where)
            archive.put(_approval(archive, session, approval, block.id if block else None))
        archive.put(
            SourceText(
                id=new_id(),
                session_id=session.id,
                file_name=reading.file_name,
                content_hash=reading.content_hash,
                lines=reading.lines,
            )
        )
        _link_waiting_approvals(archive, session)
        return archive.change(session.id)


def _session(archive: Archive, reading: ReadMinutes, body: Body) -> Session:
    if reading.date is None:
        raise DeskError(
            t("In {name} staat geen datum van de vergadering.", name=reading.file_name),
            t("Zet de datum boven het verslag en importeer het opnieuw."),
        )
    if archive.find(SourceText, content_hash=reading.content_hash):
        raise DeskError(
            t("{name} staat al in dit archief.", name=reading.file_name),
            t("Er is niets gewijzigd."),
        )
    _refuse_known_day(archive, body, reading.date)
    return cleaned(
        Session(
            id=new_id(),
            body_id=body.id,
            date=reading.date,
            start=reading.start,
            end=reading.end,
            place=reading.place,
            title=reading.title,
            state=SessionState.IMPORTED,
        )
    )


def _refuse_known_day(archive: Archive, body: Body, date: dt.date) -> None:
    sessions = archive.find(Session, body_id=body.id, date=date)
    if any(session.state is not SessionState.CANCELLED for session in sessions):
        raise DeskError(
            t(
                "De vergadering van {body} op {date} staat al in dit archief.",
                body=body.code,
                date=long_date(date),
            ),
            t("Er is niets gewijzigd."),
        )


def _body(archive: Archive, code: str, reading: ReadMinutes) -> Body:
    code = one_line(code)
    if not code:
        raise DeskError(
            t("Het is niet duidelijk van welk overleg {name} is.", name=reading.file_name),
            t("Geef het overleg op, bijvoorbeeld LRT."),
        )
    known = find_body(archive, code)
    if known is None:
        named = reading.body_name if code == one_line(reading.body) else ""
        known = cleaned(Body(id=new_id(), code=code, name=named))
        archive.put(known)
    return known


def _approval(
    archive: Archive, session: Session, read: ReadApproval, block_id: Id | None
) -> Approval:
    body_id = session.body_id
    if read.body:
        known = find_body(archive, read.body)
        if known is None:
            known = cleaned(Body(id=new_id(), code=read.body))
            archive.put(known)
        body_id = known.id
    earlier = archive.find(Session, body_id=body_id, date=read.date) if read.date else ()
    about = next((one for one in earlier if one.date < session.date), None)
    return Approval(
        id=new_id(),
        body_id=body_id,
        date=read.date,
        session_id=about.id if about else None,
        given_in_id=session.id,
        outcome=read.outcome,
        organisations=read.organisations,
        block_id=block_id,
    )


def _link_waiting_approvals(archive: Archive, session: Session) -> None:
    """Give approvals that named this session before the archive held it their session."""
    waiting = archive.find(Approval, body_id=session.body_id, date=session.date, session_id=None)
    for approval in waiting:
        if approval.given_in_id != session.id:
            archive.put(replace(approval, session_id=session.id))
