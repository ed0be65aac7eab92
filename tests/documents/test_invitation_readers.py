"""libical and ical.js accept every message and read the moments that were meant."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from lrt_desk.documents.calendar_lint import lint
from lrt_desk.documents.invitation import cancellation, folder, invitation, recipients
from lrt_desk.model.meetings import SessionState
from lrt_desk.rules.dates import AMSTERDAM
from tests.documents.invited import PEOPLE, STAMP, snapshot
from tests.validators import ICAL_H, ICAL_JS, need

HERE = Path(__file__).parent
Reader = Callable[[list[bytes]], list[list[str]]]


@pytest.fixture(scope="session")
def libical(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Compile the reader that uses libical and give its command."""
    compiler = shutil.which("gcc")
    need("libical", compiler and ICAL_H.exists())
    program = tmp_path_factory.mktemp("libical") / "reader"
    source = HERE / "libical_reader.c"
    subprocess.run([compiler, "-Wall", "-Werror", "-o", program, source, "-lical"], check=True)
    return [str(program)]


@pytest.fixture(scope="session")
def ical_js() -> list[str]:
    """Give the command of the reader that uses ical.js."""
    node = shutil.which("node")
    need("ical.js", node and ICAL_JS.exists())
    return [str(node), str(HERE / "ical_js_reader.mjs"), str(ICAL_JS)]


@pytest.fixture(params=["libical", "ical_js"])
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Reader:
    """Read many messages in one go: for each the words of its line."""
    command = request.getfixturevalue(request.param)

    def read_all(messages: list[bytes]) -> list[list[str]]:
        paths = [tmp_path / f"{at}.ics" for at in range(len(messages))]
        for path, message in zip(paths, messages, strict=True):
            path.write_bytes(message)
        done = subprocess.run([*command, *paths], capture_output=True, text=True, check=True)
        return [line.split(" ") for line in done.stdout.splitlines()]

    return read_all


def invite(**facts: object) -> bytes:
    taken = snapshot(PEOPLE[:1], **facts)
    return invitation(taken, recipients(taken)[0], STAMP)


def nights_of_change() -> list[dt.date]:
    """List the nights between 2020 and 2040 on which the clock changes, found from the clock."""
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(21 * 366)]
    noons = [dt.datetime.combine(day, dt.time(12), AMSTERDAM) for day in days]
    return [b.date() for a, b in pairwise(noons) if a.utcoffset() != b.utcoffset()]


def test_every_moment_from_2020_to_2040_is_read_as_meant(read: Reader) -> None:
    fridays = [dt.date(2020, 1, 3) + dt.timedelta(weeks=4 * n) for n in range(273)]
    ordinary = [(day, dt.time(9, 15)) for day in fridays]
    nights = nights_of_change()
    assert len(nights) == 42
    hours = [dt.time(minutes // 60, minutes % 60) for minutes in range(0, 300, 30)]
    around = [
        (night + dt.timedelta(days=days), hour)
        for night in nights
        for days in (-1, 0, 1)
        for hour in hours
    ]
    wanted, messages = [], []
    for day, time in ordinary + around:
        start = int(dt.datetime.combine(day, time, AMSTERDAM).timestamp())
        wanted.append([str(start), str(start + 3600)])
        messages.append(invite(date=day, start=time, end=None))
    assert [words[2:4] for words in read(messages)] == wanted


def test_every_kind_of_message_is_accepted(read: Reader) -> None:
    kinds = [
        snapshot(),
        snapshot(attendees_withheld=False),
        snapshot(start=None, end=None),
        snapshot(end=None, provisional=True, sequence=7),
        snapshot(state=SessionState.CANCELLED, sequence=2),
        snapshot(state=SessionState.CANCELLED, start=None, end=None),
    ]
    messages = [content for kind in kinds for _, content in folder(kind, STAMP)]
    taken = snapshot()
    messages += [cancellation(taken, recipient, STAMP) for recipient in recipients(taken)]
    assert [lint(message) for message in messages] == [()] * len(messages)
    methods = [words[0] for words in read(messages)]
    assert methods == ["REQUEST"] * 16 + ["CANCEL"] * 12


def test_a_day_without_a_time_is_a_day(read: Reader) -> None:
    (words,) = read([invite(start=None, end=None)])
    assert words[2:4] == ["2026-12-04", "2026-12-05"]


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Zoë", "Zoë Zeegers"),
        ('Jan "de Stem"', "Jan 'de Stem' Zeegers"),
        ("VNG: Jan; wnd., X", "VNG: Jan; wnd., X Zeegers"),
        ("J\r\nATTENDEE:mailto:x@y.example", "J ATTENDEE:mailto:x@y.example Zeegers"),
        ("\x00\x07\x1b[31mRood", "[31mRood Zeegers"),
        ("Łukasz 😀 " + "é" * 90, "Łukasz 😀 " + "é" * 90 + " Zeegers"),
    ],
)
def test_a_hostile_name_is_only_a_name(read: Reader, given_name: str, shown: str) -> None:
    taken = snapshot((replace(PEOPLE[0], given_name=given_name),))
    (words,) = read([invitation(taken, recipients(taken)[0], STAMP)])
    assert bytes.fromhex(words[5]).decode() == shown


@pytest.mark.parametrize(
    "title",
    ["C:\\Notulen\\nieuw", "a;b,c:d", "Verslag “één” — 100 %", "\\N \\n \\, \\;", "é" * 200],
)
def test_a_title_is_read_as_typed(read: Reader, title: str) -> None:
    (words,) = read([invite(title=title)])
    assert bytes.fromhex(words[4]).decode() == title


def test_the_readers_refuse_what_is_wrong(read: Reader) -> None:
    without_zone = invite().replace(b"TZID:Europe/Amsterdam", b"TZID:Elsewhere")
    nothing, zoneless = read([b"no calendar at all\r\n", without_zone])
    assert nothing[0] == "ERROR"
    assert zoneless[2:4] == ["no-VTIMEZONE", "no-VTIMEZONE"]


@pytest.mark.parametrize(
    "name", [b"UID:", b"DTSTAMP:", b"ORGANIZER;", b"DTSTART;TZID", b"ATTENDEE;"]
)
def test_libical_knows_what_a_request_must_have(
    libical: list[str], tmp_path: Path, name: bytes
) -> None:
    lines = invite().replace(b"\r\n ", b"").split(b"\r\n")
    kept = [line for line in lines if not line.startswith(name)]
    assert len(kept) == len(lines) - 1
    path = tmp_path / "lacking.ics"
    path.write_bytes(b"\r\n".join(kept))
    done = subprocess.run([*libical, path], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("ERROR")
