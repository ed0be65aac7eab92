"""Change sheet: per item what was asked, what became of it, and what the text says now."""

from collections.abc import Iterator, Sequence
from itertools import count

from lrt_desk.documents.comparison import (
    HOW_TO_READ,
    block_redline,
    block_words,
    together,
    version_words,
)
from lrt_desk.documents.frame import Row, framed, session_rows
from lrt_desk.documents.minutes import paragraph_numbers, passage_markings
from lrt_desk.documents.passages import inlines, redlined
from lrt_desk.documents.tree import Document, Facts, Heading, Node, Paragraph, Text, Tone
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import Block, ChangeRequest, RequestState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock, local, long_date

_STATES = {
    RequestState.ANNOUNCED: "aangekondigd, tekst volgt",
    RequestState.OPEN: "in behandeling",
    RequestState.ACCEPTED: "overgenomen",
    RequestState.ACCEPTED_WITH_EDITS: "overgenomen met aanpassing",
    RequestState.REJECTED: "niet overgenomen",
    RequestState.TO_MEETING: "wordt in de vergadering besproken",
}
_KIND = "Wijzigingenblad"


def change_sheet(
    old: SessionSnapshot, new: SessionSnapshot, requests: Sequence[ChangeRequest]
) -> Document:
    """Compare two versions of a session's minutes, and account for every request on the older one.

    Paragraphs are named by their number in the older version.
    """
    rows = session_rows(new, _KIND)
    rows.append(("Versies", (inlines(f"{version_words(old)} → {version_words(new)}"),)))
    found = (*_Sheet(old, new, requests).nodes(), *_announced(old, requests))
    none = Paragraph((Text("Er is niets gevraagd en de tekst is niet gewijzigd."),))
    return framed(
        new,
        _KIND,
        (Facts(tuple(rows)), Paragraph((Text(HOW_TO_READ),), Tone.SMALL), *(found or (none,))),
        marked=(*passage_markings(old), *passage_markings(new)),
    )


class _Sheet:
    """Both versions and the requests on them, looked up by paragraph."""

    def __init__(
        self, old: SessionSnapshot, new: SessionSnapshot, requests: Sequence[ChangeRequest]
    ) -> None:
        self.items = together(old.items, new.items)
        self.blocks = together(old.blocks, new.blocks)
        self.before = {block.id: block for block in old.blocks}
        self.after = {block.id: block for block in new.blocks}
        self.numbers = {**paragraph_numbers(new), **paragraph_numbers(old)}
        self.codes = {one.id: one.code for one in (*new.organisations, *old.organisations)}
        self.requests = [one for one in requests if one.block_id is not None]

    def nodes(self) -> Iterator[Node]:
        """Give the paragraphs that something happened to, item by item."""
        yield from self._under(None)
        for item in self.items:
            under = list(self._under(item.id))
            if under:
                number = f"{item.number.rstrip('.')}." if item.number else ""
                yield Heading(1, inlines(item.title), number=number)
                yield from under

    def _under(self, item_id: Id | None) -> Iterator[Node]:
        for block in self.blocks:
            own = [one for one in self.requests if one.block_id == block.id]
            before, after = self.before.get(block.id), self.after.get(block.id)
            changed = block_words(before) != block_words(after)
            if block.item_id == item_id and (own or changed):
                yield Heading(2, (Text(self._name(block)),))
                yield Facts((_text_row(before, after), *self._request_rows(own, after)))

    def _name(self, block: Block) -> str:
        if block.id not in self.before:
            return "Nieuwe alinea"
        gone = "" if block.id in self.after else " (vervallen)"
        return f"Alinea {self.numbers.get(block.id, '')}".strip() + gone

    def _request_rows(self, own: Sequence[ChangeRequest], after: Block | None) -> Iterator[Row]:
        for place, request in zip(count(1), own, strict=False):
            number = f" {place}" if len(own) > 1 else ""
            words = f"{self.codes.get(request.organisation_id, '')}, {_moment(request)}"
            yield f"Verzoek{number} van", (inlines(words.removeprefix(", ")),)
            if request.new_text != (after.text if after else ""):
                yield "Gevraagde tekst", (redlined(request.old_text, request.new_text),)
            yield from _answer_rows(request)


def _text_row(before: Block | None, after: Block | None) -> Row:
    if block_words(before) == block_words(after):
        return "Tekst (ongewijzigd)", (inlines(block_words(after)),)
    return "Tekst", (block_redline(before, after),)


def _answer_rows(request: ChangeRequest) -> Iterator[Row]:
    if request.reason:
        yield "Toelichting", (inlines(request.reason),)
    yield "Besluit", ((Text(_STATES[request.state], bold=True),),)
    if request.motivation:
        yield "Motivering", (inlines(request.motivation),)


def _announced(old: SessionSnapshot, requests: Sequence[ChangeRequest]) -> Iterator[Node]:
    """Account for requests of which no text came."""
    codes = {one.id: one.code for one in old.organisations}
    waiting = [one for one in requests if one.block_id is None]
    if waiting:
        yield Heading(1, (Text("Verzoeken zonder tekst"),))
    for request in waiting:
        whose = codes.get(request.organisation_id, "")
        row = ("Verzoek van", (inlines(f"{whose}, {_moment(request)}".removeprefix(", ")),))
        yield Facts((row, *_answer_rows(request)))


def _moment(request: ChangeRequest) -> str:
    came = local(request.received_at)
    return f"{long_date(came.date())}, {clock(came.time())} uur"
