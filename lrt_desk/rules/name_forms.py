"""Finding a person in running text, in the ways that people are written there.

Text is compared without capitals and diacritics. A name is a hit as words of their own, over
line breaks and runs of spaces, with the hyphen of a broken word, in the possessive, turned round
("Maat, van der") and shortened ("v.d. Maat"); it is no hit inside a longer word.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from lrt_desk.model.people import Person
from lrt_desk.rules.typing_errors import is_plain_word, one_typo, opens_sentence


class Form(StrEnum):
    """In which way a person is written."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    TYPO = "typo"
    GIVEN_NAME = "given_name"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A person in a text, from `start` to `end`, with salutation, initials and possessive.

    `name_start` to `name_end` is particle and surname alone. `certain`: nobody could read it as
    a word. `own`: the person's own initial, first name, address or number stands there.
    `bare`: nothing stands before it that marks it as a name.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    form: Form
    certain: bool
    own: bool = False
    bare: bool = True


class _Fold(dict[int, str]):
    """Give each character its plain small letters; invisible and combining ones become nothing."""

    _odd: ClassVar = {
            "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
            "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'",
            "\x02": "", "\ufffe": "",  # how PDF readers mark a word broken at the end of a line
            "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-",
    }  # fmt: skip

    def __missing__(self, code: int) -> str:
        character = chr(code).casefold()
        if character in self._odd:
            plain = self._odd[character]
        else:
            plain = "".join(
                self._odd.get(c, c)
                for c in unicodedata.normalize("NFKD", character)
                if unicodedata.category(c) not in {"Mn", "Me", "Cf"}
            ).casefold()
        self[code] = plain
        return plain


_FOLD = _Fold()
_BREAK = r"(?:-\s*\n\s*)?"  # a word broken at the end of a line
_SPREAD = r"(?:-?\s{0,3})"  # letters that extraction pulled apart
_GAP = r"[\s.'/\-]*"
_BETWEEN = re.compile(r"[\s.'/\-()]+")
_LEFT = r"(?<![a-z0-9])"
_RIGHT = r"(?![a-z0-9])"
_POSSESSIVE = r"(?:'s|s'?|')?"
_VARIANTS = {"ä": "(?:a|ae)", "ö": "(?:o|oe)", "ü": "(?:u|ue)", "ø": "(?:o|oe)", "å": "(?:a|aa)"}
_SHORT = {
    "van": r"v(?:an|\.)?", "der": r"d(?:er|\.)?", "den": r"d(?:en|\.)?", "de": r"d(?:e|\.)?",
    "het": r"(?:het|'?t)", "'t": r"(?:het|'?t)", "'s": r"'?s",
}  # fmt: skip
_SALUTATION = (
    r"(?:de\s+heer|heer|dhr|hr|meneer|mevrouw|mevr|mw|mr|drs|dr|ir|ing|prof)(?![a-z])\.?\s*"
)
_LOCAL_PART = string.ascii_letters + string.digits + "._+'-"
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W\d_]+")
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "aan al als bij dan dat de den der die dit door een en er het hij in is maar met na naar "
        "niet nog nu of om onder ook op over te ten ter tot uit van voor was wat we wel zal ze "
        "zich zij zijn zo",
    )
)
"""Words in every sentence: in small letters or opening one they are nobody's surname.

Some people are called Van or Over. What marks them is a salutation, initials, a first name, the
possessive, or a capital inside a sentence; a bare "Van" that opens a sentence is not found.
"""


def fold(text: str) -> str:
    """Take capitals, diacritics, ligatures and invisible characters out of a text."""
    return text.translate(_FOLD)


def hits(text: str, person: Person) -> tuple[NameHit, ...]:
    """Find a person in a text, also by typing error, first name and half a double name."""
    exact = written(text, person)
    covered = {place for hit in exact for place in range(hit.start, hit.end)}
    loose = [
        hit
        for hit in (*_typos(text, person), *_parts(text, person))
        if not covered.intersection(range(hit.start, hit.end))
    ]
    return tuple(sorted((*exact, *loose), key=lambda hit: (hit.start, -hit.end)))


def written(text: str, person: Person, *, spread: bool = False) -> tuple[NameHit, ...]:
    """Find surname, e-mail address and telephone number of a person in a text.

    `spread` also finds longer names whose letters were pulled apart ("V an der Maat").
    """
    return tuple(hit for _, hit in traces(text, (person,), spread=spread))


