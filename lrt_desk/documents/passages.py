"""Words of a snapshot as inlines: what was withheld becomes a box."""

import re

from lrt_desk.documents.tree import Inlines, Text, Withheld
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE

_GAP = re.compile(f"{WITHHELD_IN_SOURCE}|⟦([^⟧]*)⟧")


def inlines(text: str, *, bold: bool = False) -> Inlines:
    """Turn a text into inlines: █████ into a box without a ground, ⟦5.1.2e⟧ into one with it."""
    found: list[Text | Withheld] = []
    place = 0
    for gap in _GAP.finditer(text):
        if gap.start() > place:
            found.append(Text(text[place : gap.start()], bold=bold))
        found.append(Withheld(gap[1] or ""))
        place = gap.end()
    if place < len(text) or not text:
        found.append(Text(text[place:], bold=bold))
    return tuple(found)
