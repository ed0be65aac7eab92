"""From the nodes of a document to slices, and to the structure tree that their text belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lrt_desk.documents import pdf_style as s
from lrt_desk.documents.pdf_slices import Column, Rule, Slice, piece, text_slices
from lrt_desk.documents.pdf_style import MM, drawable
from lrt_desk.documents.pdf_tables import facts, table
from lrt_desk.documents.pdf_text import plain
from lrt_desk.documents.tagging import Element
from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Heading,
    Inlines,
    ListItem,
    Node,
    Paragraph,
    SignatureSpace,
    Table,
    Tone,
    Withheld,
)

_TONES = {Tone.SMALL: s.SMALL, Tone.CODE: s.CODE, Tone.APPROVAL: s.APPROVAL}
_DASHES = ("•", "–", "·")
_SIGNATURE_HEIGHT = 26 * MM
_SIGNATURE_WIDTH = 85 * MM
_PAD = 2.5 * MM
_UNDER_FACTS = 16  # as above a heading: what follows is no part of the title block


@dataclass(slots=True)
class _Levels:
    """Keeps heading levels from skipping one, as PDF/UA-1 section 7.4.2 asks."""

    last: int = 0

    def next(self, wanted: int) -> int:
        self.last = max(1, min(wanted, self.last + 1, len(s.HEADINGS)))
        return self.last


def flow(document: Document, root: Element) -> Iterator[Slice]:
    """Turn the nodes of a document into slices, in order."""
    levels = _Levels()
    for above, node in pairwise((None, *document.nodes)):
        slices = list(_node(node, root, levels)) if node else []
        if slices and isinstance(above, Facts) and isinstance(node, Paragraph):
            slices[0] = replace(slices[0], before=_UNDER_FACTS)
        if slices and isinstance(above, Heading) and _is_small(node):
            slices[-1] = replace(slices[-1], keep=True)  # with the text, not alone at a page foot
        yield from slices


def _is_small(node: Node | None) -> bool:
    return isinstance(node, Paragraph) and node.tone is Tone.SMALL


def words(content: Inlines) -> str:
    """Give the plain words of inlines, [5.1.2e] for what is withheld."""
    return "".join(
        f"[{inline.ground or 'gelakt'}]" if isinstance(inline, Withheld) else inline.text
        for inline in content
    )


def _node(node: Node, root: Element, levels: _Levels) -> Iterator[Slice]:
    match node:
        case Heading():
            title = drawable(f"{node.number} {words(node.content)}").strip()
            if title:
                yield from _heading(node, title, root, levels.next(node.level))
        case Paragraph():
            yield from _paragraph(node, root)
        case BulletList(items=items):
            yield from _bullets(items, root, 0)
        case Table():
            yield from table(node, root)
        case Facts():
            yield from facts(node, root)
        case SignatureSpace():
            yield _signature(node, root)


def _heading(heading: Heading, title: str, root: Element, level: int) -> Iterator[Slice]:
    """Set a heading with its number hanging; it stays with what follows."""
    style = s.HEADINGS[level - 1]
    element = root.add(f"H{level + 1}")  # H1 is the document's title
    number = plain(f"{heading.number} ", style) if heading.number else ()
    indent = max(s.INDENT, sum(run.width for run in number)) if number else 0
    slices = text_slices(heading.content, style, element, s.LEFT + indent, s.MEASURE - indent)
    for place, strip in enumerate(slices):
        first = place == 0
        label = (piece(s.LEFT, number, style, element),) if first and number else ()
        yield replace(
            strip,
            pieces=(*label, *strip.pieces),
            keep=True,
            key=heading.key if first else "",
            outline=(level, title) if first else None,
        )


def _paragraph(paragraph: Paragraph, root: Element) -> Iterator[Slice]:
    style = _TONES.get(paragraph.tone, s.BODY)
    element = root.add("P")
    slices = text_slices(paragraph.content, style, element, s.LEFT, s.MEASURE)
    if paragraph.tone is Tone.APPROVAL:
        slices = _ruled(slices)
    yield from _toned(_numbered(slices, paragraph.number, element), paragraph.tone, s.LEFT)


def _bullets(items: tuple[ListItem, ...], parent: Element, level: int) -> Iterator[Slice]:
    parts = parent.add("L", attributes=("List", "ListNumbering", "Disc"))
    x = s.LEFT + level * s.INDENT
    sign = plain(f"{_DASHES[min(level, len(_DASHES) - 1)]} ", s.LIST)
    for item in items:
        entry = parts.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        first, *rest = text_slices(
            item.content, s.LIST, body.add("P"), x + s.INDENT, s.MEASURE - (level + 1) * s.INDENT
        )
        first = replace(first, pieces=(piece(x, sign, s.LIST, label), *first.pieces))
        slices = _numbered((first, *rest), item.number, label)
        yield from _toned(slices, item.tone, x)
        if item.children:
            yield from _bullets(item.children, body, level + 1)


def _numbered(slices: tuple[Slice, ...], number: str, element: Element) -> tuple[Slice, ...]:
    """Print a paragraph's number in the margin, before its first word in reading order."""
    if not number:
        return slices
    line = plain(f"{number} ", s.MARGIN)
    x = s.LEFT - 4.5 * MM - sum(run.width for run in line)
    label = replace(piece(x, line, s.MARGIN, element), drop=slices[0].pieces[0].drop)
    first, *rest = slices
    return (replace(first, pieces=(label, *first.pieces)), *rest)


def _toned(slices: tuple[Slice, ...], tone: Tone, x: float) -> Iterator[Slice]:
    """Draw a thick rule beside an action and a double one beside a decision."""
    offsets = {Tone.ACTION: ((6.0, 1.6),), Tone.DECISION: ((5.0, 0.6), (7.0, 0.6))}.get(tone, ())
    for strip in slices:
        rules = tuple(
            Rule((x - off, 0), (x - off, strip.height), weight, s.INK) for off, weight in offsets
        )
        yield replace(strip, rules=(*strip.rules, *rules)) if rules else strip


def _ruled(slices: tuple[Slice, ...]) -> tuple[Slice, ...]:
    """Set a paragraph between two hairlines."""
    top, bottom = (Rule((s.LEFT, y), (s.LEFT + s.MEASURE, y)) for y in (-4, 4 + s.APPROVAL.leading))
    first, *rest = slices
    *most, last = (replace(first, rules=(top,)), *rest)
    return (*most, replace(last, height=last.height + 4, rules=(*last.rules, bottom)))


def _signature(space: SignatureSpace, root: Element) -> Slice:
    """Draw the frame of a signature and the words in it; the field itself comes when tagging."""
    column = Column(s.LEFT + _PAD, _SIGNATURE_WIDTH - 2 * _PAD, depth=_PAD)
    column.add(space.label, s.REFERENCE_LABEL, root.add("P"))
    for line in space.lines:
        column.add(line, s.REFERENCE_VALUE, root.add("P"))
    height = max(_SIGNATURE_HEIGHT, column.depth + _PAD)
    left, right = s.LEFT, s.LEFT + _SIGNATURE_WIDTH
    corners = ((left, 0), (right, 0), (right, height), (left, height), (left, 0))
    frame = tuple(Rule(a, b, 0.5, s.GREY) for a, b in pairwise(corners))
    return Slice(
        height=height,
        before=24,
        pieces=tuple(column.pieces),
        rules=frame,
        key=space.key,
        signature=space,
        form=root.add("Form"),
    )
