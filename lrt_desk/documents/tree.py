"""A document as a tree of meaning: what every writer (PDF, ODT, DOCX, text) is given."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """Text that was taken out or put in, for change sheets and marked minutes."""

    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words; `lang` only where it is not Dutch."""

    text: str
    bold: bool = False
    lang: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A framed box of fixed width; `ground` is a Woo code, or "" where the source gave none."""

    ground: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a heading or signature in the same document (`target` is its `key`)."""

    text: str
    target: str


Inline = Text | Withheld | Link
Inlines = tuple[Inline, ...]


class Tone(StrEnum):
    """What a paragraph is for; writers choose its look."""

    BODY = "body"
    SMALL = "small"
    DECISION = "decision"
    ACTION = "action"
    APPROVAL = "approval"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 3 under the document's title; `number` is printed before it."""

    level: int
    content: Inlines
    number: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is its margin number in a circulated version ("3.2")."""

    content: Inlines
    tone: Tone = Tone.BODY
    number: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An entry of a list: its own text, and what hangs under it."""

    content: Inlines
    children: "tuple[ListItem, ...]" = ()
    tone: Tone = Tone.BODY
    number: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Bullets; nested lists are children of their item."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of column headings; `widths` are shares of the measure."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]
    caption: str = ""
    row_headers: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, one under the other: the title block of minutes and agendas."""

    rows: tuple[tuple[str, tuple[Inlines, ...]], ...]


@dataclass(frozen=True, slots=True)
class SignatureSpace:
    """Room for a visible signature; `key` names the signature field.

    `label` heads the area, `lines` are printed in it (name, function, date, reason): signing
    stamps nothing on the page.
    """

    key: str = "Handtekening"
    label: str = "Ondertekening"
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A PNG picture, and what it shows in words."""

    content: bytes
    text: str


Node = Heading | Paragraph | BulletList | Table | Facts | SignatureSpace


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document.

    `kind` is the large word on top ("Verslag"), `title` the full title shown by readers,
    `reference` the narrow column on page one (Datum, Kenmerk), `identifier` a stable identity
    for metadata, `marking` the classification line or "", `footer` a line on every page
    ("Openbare versie LRT-2023-11-10-O1").
    """

    kind: str
    title: str
    letterhead: str
    date: dt.date
    identifier: str
    nodes: tuple[Node, ...]
    reference: tuple[tuple[str, str], ...] = ()
    banner: str = ""
    marking: str = ""
    footer: str = ""
    lang: str = "nl-NL"
    logo: Figure | None = None


def lines(nodes: Iterable[Node]) -> Iterator[Inlines]:
    """Give every piece of running text, in order."""
    for node in nodes:
        match node:
            case Heading(content=content) | Paragraph(content=content):
                yield content
            case BulletList(items=items):
                yield from _item_lines(items)
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row)
            case Facts(rows=facts):
                yield from (value for _, values in facts for value in values)
            case SignatureSpace():
                pass


def _item_lines(items: Iterable[ListItem]) -> Iterator[Inlines]:
    for item in items:
        yield item.content
        yield from _item_lines(item.children)
