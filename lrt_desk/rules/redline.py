"""Differences between texts of one paragraph, word by word, and joining two of them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple


class Op(StrEnum):
    """What became of a piece of text."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class _Hunk(NamedTuple):
    """Words `start` to `end` of a text, and what another text has in their place."""

    start: int
    end: int
    words: tuple[str, ...]


_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\s*\S+|\s+")  # a word with the space before it: joining puts spaces right


def redline(old: str, new: str) -> tuple[tuple[Op, str], ...]:
    """Give what was kept, deleted and inserted, in reading order, deletions before insertions.

    The pieces that are no insertion make up `old`, those that are no deletion make up `new`.
    A lone space between two changes counts as changed: it reads as one change.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces = [
        (tag == "equal", "".join(before[i1:i2]), "".join(after[j1:j2]))
        for tag, i1, i2, j1, j2 in _opcodes(before, after)
    ]
    inner = range(1, len(pieces) - 1)
    read = [
        (same and not (place in inner and gone.isspace()), gone, come)
        for place, (same, gone, come) in enumerate(pieces)
    ]
    found: list[tuple[Op, str]] = []
    for same, group in groupby(read, key=lambda piece: piece[0]):
        _, gone, come = zip(*group, strict=True)
        found += [(Op.EQUAL if same else Op.DELETE, "".join(gone))]
        found += [] if same else [(Op.INSERT, "".join(come))]
    return tuple((op, text) for op, text in found if text)


def merged(base: str, live: str, wish: str) -> str | None:
    """Do to `live` what was done to `base` to make it `wish`; None where that is not certain.

    Not certain: both changed the same or neighbouring words in different ways, or repeated words
    leave a choice of place (read from the end, the words would land elsewhere).
    """
    if live == base:
        return wish
    texts = [_WORD.findall(text) for text in (base, live, wish)]
    forward = _joined(*texts)
    backward = _joined(*(words[::-1] for words in texts))
    if forward is None or backward is None or forward != backward[::-1]:
        return None
    return "".join(forward)


def _joined(base: Sequence[str], live: Sequence[str], wish: Sequence[str]) -> list[str] | None:
    hunks = sorted({*_hunks(base, live), *_hunks(base, wish)})
    if any(after.start <= before.end for before, after in pairwise(hunks)):
        return None
    words, place = list[str](), 0
    for hunk in hunks:
        words += [*base[place : hunk.start], *hunk.words]
        place = hunk.end
    return [*words, *base[place:]]


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    return [
        _Hunk(i1, i2, tuple(new[j1:j2]))
        for tag, i1, i2, j1, j2 in _opcodes(old, new)
        if tag != "equal"
    ]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    # autojunk would take frequent words of a long paragraph for noise
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
