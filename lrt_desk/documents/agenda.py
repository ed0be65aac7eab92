"""Agenda of a session as a document."""

from collections.abc import Iterator
from dataclasses import dataclass

from lrt_desk.documents.frame import framed, marking_words, session_rows
from lrt_desk.documents.passages import inlines
from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Heading,
    ListItem,
    Node,
    Paragraph,
    Text,
    Tone,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, ItemKind
from lrt_desk.model.papers import Embargo, Paper, PaperVersion
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.agenda import Slot, item_times
from lrt_desk.rules.dates import clock, local, long_date, time_range
from lrt_desk.rules.planning import paper_is_late

_KINDS = {
    ItemKind.DISCUSSION: "Bespreekstuk",
    ItemKind.FORMALITY: "Hamerstuk",
    ItemKind.ORAL: "Mondeling",
    ItemKind.INFORMATION: "Ter kennisneming",
}


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What an agenda says of one item; each paper goes by its id."""

    number: str
    title: str
    when: str
    handling: str
    papers: tuple[tuple[Id, str], ...]


def agenda(snapshot: SessionSnapshot) -> Document:
    """Make the agenda of a session: its items, when, who introduces them, and their papers."""
    nodes: list[Node] = [Facts(tuple(session_rows(snapshot, "Agenda")))]
    words = agenda_words(snapshot)
    for item in snapshot.items:
        nodes += _item(item.id, words[item.id])
    if not snapshot.items:
        nodes.append(Paragraph((Text("Deze agenda heeft nog geen punten."),)))
    banner = "VOORLOPIG" if snapshot.session.provisional else ""
    return framed(snapshot, "Agenda", nodes, banner=banner, marked=paper_markings(snapshot))


def agenda_words(snapshot: SessionSnapshot) -> dict[Id, ItemWords]:
    """Word every item of an agenda, by its id."""
    slots = item_times(snapshot.session.start, snapshot.items)
    return {item.id: _worded(snapshot, item, slots.get(item.id)) for item in snapshot.items}


def paper_markings(snapshot: SessionSnapshot) -> tuple[Id | None, ...]:
    """Give the markings of the papers under an agenda."""
    return tuple(paper.marking_id for paper in snapshot.papers)


def paper_heading(snapshot: SessionSnapshot, paper: Paper) -> str:
    """Name a paper with its kind and owner: Oplegnotitie woonlocaties (notitie, BZK)."""
    owners = (one.code for one in snapshot.organisations if one.id == paper.owner_id)
    about = ", ".join(filter(None, (paper.kind, next(owners, ""))))
    return f"{paper.title} ({about})" if about else paper.title


def versions_of(snapshot: SessionSnapshot, paper: Paper) -> list[PaperVersion]:
    """Give the deliveries of a paper, oldest first."""
    found = [one for one in snapshot.paper_versions if one.paper_id == paper.id]
    return sorted(found, key=lambda version: version.number)


def _worded(snapshot: SessionSnapshot, item: AgendaItem, slot: Slot | None) -> ItemWords:
    papers = [paper for paper in snapshot.papers if paper.item_id == item.id]
    # an item is for discussion unless somebody said otherwise: only a paper makes that worth saying
    kind = _KINDS[item.kind] if papers or item.kind is not ItemKind.DISCUSSION else ""
    length = f"{item.minutes} minuten" if item.minutes else ""
    sentences = ((paper.id, ". ".join(_paper(snapshot, paper))) for paper in papers)
    return ItemWords(
        number=f"{item.number.rstrip('.')}." if item.number else "",
        title=item.title,
        when=time_range(slot.start, slot.end) if slot else "",
        handling=" · ".join(filter(None, (kind, item.presenter, length))),
        papers=tuple((key, f"{words.rstrip('.')}.") for key, words in sentences),
    )


def _item(key: Id, words: ItemWords) -> Iterator[Node]:
    yield Heading(1, inlines(words.title), number=words.number, key=key)
    if facts := " · ".join(filter(None, (words.when, words.handling))):
        yield Paragraph(inlines(facts), Tone.SMALL)
    if words.papers:
        yield BulletList(tuple(ListItem(inlines(paper)) for _, paper in words.papers))


def _paper(snapshot: SessionSnapshot, paper: Paper) -> Iterator[str]:
    """Say of a paper what a reader must know before opening it, in short sentences."""
    yield paper_heading(snapshot, paper)
    yield from (marking_words(one) for one in snapshot.markings if one.id == paper.marking_id)
    yield from (_embargo(one) for one in snapshot.embargoes if one.id == paper.embargo_id)
    if paper.addressee:
        copy = f", in afschrift aan {paper.copy_to}" if paper.copy_to else ""
        yield f"Brief aan {paper.addressee}{copy}"
    if paper.release_condition:
        yield f"Gaat uit: {paper.release_condition}"
    yield from _delivery(snapshot, paper)


def _embargo(embargo: Embargo) -> str:
    if embargo.released_at:
        return "Embargo opgeheven"
    if embargo.until is None:
        return f"Embargo {embargo.event}"
    until = local(embargo.until)
    return f"Embargo tot {long_date(until.date())}, {clock(until.time())} uur"


def _delivery(snapshot: SessionSnapshot, paper: Paper) -> Iterator[str]:
    """Say what is not in time: still to come, late, or sent after the invitation."""
    versions = versions_of(snapshot, paper)
    if not versions:
        due = paper.deadline and local(paper.deadline)
        yield (
            f"Volgt uiterlijk {long_date(due.date())}, {clock(due.time())} uur" if due else "Volgt"
        )
        return
    newest = versions[-1]
    came = local(newest.delivered_at)
    when = f"nagezonden op {long_date(came.date())}, {clock(came.time())} uur"
    invited = snapshot.session.invited_at
    if paper_is_late(paper, newest):
        yield f"Te laat, {when}" + (f": {newest.late_reason}" if newest.late_reason else "")
    elif invited and newest.delivered_at > invited:
        yield when.capitalize()
