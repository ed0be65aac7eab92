"""Searching the minutes: whole words, beginnings, and the insides of Dutch compounds.

`zorg` must find `jeugdzorginstelling`, which no index of words does. So the words themselves are
kept in a small index of three-letter pieces, and a query is widened to all words that hold it.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from lrt_desk.model.ids import Id
from lrt_desk.store.archive import Archive
from lrt_desk.store.engine import Connection, named_rows, plain_errors
from lrt_desk.store.references import REFERENCE_SQL

_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("([\x02\x03])")
_PIECE = 3
_SQL = f"""
    SELECT session.id AS session_id, {REFERENCE_SQL} AS reference, session.date AS date,
        item.id AS item_id, coalesce(item.number, '') AS item_number,
        coalesce(item.title, '') AS item_title, block.id AS block_id, found.marked AS marked
    FROM (
        SELECT rowid AS place, snippet(search, 0, char(2), char(3), '…', 24) AS marked
        FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?
    ) AS found
    JOIN search_entry AS entry ON entry.place = found.place
    JOIN session ON session.id = entry.session_id
    LEFT JOIN block ON block.id = entry.row_id
    LEFT JOIN agenda_item AS item ON item.id IN (entry.row_id, block.item_id)
    ORDER BY found.place DESC
"""  # noqa: S608  constants


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A paragraph, or the title of an item (then `block_id` is None), that holds what was asked.

    `marks` are (from, to) positions in `snippet`.
    """

    session_id: Id
    reference: str
    date: dt.date
    item_id: Id | None
    item_number: str
    item_title: str
    block_id: Id | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


def search(archive: Archive, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """Find what holds all the words, or the phrases in quotes, newest session first.

    Whatever is typed is a question and never a mistake; one without a letter finds nothing.
    """
    with plain_errors(archive.path):
        question = " AND ".join(_wanted(archive.db, words))
        rows = named_rows(archive.db, _SQL, question, limit) if question else []
    return tuple(_hit(row) for row in rows)


def _wanted(db: Connection, words: str) -> Iterator[str]:
    for phrase, word in _ASKED.findall(unicodedata.normalize("NFC", words)):
        parts = _WORD.findall(phrase or word)
        if phrase and parts:
            yield f'"{" ".join(parts)}"'
        elif word:
            yield from (_widened(db, part) for part in parts)


def _widened(db: Connection, word: str) -> str:
    asked = f'"{word}"'
    # Words of one or two letters have no piece to look for, and mean themselves or a beginning.
    held = (
        db.execute("SELECT term FROM word_part WHERE word_part MATCH ?", (asked,)).fetchall()
        if len(word) >= _PIECE
        else []
    )
    return "(" + " OR ".join([f"{asked} *", *(f'"{term}"' for (term,) in held)]) + ")"


def _hit(cells: dict[str, Any]) -> Hit:
    snippet, marks = _unmarked(cells.pop("marked"))
    return msgspec.convert(cells | {"snippet": snippet, "marks": marks}, Hit)


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    snippet, start = "", 0
    marks: list[tuple[int, int]] = []
    for part in _MARKS.split(marked):
        if part == "\x02":
            start = len(snippet)
        elif part == "\x03":
            marks.append((start, len(snippet)))
        else:
            snippet += part
    return snippet, tuple(marks)
