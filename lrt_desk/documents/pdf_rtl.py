"""Words written from right to left, turned round for a line that is set from left to right.

Letters keep their unjoined forms: for a name among Dutch words that is legible, and extraction
gives the words back in their own order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lrt_desk.documents.pdf_style import FALLBACK, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lrt_desk.documents.pdf_text import Run

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r".[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]*")


def visual(line: Sequence[Run]) -> list[Run]:
    """Turn round every stretch of right-to-left words of a line, with the spaces between them."""
    turned: list[Run] = []
    place = 0
    while place < len(line):
        end = _stretch(line, place)
        turned.append(_turned(line[place:end]) if end else line[place])
        place = end or place + 1
    return turned


def _stretch(line: Sequence[Run], start: int) -> int:
    """Give where a stretch that starts here ends, or 0 where none starts."""
    end = 0
    for place in range(start, len(line)):
        if _RIGHT_TO_LEFT.search(line[place].text):
            end = place + 1
        elif line[place].text != " " or not end:
            break
    return end


def _turned(stretch: Sequence[Run]) -> Run:
    logical = "".join(run.text for run in stretch)
    text = "".join(reversed(_LETTER.findall(logical)))
    size = stretch[0].size
    return stretch[0]._replace(
        text=text, logical=logical, font=FALLBACK, width=width(text, FALLBACK, size)
    )