def traces(
    text: str, people: Iterable[Person], *, spread: bool = False
) -> Iterator[tuple[Person, NameHit]]:
    """Find many people in a text as `written` does, reading it once."""
    folded = fold(text)
    compact = _BETWEEN.sub("", folded)
    matches = [
        (person, form, match)
        for person in people
        if any(anchor in compact for anchor in _anchors(person))
        for form, pattern in _patterns(person, spread=spread).items()
        for match in pattern.finditer(folded)
    ]
    # Only now is it worth knowing which letter came from where.
    origin = [i for i, c in enumerate(text) for _ in _FOLD[ord(c)]] if matches else []
    for person, form, match in matches:
        span = origin[match.start()], origin[match.end() - 1] + 1
        if hit := _hit(text, span, person, form, match):
            yield person, hit


@lru_cache(maxsize=2048)
def _anchors(person: Person) -> tuple[str, ...]:
    """Give letters and digits of which one must be in a text that mentions the person."""
    name = unicodedata.normalize("NFC", person.surname.casefold())
    pieces = re.split(rf"ij|y|[{''.join(_VARIANTS)}]|[^\w]+", name)
    digits = _national(person.phone)
    anchors = []
    if fold(name).strip():
        anchors.append(max((_BETWEEN.sub("", fold(piece)) for piece in pieces), key=len))
    if email := _BETWEEN.sub("", fold(person.email)):
        anchors.append(email)
    if len(digits) >= 7:
        anchors.append(digits)
    return tuple(anchors)


def _national(phone: str) -> str:
    """Take a telephone number down to its digits without trunk prefix or +31."""
    return re.sub(r"^(?:0031|31|0)", "", re.sub(r"\D", "", phone))


@lru_cache(maxsize=2048)
def _patterns(person: Person, *, spread: bool) -> dict[Form, re.Pattern[str]]:
    patterns = {}
    surname = person.surname.strip()
    if fold(surname).strip():
        long = len(re.sub(r"[^a-z]", "", fold(person.particle + surname))) >= 6
        name = _letters(surname, _SPREAD if spread and long else _BREAK)
        particle = _particle(person.particle)
        plain = rf"{name}{_POSSESSIVE}"
        either = (
            rf"{name},?\s+(?:[a-z]\.\s*)*{particle}|(?P<particle>{particle}{_GAP})?{plain}"
            if particle
            else rf"(?P<particle>(?!))?{plain}"
        )
        patterns[Form.NAME] = re.compile(rf"{_LEFT}(?:{either}){_RIGHT}")
    addresses = []
    if person.email.strip():
        addresses.append(rf"{_LEFT}{re.escape(fold(person.email.strip()))}{_RIGHT}")
    joined = re.sub(r"[^a-z]", "", fold(person.particle + surname))
    if len(joined) >= 4:
        inside = "[._-]?".join(joined)
        addresses.append(rf"{inside}[a-z0-9._+'-]{{0,40}}@[\w.-]+\w")
    if addresses:
        patterns[Form.EMAIL] = re.compile("|".join(addresses))
    digits = _national(person.phone)
    if len(digits) >= 7:
        between = r"[\s().\-/]*"
        patterns[Form.PHONE] = re.compile(
            rf"(?<!\d)(?:(?:\+|00)?31{between}(?:0{between})?|0)?{between.join(digits)}(?!\d)"
        )
    return patterns


def _letters(name: str, joiner: str) -> str:
    """Write a pattern for a name, with the spellings that its letters allow."""
    parts = []
    plain = unicodedata.normalize("NFC", name.casefold())
    for piece in re.findall(r"ij|[\s.'’‘´\-‐‑–/]+|.", plain):
        if piece in {"ij", "y"}:
            parts.append("(?:ij|y)")
        elif piece in _VARIANTS:
            parts.append(_VARIANTS[piece])
        elif not any(c.isalnum() for c in piece):
            parts.append(_GAP)
        else:
            parts.append(joiner.join(re.escape(c) for c in fold(piece)))
    return joiner.join(part for part in parts if part)


def _particle(particle: str) -> str:
    words = fold(particle).replace(".", " ").split()
    return _GAP.join(_SHORT.get(word, re.escape(word)) for word in words)


