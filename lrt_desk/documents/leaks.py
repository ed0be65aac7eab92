"""Whether a finished file names somebody it must not name.

The rule: a file leaks when anything in it reads as a withheld person's surname, e-mail address or
telephone number, in any spelling that `rules.name_forms` knows, unless the words stand inside a
phrase that was *released* on purpose, in the same capitals: a rejected proposal, a public namesake
as documents write them, the code or name of an organisation (`PublicSnapshot.released`). So
"jonge" may stand where a human said that it is a word, and "De Jonge" may still not. The texts of
the public snapshot are not consulted, else a mistake in redacting would excuse itself.

Three exceptions keep the alarm believable. A bare surname that is a word printed on every copy,
or a word of the format (`HOUSE_WORDS`, `FORMAT_WORDS`), is not held against it. Among bytes that
form words by chance, short names do not count. In the words of others that travel along, fonts and
colour profiles, bare surnames do not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lrt_desk.documents.dissect import Passage, Place, Reading, Unreadable, passages
from lrt_desk.documents.known_words import FORMAT_WORDS, HOUSE_PHRASES, HOUSE_WORDS, PDF_WORDS
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Person
from lrt_desk.rules.name_forms import FUNCTION_WORDS, Form, NameHit, fold, traces

_GAP = r"(?:\s+|\s*\)\s*Tj\b[^()]{0,200}\(\s*)"
"""What parts words: white space, or in the instructions of a page the step to the next line."""
_WORDS = {
    Place.PAGE: frozenset[str](),
    Place.TEXT: frozenset[str](),
    Place.METADATA: frozenset[str](),
    Place.PART: FORMAT_WORDS,
}


@dataclass(frozen=True, slots=True)
class Leak:
    """A place in a file that names somebody, or that could not be read; never holds the name.

    `person_id` and `form` are None for what could not be read.
    """

    place: Place
    person_id: Id | None = None
    form: Form | None = None

    def __str__(self) -> str:
        return _sentence(self)


def find_leaks(
    data: bytes, people: Iterable[Person], *, released: Iterable[str] = ()
) -> tuple[Leak, ...]:
    """Look for people in everything a file holds: PDF, ODT, DOCX or text, and what they contain.

    What cannot be decoded is a finding too. Empty: the file may be handed over.
    """
    people, released = tuple(people), tuple(released)
    leaks: dict[Leak, None] = {}
    seen: set[Passage] = set()
    for found in passages(data):
        if isinstance(found, Unreadable):
            leaks[Leak(found.place)] = None
        elif found not in seen:
            seen.add(found)
            for person, hit in _named(found, people):
                if not _excused(found, person, hit, released):
                    leaks[Leak(found.place, person.id, hit.form)] = None
    return tuple(leaks)


def _named(passage: Passage, people: tuple[Person, ...]) -> Iterator[tuple[Person, NameHit]]:
    yield from traces(passage.text, people)
    if passage.reading is Reading.TEXT:
        for person, hit in traces(passage.text, people, spread=True):
            # Letters pulled apart may be ordinary words ("Eenden", "een den").
            pieces = passage.text[hit.name_start : hit.name_end].split()
            if hit.certain or min(map(len, pieces)) == 1:
                yield person, hit


def _excused(passage: Passage, person: Person, hit: NameHit, released: tuple[str, ...]) -> bool:
    written = passage.text[hit.name_start : hit.name_end]
    if hit.form is Form.NAME and hit.bare and not (person.particle and hit.certain):
        if passage.reading is Reading.FOREIGN:
            return True
        if fold(written) in FUNCTION_WORDS:
            return True  # whether it opens a sentence cannot be seen in a finished file
        if written in HOUSE_WORDS or written.casefold() in _WORDS.get(passage.place, PDF_WORDS):
            return True
        if passage.reading is Reading.BYTES and sum(c.isalpha() for c in written) < 5:
            return True
    last = hit.end
    if not hit.certain and fold(written).startswith(fold(person.surname)):
        last = hit.name_start + len(person.surname)  # "koning de": the particle begins what follows
    return any(
        start <= hit.start and last <= end
        for phrase in (*released, *HOUSE_PHRASES)
        for start, end in _standing(phrase, passage.text)
    )


def _standing(phrase: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _phrase(phrase).finditer(text)]


@lru_cache(maxsize=1024)
def _phrase(phrase: str) -> re.Pattern[str]:
    """Find a phrase as written, or all in capitals, over any white space and line of a page.

    Readers glue the cells of a table: "AanwezigheidDhr. Groot WesselsVNG".
    """
    forms = [_GAP.join(re.escape(w) for w in form.split()) for form in (phrase, phrase.upper())]
    before, after = r"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))", r"(?:(?!\w)|(?<=[a-z])(?=[A-Z]))"
    return re.compile(rf"{before}(?:{'|'.join(forms)}){after}")


def _sentence(leak: Leak) -> str:
    places = {
        Place.PAGE: t("op een pagina"),
        Place.OBJECT: t("in een titel, koppeling of omschrijving"),
        Place.METADATA: t("in de documentgegevens"),
        Place.SIGNATURE: t("in het certificaat van de handtekening"),
        Place.STREAM: t("in een bijlage of ander onderdeel"),
        Place.EARLIER: t("in een eerdere versie binnen het bestand"),
        Place.OUTSIDE: t("buiten het eigenlijke document"),
        Place.RAW: t("elders in het bestand"),
        Place.PART: t("in een onderdeel van het bestand"),
        Place.TEXT: t("in de tekst"),
    }
    if leak.form is None:
        return t("Er staat iets {place} dat niet te lezen is.", place=places[leak.place])
    forms = {Form.EMAIL: t("e-mailadres"), Form.PHONE: t("telefoonnummer")}
    form = forms.get(leak.form, t("naam"))
    return t("Een vertrouwelijk gegeven ({form}) staat {place}.",
             form=form, place=places[leak.place])  # fmt: skip
