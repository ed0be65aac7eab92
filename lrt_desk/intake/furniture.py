"""Page furniture: running headers, footers and page numbers that stand between the words."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lrt_desk.intake.lines import Line

_PAGE = re.compile(
    r"(?P<before>.{0,80}[\s|–-])?(?:pagina|pag\.?|blz\.?|bladzijde|page)\s{0,3}\d{1,3}"
    r"(?P<total>\s{0,3}(?:van|/|of|-)\s{0,3}\d{1,3})?(?P<after>[\s|–-].{0,60})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-–\s]*\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_WIDE = re.compile(r"\s{2,}|\t")
_DIGITS = re.compile(r"\d+")
_EDGE = 3


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Mark the lines that belong to the page and not to the minutes.

    A line is furniture when it counts pages, or stands at the edge of several pages in the same
    words. Files without page ends betray their edges by the lines that count pages.
    """
    tops = _page_edges(lines)
    counts = Counter(_DIGITS.sub("#", line.raw) for line in lines)
    counters = {
        at
        for at, line in enumerate(lines)
        if _counts_pages(line, at in tops or counts[_DIGITS.sub("#", line.raw)] > 1)
    }
    edges = tops | {at + step for at in counters for step in (-2, -1, 1, 2)}
    if counters:
        edges |= {0, 1}
    edges = {at for at in edges if 0 <= at < len(lines)}
    places: dict[str, list[int]] = defaultdict(list)
    for at in edges - counters:
        places[_DIGITS.sub("#", " ".join(lines[at].raw.split()))].append(at)
    pages = max(lines[-1].page + 1 if lines else 0, len(counters))
    repeated = {
        at
        for words, found in places.items()
        if len(found) > max(1, pages // 2 - 1) and len(words) < 120
        for at in found
    }
    return tuple(
        replace(line, furniture=True) if at in counters or at in repeated else line
        for at, line in enumerate(lines)
    )


def without_furniture(lines: Sequence[Line]) -> dict[int, Line]:
    """Give the other lines by their place; where furniture or a page end was, there is no gap."""
    kept: dict[int, Line] = {}
    page = 0
    for at, line in enumerate(lines):
        if line.furniture:
            page = -1
            continue
        kept[at] = replace(line, gap=line.gap and line.page == page)
        page = line.page
    return kept


def _counts_pages(line: Line, at_edge: bool) -> bool:
    """Tell whether a line counts pages; "zie de tabel op pagina 4" in a sentence does not."""
    words = _WIDE.sub(" | ", line.raw.strip())
    if line.row or len(words) > 160:
        return False
    if match := _PAGE.fullmatch(words):
        alone = not match["before"] or match["before"].rstrip()[-1:] in {"|", "–", "-"}
        return at_edge or alone or bool(match["total"])
    return at_edge and _BARE.fullmatch(words) is not None


def _page_edges(lines: Sequence[Line]) -> set[int]:
    """Find the lines within three of a page's top or bottom, where the source has pages."""
    edges = {at for at, line in enumerate(lines) if line.furniture}
    if not lines or lines[-1].page == 0:
        return edges
    starts = [at for at, line in enumerate(lines) if at == 0 or line.page != lines[at - 1].page]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        edges.update(range(start, min(start + _EDGE, end)))
        edges.update(range(max(start, end - _EDGE), end))
    return edges
