"""Text as people type it, made fit to keep."""

import re
import unicodedata

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
