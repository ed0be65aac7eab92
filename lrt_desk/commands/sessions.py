"""Planning sessions, inviting to them, and holding them."""

import datetime as dt
import secrets
from collections.abc import Collection
from dataclasses import replace
from typing import TypedDict, Unpack

from lrt_desk.commands.agenda import lay_out
from lrt_desk.commands.attendance import expect_all_present, seat_members
from lrt_desk.commands.steps import take
from lrt_desk.commands.versions import freeze_agenda
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Body, Series, Session, SessionState
from lrt_desk.rules.planning import sequence_after, series_dates
from lrt_desk.rules.screen_dates import long_date
from lrt_desk.rules.text import cleaned
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive


class SessionFacts(TypedDict, total=False):
    """What may be told of a session besides its day; what is left out stays as it is."""

    start: dt.time | None
    end: dt.time | None
    place: str
    link: str
    title: str
    provisional: bool
    attendees_withheld: bool
    marking_id: Id | None


def plan(archive: Archive, body_id: Id, *, date: dt.date, **facts: Unpack[SessionFacts]) -> Change:
    """Plan a session, with an opening and a closing item and the members as attendees."""
    with archive.atomic(t("Vergadering plannen")):
        session = Session(id=new_id(), body_id=body_id, date=date)
        _plan_one(archive, replace(session, **facts))
        return archive.change(session.id)


def plan_series(
    archive: Archive,
    body_id: Id,
    *,
    first: dt.date,
    count: int,
    every_weeks: int = 1,
    skipped: Collection[dt.date] = (),
    **facts: Unpack[SessionFacts],
) -> Change:
    """Plan sessions every so many weeks on the weekday of the first, leaving out skipped days.

    The subject of the change is the series. `count` is 1 to 60, skipped days included.
    """
    if not (1 <= count <= 60 and every_weeks >= 1):
        raise DeskError(
            t("Een reeks telt 1 tot en met 60 vergaderingen."),
            t("Kies een ander aantal of interval."),
        )
    with archive.atomic(t("Reeks plannen")):
        series = Series(
            id=new_id(), body_id=body_id, first=first, every_weeks=every_weeks, count=count
        )
        archive.put(series)
        for date in series_dates(first, every_weeks, count, skipped):
            session = Session(id=new_id(), body_id=body_id, date=date, series_id=series.id)
            _plan_one(archive, replace(session, **facts))
        return archive.change(series.id)


def edit(archive: Archive, session_id: Id, **facts: Unpack[SessionFacts]) -> Change:
    """Change what a session is called, where it is held, or at what time."""
    with archive.atomic(t("Vergadering wijzigen")):
        session = take(archive, session_id, Step.PREPARE)
        _put_revised(archive, session, replace(session, **facts))
        return archive.change(session_id)


def move(
    archive: Archive,
    session_id: Id,
    *,
    date: dt.date,
    start: dt.time | None = None,
    end: dt.time | None = None,
) -> Change:
    """Move a session to another day, and to another time where one is given.

    A session of a series remembers the day it was first planned on (RFC 5545 RECURRENCE-ID).
    """
    with archive.atomic(t("Vergadering verplaatsen")):
        session = take(archive, session_id, Step.MOVE)
        original = session.original_date or (session.date if session.series_id else None)
        moved = replace(session, date=date, original_date=original)
        if start is not None:
            moved = replace(moved, start=start, end=end)
        _refuse_double(archive, moved)
        _put_revised(archive, session, moved)
        return archive.change(session_id)


def cancel(archive: Archive, session_id: Id) -> Change:
    """Call a session off; the record stays."""
    with archive.atomic(t("Vergadering afgelasten")):
        session = archive.get(Session, session_id)
        _put_revised(archive, session, take(archive, session_id, Step.CANCEL))
        return archive.change(session_id)


def mark_invited(archive: Archive, session_id: Id) -> Change:
    """Record that invitations went out, and fix the agenda that went with them.

    The token that seeds their calendar identities is drawn the first time and kept for ever.
    """
    with archive.atomic(t("Uitnodiging vastleggen")):
        session = take(archive, session_id, Step.INVITE)
        token = session.uid_token or secrets.token_hex(16)
        archive.put(replace(session, uid_token=token, invited_at=archive.now()))
        freeze_agenda(archive, session_id)
        return archive.change(session_id)


def hold(archive: Archive, session_id: Id) -> Change:
    """Start the minutes: everybody expected counts as present until recorded otherwise."""
    with archive.atomic(t("Verslag starten")):
        session = take(archive, session_id, Step.HOLD)
        expect_all_present(archive, session.id)
        return archive.change(session_id)


def _plan_one(archive: Archive, session: Session) -> None:
    archive.get(Body, session.body_id)
    _refuse_double(archive, session)
    session = _checked(session)
    archive.put(session)
    lay_out(archive, session.id)
    seat_members(archive, session)


def _put_revised(archive: Archive, before: Session, now: Session) -> None:
    archive.put(_checked(replace(now, sequence=sequence_after(before, now))))


def _checked(session: Session) -> Session:
    if session.start and session.end and session.end <= session.start:
        raise DeskError(
            t("De eindtijd ligt niet na de begintijd."), t("Pas de begin- of eindtijd aan.")
        )
    return cleaned(session)


def _refuse_double(archive: Archive, session: Session) -> None:
    """A body may meet twice on a day; twice at one time is planned twice by mistake."""
    others = archive.find(Session, body_id=session.body_id, date=session.date, start=session.start)
    if any(one.id != session.id and one.state is not SessionState.CANCELLED for one in others):
        raise DeskError(
            t(
                "Dit overleg heeft op {date} om die tijd al een vergadering.",
                date=long_date(session.date),
            ),
            t("Kies een andere dag of begintijd."),
        )
