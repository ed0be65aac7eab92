"""The agenda as rows of a table: items with their times, papers nested under them."""

import datetime as dt
from dataclasses import dataclass
from textwrap import shorten

from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, ItemKind
from lrt_desk.model.papers import Embargo, Marking, MarkingLevel, Paper, PaperVersion
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock, local
from lrt_desk.rules.planning import paper_is_late
from lrt_desk.rules.screen_dates import day_and_month, month_in_short
from ui.widgets.cells import Cell, Chip
from ui.widgets.table import Column, Row


def columns() -> tuple[Column, ...]:
    """Name the columns of the agenda."""
    return (
        Column(head=t("Tijd"), width=68),
        Column(head=t("Punt")),
        Column(head=t("Soort"), width=144),
        Column(head=t("Indiener"), width=96),
        Column(head=t("Duur"), width=76, right=True),
    )


def kind_word(kind: ItemKind) -> str:
    """Say how an item is meant to be handled."""
    return {
        ItemKind.DISCUSSION: t("Bespreekstuk"),
        ItemKind.FORMALITY: t("Hamerstuk"),
        ItemKind.ORAL: t("Mondeling"),
        ItemKind.INFORMATION: t("Ter kennisneming"),
    }[kind]


def rows(shot: SessionSnapshot) -> tuple[Row, ...]:
    """Write the agenda of a session; times follow from its start and the durations."""
    made: list[Row] = []
    starts = _starts(shot)
    for item in shot.items:
        papers = [paper for paper in shot.papers if paper.item_id == item.id]
        made.append(_item_row(item, starts.get(item.id), last=not papers))
        made.extend(_paper_row(shot, item, paper, at) for at, paper in enumerate(papers, 1))
    return tuple(made)


def total(shot: SessionSnapshot) -> tuple[str, str]:
    """Say whether the items fit in the time there is, with the colour for it."""
    planned = sum(item.minutes or 0 for item in shot.items)
    if not planned:
        return "", ""
    words = t("Totaal {span}", span=span(planned))
    start, end = shot.session.start, shot.session.end
    if start is None or end is None:
        return words, ""
    room = (end.hour - start.hour) * 60 + end.minute - start.minute
    if planned > room:
        return t("{total}, {over} te lang", total=words, over=span(planned - room)), "amb"
    if planned == room:
        return t("{total}, precies passend", total=words), ""
    return t("{total}, {left} over", total=words, left=span(room - planned)), ""


def span(minutes: int) -> str:
    """Write a length of time: 2 uur, 1 u 10 m, 25 m."""
    hours, rest = divmod(minutes, 60)
    if not rest and hours:
        return tn("{n} uur", "{n} uur", hours)
    return t("{hours} u {rest} m", hours=hours, rest=rest) if hours else t("{rest} m", rest=rest)


def _starts(shot: SessionSnapshot) -> dict[Id, str]:
    start = shot.session.start
    if start is None or not any(item.minutes for item in shot.items):
        return {}
    at = dt.datetime.combine(shot.session.date, start)
    times = {}
    for item in shot.items:
        times[item.id] = clock(at.time())
        at += dt.timedelta(minutes=item.minutes or 0)
    return times


def _item_row(item: AgendaItem, time: str | None, *, last: bool) -> Row:
    return Row(
        key=item.id,
        height=41 if last else 40,
        cells=(
            Cell(text=time or "", weight=500, said=time or t("geen tijd")),
            Cell(text=item.title, weight=600, lead=item.number),
            Cell(text=kind_word(item.kind), tone="t2", size=13),
            Cell(text=item.presenter, tone="t2", size=13),
            Cell(text=span(item.minutes) if item.minutes else "", tone="t2", size=13, right=True),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Delivery:
    text: str
    tone: str
    weight: int


def _paper_row(shot: SessionSnapshot, item: AgendaItem, paper: Paper, at: int) -> Row:
    versions = [one for one in shot.paper_versions if one.paper_id == paper.id]
    latest = max(versions, key=lambda one: one.number, default=None)
    received = _delivery(paper, latest)
    cell = Cell(
        text=paper.title,
        tone="text" if latest else "t2",
        icon="file-text" if latest else "file-x",
        icon_tone="t2" if latest else "amb",
        lead=f"{item.number.rstrip('.')}.{at}",
        lead_width=33,
        indent=8,
        chips=_chips(shot, paper, latest),
        hint=next((one.event for one in shot.embargoes if one.id == paper.embargo_id), ""),
        span=2,
    )
    when = Cell(
        text=received.text,
        tone=received.tone,
        weight=received.weight,
        size=13,
        right=True,
        span=2,
    )
    cells = (Cell(), cell, Cell(), when, Cell())
    return Row(key=paper.id, nested=True, height=36, cells=cells)


def _delivery(paper: Paper, latest: PaperVersion | None) -> _Delivery:
    if latest is None:
        return _Delivery(t("Ontbreekt"), "amb", 500)
    at = local(latest.delivered_at)
    late = paper_is_late(paper, latest)
    text = f"{at.day} {month_in_short(at.month)} {at:%H.%M}"
    return _Delivery(text, "red" if late else "t2", 500 if late else 400)


def _chips(shot: SessionSnapshot, paper: Paper, latest: PaperVersion | None) -> tuple[Chip, ...]:
    marking = next((one for one in shot.markings if one.id == paper.marking_id), None)
    embargo = next((one for one in shot.embargoes if one.id == paper.embargo_id), None)
    held = embargo is not None and embargo.released_at is None
    late = latest is not None and paper_is_late(paper, latest)
    return (
        *((_late_chip(paper, latest),) if late and latest is not None else ()),
        *((_embargo_chip(embargo),) if embargo is not None and held else ()),
        *((_marking_chip(marking),) if marking is not None else ()),
    )


def _late_chip(paper: Paper, latest: PaperVersion) -> Chip:
    behind = latest.delivered_at - paper.deadline if paper.deadline else dt.timedelta()
    hours = behind.days * 24 + behind.seconds // 3600
    length = span(max(int(behind.total_seconds()) // 60, 1)) if hours < 24 else _days(behind.days)
    return Chip(text=t("Te laat, {length}", length=length), tone="red", icon="clock-exclamation")


def _days(count: int) -> str:
    return tn("{n} dag", "{n} dagen", count)


def _embargo_chip(embargo: Embargo) -> Chip:
    if embargo.until is None:
        event = shorten(embargo.event, 36, placeholder="…")
        return Chip(text=_until_event(event), tone="vio", icon="hourglass")
    until = local(embargo.until)
    when = f"{day_and_month(until)} {until:%H.%M}"
    return Chip(text=t("Tot {when}", when=when), tone="vio", icon="hourglass")


def _until_event(event: str) -> str:
    """Name the event once: what is written as "tot na …" or "na …" already says so."""
    words = event.removeprefix("tot ").removeprefix("na ")
    return t("Tot na {event}", event=words)


def _marking_chip(marking: Marking) -> Chip:
    word = {
        MarkingLevel.INTERNAL: t("Intern"),
        MarkingLevel.DEPARTMENTAL_CONFIDENTIAL: t("Dep. vertrouwelijk"),
        MarkingLevel.STATE_CONFIDENTIAL: t("Stg. confidentieel"),
        MarkingLevel.STATE_SECRET: t("Stg. geheim"),
        MarkingLevel.STATE_TOP_SECRET: t("Stg. zeer geheim"),
    }[marking.level]
    if marking.level is MarkingLevel.INTERNAL:
        return Chip(text=word, tone="plain")
    return Chip(text=word, tone="vio", icon="lock")
