"""Names of people as Dutch letters and lists write them."""

import re
from dataclasses import dataclass

from lrt_desk.model.people import Person


def full_surname(person: Person) -> str:
    """Join particle and surname as after a first name or initials: van der Maat."""
    return f"{person.particle} {person.surname}".strip()


def formal(person: Person) -> str:
    """Write a person as minutes list them: Dhr. Van der Maat, or C. van der Maat.

    After a salutation the particle is capitalised; after initials it is not.
    """
    surname = full_surname(person)
    if person.salutation:
        return f"{person.salutation} {surname[:1].upper()}{surname[1:]}"
    first = person.initials or person.given_name
    return f"{first} {surname}" if first else f"{surname[:1].upper()}{surname[1:]}"


def informal(person: Person) -> str:
    """Write a person as calendars and screens do: Caroline van der Maat, or C. van der Maat."""
    first = person.given_name or person.initials or person.salutation
    return (
        formal(person)
        if not first or first == person.salutation
        else (f"{first} {full_surname(person)}")
    )


def sort_key(person: Person) -> tuple[str, str, str]:
    """Order people without their particle: Maat, van der."""
    return (person.surname.casefold(), person.particle.casefold(), person.initials.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedName:
    """The parts of a name; `particle` in lower case, an empty `surname` when there is none."""

    salutation: str = ""
    initials: str = ""
    given_name: str = ""
    particle: str = ""
    surname: str = ""


_SALUTATION = re.compile(
    r"(?:(?:de\sheren|de\sheer|dhr|hr|mevrouw|mevr|mw|mr|drs|ir|ing|dr|prof|minister"
    r"|staatssecretaris|burgemeesters?|wethouders?|gedeputeerden?)\b\.?\s*)+",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?:,?\s(?:MSc|BSc|MA|BA|LLM|MBA|MPA|MPM|PhD|RA|RC|RE|CPC)\b\.?)+$")
_INITIALS = re.compile(r"(?:(?:[A-Z]|Th|Ch|Ph|IJ)\.\s?-?)+")
_PARTICLES = (
    "van|der|den|de|het|'t|te|ten|ter|in|op|aan|bij|onder|over|uit|uijt|voor|von|zu|la|le|les|du"
    "|des|del|da|dos|el|al|ben|d'|l'|’t|‘t"
)
PARTICLES = frozenset(_PARTICLES.split("|"))
"""Words before a surname, in lower case."""


def parse_name(text: str) -> ParsedName:
    """Take a name apart: Mevr. A.B. van den Berg, Dhr. Groot Wassink, Jan de Vries.

    After a salutation two capitalised words are one surname; without one the first of them is a
    given name. A particle between them settles it in both cases. Degrees after the name go.
    """
    words = _DEGREES.sub("", " ".join(text.split()))
    salutation = match[0] if (match := _SALUTATION.match(words)) else ""
    words = words[len(salutation) :]
    initials = match[0] if (match := _INITIALS.match(words)) else ""
    given, particle, surname = _split_surname(
        words[len(initials) :].split(), alone=bool(salutation.strip() or initials)
    )
    return ParsedName(
        salutation=salutation.strip(),
        initials=initials.replace(" ", ""),
        given_name=given,
        particle=particle,
        surname=surname,
    )


def _split_surname(words: list[str], *, alone: bool) -> tuple[str, str, str]:
    particles = [at for at, word in enumerate(words) if word.casefold() in PARTICLES]
    first = next((at for at in particles if at < len(words) - 1), None)
    if first is None:
        given = [] if alone else words[: len(words) - 1]
        return " ".join(given), "", " ".join(words[len(given) :])
    last = first
    while last + 1 < len(words) - 1 and words[last + 1].casefold() in PARTICLES:
        last += 1
    return (
        " ".join(words[:first]),
        " ".join(words[first : last + 1]).casefold(),
        " ".join(words[last + 1 :]),
    )
