"""Documents that no secretary would write and every renderer must survive; the same every time."""

import datetime as dt
import random
from collections.abc import Iterator

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
    Tone,
    Withheld,
)

WORDS = (
    "de", "en", "VNG", "regietafel", "provincie’s", "€ 4.500,–", "12 %", "„citaat”", "coördinatie",
    "Açıkgöz", "Łukasiewicz", "Đặng", "Ştefan", "e\u0301e\u0301n", "x\u0302y\u0327", "Ω≈ç√",
    "محمد عبد الله", "שלום עולם", "Привет", "Ελλάδα", "ქართული", "日本語", "한국어", "🏠🙂",
    "👩‍👩‍👧", "\u200b", "\u00ad", "\u202e", "\x00\x1b", "\ud800", "\ufffe", "\ue000", "\t", "\n",
    "\u2028", "\u00a0", "\u202f", "<b>&amp;</b>",
    "(\\)", "%PDF", "endstream", "instroom- en", "a/b/c",
    "Hottentottententententoonstelling" * 4, "W" * 120, "-" * 120, "⟦", "█████", "",
)  # fmt: skip


def document(seed: int) -> Document:
    """Make a document out of a number: up to some dozens of pages below 40, short ones above."""
    dice = random.Random(seed)
    return Document(
        kind=dice.choice(("Verslag", "", "Wijzigingenblad van de werkgroep " * 3)),
        title=_words(dice, 12) or "Zonder titel",
        letterhead=_words(dice, 8),
        date=dt.date(2024, 1, 1) + dt.timedelta(days=seed),
        identifier=f"proef {seed} {_words(dice, 2)}",
        nodes=tuple(_nodes(dice, dice.choice((0, 1, 8, 40) if seed < 40 else (1, 2, 3, 5)))),
        reference=tuple((_words(dice, 2), _words(dice, 5)) for _ in range(dice.randrange(6))),
        banner=dice.choice(("", "CONCEPT")),
        marking=dice.choice(("", "Departementaal vertrouwelijk", "Zeer lang " * 30)),
        footer=dice.choice(("", "Openbare versie LRT-2024-01-01-O1", _words(dice, 40))),
    )


def _words(dice: random.Random, most: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(dice.randrange(most + 1)))


def _inlines(dice: random.Random, most: int = 30) -> Inlines:
    return tuple(_inline(dice, most) for _ in range(dice.choice((0, 1, 1, 2, 5))))


def _inline(dice: random.Random, most: int) -> Inline:
    match dice.randrange(8):
        case 0:
            return Withheld(dice.choice(("", "5.1.2e", "5.2")))
        case 1:
            return Link(_words(dice, 4) or "punt", dice.choice(("k1", "k2", "nergens")))
        case 2:
            return Text(_words(dice, most), change=dice.choice(tuple(Change)))
        case 3:
            return Text(_words(dice, most), lang=dice.choice(("en", "ar", "fr-FR")))
        case _:
            return Text(_words(dice, most), bold=dice.random() < 0.2)


def _nodes(dice: random.Random, count: int) -> Iterator[Node]:
    for place in range(count):
        match dice.randrange(7):
            case 0 | 1:
                key = f"k{place}"
                yield Heading(dice.randint(1, 3), _inlines(dice, 12), str(place), key)
            case 2:
                tone = dice.choice(tuple(Tone))
                yield Paragraph(_inlines(dice, 100), tone, dice.choice(("", "3.2")))
            case 3:
                yield BulletList(tuple(_item(dice, 0) for _ in range(dice.randint(0, 6))))
            case 4:
                yield _table(dice)
            case 5:
                rows = dice.choice((0, 1, 6))
                yield Facts(
                    tuple(
                        (_words(dice, 4), tuple(_inlines(dice) for _ in range(dice.randrange(3))))
                        for _ in range(rows)
                    )
                )
            case _:
                yield SignatureSpace(
                    f"Handtekening{place}", _words(dice, 3) or "Akkoord", ("Naam",)
                )


def _item(dice: random.Random, depth: int) -> ListItem:
    deeper = dice.randrange(3) if depth < 4 else 0
    return ListItem(
        _inlines(dice),
        tuple(_item(dice, depth + 1) for _ in range(deeper)),
        dice.choice(tuple(Tone)),
        dice.choice(("", "12.14")),
    )


def _table(dice: random.Random) -> Table:
    columns = dice.randint(1, 6)
    rows = dice.choice((0, 1, 5, 30))
    return Table(
        tuple(_words(dice, 3) for _ in range(columns)),
        tuple(
            tuple(_inlines(dice, dice.choice((3, 3, 40))) for _ in range(columns))
            for _ in range(rows)
        ),
        tuple(dice.choice((1.0, 2.0, 5.0)) for _ in range(columns)),
        caption=dice.choice(("", "Bijschrift")),
        row_headers=dice.random() < 0.5,
    )
