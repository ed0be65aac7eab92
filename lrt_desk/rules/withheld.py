"""Names that a source had blanked before we saw it: blocks, dots, codes of the Woo, white space."""

import re

from lrt_desk.model.minutes import WITHHELD_IN_SOURCE

_SIGNS = re.compile(
    r"[█■▇▆▮▬◼⬛\ufffd]{2,}(?:\s[█■▇▆▮▬◼⬛\ufffd]{2,})*|█"
    r"|\[(?:naam|geanonimiseerd|weggelakt|gelakt|zwartgelakt|persoonsgegevens?)[^\[\]]{0,30}\]"
    r"|[\[(]?\b(?:5\.1\.[1-5]\.?[a-i]|10\.2\.?[a-g])\b[\])]?"
    r"|\b[xX]{4,}\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[\s._…\-*?]*|[xX]{3,}|n\.?n\.?", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S) {4,}(?=[^\s(])")


def mark_signs(text: str) -> str:
    """Put `WITHHELD_IN_SOURCE` where a text shows that a name was taken out.

    Codes are those of Woo article 5.1 (5.1.2e) and of the Wob before it (10.2.e).
    """
    return _SIGNS.sub(WITHHELD_IN_SOURCE, text)


def signs(text: str) -> tuple[str, ...]:
    """List the signs that stand for a withheld name, as they are in the text."""
    return tuple(match[0] for match in _SIGNS.finditer(text))


def mark_gaps(text: str) -> str:
    """Put `WITHHELD_IN_SOURCE` in white space of four columns or more inside a line."""
    return _GAP.sub(f" {WITHHELD_IN_SOURCE} ", text)


def is_withheld(name: str) -> bool:
    """Tell whether what stands where a name belongs is none: nothing, dots, blocks, a code."""
    rest = _SIGNS.sub("", name)
    return _NO_NAME.fullmatch(rest) is not None
