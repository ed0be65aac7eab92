"""Invitations say what each recipient may know, the same every time."""

import datetime as dt
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_desk.documents.calendar_lint import lint
from lrt_desk.documents.invitation import (
    cancellation,
    folder,
    invitation,
    recipients,
    without_address,
)
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus, SessionState
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.text import one_line
from tests.documents.invited import PEOPLE, STAMP, snapshot, with_status


def event(message: bytes) -> icalendar.Event:
    """Read the event of a message with the library that others read with."""
    (found,) = icalendar.Calendar.from_ical(message).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def first(taken: SessionSnapshot) -> bytes:
    return invitation(taken, recipients(taken)[0], STAMP)


def test_one_file_for_everybody_with_an_address_but_the_mailbox_itself() -> None:
    taken = snapshot()
    assert [name for name, _ in folder(taken, STAMP)] == [
        "uitnodiging-lrt-2026-12-04-01-zeegers.ics",
        "uitnodiging-lrt-2026-12-04-02-van-der-hoeve.ics",
        "uitnodiging-lrt-2026-12-04-03-vng.ics",
        "uitnodiging-lrt-2026-12-04-04-deelnemer.ics",
    ]
    assert [attendee.person_id for attendee in without_address(taken)] == [Id("p5")]


def test_it_asks_the_recipient_for_an_answer() -> None:
    read = event(first(snapshot()))
    (attendee,) = [read["attendee"]]
    assert attendee == "mailto:nora.zeegers@min.example"
    assert dict(attendee.params) == {
        "CN": "Nora Zeegers",
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "CHAIR",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
    }
    assert read["organizer"] == "mailto:secretariaat@lrt.example"
    assert read["status"] == "CONFIRMED"
    assert read["location"] == "Webex"
    assert "https://webex.example/lrt?x=1;y=2,3" in read["description"]


def test_a_withheld_list_gives_everybody_an_identity_of_their_own() -> None:
    taken = snapshot()
    uids = [recipient.uid for recipient in recipients(taken)]
    assert len(set(uids)) == len(uids) == 4
    other = replace(taken, session=replace(taken.session, uid_token="another"))
    assert not set(uids) & {recipient.uid for recipient in recipients(other)}
    moved = replace(taken, session=replace(taken.session, date=dt.date(2027, 1, 8), sequence=1))
    assert [recipient.uid for recipient in recipients(moved)] == uids


def test_an_open_list_has_one_identity_and_shows_public_names_only() -> None:
    taken = snapshot(attendees_withheld=False)
    files = folder(taken, STAMP)
    assert len({event(content)["uid"] for _, content in files}) == 1
    shown = [str(address) for address in event(files[2][1])["attendee"]]
    assert shown == [
        "mailto:iris.tollenaar@vng.example",
        "mailto:nora.zeegers@min.example",
        "mailto:c@gem.example",
    ]


def test_a_session_can_withhold_a_public_person() -> None:
    taken = snapshot(attendees_withheld=False)
    places = (
        replace(taken.attendees[0], confidentiality=Confidentiality.FULLY_WITHHELD),
        *taken.attendees[1:],
    )
    files = folder(replace(taken, attendees=places), STAMP)
    assert files[0][0] == "uitnodiging-lrt-2026-12-04-01-deelnemer.ics"
    assert not any(b"zeegers" in content for _, content in files[1:])


def test_no_end_keeps_an_hour_free_and_says_so() -> None:
    read = event(first(snapshot(end=None)))
    assert read.end - read.start == dt.timedelta(hours=1)
    assert "eindtijd is nog niet bekend" in read["description"]


def test_no_time_is_a_tentative_day_that_keeps_nothing_free() -> None:
    message = first(snapshot(start=None, end=None))
    read = event(message)
    assert (read.start, read.end) == (dt.date(2026, 12, 4), dt.date(2026, 12, 5))
    assert (read["status"], read["transp"]) == ("TENTATIVE", "TRANSPARENT")
    assert b"VTIMEZONE" not in message


def test_an_end_past_midnight_is_on_the_next_day() -> None:
    read = event(first(snapshot(start=dt.time(22), end=dt.time(1, 30))))
    assert read.end - read.start == dt.timedelta(hours=3, minutes=30)


def test_provisional_is_tentative() -> None:
    assert event(first(snapshot(provisional=True)))["status"] == "TENTATIVE"


def test_a_cancelled_session_is_cancelled_for_everybody_without_its_link() -> None:
    taken = snapshot(state=SessionState.CANCELLED, sequence=3)
    files = folder(taken, STAMP)
    assert len(files) == 4
    for (name, content), recipient in zip(files, recipients(snapshot()), strict=True):
        read = event(content)
        assert name.startswith("afzegging-lrt-2026-12-04-")
        assert (read["status"], read["sequence"], read["uid"]) == ("CANCELLED", 3, recipient.uid)
        assert b"METHOD:CANCEL\r\n" in content
        assert b"webex" not in content.lower()
        assert lint(content) == ()


def test_a_replaced_member_alone_is_uninvited() -> None:
    taken = with_status(snapshot(sequence=2), 1, AttendanceStatus.REPLACED)
    files = folder(taken, STAMP)
    assert [name.split("-")[0] for name, _ in files] == [
        "uitnodiging", "afzegging", "uitnodiging", "uitnodiging",
    ]  # fmt: skip
    read = event(files[1][1])
    assert "status" not in read
    assert read["sequence"] == 3
    assert lint(files[1][1]) == ()
    never = with_status(snapshot(invited_at=None), 1, AttendanceStatus.REPLACED)
    assert len(folder(never, STAMP)) == 3


