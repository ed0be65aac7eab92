"""Agenda of a session as a document."""

from collections.abc import Iterator

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
from lrt_desk.model.meetings import AgendaItem, ItemKind
from lrt_desk.model.papers import Embargo, Paper
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock, local, long_date
from lrt_desk.rules.planning import paper_is_late

_KINDS = {
    ItemKind.DISCUSSION: "Bespreekstuk",
    ItemKind.FORMALITY: "Hamerstuk",
    ItemKind.ORAL: "Mondeling",
    ItemKind.INFORMATION: "Ter kennisneming",
}


def agenda(snapshot: SessionSnapshot) -> Document:
    """Make the agenda of a session: its items, who introduces them, and their papers."""
    nodes: list[Node] = [Facts(tuple(session_rows(snapshot, "Agenda")))]
    for item in snapshot.items:
        nodes += _item(snapshot, item)
    if not snapshot.items:
        nodes.append(Paragraph((Text("Deze agenda heeft nog geen punten."),)))
    banner = "VOORLOPIG" if snapshot.session.provisional else ""
    return framed(snapshot, "Agenda", nodes, banner=banner)


def _item(snapshot: SessionSnapshot, item: AgendaItem) -> Iterator[Node]:
    number = f"{item.number.rstrip('.')}." if item.number else ""
    yield Heading(1, inlines(item.title), number=number, key=item.id)
    papers = [paper for paper in snapshot.papers if paper.item_id == item.id]
    # an item is for discussion unless somebody said otherwise: only a paper makes that worth saying
    kind = _KINDS[item.kind] if papers or item.kind is not ItemKind.DISCUSSION else ""
    length = f"{item.minutes} minuten" if item.minutes else ""
    facts = " · ".join(filter(None, (kind, item.presenter, length)))
    if facts:
        yield Paragraph(inlines(facts), Tone.SMALL)
    if papers:
        sentences = (". ".join(_paper(snapshot, paper)) for paper in papers)
        yield BulletList(tuple(ListItem(inlines(f"{words.rstrip('.')}.")) for words in sentences))


def _paper(snapshot: SessionSnapshot, paper: Paper) -> Iterator[str]:
    """Say of a paper what a reader must know before opening it, in short sentences."""
    owners = (one.code for one in snapshot.organisations if one.id == paper.owner_id)
    about = ", ".join(filter(None, (paper.kind, next(owners, ""))))
    yield f"{paper.title} ({about})" if about else paper.title
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
    """Say when the newest version came, where it came late."""
    versions = [one for one in snapshot.paper_versions if one.paper_id == paper.id]
    if not versions:
        yield "Volgt"
        return
    newest = max(versions, key=lambda version: version.number)
    if paper_is_late(paper, newest):
        came = local(newest.delivered_at)
        reason = f": {newest.late_reason}" if newest.late_reason else ""
        yield f"Nagezonden op {long_date(came.date())}, {clock(came.time())} uur{reason}"
