"""Lines under a heading → paragraphs: what runs on, what begins anew, and how deep."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lrt_desk.intake.lines import Line
from lrt_desk.rules.withheld import has_gap, mark_gaps, mark_signs

_COMPLETE = re.compile(r"[.?!:;…]['\"”’)\]>]*\s*$")
_HYPHEN = re.compile(r"(\w[\w'’-]*)-$")
_WORD = re.compile(r"[\w-]+")
_OPENS = re.compile(
    r"(?:→|➔|->|=>)|<?(?:actie(?:punt)?|AP|besluit|toezegging|actiehouder|termijn)\b[^:.]{0,40}:",
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
    enough here to be a name that was taken out.
    """

    width: int
    words: frozenset[str]
    gaps: bool


def manners_of(lines: Iterable[Line]) -> Manners:
    """Measure the habits of a source."""
    plain = [line for line in lines if not line.row]
    widths = sorted(len(line.raw.rstrip()) + line.indent for line in plain if not line.whole)
    wide = sum(has_gap(line.text) for line in plain)
    return Manners(
        width=widths[len(widths) * 9 // 10] if widths else 0,
        words=frozenset(word.casefold() for line in plain for word in _WORD.findall(line.raw)),
        gaps=wide <= max(2, len(plain) // 8),
    )


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
        if manners.gaps:
            words = mark_gaps(words.rstrip() + (" \u2588" if _blank_end(paragraph, count) else ""))
        words = " ".join(mark_signs(words).split())
        joint = _HYPHEN.search(text)
        if not text or not joint or not words[:1].isalpha():
            text = f"{text} {words}".strip() if not text.endswith("\u00ad") else text[:-1] + words
            continue
        kept, doubt = _joined(joint[1], words, manners.words)
        text = (text if kept else text[:-1]) + words
        if doubt:
            doubts.append(f"{joint[1]}-{_WORD.match(words)[0]}")  # type: ignore[index]
    return text, tuple(doubts)


def _blank_end(paragraph: Paragraph, at: int) -> bool:
    """Tell whether a name was taken out at the end of a line that runs on."""
    return at + 1 < len(paragraph.lines) and bool(_TRAILING_GAP.search(paragraph.lines[at].text))


def _joined(before: str, words: str, known: frozenset[str]) -> tuple[bool, bool]:
    """Decide whether a hyphen at a line end stays, and whether that is a guess.

    It goes when the word occurs whole elsewhere, and stays after capitals and figures (HLRT-) or
    when it occurs with its hyphen; otherwise it stays for a human to see.
    """
    after = _WORD.match(words)
    last = before.rsplit("-", 1)[-1]
    if after is None or not last.islower() or words[:1].isupper():
        return True, False
    if words.split(None, 1)[0] in {"en", "of"}:
        return True, False
    if (before + after[0]).casefold() in known:
        return False, False
    return True, f"{before}-{after[0]}".casefold() not in known


def _runs_on(paragraph: Paragraph, line: Line, manners: Manners) -> bool:
    last = paragraph.lines[-1]
    if line.row or last.row or last.whole or line.bullet or line.heading:
        return False
    if _OPENS.match(line.text) and _COMPLETE.search(last.text):
        return False
    if line.number_like:
        return _counts_inside(paragraph, line)
    complete = _COMPLETE.search(last.text) is not None
    if line.gap:
        return not complete and line.text[:1].islower()
    if not complete or line.text[:1].islower():
        return True
    room = manners.width - len(last.raw.rstrip()) - last.indent
    first_word = len(line.text.split(None, 1)[0]) if line.text.split() else 0
    return room < first_word + max(8, manners.width // 5)


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
