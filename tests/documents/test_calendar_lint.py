"""Our own reading of a message finds what is planted in it."""

import pytest

from lrt_desk.documents.calendar_lint import lint
from lrt_desk.documents.invitation import folder
from tests.documents.invited import PEOPLE, STAMP, snapshot

_, INVITATION = folder(snapshot(PEOPLE[:1]), STAMP)[0]


def unfolded() -> bytes:
    return INVITATION.replace(b"\r\n ", b"")


def planted(old: bytes, new: bytes) -> bytes:
    """Change the one place where the old bytes stand, and fold again."""
    text = unfolded()
    assert text.count(old) == 1
    lines = text.replace(old, new).split(b"\r\n")
    parts = ([line[at : at + 70] for at in range(0, len(line), 70)] or [b""] for line in lines)
    return b"\r\n".join(b"\r\n ".join(part) for part in parts)


def test_a_good_message_has_no_findings() -> None:
    assert lint(INVITATION) == ()
    assert lint(planted(b"Webex", b"Zaal 2")) == ()


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (b"METHOD:REQUEST", b"METHOD:PUBLISH", "METHOD is neither"),
        (b"METHOD:REQUEST\r\n", b"", "METHOD is neither"),
        (b"VERSION:2.0", b"VERSION:1.0", "VERSION"),
        (
            b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam",
            b"BEGIN:VTIMEZONE\r\nTZID:A",
            "DTSTART is in",
        ),
        (
            b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            b"RDATE:20260329T020000",
            "without a VTIMEZONE",
        ),
        (b"DTSTART;TZID=Europe/Amsterdam:", b"DTSTART:", "DTSTART floats"),
        (b"DTSTART;TZID=Europe/Amsterdam:20261204T", b"DTSTART;VALUE=DATE:20261204T", "floats"),
        (b"DTSTAMP:20261123T083000Z", b"DTSTAMP:20261123T083000", "DTSTAMP is not in UTC"),
        (b"SEQUENCE:0", b"SEQUENCE:0\r\nRRULE:FREQ=DAILY;UNTIL=20261210T091500", "UNTIL"),
        (b"PARTSTAT=NEEDS-ACTION", b"PARTSTAT=MAYBE", "PARTSTAT"),
        (b";RSVP=TRUE", b"", "RSVP"),
        (b"ROLE=CHAIR", b"ROLE=VOORZITTER", "ROLE"),
        (b"mailto:nora", b"nora", "ATTENDEE is no mailto"),
        (b'CN="Nora Zeegers"', b"CN=Zeegers: Nora", "mailto"),
        (b'CN="Nora Zeegers"', b'CN="Nora "Z" Zeegers"', "not a calendar"),
        (b"mailto:nora.zeegers@min.example", b"mailto:secretariaat@lrt.example", "ORGANIZER is an"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "STATUS"),
        (b"STATUS:CONFIRMED", b"STATUS:CONFIRMED\r\nSTATUS:CONFIRMED", "STATUS occurs 2"),
        (b"SUMMARY:Vergadering LRT\r\n", b"", "SUMMARY occurs 0"),
        (b"TRANSP:OPAQUE", b"X-ALT-DESC;FMTTYPE=text/html:<b>x</b>", "X-ALT-DESC"),
        (b"END:VEVENT", b"BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT", "VALARM"),
        (b"END:VEVENT", b"END:VTODO", "not a calendar"),
    ],
)
def test_a_planted_mistake_is_found(old: bytes, new: bytes, finding: str) -> None:
    assert any(finding in line for line in lint(planted(old, new))), lint(planted(old, new))


@pytest.mark.parametrize(
    ("message", "finding"),
    [
        (INVITATION.replace(b"\r\n", b"\n"), "CRLF"),
        (INVITATION.rstrip(), "CRLF"),
        (unfolded(), "75 octets"),
        (b"", "not a calendar"),
        (INVITATION + INVITATION, "not a calendar"),
        (INVITATION.replace(b"Webex", b"Caf\xe9"), "not a calendar"),
    ],
)
def test_bytes_that_are_no_message_are_found(message: bytes, finding: str) -> None:
    assert any(finding in line for line in lint(message))


def test_findings_do_not_repeat_what_the_message_says() -> None:
    broken = planted(b"mailto:nora.zeegers@min.example", b"nora.zeegers@min.example")
    assert lint(broken)
    assert "zeegers" not in " ".join(lint(broken)).casefold()
