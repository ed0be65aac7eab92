"""The demonstration as data: who there is, what was said, and when; see resources/demo."""

import datetime as dt
from dataclasses import dataclass

import msgspec

from lrt_desk.model.meetings import ItemKind, Outcome
from lrt_desk.model.minutes import BlockKind
from lrt_desk.model.papers import MarkingLevel
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.model.publication import Ground
from lrt_desk.paths import RESOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyScript:
    """A body, and the code of the one above it."""

    code: str
    name: str
    mailbox: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationScript:
    """An organisation, and the code of its ministry."""

    code: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatScript:
    """A place at a body."""

    body: str
    organisation: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonScript:
    """A person; the surname is their name within the story."""

    surname: str
    salutation: str
    initials: str
    given_name: str
    email: str
    function: str
    seats: tuple[SeatScript, ...]
    particle: str = ""
    phone: str = ""
    confidentiality: Confidentiality = Confidentiality.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesScript:
    """The weekly sessions."""

    body: str
    first: dt.date
    count: int
    skipped: tuple[dt.date, ...]
    start: dt.time
    end: dt.time
    place: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScript:
    """A paper, delivered or awaited."""

    title: str
    kind: str
    owner: str
    deadline: dt.datetime
    delivered: dt.datetime | None = None
    late_reason: str = ""
    file_name: str = ""
    level: MarkingLevel | None = None
    marking_reason: str = ""
    embargo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockScript:
    """A paragraph; `mark` is its name within the story."""

    text: str
    kind: BlockKind = BlockKind.BULLET
    label: str = ""
    mark: str = ""
    confidentiality: Confidentiality = Confidentiality.PUBLIC
    owners: tuple[str, ...] = ()
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScript:
    """An agenda item; `outcome` is recorded at the session."""

    title: str
    kind: ItemKind
    presenter: str = ""
    minutes: int | None = None
    outcome: Outcome | None = None
    blocks: tuple[BlockScript, ...] = ()
    papers: tuple[PaperScript, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyScript:
    """Who was replaced by whom."""

    absent: str
    deputy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftEarlyScript:
    """Who left before the end, and when."""

    surname: str
    until: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcusedScript:
    """Who sent word of absence."""

    surname: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionScript:
    """One session of the series; a moment that is missing has not come yet."""

    date: dt.date
    items: tuple[ItemScript, ...]
    invited: dt.datetime | None = None
    held: dt.datetime | None = None
    circulated: dt.datetime | None = None
    requests_until: dt.datetime | None = None
    deputy: DeputyScript | None = None
    left_early: LeftEarlyScript | None = None
    excused: ExcusedScript | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HlrtScript:
    """The session of the officials."""

    date: dt.date
    start: dt.time
    end: dt.time
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeScript:
    """A change request from announcement to approval."""

    organisation: str
    mark: str
    announced: dt.datetime
    text_due: dt.datetime
    announcement: str
    received: dt.datetime
    new_text: str
    reason: str
    decided: dt.datetime
    motivation: str
    circulated: dt.datetime
    approved: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionScript:
    """Why a confidential paragraph stays out of the public copy."""

    mark: str
    ground: Ground
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The whole story."""

    begins: dt.datetime
    ends: dt.datetime
    bodies: tuple[BodyScript, ...]
    organisations: tuple[OrganisationScript, ...]
    people: tuple[PersonScript, ...]
    series: SeriesScript
    hlrt: HlrtScript
    first: SessionScript
    second: SessionScript
    third: SessionScript
    change: ChangeScript
    redaction: RedactionScript


def read_script() -> Script:
    """Read the story that ships with the program."""
    return msgspec.toml.decode((RESOURCES / "demo" / "story.toml").read_bytes(), type=Script)
