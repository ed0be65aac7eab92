"""Whether a text is minutes at all."""

import re
from collections.abc import Mapping, Sequence

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.intake.head import Head
from lrt_desk.intake.headings import Heading, is_known_title
from lrt_desk.intake.lines import Line

_TITLE = re.compile(
    r"\b(?:(?:concept-?)?verslag|notulen|besluitenlijst|(?:kort|concept)verslag|vergaderverslag"
    r"|conclusies|afsprakenlijst|samenvatting)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:vergadering|overleg|agendapunt|voorzitter|rondvraag|wvttk|actie(?:punt)?:|besluit:"
    r"|regietafel|leden|H?LRT)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:concept-?\s?)?agenda|uitnodiging|(?:geachte|beste)\s.{1,60},|aan\sde\svoorzitter\svan\s.{1,60}",
    re.IGNORECASE,
)
_TOP = 25


def names_minutes(words: str) -> bool:
    """Tell whether a line calls itself minutes: verslag, notulen, besluitenlijst."""
    return _TITLE.search(words) is not None


def require_minutes(lines: Mapping[int, Line], head: Head, headings: Sequence[Heading]) -> None:
    """Refuse what is certainly no minutes; doubt is in favour of the text.

    Errors: DeskError when neither a title, nor attendees, nor agenda items point to a meeting.
    """
    stream = list(lines.values())
    top = [line for line in stream[:_TOP] if len(line.raw) < 200]
    titled = any(names_minutes(line.raw) for line in top)
    words = {match.casefold() for line in stream for match in _WORDS.findall(line.raw[:5000])}
    known = sum(is_known_title(heading.title) for heading in headings)
    score = (
        2 * titled
        + 2 * bool(head.attendees)
        + ("date" in head.fields)
        + min(len(words), 2)
        + min(known, 2)
        + (len(headings) >= 2)
    )
    announced = [line.raw for line in top if not line.mark and names_minutes(line.raw)]
    other = any(_OTHER.fullmatch(line.raw.strip()) for line in top)
    if score < 4 or (other and not announced and not head.attendees):
        raise DeskError(
            t("Dit bestand lijkt geen verslag van een vergadering."),
            t(
                "Een agenda, brief of bericht wordt niet ingelezen; kies een verslag met deelnemers"
                " of agendapunten."
            ),
        )
