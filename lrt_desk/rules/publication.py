"""Which text may leave the house, and with whose present wishes for secrecy."""

import re
from dataclasses import replace

from lrt_desk.i18n import t
from lrt_desk.model.minutes import MinutesVersion, VersionKind
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import SessionSnapshot, VersionStamp


def publishable(version: MinutesVersion | VersionStamp | None) -> str | None:
    """Say why a version may not be signed or published; None when it may.

    Approved text may, and the text of old minutes as imported.
    """
    if version is None or version.kind is VersionKind.CIRCULATED:
        return t("Dit verslag is nog niet geaccordeerd.")
    return None


def with_present_secrecy(frozen: SessionSnapshot, present: SessionSnapshot) -> SessionSnapshot:
    """Put today's confidentiality and redactions on the words of a frozen version.

    The words of a version never change; how far a name may travel does, also after approval.
    """
    people = {person.id: person for person in present.people}
    places = {place.id: place for place in present.attendees}
    return replace(
        frozen,
        redactions=present.redactions,
        people=tuple(
            replace(person, confidentiality=people.get(person.id, person).confidentiality)
            for person in frozen.people
        ),
        attendees=tuple(
            replace(place, confidentiality=places.get(place.id, place).confidentiality)
            for place in frozen.attendees
        ),
    )


def ground_of(code: str) -> Ground:
    """Read a ground of the Woo as people write it: 5.1.2e or 5.1.2.e.

    Errors: ValueError for a code that the act does not know.
    """
    return Ground(re.sub(r"\.(?=[a-i]$)", "", code.strip().lower()))
