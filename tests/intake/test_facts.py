"""Minutes as strangers write them, with the facts a careful reader takes from them beside each.

`fixtures/x.toml` holds what must be read from `fixtures/x.txt`: "name | organisation | role |
status" of attendees (█ for a withheld name), "number | title | blocks" of items, "text | owners |
due" of actions, "outcome | date | by whom" of approvals.
"""

import tomllib
from pathlib import Path

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE
from lrt_desk.model.reading import ReadAction, ReadAttendee, ReadMinutes

FIXTURES = Path(__file__).parent / "fixtures"
Facts = dict[str, str | list[str]]


def shown(read: ReadMinutes) -> Facts:
    """Write what was read as the fixtures write what is expected."""
    return {
        "body": read.body,
        "body_name": read.body_name,
        "title": read.title,
        "date": str(read.date or ""),
        "start": f"{read.start:%H:%M}" if read.start else "",
        "end": f"{read.end:%H:%M}" if read.end else "",
        "place": read.place,
        "attendees": [_attendee(who) for who in read.attendees],
        "items": [f"{item.number} | {item.title} | {len(item.blocks)}" for item in read.items],
        "actions": [_action(action) for action in read.actions],
        "decisions": [decision.text for decision in read.decisions],
        "approvals": [
            f"{one.outcome} | {one.date or ''} | {', '.join(one.organisations)}"
            for one in read.approvals
        ],
        "remarks": [remark.quote for remark in read.remarks],
        "unplaced": list(read.unplaced),
    }


def _attendee(who: ReadAttendee) -> str:
    parts = (who.initials or who.given_name, who.particle, who.surname)
    name = " ".join(filter(None, parts)) or who.label or WITHHELD_IN_SOURCE
    return " | ".join((name, who.organisation, who.role, who.status))


def _action(action: ReadAction) -> str:
    done = " | done" if action.done else ""
    return f"{action.text} | {', '.join(action.owners)} | {action.due or ''}{done}"


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_facts_of_minutes_of_strangers(path: Path) -> None:
    read = read_minutes("verslag.txt", path.with_suffix(".txt").read_bytes())
    assert shown(read) == tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", sorted((FIXTURES / "other").glob("*.txt")), ids=lambda path: path.stem
)
def test_what_is_no_minutes_is_refused(path: Path) -> None:
    with pytest.raises(DeskError, match="lijkt geen verslag"):
        read_minutes("verslag.txt", path.read_bytes())


HEAD = "Verslag LRT 10 november 2023\nAanwezig: dhr. A. Bos (VNG)\n"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("De naam van 5.1.2e en [10.2.e] is bekend.", "De naam van █████ en █████ is bekend."),
        ("VNG meldt 5.1.2i over de begroting.", "VNG meldt 5.1.2i over de begroting."),
        ("Dat staat in de notulen op\npagina 4.", "Dat staat in de notulen op pagina 4."),
        ("De tafel leest\nmet aandacht pagina 3", "De tafel leest met aandacht pagina 3"),
    ],
)
def test_signs_in_a_sentence_stay_what_they_are(written: str, kept: str) -> None:
    """Codes for privacy stand for a name; other grounds and pages named in a sentence are words."""
    source = f"{HEAD}\n1. Opening\n{written}\n\n2. Rondvraag\nGeen.\n"
    read = read_minutes("verslag.txt", source.encode())
    assert [block.text for block in read.items[0].blocks] == [kept]
