"""Whether a name that was read is somebody already known."""

from collections.abc import Collection
from enum import Enum

from lrt_desk.model.people import Person
from lrt_desk.model.reading import ReadAttendee


class Likeness(Enum):
    """How sure it is that two names are one person."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


def likeness(known: Person, organisations: Collection[str], read: ReadAttendee) -> Likeness:
    """Compare a known person, of these organisation codes, with a name on a list of attendees.

    Same: surname, particle and organisation agree, and neither initials nor salutation differ.
    Unsure: the surname agrees and something else does not. Codes are compared as given.
    """
    if _key(known.surname) != _key(read.surname):
        return Likeness.DIFFERENT
    agree = (
        _key(known.particle) == _key(read.particle)
        and read.organisation in organisations
        and _compatible(known.initials, read.initials)
        and _compatible(known.salutation, read.salutation)
    )
    return Likeness.SAME if agree else Likeness.UNSURE


def _key(words: str) -> str:
    return "".join(words.split()).replace(".", "").casefold()


def _compatible(one: str, other: str) -> bool:
    return not one or not other or _key(one) == _key(other)
