"""Words of a snapshot as inlines: what was withheld becomes a box."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lrt_desk.documents.tree import Change, Inline, Inlines, Text, Withheld
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE
from lrt_desk.rules.languages import foreign_quotes
from lrt_desk.rules.redline import Op, redline

_GAP = re.compile(f"{WITHHELD_IN_SOURCE}|⟦([^⟧]*)⟧")


def inlines(text: str, *, bold: bool = False, change: Change | None = None) -> Inlines:
    """Turn a text into inlines: █████ into a box without a ground, ⟦5.1.2e⟧ into one."""
    found: list[Text | Withheld] = []
    place = 0
    for gap in _GAP.finditer(text):
        if gap.start() > place:
            found += _spoken(Text(text[place : gap.start()], bold=bold, change=change))
        found.append(Withheld(gap[1] or ""))
        place = gap.end()
    if place < len(text) or not text:
        found += _spoken(Text(text[place:], bold=bold, change=change))
    return tuple(found)


def _spoken(run: Text) -> Iterator[Text]:
    """Tell quotations in another language apart from the Dutch around them."""
    place = 0
    for quote in foreign_quotes(run.text):
        yield replace(run, text=run.text[place : quote.start])
        yield replace(run, text=run.text[quote.start : quote.end], lang=quote.lang)
        place = quote.end
    if place < len(run.text) or not run.text:
        yield replace(run, text=run.text[place:])


def plain(text: str) -> str:
    """Write a text where no box can stand, such as a title: what was withheld gives [5.1.2e]."""
    return _GAP.sub(lambda gap: f"[{gap[1] or 'gelakt'}]", text)


def redlined(old: str, new: str) -> Inlines:
    """Show what became of a text: words taken out and words put in.

    A space of neither keeps a word that replaces another from running on from it.
    """
    changes = {Op.EQUAL: None, Op.DELETE: Change.DELETED, Op.INSERT: Change.INSERTED}
    pieces = redline(old, new)
    shown: list[Inline] = []
    for place, (op, text) in enumerate(pieces):
        before, words = pieces[place - 1] if place else (Op.EQUAL, "")
        if op is Op.INSERT and before is Op.DELETE and not words[-1:].isspace():
            shown += [] if text[:1].isspace() else [Text(" ")]
        shown += inlines(text, change=changes[op])
    return tuple(shown)
