"""What the documents of one session have in common: letterhead, reference column, title block."""

import datetime as dt
from collections.abc import Collection, Iterable

from lrt_desk.documents.grounds import legend
from lrt_desk.documents.passages import inlines, plain
from lrt_desk.documents.tree import Document, Facts, Figure, Inlines, Node
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Body, SessionState
from lrt_desk.model.minutes import ApprovalOutcome, VersionKind
from lrt_desk.model.papers import Marking, MarkingLevel
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import long_date, short_date, time_range

LEVELS = {
    MarkingLevel.INTERNAL: "Intern gebruik",
    MarkingLevel.DEPARTMENTAL_CONFIDENTIAL: "Departementaal vertrouwelijk",
    MarkingLevel.STATE_CONFIDENTIAL: "Staatsgeheim confidentieel",
    MarkingLevel.STATE_SECRET: "Staatsgeheim geheim",
    MarkingLevel.STATE_TOP_SECRET: "Staatsgeheim zeer geheim",
}

Row = tuple[str, tuple[Inlines, ...]]


def framed(
    snapshot: SessionSnapshot,
    kind: str,
    nodes: Iterable[Node],
    *,
    banner: str = "",
    marked: Iterable[Id | None] = (),
) -> Document:
    """Put the nodes of a session's document in its frame; a public one explains its boxes.

    `marked` are the markings of what the document holds: the highest of these and the session's
    own stands on every page.
    """
    nodes = tuple(nodes)
    public = snapshot.public_number
    return Document(
        kind=kind,
        title=plain(title(snapshot, kind)),
        letterhead=plain(snapshot.body.name or snapshot.body.code),
        date=_date(snapshot),
        identifier=f"{kind} {public or reference(snapshot)} {_version(snapshot)}".strip(),
        nodes=(*nodes, *(legend(nodes) if public else ())),
        reference=_column(snapshot),
        banner=banner,
        marking=marking(snapshot, (snapshot.session.marking_id, *marked)),
        footer=f"Openbare versie {public}" if public else "",
        logo=logo(snapshot.body),
    )


def logo(body: Body) -> Figure | None:
    """Give the picture at the head of a body's documents, if it has one."""
    return Figure(body.logo, plain(body.logo_text)) if body.logo else None


def title(snapshot: SessionSnapshot, kind: str) -> str:
    """Name a document in full: Verslag LRT 10 november 2023."""
    return f"{kind} {snapshot.body.code} {long_date(snapshot.session.date)}"


def reference(snapshot: SessionSnapshot) -> str:
    """Give what a session is referred to by: LRT/2023-11-10."""
    return f"{snapshot.body.code}/{snapshot.session.date.isoformat()}"


def session_rows(snapshot: SessionSnapshot, kind: str) -> list[Row]:
    """Give the first rows of a title block: what, when and where, never the online room."""
    session = snapshot.session
    when = ", ".join(
        filter(None, (long_date(session.date), time_range(session.start, session.end)))
    )
    description = title(snapshot, kind)
    if session.title and session.title.casefold() not in description.casefold():
        description = f"{description} – {session.title}"
    rows = [("Omschrijving", description), ("Vergaderdatum en -tijd", when)]
    if session.place:
        rows.append(("Vergaderplaats", session.place))
    return [(label, (inlines(value),)) for label, value in rows]


def title_block(rows: Iterable[Row]) -> Facts:
    """Make a title block of rows."""
    return Facts(tuple(rows))


def marking(snapshot: SessionSnapshot, ids: Collection[Id | None]) -> str:
    """Write the highest of some markings of a session, or ""."""
    return highest(one for one in snapshot.markings if one.id in ids)


def highest(markings: Iterable[Marking]) -> str:
    """Write the highest of some markings, of equals the one that lasts longest, or ""."""
    levels = list(MarkingLevel)
    found = sorted(
        markings, key=lambda one: (levels.index(one.level), one.until or dt.date.max), reverse=True
    )
    return marking_words(found[0]) if found else ""


def marking_words(one: Marking) -> str:
    """Write a classification: Departementaal vertrouwelijk, tot 1 maart 2024."""
    return LEVELS[one.level] + (f", tot {long_date(one.until)}" if one.until else "")


def is_draft(snapshot: SessionSnapshot) -> bool:
    """Tell whether the text may still change: in work, or circulated and not yet approved."""
    if snapshot.session.state is SessionState.IMPORTED:
        return False
    if snapshot.stamp and snapshot.stamp.outcome is not ApprovalOutcome.DEFERRED:
        return False
    return snapshot.version is None or snapshot.version.kind is VersionKind.CIRCULATED


def _date(snapshot: SessionSnapshot) -> dt.date:
    """Date a document by its version; that of imported minutes says when they were read only."""
    version = snapshot.version
    if version is None or version.kind is VersionKind.IMPORTED:
        return snapshot.session.date
    return version.date


def day(value: dt.date | None) -> str:
    """Write a date in a table, or nothing."""
    return short_date(value) if value else ""


def _column(snapshot: SessionSnapshot) -> tuple[tuple[str, str], ...]:
    rows = (
        ("Datum", long_date(_date(snapshot))),
        ("Kenmerk", reference(snapshot)),
        ("Versie", _version(snapshot)),
        ("Openbare versie", snapshot.public_number),
        ("Contact", "" if snapshot.public_number else snapshot.body.mailbox),
    )
    return tuple((label, plain(value)) for label, value in rows if value)


def _version(snapshot: SessionSnapshot) -> str:
    if snapshot.version is None:
        return ""
    if snapshot.version.kind is VersionKind.IMPORTED:
        return "overgenomen"
    return snapshot.version.number
