"""Who does what a minuted action says, as far as its Dutch settles it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from lrt_desk.i18n import t
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE
from lrt_desk.rules.codes import code_key
from lrt_desk.rules.organisations import APOSTROPHES, is_code, mentioned, split_list
from lrt_desk.rules.sentences import split_sentences

_GROUP_WORDS = (
    "leden|allen|iedereen|deelnemers|aanwezigen|secretariaat|voorzitter|secretaris|notulist"
    "|gemeente|gemeenten|provincie|provincies|rijk|waterschap|waterschappen|departementen|ministeries|koepels|partijen|tafel"
)
GROUPS = frozenset(_GROUP_WORDS.split("|"))
"""Owners that minutes name in small letters."""

_PERSON = (
    r"(?:[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Mm]evrouw)\s(?:[A-Z]\.)*\s?"
    r"(?:(?:[Vv]an|[Dd]er|[Dd]en|[Dd]e|[Tt]er|[Tt]en|'t)\s){0,3}[A-Z][\w-]+"
)
_MEMBER = re.compile(
    rf"\s*(?:(?:[Dd]e(?!\sheer)|[Hh]et)\s)?(?P<name>{_PERSON}|(?:[Aa]lle\s)?[^\W_][\w{APOSTROPHES}-]*"
    rf"|{WITHHELD_IN_SOURCE})"
)
_AND = re.compile(r"\s*(?:,\s*en\b|,|/|&|\+|\ben\b|\balsmede\b|\bsamen met\b)")
_AND_ALSO = re.compile(r"\s*(?:/|&|\+|\ben\b|\balsmede\b|\bsamen met\b)")
_NAME = re.compile(rf"\s*([A-Z][\w{APOSTROPHES}-]*)")
_ARTICLE = re.compile(r"(?:[Dd]e|[Hh]et)\s")
_PASSIVE = frozenset({"wordt", "worden", "werd", "werden"})
_UNDERGOES = _PASSIVE | {"is", "zijn", "was", "waren", "krijgt", "krijgen", "ontvangt", "ontvangen"}
_ASKED = re.compile(r"\b(?:gevraagd|verzocht|uitgenodigd|opgeroepen)\b", re.IGNORECASE)
_BY = re.compile(r"\bdoor\s(?=(?:de\s|het\s)?\S)")
_VERBS = (
    "stuurt|sturen|levert|leveren|maakt|maken|zal|zullen|gaat|gaan|neemt|nemen|organiseert|stelt"
    "|stellen|werkt|werken|bespreekt|bespreken|komt|komen|zorgt|zorgen|past|passen|deelt|delen"
    "|legt|leggen|vraagt|vragen|informeert|informeren|bereidt|bereiden|plant|plannen|zoekt|zoeken"
    "|brengt|brengen|schrijft|schrijven|doet|doen|onderzoekt|inventariseert|verspreidt|agendeert"
)
_INVERTED = re.compile(rf"\b(?:{_VERBS})\s(?=(?:de\s|het\s)?\S)")
_TAIL = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]\s*\.?$|\s[–—-]\s([^–—]{1,60})$")
_BODY = re.compile(
    r"\b(?:in|aan|naar|door|op|tijdens|binnen)\s(?:de|het)\s(?:volgende\s|eerstvolgende\s)?"
    r"([A-Z]{0,3}(?:LRT|PRT|RRT)|ministerraad|MR|MCMI|MCAM)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Owners as minuted, or the body an action goes to, or why a human must look.

    `implied`: a further sentence has something done without saying by whom.
    """

    names: tuple[str, ...] = ()
    handed_to: str = ""
    unsettled: str = ""
    implied: bool = False


