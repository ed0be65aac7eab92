"""The sessions of the archive as the list, the month and the sidebar show them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from lrt_desk.i18n import t
from lrt_desk.model.meetings import SessionState
from lrt_desk.model.minutes import Action, Remark
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import SessionLine
from ui.sessions.list_view import Heading, Line
from ui.sessions.month import Entry
from ui.sessions.words import COMING, IN_PROGRESS, clock_range, day_and_month, short_month, stand
from ui.sidebar import InProgress

SHOWN_DONE = 12


def doubts_by_session(archive: Archive) -> Counter[str]:
    """Count what a human must still settle of imported minutes, session by session."""
    remarks = (remark.session_id for remark in archive.find(Remark, settled_at=None))
    actions = (action.session_id for action in archive.find(Action) if action.unsettled)
    return Counter((*remarks, *actions))


def list_entries(
    lines: Iterable[SessionLine], doubts: Counter[str], today: dt.date, *, all_done: bool
) -> tuple[Heading | Line, ...]:
    """Group sessions: coming ones soonest first, the others newest first."""
    known = tuple(lines)
    coming = sorted((one for one in known if one.state in COMING), key=lambda one: one.date)
    busy = [one for one in known if is_busy(one, doubts)]
    done = [one for one in known if one not in coming and one not in busy]
    if not all_done:
        done = done[:SHOWN_DONE]
    groups = ((t("Komend"), coming), (t("In behandeling"), busy), (t("Afgerond"), done))
    made: list[Heading | Line] = []
    for name, group in groups:
        if group:
            made.append(Heading(text=name))
            made.extend(_line(one, doubts, today) for one in group)
    return tuple(made)


def is_busy(line: SessionLine, doubts: Counter[str]) -> bool:
    """Tell whether a session waits for work, imported minutes with open remarks included."""
    imported = line.state is SessionState.IMPORTED and doubts[line.id] > 0
    return line.state in IN_PROGRESS or imported


def month_entries(lines: Iterable[SessionLine], today: dt.date) -> dict[dt.date, tuple[Entry, ...]]:
    """Put sessions on their days: the next one filled, later ones pale, past ones grey."""
    kept = [line for line in lines if line.state is not SessionState.CANCELLED]
    coming = [line.date for line in kept if line.date >= today]
    soonest = min(coming, default=None)
    days: dict[dt.date, tuple[Entry, ...]] = {}
    for line in reversed(kept):
        tone = "past" if line.date < today else "next" if line.date == soonest else "later"
        time = clock_range(line.start, None)
        entry = Entry(text=f"{line.body} {time}".strip(), tone=tone, session_id=line.id)
        days[line.date] = (*days.get(line.date, ()), entry)
    return days


def in_progress(
    lines: Iterable[SessionLine], doubts: Counter[str], today: dt.date
) -> tuple[InProgress, ...]:
    """List for the sidebar what still needs work, with one word for the next step."""
    made = []
    known = tuple(lines)
    coming = [line for line in reversed(known) if line.state in COMING]
    for line in (*coming, *(line for line in known if line.state not in COMING)):
        where = stand(line.state, doubts[line.id])
        soon = line.state in COMING and (line.date - today).days <= 14
        if not soon and not is_busy(line, doubts):
            continue
        dot = {"acc": "acc", "amb": "amb"}.get(where.tone, "ring")
        note = t("vandaag") if line.date == today else where.next_step
        made.append(
            InProgress(
                session_id=line.id,
                name=f"{line.body} {line.date.day} {short_month(line.date, today)}",
                dot="acc" if line.date == today else dot,
                note=note,
            )
        )
    return tuple(made[:8])


def _line(line: SessionLine, doubts: Counter[str], today: dt.date) -> Line:
    where = stand(line.state, doubts[line.id])
    place = ", ".join(part for part in (clock_range(line.start, line.end), line.place) if part)
    title = f"{line.body}, {line.title}" if line.title else line.body
    day = day_and_month(line.date, today)
    return Line(
        session_id=line.id,
        day=str(line.date.day),
        month=short_month(line.date, today),
        title=title,
        place=place,
        word=where.word,
        tone=where.tone,
        progress=where.progress,
        said=", ".join(part for part in (f"{title} {day}", place, where.word) if part),
    )
