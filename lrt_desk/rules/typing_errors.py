"""Which words are a name with a typing error in it, and which are just words."""

import re

from lrt_desk.rules.dutch_words import is_word

_PROPER = frozenset(
    re.findall(
        r"\w+",
        "commissie kabinet kamer koning landelijke ministerie minister ministers ministerraad "
        "overheid provincie raad regietafel rijk staat staten unie",
    )
)
"""Words that minutes write with a capital although they are nobody's name."""


def one_typo(word: str, other: str) -> bool:
    """Tell whether one letter too many, too few, wrong, or two swapped lies between two words."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    i = 0
    while i < min(len(word), len(other)) and word[i] == other[i]:
        i += 1
    rest, left = word[i:], other[i:]
    return (
        rest[1:] == left[1:]
        or rest[1:] == left
        or rest == left[1:]
        or (rest[:2] == left[:2][::-1] and rest[2:] == left[2:])
    )


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at a place is due to the sentence, so that it marks no name."""
    before = text[:start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",;-")


def is_plain_word(text: str, start: int, end: int) -> bool:
    """Tell whether a capitalised word in a text is ordinary Dutch and its capital explained.

    By the sentence it opens, by a line in capitals, by custom (de Kamer), or by a capitalised
    ordinary word before it, with which it is one title (Tweede Kamer).
    """
    word = text[start:end]
    if not all(is_word(part) for part in word.casefold().split()):
        return False
    before = re.search(r"([^\W\d_]+)\s+$", text[:start])
    titled = before is not None and before[1][0].isupper() and is_word(before[1].casefold())
    return word.isupper() or opens_sentence(text, start) or titled or word.casefold() in _PROPER