def read_owners(words: str, known: Collection[str] = (), body: str = "") -> Owners:
    """Judge who owns an action from its words; `known` are organisations and people at the table.

    The first organisation named need not be the owner: only who does something is, and who is
    asked to. Who undergoes it ("VNG wordt betrokken") leaves the action unsettled.
    """
    sentences = split_sentences(words)
    by_sentence = [_doers(sentence, known) for sentence in sentences]
    names = tuple(dict.fromkeys(name for found in by_sentence for name in found))
    if names:
        implied = any(
            not found and _PASSIVE & set(sentence.split())
            for found, sentence in zip(by_sentence, sentences, strict=True)
        )
        return Owners(names=names, implied=implied)
    for match in _BODY.finditer(words):
        if match[1] != body:
            return Owners(handed_to=match[1])
    return Owners(unsettled=_why_unsettled(words, known))


def only_owners(words: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Read words that are nothing but owners ("VNG en leden"); empty when they say more."""
    names, rest = _leading(words, known)
    return names if names and not rest.strip(" .;:") else ()


def named_owners(words: str) -> tuple[str, ...]:
    """Split what stands in a column or after a label for owners, as minuted."""
    return split_list(words)


def _why_unsettled(words: str, known: Collection[str]) -> str:
    names = mentioned(words, known)
    if names:
        return t("Het is niet zeker wie dit doet; genoemd: {names}.", names=", ".join(names))
    return t("Er staat niet bij wie dit doet.")


def _doers(sentence: str, known: Collection[str]) -> tuple[str, ...]:
    names, rest = _leading(sentence, known)
    words = rest.split(None, 1)
    if names and (
        not words or words[0].casefold() not in _UNDERGOES or _ASKED.search(rest) is not None
    ):
        return names
    for pattern in (_BY, *(() if names else (_INVERTED,))):
        for match in pattern.finditer(sentence):
            if found := _leading(sentence[match.end() :], known)[0]:
                return found
    tail = _TAIL.search(sentence[-90:])
    return _within(tail[1] or tail[2], known) if tail else ()


def _within(words: str, known: Collection[str]) -> tuple[str, ...]:
    """Read owners that a deadline or remark may follow: "VNG, vóór 1 december"."""
    names, rest = _leading(words, known)
    return names if not rest or rest.lstrip()[:1] in ",;.:" else ()


def _leading(sentence: str, known: Collection[str]) -> tuple[tuple[str, ...], str]:
    """Split the owners that open a sentence from the rest of it."""
    keys = frozenset(code_key(name) for name in known)
    several = [name for name in known if " " in name]
    names: list[str] = []
    at = end = 0
    while found := _owner_at(sentence, at, keys, several) or (
        at and _AND_ALSO.match(sentence, end) and _named_at(sentence, at)
    ):
        names.append(found[0])
        end = found[1]
        between = _AND.match(sentence, end)
        if between is None:
            break
        at = between.end()
    return tuple(names), sentence[end:]


def _named_at(sentence: str, at: int) -> tuple[str, int] | None:
    """Read a capitalised word after "VNG en" as an owner, though nobody knows it."""
    match = _NAME.match(sentence, at)
    return (match[1], match.end()) if match else None


def _owner_at(
    sentence: str, at: int, keys: frozenset[str], several: Collection[str]
) -> tuple[str, int] | None:
    """Read one owner at a place; a name of several words only when it is known."""
    start = at + len(sentence[at : at + 40]) - len(sentence[at : at + 40].lstrip())
    article = _ARTICLE.match(sentence, start)
    start = article.end() if article else start
    for name in several:
        if sentence[start : start + len(name)].casefold() == name.casefold():
            return sentence[start : start + len(name)], start + len(name)
    match = _MEMBER.match(sentence, at)
    return (match["name"], match.end()) if match and _is_owner(match["name"], keys) else None


def _is_owner(name: str, keys: frozenset[str]) -> bool:
    return (
        name == WITHHELD_IN_SOURCE
        or code_key(name) in keys
        or is_code(name)
        or name.rsplit(maxsplit=1)[-1].casefold() in GROUPS
        or re.fullmatch(_PERSON, name) is not None
    )
