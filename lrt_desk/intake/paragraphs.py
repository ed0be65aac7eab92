"""Lines under a heading → paragraphs: what runs on, what begins anew, and how deep."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lrt_desk.intake.lines import Line
from lrt_desk.rules.withheld import has_gap, mark_gaps, mark_signs

_COMPLETE = re.compile(r"[.?!:;…]['\"”’)\]>]*\s*$")
_HYPHEN = re.compile(r"(\w[\w'’-]*)-$")
_CUT = re.compile(r"(?<![\w-])([^\W\d_]{2,40})-$")
_SMALL = re.compile(r"(?!(?:en|of)\b)[^\W\dA-Z_]+")
_PREFIXES = frozenset({"co", "ex", "oud", "niet", "non", "pro", "anti", "semi", "sociaal", "vice"})
_WIDE = re.compile(r"\S {4,}(?=\S)")
_WORD = re.compile(r"[\w-]+")
_OPENS = re.compile(
    r"(?:→|➔|->|=>)|<?(?:actie(?:punt)?|AP|besluit|toezegging|conclusie|actiehouder|termijn)\b[^:.]{0,40}:"
    r"|(?:besluit(?:en)?|conclusies?|acties?)\s*$",
    re.IGNORECASE,
)
_TRAILING_GAP = re.compile(r"\S {4,}$")


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: its lines so far, its mark and how deep it lies."""

    first: Line
    level: int = 0
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Habits of one source: how wide it writes, its words, and whether blanks are names.

    `width` is in columns; `words` are in lower case; `gaps`: white space inside a line is rare
    enough here to be a name that was taken out, unless it ends at one of the `columns` that
    several lines share; `cuts`: words are cut at line ends.
    """

    width: int
    words: frozenset[str]
    gaps: bool
    columns: frozenset[int]
    cuts: bool


def manners_of(lines: Iterable[Line]) -> Manners:
    """Measure the habits of a source."""
    plain = [line for line in lines if not line.row]
    known = frozenset(word.casefold() for line in plain for word in _WORD.findall(line.raw))
    columns = Counter(column for line in plain for column in _gap_columns(line))
    cut = [
        match[1] + after[0]
        for line, following in pairwise(plain)
        if (match := _CUT.search(line.raw)) and (after := _SMALL.match(following.raw))
    ]
    widths = sorted(len(line.raw.rstrip()) + line.indent for line in plain if not line.whole)
    wide = sum(has_gap(line.text) for line in plain)
    return Manners(
        width=widths[len(widths) * 9 // 10] if widths else 0,
        words=known,
        gaps=wide <= max(2, len(plain) // 8),
        columns=frozenset(column for column, count in columns.items() if count > 1),
        cuts=len(cut) > 2,
    )


def _gap_columns(line: Line) -> set[int]:
    """Give the columns where words begin after wide white space."""
    return {line.indent + match.end() for match in _WIDE.finditer(line.raw)}


def gather(lines: Sequence[Line], manners: Manners) -> tuple[Paragraph, ...]:
    """Join lines to paragraphs; bullets get a level by their indentation and their sign."""
    paragraphs: list[Paragraph] = []
    stack: list[tuple[int, str]] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else None
        if last and _runs_on(last, line, manners):
            last.lines.append(line)
        else:
            paragraphs.append(Paragraph(line, _level(line, stack), [line]))
    return tuple(paragraphs)


def text_of(paragraph: Paragraph, manners: Manners) -> tuple[str, tuple[str, ...]]:
    """Join the words of a paragraph; also give the doubtful joints of words at line ends."""
    text, doubts = "", []
    for count, line in enumerate(paragraph.lines):
        words = line.numbered if not count or line.number_like else line.text
        if manners.gaps and not _gap_columns(line) & manners.columns:
            words = mark_gaps(words.rstrip() + (" \u2588" if _blank_end(paragraph, count) else ""))
        words = " ".join(mark_signs(words).split())
        text, doubt = joined(text, words, manners)
        doubts += [doubt] if doubt else []
    return text, tuple(doubts)


def joined(text: str, words: str, manners: Manners) -> tuple[str, str]:
    """Join the words of a next line to a text; also give a joint that is doubtful, or ""."""
    joint = _HYPHEN.search(text[-80:])
    after = _WORD.match(words)
    if not joint or not after or not words[:1].isalpha():
        whole = text[:-1] + words if text.endswith("\u00ad") else f"{text} {words}".strip()
        return whole, ""
    kept, doubt = _joined(joint[1], words, manners)
    return (text if kept else text[:-1]) + words, f"{joint[1]}-{after[0]}" if doubt else ""


def _blank_end(paragraph: Paragraph, at: int) -> bool:
    """Tell whether a name was taken out at the end of a line that runs on."""
    return at + 1 < len(paragraph.lines) and bool(_TRAILING_GAP.search(paragraph.lines[at].text))


def _joined(before: str, words: str, manners: Manners) -> tuple[bool, bool]:
    """Decide whether a hyphen at a line end stays, and whether that is a guess.

    It goes when the word occurs whole elsewhere, and stays after capitals and figures (HLRT-) or
    when it occurs with its hyphen; otherwise the habit of the source decides, for a human to see.
    """
    after = _WORD.match(words)
    last = before.rsplit("-", 1)[-1]
    if after is None or not last.islower() or words[:1].isupper():
        return True, False
    if words.split(None, 1)[0] in {"en", "of"}:
        return True, False
    if (before + after[0]).casefold() in manners.words:
        return False, False
    if f"{before}-{after[0]}".casefold() in manners.words:
        return True, False
    return not manners.cuts or last in _PREFIXES, True


def _runs_on(paragraph: Paragraph, line: Line, manners: Manners) -> bool:
    last = paragraph.lines[-1]
    if line.row or last.row or last.whole or line.bullet or line.heading:
        return False
    opens = _OPENS.match(line.text) is not None
    if opens and (_COMPLETE.search(last.text) or not line.text[:1].islower()):
        return False
    if line.number_like:
        return _counts_inside(paragraph, line)
    complete = _COMPLETE.search(last.text) is not None
    if line.gap:
        return not complete and line.text[:1].islower()
    if line.text[:1].islower():
        return True
    room = manners.width - len(last.raw.rstrip()) - last.indent
    first_word = len(line.text.split(None, 1)[0]) if line.text.split() else 0
    short = room >= first_word + max(8, manners.width // 5)
    return not (short and (complete or line.text[:1].isupper()))


def _counts_inside(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether "2)" opens a line only because the enumeration in a sentence broke there."""
    number = line.mark.strip("().:")
    if not number.isdigit():
        return False
    before = re.escape(line.mark).replace(re.escape(number), str(int(number) - 1))
    said = " ".join(part.text for part in paragraph.lines)
    return re.search(rf"\s{before}\s", said) is not None


def _level(line: Line, stack: list[tuple[int, str]]) -> int:
    """Tell how deep a bullet lies; `stack` holds the open levels of this item."""
    if line.level is not None:
        return line.level
    if not line.mark:
        stack.clear()
        return 0
    sign = line.mark if line.bullet else "1"
    while stack and line.indent < stack[-1][0] - 1:
        stack.pop()
    signs = [known for _, known in stack]
    if stack and line.indent <= stack[-1][0] + 1 and sign in signs:
        del stack[len(signs) - signs[::-1].index(sign) :]
    elif not stack or sign != stack[-1][1] or line.indent > stack[-1][0] + 1:
        stack.append((line.indent, sign))
    return len(stack) - 1
