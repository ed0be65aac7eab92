"""What was said and agreed, and how the text came to be fixed."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lrt_desk.model.ids import Id
from lrt_desk.model.people import Confidentiality

WITHHELD_IN_SOURCE = "█████"
"""Stands in a text where its source had already blanked a name, always of one width."""


class BlockKind(StrEnum):
    """What a paragraph of minutes is."""

    TEXT = "text"
    BULLET = "bullet"
    DECISION = "decision"
    ACTION = "action"


class VersionKind(StrEnum):
    """Why a version was fixed."""

    IMPORTED = "imported"
    CIRCULATED = "circulated"
    FINAL = "final"


class RequestState(StrEnum):
    """What became of a change request."""

    ANNOUNCED = "announced"
    OPEN = "open"
    ACCEPTED = "accepted"
    ACCEPTED_WITH_EDITS = "accepted_with_edits"
    REJECTED = "rejected"
    TO_MEETING = "to_meeting"


class ApprovalOutcome(StrEnum):
    """How a later session received the minutes."""

    UNCHANGED = "unchanged"
    WITH_CHANGES = "with_changes"
    DEFERRED = "deferred"


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    HANDED_OVER = "handed_over"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of minutes under an agenda item; `id` is stable through every edit.

    `item_id` None: a remark of the source that belongs to no item. `level` counts indentation
    from 0. `label` is a bold lead-in without its colon ("IBT"). `marking_id` classifies this one
    passage, whatever the session as a whole carries.
    """

    id: Id
    session_id: Id
    item_id: Id | None
    position: int
    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0
    confidentiality: Confidentiality = Confidentiality.PUBLIC
    marking_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVersion:
    """The text of a session's minutes at one moment, immutable.

    `content` is the canonical JSON of a `SessionSnapshot`; `content_hash` its SHA-256 in hex.
    """

    id: Id
    session_id: Id
    number: str
    kind: VersionKind
    created_at: dt.datetime
    content: str
    content_hash: str
    requests_until: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequest:
    """An organisation's wish to change one block of a circulated version.

    `block_id` None: announced, text follows. `resolution` is the text that was taken over,
    `motivation` the secretariat's answer.
    """

    id: Id
    session_id: Id
    version_id: Id
    organisation_id: Id
    block_id: Id | None
    state: RequestState
    received_at: dt.datetime
    old_text: str = ""
    new_text: str = ""
    reason: str = ""
    announced_in_id: Id | None = None
    text_due: dt.datetime | None = None
    resolution: str = ""
    motivation: str = ""
    decided_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A session's word on the minutes of an earlier one.

    `session_id` is the session whose minutes these are, None while the archive does not hold it;
    `body_id` and `date` name it all the same. `given_in_id` is the session that decided,
    `organisations` those whose changes were taken.
    """

    id: Id
    body_id: Id
    date: dt.date | None
    session_id: Id | None
    given_in_id: Id
    outcome: ApprovalOutcome
    organisations: tuple[str, ...] = ()
    remark: str = ""
    block_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something somebody will do, as minuted.

    `owners` are words as minuted: organisation codes, "leden", `WITHHELD_IN_SOURCE`.
    `unsettled` says why a human must look at the owners ("" when settled).
    """

    id: Id
    session_id: Id
    item_id: Id | None
    block_id: Id | None
    position: int
    text: str
    owners: tuple[str, ...] = ()
    due: dt.date | None = None
    state: ActionState = ActionState.OPEN
    handed_to: str = ""
    unsettled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something the table decided, as minuted."""

    id: Id
    session_id: Id
    item_id: Id | None
    block_id: Id | None
    position: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRound:
    """A written round on a paper or on minutes, open until a moment; late entries are marked."""

    id: Id
    session_id: Id
    subject: str
    opens_at: dt.datetime
    closes_at: dt.datetime
    paper_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about an imported text that a human should look at; never dropped, only settled."""

    id: Id
    session_id: Id
    text: str
    block_id: Id | None = None
    quote: str = ""
    settled_at: dt.datetime | None = None


class LineRole(StrEnum):
    """What an imported piece of text was taken for."""

    FURNITURE = "furniture"
    TITLE_BLOCK = "title_block"
    ATTENDANCE = "attendance"
    HEADING = "heading"
    BLOCK = "block"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A piece of the source and what it was taken for."""

    role: LineRole
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """What was read from a file of old minutes, line by line in its own order.

    `lines` pairs what a line was taken for (`LineRole`) with its words, so that nothing of the
    source is lost even where no fact was made of it.
    """

    id: Id
    session_id: Id
    file_name: str
    content_hash: str
    lines: tuple[SourceLine, ...]