def test_moving_keeps_the_identity_and_counts() -> None:
    before, after = snapshot(), snapshot(date=dt.date(2026, 12, 11), sequence=1)
    old, new = event(first(before)), event(first(after))
    assert (old["uid"], old["sequence"], new["sequence"]) == (new["uid"], 0, 1)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert folder(snapshot(), STAMP) == folder(snapshot(), STAMP)
    later = STAMP + dt.timedelta(minutes=1)
    changed = first(snapshot()).replace(b"20261123T083000Z", b"20261123T083100Z")
    assert invitation(snapshot(), recipients(snapshot())[0], later) == changed


def test_the_stamp_is_written_in_utc_and_needs_a_zone() -> None:
    amsterdam = dt.timezone(dt.timedelta(hours=1))
    taken = snapshot()
    moment = STAMP.replace(microsecond=5).astimezone(amsterdam)
    assert invitation(taken, recipients(taken)[0], moment) == first(taken)
    with pytest.raises(ValueError, match="time zone"):
        invitation(taken, recipients(taken)[0], STAMP.replace(tzinfo=None))


@pytest.mark.parametrize("mailbox", ["", "secretariaat", "a@b\r\nX:1", "lrt@example.nl?cc=x"])
def test_no_usable_mailbox_is_the_users_to_mend(mailbox: str) -> None:
    taken = snapshot()
    taken = replace(taken, body=replace(taken.body, mailbox=mailbox))
    with pytest.raises(DeskError, match="postvak"):
        folder(taken, STAMP)


@pytest.mark.parametrize(
    "email", ["geen adres", "a@b@c.nl", "x@y.nl\nATTENDEE:z", "<x@y.nl>", "é@y.nl", "@y.nl"]
)
def test_an_unusable_address_is_named_by_place_only(email: str) -> None:
    person = replace(PEOPLE[3], email=email)
    with pytest.raises(DeskError, match="plaats 0") as caught:
        folder(snapshot((person,)), STAMP)
    assert email not in str(caught.value)
    assert person.surname not in str(caught.value)


def test_nothing_is_written_before_inviting_is_recorded_or_for_nobody() -> None:
    with pytest.raises(DeskError, match="vastgelegd"):
        folder(snapshot(uid_token=""), STAMP)
    with pytest.raises(DeskError, match="niemand"):
        folder(snapshot(PEOPLE[4:5]), STAMP)


# Any text that a person can type; and some that only an attacker would.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40) | st.sampled_from(
    ['Jan "de Notulist"', "C:\\Notulen", "a;b,c:d", "x\r\nATTENDEE:mailto:z@z.example", "^n^^'"]
)
names = st.text(st.characters(categories=("L",)), min_size=5, max_size=12)


@st.composite
def tables(draw: st.DrawFn) -> SessionSnapshot:
    """Draw a session whose people have names and addresses that occur nowhere else."""
    count = draw(st.integers(2, 5))
    people = tuple(
        Person(
            id=Id(f"p{at}"),
            surname=f"{draw(names)}q{at}q",
            given_name=draw(texts),
            email=f"mens{at}x@example.org",
            confidentiality=draw(st.sampled_from(Confidentiality)),
        )
        for at in range(count)
    )
    return snapshot(
        people, title=draw(texts), place=draw(texts), link=draw(texts), attendees_withheld=True
    )


@given(tables())
def test_nobody_reads_of_anybody_else(taken: SessionSnapshot) -> None:
    for at, (name, content) in enumerate(folder(taken, STAMP)):
        text = content.replace(b"\r\n ", b"").decode()
        assert lint(content) == ()
        assert f"mens{at}x@example.org" in text
        for other in taken.people[:at] + taken.people[at + 1 :]:
            assert other.email not in text
            assert other.surname not in text
        if taken.people[at].confidentiality is not Confidentiality.PUBLIC:
            assert f"q{at}q" not in name


@given(texts, texts)
def test_any_text_is_read_back_as_it_was_typed(title: str, given_name: str) -> None:
    person = replace(PEOPLE[0], given_name=given_name)
    message = first(snapshot((person,), title=title))
    assert lint(message) == ()
    raw = message.replace(b"\r\n ", b"").decode()
    (summary,) = [line[8:] for line in raw.split("\r\n") if line.startswith("SUMMARY:")]
    plain = summary.replace("\\\\", "\0").replace("\\,", ",").replace("\\;", ";")
    assert plain == (one_line(title).replace("\\", "\0") or "Vergadering LRT")


def test_an_address_survives_its_uri() -> None:
    person = replace(PEOPLE[0], email="o'brien+lrt%x@example.org")
    read = event(first(snapshot((person,))))
    assert read["attendee"] == "mailto:o'brien+lrt%25x@example.org"


def test_cancellation_says_who_and_when_but_not_where() -> None:
    taken = snapshot()
    read = event(cancellation(taken, recipients(taken)[0], STAMP))
    assert read["attendee"].params["CN"] == "Nora Zeegers"
    assert read.start.isoformat() == "2026-12-04T09:15:00+01:00"
    assert "location" not in read
    assert "description" not in read
