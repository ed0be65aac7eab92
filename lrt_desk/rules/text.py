"""Text as people type it, made fit to keep."""

import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

_BRACKETS = str.maketrans({"⟦": "[", "⟧": "]"})
# Marks that are not white space: white space, line ends among it, becomes one space instead.
_MARKS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\ufeff]")


def one_line(text: str) -> str:
    """Clean a paragraph or a name: NFC, one space where there were more, no control characters.

    ⟦ and ⟧ become [ and ]: in a public copy they mark what was withheld, so nobody may type them.
    """
    words = unicodedata.normalize("NFC", _MARKS.sub("", text)).translate(_BRACKETS)
    return " ".join(words.split())


def enumeration(words: tuple[str, ...]) -> str:
    """Join words as a Dutch sentence does: VNG, IPO en COA."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def cleaned(row: Row) -> Row:
    """Clean every plain text of a fact that somebody typed."""
    typed: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(row)}
    return replace(row, **{name: one_line(v) for name, v in typed.items() if type(v) is str})
