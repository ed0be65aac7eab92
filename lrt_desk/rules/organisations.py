"""Organisations as minutes name them: CDK’s and CdK´s are one."""

import re
from collections.abc import Iterable

from lrt_desk.rules.codes import code_key

APOSTROPHES = "'’‘´`"
CODE = rf"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[{APOSTROPHES}]s)?"
_CODE = re.compile(CODE)
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\ben\b)\s*")


def is_code(word: str) -> bool:
    """Tell whether a word is shaped like a code: VNG, JenV, CdK's."""
    return _CODE.fullmatch(word) is not None


def split_list(text: str) -> tuple[str, ...]:
    """Split an enumeration into its members: "VNG, IPO en Aedes"."""
    return tuple(part for part in (piece.strip(" .:") for piece in _BETWEEN.split(text)) if part)


def mentioned(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Find the organisations in a text, as spelled there: known names, and anything like a code."""
    keys = {code_key(name) for name in known}
    words = re.findall(rf"[^\W\d_][\w{APOSTROPHES}-]*", text)
    found = (word.strip("-") for word in words if is_code(word) or code_key(word) in keys)
    return tuple(dict.fromkeys(found))
