"""Two versions of a text put together: what is in both, what went and what came."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from lrt_desk.documents.passages import inlines, redlined
from lrt_desk.documents.tree import Inlines, Text
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import Block
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import long_date

HOW_TO_READ = "Doorgehaald is vervallen, onderstreept is nieuw."


class _Row(Protocol):
    @property
    def id(self) -> Id: ...


Row = TypeVar("Row", bound=_Row)


def together(old: Sequence[Row], new: Sequence[Row]) -> tuple[Row, ...]:
    """Go through the new rows, with those that were taken out where they stood."""
    rows = list(new)
    places = {row.id: place for place, row in enumerate(rows)}
    place = 0
    for row in old:
        if row.id in places:
            place = next(at for at, other in enumerate(rows) if other.id == row.id) + 1
        else:
            rows.insert(place, row)
            place += 1
    return tuple(rows)


def block_words(block: Block | None) -> str:
    """Write a paragraph with its label as one text; "" for one that is not there."""
    if block is None:
        return ""
    return f"{block.label}: {block.text}" if block.label else block.text


def block_redline(before: Block | None, after: Block | None) -> Inlines:
    """Show what became of a paragraph; a label that stayed keeps its bold face."""
    if before and after and before.label == after.label:
        label = after.label
        lead = (*inlines(label, bold=True), Text(": ", bold=True)) if label else ()
        return (*lead, *redlined(before.text, after.text))
    return redlined(block_words(before), block_words(after))


def version_words(snapshot: SessionSnapshot) -> str:
    """Name a version in running text: 0.1 van 12 maart 2024, or werkversie."""
    if snapshot.version is None:
        return "werkversie"
    return f"{snapshot.version.number} van {long_date(snapshot.version.date)}"