def _hit(
    text: str, span: tuple[int, int], person: Person, form: Form, match: re.Match[str]
) -> NameHit | None:
    start, end = span
    if form is not Form.NAME:
        if form is Form.EMAIL:
            before = text[max(0, start - 60) : start]
            start -= len(before) - len(before.rstrip(_LOCAL_PART))
        return NameHit(
            start=start, end=end, name_start=start, name_end=end,
            form=form, certain=True, own=True, bare=False,
        )  # fmt: skip
    written_name = text[start:end]
    first, own = _lead_in(text, start, person)
    capital = _capital(written_name, person, has_particle=bool(match["particle"]))
    whole = bool(match["particle"]) or not person.particle or "," in written_name
    if fold(written_name) in FUNCTION_WORDS and first == start:
        if not capital or opens_sentence(text, start):
            return None
        whole = False
    first, last = _double_name(text, first, end) if capital else (first, end)
    mail = next((m for m in _EMAIL.finditer(text) if m.start() <= start and end <= m.end()), None)
    if mail:
        first, last = min(first, mail.start()), max(last, mail.end())
    return NameHit(
        start=first, end=last, name_start=start, name_end=end, form=form, own=own,
        certain=bool(mail) or (capital and (whole or first < start)) or own,
        bare=first == start and not mail,
    )  # fmt: skip


def _capital(written_name: str, person: Person, *, has_particle: bool) -> bool:
    """Tell whether the surname proper is written with a capital."""
    words = _WORD.findall(written_name)
    skipped = len(_WORD.findall(person.particle)) if has_particle else 0
    return any(word[:1].isupper() for word in words[min(skipped, len(words) - 1) :])


def _lead_in(text: str, start: int, person: Person) -> tuple[int, bool]:
    """Find where a salutation or first name before a surname begins, and if it is the person's."""
    before = text[max(0, start - 60) : start]
    initial = fold((person.initials or person.given_name)[:1])
    own = False
    match = re.search(r"(?:^|(?<=[^\w.]))((?:[^\W\d_]{1,2}\.[\s\-]*)+|[^\W\d_]+\s+)$", before)
    if match and match[1][0].isupper():
        first = fold(match[1])
        is_initials = "." in first and not re.fullmatch(_SALUTATION, first)
        same = bool(initial) and first.startswith(initial) and not re.match(_SALUTATION, first)
        given = bool(person.given_name) and first.strip() == fold(person.given_name).strip()
        own = given or (is_initials and same)
        if own or is_initials or (same and not opens_sentence(text, start - len(match[1]))):
            before = before[: match.start(1)]
    if match := re.search(rf"{_LEFT}(?:{_SALUTATION})+$", fold(before)):
        # Folding may change lengths; salutations are plain letters, so count from the end.
        before = before[: len(before) - (match.end() - match.start())]
    return max(0, start - 60) + len(before), own


def _double_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen over the other half of a hyphenated double name (De Jonge-Bakker)."""
    left = re.search(r"[^\W\d_]*[^\W\d_a-z][^\W\d_]*-$", text[:start])
    right = re.match(r"-(?:[a-z]{2,4}\s+){0,2}[^\W\d_a-z][^\W\d_]+", text[end:])
    return (left.start() if left else start), (end + right.end() if right else end)


def _typos(text: str, person: Person) -> Iterator[NameHit]:
    """Find words one typing error away from the surname, with a capital.

    Nobody misspelt a name where an ordinary word stands that nothing marks as a name.
    """
    surname = fold(person.surname)
    count = len(surname.split())
    particle = _particle(person.particle)
    words = list(_WORD.finditer(text))
    for i in range(len(words) - count + 1):
        start, end = words[i].start(), words[i + count - 1].end()
        if not text[start].isupper() or abs(end - start - len(surname)) > 2:
            continue
        if not one_typo(" ".join(fold(text[start:end]).split()), surname):
            continue
        lead = re.search(rf"{_LEFT}{particle}{_GAP}$", fold(text[:start])) if particle else None
        if len(surname) < (4 if lead else 5):
            continue
        first = start - len(lead[0]) if lead else start
        first, own = _lead_in(text, first, person)
        marked = own or lead or re.search(rf"\.|{_SALUTATION}", fold(text[first:start]))
        if not marked and is_plain_word(text, start, end):
            continue
        yield NameHit(
            start=first, end=end, name_start=start, name_end=end, form=Form.TYPO, certain=False
        )


def _parts(text: str, person: Person) -> Iterator[NameHit]:
    """Find the first name alone, and one half of a double surname, with a capital."""
    halves = [p for p in re.split(r"[\s\-]+", person.surname) if len(p) >= 4]
    names = [(Form.PART, half) for half in halves if len(halves) > 1]
    if len(person.given_name) >= 3:
        names.append((Form.GIVEN_NAME, person.given_name))
    for form, name in names:
        for match in _WORD.finditer(text):
            word = fold(match[0])
            if match[0][0].isupper() and word in {fold(name), fold(name) + "s"}:
                start, end = match.span()
                yield NameHit(
                    start=start, end=end, name_start=start, name_end=end, form=form, certain=False
                )
