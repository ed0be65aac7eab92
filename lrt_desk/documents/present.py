"""Who was there, in the words of minutes."""

from collections.abc import Iterable, Iterator, Sequence

from lrt_desk.documents.passages import inlines
from lrt_desk.documents.tree import Inlines, Text, Withheld
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.people import Role
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock
from lrt_desk.rules.names import formal

ROWS = (
    ("Aanwezig", frozenset({Status.PRESENT, Status.PARTLY_PRESENT})),
    ("Uitgenodigd", frozenset({Status.EXPECTED})),
    ("Afwezig met kennisgeving", frozenset({Status.ABSENT_WITH_NOTICE})),
    ("Afwezig", frozenset({Status.ABSENT, Status.REPLACED})),
)


def present_rows(snapshot: SessionSnapshot) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    """Give the rows of the title block that say who was there, without the empty ones.

    Who was replaced stands beside the deputy, and under "Afwezig" only when no deputy came.
    """
    deputised = {attendee.deputy_for_id for attendee in snapshot.attendees} - {None}
    listed = [
        attendee
        for attendee in snapshot.attendees
        if attendee.status is not Status.REPLACED or attendee.id not in deputised
    ]
    for label, statuses in ROWS:
        some = [attendee for attendee in listed if attendee.status in statuses]
        # functions after people: "…, secretariaat, ondersteuning"
        some.sort(key=lambda attendee: bool(attendee.label and not attendee.person_id))
        if some:
            yield label, (_sentence(snapshot, some),)


def attendee_words(snapshot: SessionSnapshot, attendee: Attendee) -> Inlines:
    """Write one attendee: Dhr. Van der Maat (SJenV), or a box with its organisation."""
    notes = ", ".join(_notes(snapshot, attendee))
    return (*name(snapshot, attendee), *(inlines(f" ({notes})") if notes else ()))


def name(snapshot: SessionSnapshot, attendee: Attendee) -> Inlines:
    """Write the name of an attendee, the function that stands for it, or a box."""
    person = next((one for one in snapshot.people if one.id == attendee.person_id), None)
    if person:
        return inlines(formal(person))
    if attendee.label:
        return inlines(attendee.label)
    return (Withheld(Ground.PRIVACY if snapshot.public_number else ""),)


def organisation(snapshot: SessionSnapshot, attendee: Attendee) -> str:
    """Give the code of an attendee's organisation, or ""."""
    found = (one.code for one in snapshot.organisations if one.id == attendee.organisation_id)
    return next(found, "")


def presence(attendee: Attendee) -> str:
    """Say when somebody was there, if not all the time: tot 11.00 uur, bij punt 3."""
    return ", ".join(
        filter(
            None,
            (
                f"vanaf {clock(attendee.present_from)} uur" if attendee.present_from else "",
                f"tot {clock(attendee.present_until)} uur" if attendee.present_until else "",
                f"bij punt {attendee.present_items}" if attendee.present_items else "",
            ),
        )
    )


def replaces(snapshot: SessionSnapshot, attendee: Attendee) -> str:
    """Say for whom a deputy came: vervangt Mevr. Spaan."""
    other = next((one for one in snapshot.attendees if one.id == attendee.deputy_for_id), None)
    if other is None:
        return "plaatsvervanger" if attendee.role is Role.DEPUTY else ""
    whom = "".join(run.text for run in name(snapshot, other) if isinstance(run, Text))
    return f"vervangt {whom or organisation(snapshot, other)}".strip()


def _notes(snapshot: SessionSnapshot, attendee: Attendee) -> Iterable[str]:
    chair = "voorzitter" if attendee.role is Role.CHAIR else ""
    found = (
        organisation(snapshot, attendee),
        chair,
        replaces(snapshot, attendee),
        presence(attendee),
    )
    return filter(None, found)


def _sentence(snapshot: SessionSnapshot, attendees: Sequence[Attendee]) -> Inlines:
    joined: list[Inlines] = []
    for place, attendee in enumerate(attendees):
        end = "." if place == len(attendees) - 1 else ", "
        joined += [attendee_words(snapshot, attendee), (Text(end),)]
    return tuple(inline for part in joined for inline in part)
