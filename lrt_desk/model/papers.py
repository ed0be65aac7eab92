"""Papers under the agenda: versions, markings and embargoes."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lrt_desk.model.ids import Id


class MarkingLevel(StrEnum):
    """Classification of Dutch central government (VIRBI 2025), lowest first."""

    INTERNAL = "internal"
    DEPARTMENTAL_CONFIDENTIAL = "dep_v"
    STATE_CONFIDENTIAL = "stg_c"
    STATE_SECRET = "stg_g"
    STATE_TOP_SECRET = "stg_zg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A classification and how long it lasts."""

    id: Id
    level: MarkingLevel
    until: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """Silence until a moment, or until an event somebody confirms; one of the two is given."""

    id: Id
    until: dt.datetime | None = None
    event: str = ""
    released_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that an agenda item waits for or has."""

    id: Id
    item_id: Id
    position: int
    title: str
    kind: str = ""
    owner_id: Id | None = None
    deadline: dt.datetime | None = None
    marking_id: Id | None = None
    embargo_id: Id | None = None
    addressee: str = ""
    copy_to: str = ""
    release_condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperVersion:
    """One delivery of a paper; `content_hash` is the SHA-256 of the file in the archive."""

    id: Id
    paper_id: Id
    number: int
    delivered_at: dt.datetime
    late_reason: str = ""
    content_hash: str = ""
    file_name: str = ""
