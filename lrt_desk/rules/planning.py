"""When sessions are, what a move means to calendars, and whether something came late."""

import datetime as dt
from collections.abc import Collection

from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.minutes import ChangeRequest, MinutesVersion
from lrt_desk.model.papers import Embargo, Paper, PaperVersion


def series_dates(
    first: dt.date, every_weeks: int, count: int, skipped: Collection[dt.date] = ()
) -> tuple[dt.date, ...]:
    """Give the dates of a series on the weekday of its first date, leaving out the skipped."""
    days = (first + dt.timedelta(weeks=every_weeks * turn) for turn in range(count))
    return tuple(day for day in days if day not in skipped)


def sequence_after(before: Session, now: Session) -> int:
    """Count the revisions that calendars must know of (RFC 5546 section 2.1.4).

    One more when a session already sent out changes its place in time or its status.
    """
    moved = (before.date, before.start, before.end) != (now.date, now.start, now.end)
    status = before.provisional != now.provisional
    cancelled = now.state is SessionState.CANCELLED and before.state is not now.state
    sent = before.invited_at is not None
    return before.sequence + (sent and (moved or status or cancelled))


def is_later(session: Session, other: Session) -> bool:
    """Tell whether a session comes after another; on one day the time of starting decides."""

    def moment(one: Session) -> tuple[dt.date, dt.time]:
        return one.date, one.start or dt.time.min

    return moment(session) > moment(other)


def paper_is_late(paper: Paper, delivery: PaperVersion) -> bool:
    """Tell whether a delivery came after the paper's deadline."""
    return paper.deadline is not None and delivery.delivered_at > paper.deadline


def request_is_late(request: ChangeRequest, version: MinutesVersion) -> bool:
    """Tell whether a request came after the moment its version named; such are never refused."""
    return version.requests_until is not None and request.received_at > version.requests_until


def under_embargo(embargo: Embargo, now: dt.datetime) -> bool:
    """Tell whether silence still holds: until its moment, or until somebody released its event."""
    if embargo.released_at is not None:
        return False
    return embargo.until is None or now < embargo.until
