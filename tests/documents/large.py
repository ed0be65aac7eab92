"""Documents of more people and pages than a table ever has."""

from dataclasses import replace

from lrt_desk.documents.lists import attendance
from lrt_desk.documents.minutes import minutes
from lrt_desk.documents.tree import Document
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Person
from lrt_desk.model.snapshot import SessionSnapshot
from tests.documents.sample import DRAFT, FINAL

_NAMES = ("Açıkgöz-Ağaoğlu", "Đặng", "e\u0301e\u0301n", "محمد", "🙂", "W" * 60, "van Ommeren")


def crowded(count: int) -> SessionSnapshot:
    """Seat so many people, some with names that are hard to print."""
    people = tuple(
        Person(id=Id(f"p{n}"), salutation="Mevr.", surname=f"{_NAMES[n % len(_NAMES)]} {n}")
        for n in range(count)
    )
    seats = tuple(
        Attendee(id=Id(f"a{n}"), session_id=DRAFT.session.id, position=n, person_id=Id(f"p{n}"))
        for n in range(count)
    )
    return replace(DRAFT, people=people, attendees=seats)


def long(pages: int) -> SessionSnapshot:
    """Repeat the text of the minutes until it fills about so many pages."""
    blocks = tuple(
        replace(block, id=Id(f"{block.id}-{turn}"), text=f"{block.text} " * 3)
        for turn in range(round(pages * 1.25))
        for block in FINAL.blocks
    )
    return replace(FINAL, blocks=blocks)


LARGE: dict[str, Document] = {
    "presentielijst-300": attendance(crowded(300)),
    "verslag-300-deelnemers": minutes(crowded(300)),
    "verslag-400-bladzijden": minutes(long(400)),
    "verslag-leeg": minutes(replace(DRAFT, items=(), blocks=(), attendees=(), actions=())),
}
