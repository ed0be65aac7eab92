"""In which language somebody is quoted: a screen reader must not read English as if it were Dutch.

Only words between quotation marks are judged, by the small words that every sentence has.
"""

import re
from typing import NamedTuple

_QUOTED = re.compile(r"[„“«\"]([^„“”«»\"]{8,}?)[”“»\"]|[‘']([^‘’']{8,}?)[’'](?!\w)")
_SMALL_WORDS = {
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om als ook bij door wordt "
    "naar dit die we wij hebben heeft of maar kan nog geen moet over uit tot",
    "en": "the a an and of is that to for with are not on as by this be will shall have has it "
    "we they from which or at was were should no their its",
    "fr": "le la les un une des et du est que pour avec sont ne pas sur par ce cette dans il elle "
    "nous vous ils qui au aux ou où être",
    "de": "der die das ein eine und von ist dass zu für mit sind nicht auf als auch bei durch wird "
    "nach dieser wir haben hat oder aber kann noch kein muss über im zum zur des dem den",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}


class Quote(NamedTuple):
    """A quotation in another language: offsets of the words between the marks, and its code."""

    start: int
    end: int
    lang: str


def foreign_quotes(text: str) -> tuple[Quote, ...]:
    """Find what is quoted in English, French or German, in order (language codes of RFC 5646)."""
    found = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        if (lang := _language(match[group])) != "nl":
            found.append(Quote(match.start(group), match.end(group), lang))
    return tuple(found)


def _language(words: str) -> str:
    """Name the language with most small words among these; Dutch unless another clearly wins."""
    said = re.findall(r"[^\W\d_]+", words.casefold())
    counts = {lang: sum(word in known for word in said) for lang, known in _WORDS.items()}
    best = max(counts, key=lambda lang: (counts[lang], lang == "nl"))
    return best if counts[best] >= 2 and counts[best] > counts["nl"] else "nl"
