"""Text as people type it, made fit to keep."""

import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

_BRACKETS = str.maketrans({"⟦": "[", "⟧": "]"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]")


def one_line(text: str) -> str:
    """Clean a paragraph or a name: NFC, one space where there were more, no control characters.

    ⟦ and ⟧ become [ and ]: in a public copy they mark what was withheld, so nobody may type them.
    """
    spaced = " ".join(text.split())
    return _CONTROL.sub("", unicodedata.normalize("NFC", spaced)).translate(_BRACKETS).strip()


def enumeration(words: tuple[str, ...]) -> str:
    """Join words as a Dutch sentence does: VNG, IPO en COA."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def cleaned(row: Row) -> Row:
    """Clean every plain text of a fact that somebody typed."""
    typed: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(row)}
    return replace(row, **{name: one_line(v) for name, v in typed.items() if type(v) is str})
