"""What a session is about: its agenda items in order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from lrt_desk.commands.steps import take
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem, ItemKind, Outcome
from lrt_desk.model.minutes import Block
from lrt_desk.model.papers import Paper
from lrt_desk.rules.numbering import inserted, numbered
from lrt_desk.rules.text import cleaned
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive

OPENING, CLOSING = "Opening en mededelingen", "WVTTK"


class ItemFacts(TypedDict, total=False):
    """What may be told of an agenda item; `minutes` is its planned duration."""

    title: str
    kind: ItemKind
    presenter: str
    minutes: int | None
    outcome: Outcome | None


def add_item(
    archive: Archive, session_id: Id, *, at: int | None = None, **facts: Unpack[ItemFacts]
) -> Change:
    """Add an item at an index counted from 0; without one, before the closing item."""
    with archive.atomic(t("Agendapunt toevoegen")):
        take(archive, session_id, Step.PREPARE)
        items = archive.find(AgendaItem, session_id=session_id)
        closing = bool(items) and items[-1].title == CLOSING
        place = len(items) - closing if at is None else at
        item = _checked(replace(_blank(session_id), **facts))
        _put_numbered(archive, inserted(items, item, max(place, 0)))
        return archive.change(item.id)


def edit_item(archive: Archive, item_id: Id, **facts: Unpack[ItemFacts]) -> Change:
    """Change what an item is called, how it is handled, or what came of it."""
    with archive.atomic(t("Agendapunt wijzigen")):
        item = archive.get(AgendaItem, item_id)
        take(archive, item.session_id, Step.PREPARE)
        archive.put(_checked(replace(item, **facts)))
        return archive.change(item_id)


def move_item(archive: Archive, item_id: Id, *, to: int) -> Change:
    """Move an item to an index counted from 0; all items are numbered anew."""
    with archive.atomic(t("Agendapunt verplaatsen")):
        item = archive.get(AgendaItem, item_id)
        take(archive, item.session_id, Step.PREPARE)
        items = archive.find(AgendaItem, session_id=item.session_id)
        _put_numbered(archive, inserted(items, item, max(to, 0)))
        return archive.change(item_id)


def remove_item(archive: Archive, item_id: Id) -> Change:
    """Remove an item that holds nothing yet: no paragraph and no paper."""
    with archive.atomic(t("Agendapunt verwijderen")):
        item = archive.get(AgendaItem, item_id)
        take(archive, item.session_id, Step.PREPARE)
        if any((archive.find(Block, item_id=item_id), archive.find(Paper, item_id=item_id))):
            raise DeskError(
                t("Onder agendapunt {number} staan al stukken of tekst.", number=item.number),
                t("Verplaats of verwijder die eerst."),
            )
        archive.remove(item)
        _put_numbered(archive, archive.find(AgendaItem, session_id=item.session_id))
        return archive.change(item_id)


def lay_out(archive: Archive, session_id: Id) -> None:
    """Give a new session its opening and its closing item."""
    items = (
        replace(_blank(session_id), title=title, kind=ItemKind.ORAL) for title in (OPENING, CLOSING)
    )
    _put_numbered(archive, tuple(items))


def _blank(session_id: Id) -> AgendaItem:
    return AgendaItem(id=new_id(), session_id=session_id, position=0, number="", title="")


def _checked(item: AgendaItem) -> AgendaItem:
    item = cleaned(item)
    if not item.title:
        raise DeskError(t("Het agendapunt heeft geen titel."), t("Vul een titel in."))
    if item.minutes is not None and item.minutes <= 0:
        raise DeskError(t("De duur is geen heel aantal minuten."), t("Vul 1 minuut of meer in."))
    return item


def _put_numbered(archive: Archive, items: Sequence[AgendaItem]) -> None:
    for before, now in zip(items, numbered(items), strict=True):
        if before != now or not before.number:
            archive.put(now)
