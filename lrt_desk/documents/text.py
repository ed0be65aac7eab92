"""A document tree as plain text, for reading aloud, mailing and searching."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
    Heading,
    Inline,
    Inlines,
    Link,
    ListItem,
    Node,
    Paragraph,
    SignatureSpace,
    Table,
    Text,
    Withheld,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDTH = 80


def render(document: Document) -> str:
    """Write a document as text: lines of at most 80 characters, withheld words as [5.1.2e]."""
    parts = [
        *filter(None, (document.marking, document.letterhead)),
        f"{document.title}\n{'=' * min(len(document.title), _WIDTH)}",
        "\n".join(f"{label}: {value}" for label, value in document.reference),
        document.banner,
        *(part for node in document.nodes for part in _node(node)),
        document.footer,
        document.marking,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def words(content: Inlines) -> str:
    """Write inlines as one string; [-taken out-] and {+put in+}."""
    return "".join(_word(inline) for inline in content)


def box(withheld: Withheld) -> str:
    """Write a box as text: [5.1.2e], or [gelakt] where the source gave no ground."""
    return f"[{withheld.ground or 'gelakt'}]"


def numbered(number: str, content: Inlines) -> Inlines:
    """Put a number before the words it belongs to."""
    return (Text(f"{number.rstrip('.')}. "), *content) if number else content


def legal(words: str) -> str:
    """Leave out control characters, which XML 1.0 (section 2.2) cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", words)


def _word(inline: Inline) -> str:
    match inline:
        case Withheld():
            return box(inline)
        case Link():
            return inline.text
        case Text(change=Change.DELETED):
            return f"[-{inline.text}-]"
        case Text(change=Change.INSERTED):
            return f"{{+{inline.text}+}}"
        case Text():
            return legal(inline.text)


def _node(node: Node) -> Iterator[str]:
    match node:
        case Heading():
            line = words(numbered(node.number, node.content))
            yield f"{line}\n{'-' * min(len(line), _WIDTH)}"
        case Paragraph():
            yield _filled(words(node.content), _margin(node.number))
        case BulletList():
            yield "\n".join(_items(node.items, 0))
        case Table():
            yield from _table(node)
        case Facts():
            yield "\n".join(
                f"{label}: {'; '.join(words(v) for v in values)}" for label, values in node.rows
            )
        case SignatureSpace():
            yield "\n".join((f"{node.label}:", *node.lines, "", "_" * 40))


def _items(items: Iterable[ListItem], level: int) -> Iterator[str]:
    for item in items:
        yield _filled(words(item.content), f"{'  ' * level}- {_margin(item.number)}")
        yield from _items(item.children, level + 1)


def _table(table: Table) -> Iterator[str]:
    """Write a table as one paragraph a row: columns do not survive in text that is read aloud."""
    if table.caption:
        yield table.caption
    for row in table.rows:
        cells = zip(table.head, row, strict=True)
        yield "\n".join(f"{head}: {text}" for head, cell in cells if (text := words(cell)))


def _margin(number: str) -> str:
    return f"[{number}] " if number else ""


def _filled(text: str, lead: str) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
