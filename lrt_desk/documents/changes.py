"""Change sheet: what members asked, what became of it, and what the text says now."""

from collections.abc import Iterator, Sequence

from lrt_desk.documents.frame import Row, framed, session_rows
from lrt_desk.documents.minutes import paragraph_numbers
from lrt_desk.documents.passages import inlines, redlined
from lrt_desk.documents.tree import (
    Document,
    Facts,
    Heading,
    Inlines,
    Node,
    Paragraph,
    Text,
    Tone,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import Block, ChangeRequest, RequestState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.approval import TAKEN_OVER
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
    versions = " → ".join(filter(None, (_version(old), _version(new))))
    rows.append(("Versies", (inlines(versions),)))
    return framed(
        new,
        _KIND,
        (
            Facts(tuple(rows)),
            Paragraph((Text("Doorgehaald is vervallen, onderstreept is nieuw."),), Tone.SMALL),
            Heading(1, (Text("Wijzigingsverzoeken"),)),
            *_requests(old, requests),
            Heading(1, (Text("Verschillen in de tekst"),)),
            *_differences(old, new),
        ),
    )


def _version(snapshot: SessionSnapshot) -> str:
    if snapshot.version is None:
        return "werkversie"
    return f"{snapshot.version.number} van {long_date(snapshot.version.date)}"


def _requests(old: SessionSnapshot, requests: Sequence[ChangeRequest]) -> Iterator[Node]:
    numbers = paragraph_numbers(old)
    codes = {one.id: one.code for one in old.organisations}
    for place, request in enumerate(requests, start=1):
        whose = codes.get(request.organisation_id, "")
        where = f"alinea {numbers[request.block_id]}" if request.block_id in numbers else ""
        words = ", ".join(filter(None, (whose, where, _STATES[request.state])))
        yield Heading(2, inlines(words), number=f"{place}.")
        yield Facts(tuple(_request_rows(request)))
    if not requests:
        yield Paragraph((Text("Er zijn geen wijzigingen gevraagd."),))


def _request_rows(request: ChangeRequest) -> Iterator[Row]:
    came = local(request.received_at)
    yield "Ontvangen", (inlines(f"{long_date(came.date())}, {clock(came.time())} uur"),)
    if request.new_text or request.old_text:
        yield "Gevraagd", (redlined(request.old_text, request.new_text),)
    taken = request.resolution if request.state in TAKEN_OVER else ""
    if taken and taken != request.new_text:
        yield "Overgenomen als", (redlined(request.old_text, taken),)
    for label, text in (("Toelichting", request.reason), ("Antwoord", request.motivation)):
        if text:
            yield label, (inlines(text),)


def _differences(old: SessionSnapshot, new: SessionSnapshot) -> Iterator[Node]:
    before = {block.id: block for block in old.blocks}
    after = {block.id: block for block in new.blocks}
    numbers = {**paragraph_numbers(new), **paragraph_numbers(old)}
    rows = tuple(
        (
            _name(block_id, before, numbers),
            (_difference(block_id, before, after),),
        )
        for block_id in _in_order(old.blocks, new.blocks)
        if _words(before.get(block_id)) != _words(after.get(block_id))
    )
    yield Facts(rows) if rows else Paragraph((Text("De tekst is niet gewijzigd."),))


def _name(block_id: Id, before: dict[Id, Block], numbers: dict[Id, str]) -> str:
    number = numbers.get(block_id, "")
    return f"Alinea {number}".strip() if block_id in before else "Nieuwe alinea"


def _difference(block_id: Id, before: dict[Id, Block], after: dict[Id, Block]) -> Inlines:
    return redlined(_words(before.get(block_id)), _words(after.get(block_id)))


def _words(block: Block | None) -> str:
    if block is None:
        return ""
    return f"{block.label}: {block.text}" if block.label else block.text


def _in_order(old: Sequence[Block], new: Sequence[Block]) -> list[Id]:
    """Go through the new text, with what was taken out where it stood."""
    order = [block.id for block in new]
    kept = set(order)
    place = 0
    for block in old:
        if block.id in kept:
            place = order.index(block.id) + 1
        else:
            order.insert(place, block.id)
            place += 1
    return order
