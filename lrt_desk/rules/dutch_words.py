"""Ordinary Dutch words, to tell them from names that were misspelt."""

import lzma
from functools import cache

from lrt_desk.paths import RESOURCES


def is_word(word: str) -> bool:
    """Tell whether a word of 4 to 14 plain small letters is ordinary Dutch, in any inflection."""
    return word.isalpha() and f"\n{word}\n".encode() in _words()


@cache
def _words() -> bytes:
    """Give the words of OpenTaal, one to a line; 0.05 s the first time, and no set of them."""
    return lzma.decompress((RESOURCES / "words" / "dutch.txt.xz").read_bytes())
