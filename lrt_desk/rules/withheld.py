"""Names that a source had blanked before we saw it: blocks, dots, codes of the Woo, white space."""

import re

from lrt_desk.model.minutes import WITHHELD_IN_SOURCE

SIGN = (
    r"[█■▇▆▮▬◼⬛\ufffd]{2,}(?:\s[█■▇▆▮▬◼⬛\ufffd]{2,})*|█"
    r"|\[(?:naam|geanonimiseerd|weggelakt|gelakt|zwartgelakt|persoonsgegevens?)[^\[\]]{0,30}\]"
    r"|\((?:naam\s)?(?:geanonimiseerd|weggelakt|gelakt|zwartgelakt|onleesbaar\sgemaakt)\)"
    r"|[\[(]?\b(?:5\.1\.2\.?e|10\.2\.?e)\b[\])]?"
    r"|\b[xX]{4,}\b|\b(?-i:X{3})\b"
)
"""What stands for a withheld name, whatever the case of its letters."""

_SIGNS = re.compile(SIGN, re.IGNORECASE)
_GROUND = re.compile(
    r"[\[(]?\b(?:5\.1\.[12]\.?[a-i]|5\.1\.5|10\.[12]\.?[a-g])\b[\])]?", re.IGNORECASE
)
_NO_NAME = re.compile(r"[\s._…\-*?]*|[xX]{3,}|n\.?n\.?", re.IGNORECASE)
_BEFORE = r"en|of|van|door|met|aan|bij|voor|namens|tussen|dhr\.|mevr\.|mw\.|heer|mevrouw|en/of"
_AFTER = r"en|of|heeft|hebben|is|zijn|zal|zullen|wordt|gaat|neemt|stuurt|geeft|licht|meldt|vraagt"
_GAP = re.compile(
    rf"(?:(?<=\s)(?P<hint>{_BEFORE})|(?P<comma>,)) {{4,}}(?=[^\s(])"
    rf"|(?<=[^\s:]) {{4,}}(?=(?:{_AFTER})\b)",
    re.IGNORECASE,
)


def mark_signs(text: str) -> str:
    """Put `WITHHELD_IN_SOURCE` where a text shows that a name was taken out.

    Codes are those for privacy in the Woo (5.1.2e) and in the Wob before it (10.2.e); any other
    ground (5.1.2i) withholds a passage and no name, so its code stays.
    """
    return _SIGNS.sub(WITHHELD_IN_SOURCE, text)


def mark_names(text: str) -> str:
    """Mark a list of names, in which every ground stands for a name."""
    return _GROUND.sub(WITHHELD_IN_SOURCE, mark_signs(text))


def grounds(text: str) -> tuple[str, ...]:
    """List the codes in a text that stand for a passage rather than a name."""
    return tuple(match[0] for match in _GROUND.finditer(_SIGNS.sub("", text)))


def signs(text: str) -> tuple[str, ...]:
    """List the signs that stand for a withheld name, as they are in the text."""
    return tuple(match[0] for match in _SIGNS.finditer(text))


def mark_gaps(text: str) -> str:
    """Put `WITHHELD_IN_SOURCE` in white space of four columns or more where a name belongs.

    Such a place is after "en", "door", "dhr." and their like, or before a verb.
    """
    return _GAP.sub(
        lambda match: f"{match['hint'] or match['comma'] or ''} {WITHHELD_IN_SOURCE} ", text
    )


def has_gap(text: str) -> bool:
    """Tell whether a line has white space inside that is too wide to stand between words."""
    return re.search(r"\S {4,}\S", text) is not None


def is_withheld(name: str) -> bool:
    """Tell whether what stands where a name belongs is none: nothing, dots, blocks, a code."""
    rest = _SIGNS.sub("", name)
    return _NO_NAME.fullmatch(rest) is not None
