"""When the table meets, on what, and who was there."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lrt_desk.model.ids import Id
from lrt_desk.model.people import Confidentiality, Role


class SessionState(StrEnum):
    """How far a session has come; `IMPORTED` came from old minutes and claims no approval here."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SIGNED = "signed"
    PUBLIC = "public"
    IMPORTED = "imported"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """How an agenda item is meant to be handled."""

    DISCUSSION = "discussion"
    FORMALITY = "formality"
    ORAL = "oral"
    INFORMATION = "information"


class Outcome(StrEnum):
    """What the table did with an item."""

    SUPPORTED = "supported"
    IN_OUTLINE = "in_outline"
    RESERVE = "reserve"
    NOTED = "noted"
    DEFERRED = "deferred"


class AttendanceStatus(StrEnum):
    """Whether an attendee is expected, was there, or was replaced."""

    EXPECTED = "expected"
    PRESENT = "present"
    PARTLY_PRESENT = "partly_present"
    ABSENT = "absent"
    ABSENT_WITH_NOTICE = "absent_with_notice"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A table that meets; the HLRT is the official-level body under the LRT.

    `logo` is a PNG picture for the head of its documents, `logo_text` says what it shows.
    """

    id: Id
    code: str
    name: str = ""
    parent_id: Id | None = None
    mailbox: str = ""
    logo: bytes = b""
    logo_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Sessions planned in one go, every so many weeks on one weekday."""

    id: Id
    body_id: Id
    first: dt.date
    every_weeks: int = 1
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting of a body; times are local to Europe/Amsterdam.

    `link` (the online room) never leaves the house: only invitations to the invited carry it.
    `uid_token` seeds calendar identities and is made once; `sequence` counts changes of place
    in time as RFC 5545 section 3.8.7.4 asks.
    """

    id: Id
    body_id: Id
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    link: str = ""
    title: str = ""
    state: SessionState = SessionState.PLANNED
    provisional: bool = False
    series_id: Id | None = None
    original_date: dt.date | None = None
    attendees_withheld: bool = True
    uid_token: str = ""
    sequence: int = 0
    invited_at: dt.datetime | None = None
    marking_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One point on the agenda, at a place in the order."""

    id: Id
    session_id: Id
    position: int
    number: str
    title: str
    kind: ItemKind = ItemKind.DISCUSSION
    presenter: str = ""
    minutes: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVersion:
    """The agenda as it went out with an invitation, immutable; `number` counts from 1.

    `content` is the canonical JSON of a `SessionSnapshot`; `content_hash` its SHA-256 in hex.
    """

    id: Id
    session_id: Id
    number: int
    created_at: dt.datetime
    content: str
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One place at one session: a person, a withheld person, or a function.

    `person_id` is None for a name that was already withheld in the source and for functional
    attendees ("secretariaat, ondersteuning"), who have a `label`.
    `confidentiality` overrides the person's own for this session; None follows the person.
    """

    id: Id
    session_id: Id
    position: int
    person_id: Id | None = None
    organisation_id: Id | None = None
    label: str = ""
    role: Role = Role.MEMBER
    confidentiality: Confidentiality | None = None
    status: AttendanceStatus = AttendanceStatus.EXPECTED
    deputy_for_id: Id | None = None
    present_from: dt.time | None = None
    present_until: dt.time | None = None
    present_items: str = ""
