"""Breaking words into lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lrt_desk.documents.pdf_rtl import visual
from lrt_desk.documents.pdf_style import FALLBACK, REGULAR, Style, drawable, font_runs, width
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import Change, Inline, Inlines, Link, Text, Withheld

BOX_WIDTH = 34.0  # one width for every ground: a box says nothing of what it covers
_BOX_SIZE = 0.8  # of the text beside it
_CHANGE_ROLES = {Change.DELETED: "Del", Change.INSERTED: "Ins"}
_CHANGE_WORDS = {Change.DELETED: "vervallen", Change.INSERTED: "nieuw"}
_DECORATIONS = {Change.DELETED: "LineThrough", Change.INSERTED: "Underline"}
# A part of a word after whose slash it may be broken, a word with the space behind it, or a space.
# A space stays at the end of a line, or words would join when text is extracted.
_TOKEN = re.compile(r"[^ ]{3,}?[–/](?=[^\W\d]{3})|[^ ]+ ?| ")
_LOOK = attrgetter("font", "element", "box", "logical")


class Run(NamedTuple):
    """Text of one look on one line; `element` is its own place in the structure tree.

    `logical` is the text as it is read, where it is drawn in another order.
    """

    text: str
    font: str
    size: float
    width: float
    element: Element | None = None
    change: Change | None = None
    box: bool = False
    target: str = ""
    logical: str = ""


Line = tuple[Run, ...]


def break_lines(content: Inlines, style: Style, measure: float) -> tuple[Line, ...]:
    """Break inlines into lines of at most `measure` points; no content gives one empty line."""
    lines: list[list[Run]] = [[]]
    left = measure
    for word in _words(content, style):
        for part in _parts(word, measure):
            if part[0].text == " " and not lines[-1]:
                continue
            size = _size(part)
            if size > left and lines[-1] and _ink(part) > max(left, 0):
                lines.append([])
                left = measure
            lines[-1] += part
            left -= size
    return tuple(_joined(visual(line) if _has_fallback(line) else line) for line in lines)


def plain(text: str, style: Style) -> Line:
    """Set a short text on one line, however long it gets."""
    return break_lines((Text(text),), style, float("inf"))[0]


def _words(content: Inlines, style: Style) -> Iterator[list[Run]]:
    word: list[Run] = []
    for inline in content:
        for run in _runs(inline, style):
            word.append(run)
            if not run.box and run.text[-1] in " –/" and not _hyphened(word):
                yield word
                word = []
    if word:
        yield word


def _hyphened(word: Sequence[Run]) -> bool:
    """Tell whether a word ends in a hyphen and a space: such a word is never last on its line.

    Programs that extract text take it for a broken word and join what belongs apart.
    """
    end = word[-1].text[-2:]
    return end == "- " or (end == " " and len(word) > 1 and word[-2].text[-1:] == "-")


def _runs(inline: Inline, style: Style) -> list[Run]:
    match inline:
        case Withheld(ground=ground):
            reason = f"gelakt op grond {ground}" if ground else "gelakt in de bron"
            span = Element("Span", alt=reason)
            return [Run(ground, REGULAR, style.size * _BOX_SIZE, BOX_WIDTH, span, box=True)]
        case Link(text=text, target=target) if drawable(text).strip():
            return _tokens(text, style, bold=style.bold, element=Element("Link"), target=target)
        case Link(text=text):  # nothing to click on
            return _tokens(text, style, bold=style.bold, element=None)
        case Text(text=text, bold=bold, lang=lang, change=change):
            role = _CHANGE_ROLES[change] if change else "Span"
            line = ("Layout", "TextDecorationType", _DECORATIONS[change]) if change else None
            # a screen reader does not say that words are struck or underlined: the tag does
            said = f"{_CHANGE_WORDS[change]}: {drawable(text).strip()}" if change else ""
            own = Element(role, lang, said, attributes=line) if lang or change else None
            return _tokens(text, style, bold=bold or style.bold, element=own, change=change)


def _tokens(
    text: str,
    style: Style,
    *,
    bold: bool,
    element: Element | None,
    change: Change | None = None,
    target: str = "",
) -> list[Run]:
    tokens = _TOKEN.findall(drawable(text))
    runs = [run for token in tokens for run in _plain_runs(token, bold, style.size)]
    if element is None:
        return runs
    return [r._replace(element=element, change=change, target=target) for r in runs]


@lru_cache(maxsize=20_000)  # the words of minutes come back
def _plain_runs(token: str, bold: bool, size: float) -> tuple[Run, ...]:
    runs = font_runs(token, bold=bold)
    return tuple(Run(part, font, size, width(part, font, size)) for part, font in runs)


def _parts(word: list[Run], measure: float) -> Iterable[list[Run]]:
    """Chop a word that is wider than the measure."""
    if _size(word) <= measure or _ink(word) <= measure:
        return (word,)
    parts: list[list[Run]] = [[]]
    left = measure
    for run in word:
        for one in (run,) if run.box else _characters(run):
            if one.width > left and parts[-1] and one.text != " ":
                parts.append([])
                left = measure
            parts[-1].append(one)
            left -= one.width
    return parts


def _characters(run: Run) -> Iterator[Run]:
    for character in run.text:
        yield run._replace(text=character, width=width(character, run.font, run.size))


def _has_fallback(line: Iterable[Run]) -> bool:
    return any(run.font == FALLBACK for run in line)


def _size(runs: Sequence[Run]) -> float:
    return runs[0].width if len(runs) == 1 else sum([run.width for run in runs])


def _ink(runs: Sequence[Run]) -> float:
    """Measure without the space at the end."""
    last = runs[-1]
    space = width(" ", last.font, last.size) if last.text[-1:] == " " else 0
    return _size(runs) - space


def _joined(line: list[Run]) -> Line:
    """Make one run of neighbours that look the same."""
    joined: list[Run] = []
    for _, group in groupby(line, key=_LOOK):
        first, *rest = runs = list(group)
        text = "".join([run.text for run in runs])
        joined.append(first._replace(text=text, width=_size(runs)) if rest else first)
    return tuple(joined)
