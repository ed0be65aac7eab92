"""Order and numbers: of rows in a list, of versions, of public copies."""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from lrt_desk.model.meetings import AgendaItem, Attendee
from lrt_desk.model.minutes import Action, Block, Decision
from lrt_desk.model.papers import Paper

Placed = TypeVar("Placed", AgendaItem, Attendee, Block, Action, Decision, Paper)


def inserted(rows: Sequence[Placed], row: Placed, at: int) -> tuple[Placed, ...]:
    """Put a row at an index, taking it away from where it was, and place all rows anew."""
    others: list[Placed] = [other for other in rows if other.id != row.id]
    others.insert(at, row)
    return placed(others)


def placed(rows: Sequence[Placed]) -> tuple[Placed, ...]:
    """Give rows the positions 1, 2, 3 … in the order given."""
    return tuple(
        row if row.position == position else replace(row, position=position)
        for position, row in enumerate(rows, start=1)
    )


def numbered(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Place agenda items in the order given and number them after it."""
    return tuple(replace(item, number=str(item.position)) for item in placed(items))


def draft_number(circulated: int) -> str:
    """Number the next draft after so many circulated ones: 0.1, 0.2, 0.3."""
    return f"0.{circulated + 1}"


FINAL_NUMBER = "1.0"


def import_number(fixed: int) -> str:
    """Number the text of old minutes, fixed so many times before: import, import 2, import 3."""
    return "import" if fixed == 0 else f"import {fixed + 1}"


def public_number(body_code: str, day: dt.date, taken: Collection[str]) -> str:
    """Number a public copy: LRT-2023-11-10-O1, then O2; a withdrawn number is never used again."""
    stem = f"{re.sub(r'[^A-Za-z0-9]+', '', body_code)}-{day.isoformat()}-O"
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"
