"""What was read from old minutes, before anything of it is a fact."""

import datetime as dt
from dataclasses import dataclass

from lrt_desk.model.meetings import AttendanceStatus
from lrt_desk.model.minutes import ApprovalOutcome, BlockKind, SourceLine
from lrt_desk.model.people import Confidentiality, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAttendee:
    """Somebody on the list of attendees.

    An empty `surname` is a name withheld in the source, unless there is a `label` (a functional
    attendee such as "secretariaat"). `source` is the entry as it stands in the file.
    """

    organisation: str = ""
    salutation: str = ""
    initials: str = ""
    given_name: str = ""
    particle: str = ""
    surname: str = ""
    label: str = ""
    function: str = ""
    role: Role = Role.MEMBER
    status: AttendanceStatus = AttendanceStatus.PRESENT
    confidentiality: Confidentiality = Confidentiality.PUBLIC
    present_from: dt.time | None = None
    present_until: dt.time | None = None
    present_items: str = ""
    deputy_for: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """A paragraph under an item."""

    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """An agenda item with its paragraphs; `number` is empty where the source gave none."""

    number: str
    title: str
    blocks: tuple[ReadBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in the reading: indices of item and block; a None item is outside every item."""

    item: int | None = None
    block: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAction:
    """An action as minuted; see `lrt_desk.model.minutes.Action`."""

    where: Where
    text: str
    owners: tuple[str, ...] = ()
    due: dt.date | None = None
    handed_to: str = ""
    done: bool = False
    unsettled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDecision:
    """A decision as minuted."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadApproval:
    """A sentence that receives earlier minutes; `date` None when the source does not say which."""

    where: Where
    outcome: ApprovalOutcome
    body: str = ""
    date: dt.date | None = None
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRemark:
    """Something a human should look at, with the words it is about."""

    text: str
    where: Where = Where()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMinutes:
    """Old minutes as read from one file; the words of `lines` are the words of the file, in order.

    `unplaced` repeats the lines no fact was made of, `remarks` says what is uncertain.
    """

    file_name: str
    content_hash: str
    body: str
    body_name: str = ""
    title: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    attendees: tuple[ReadAttendee, ...] = ()
    items: tuple[ReadItem, ...] = ()
    loose: tuple[ReadBlock, ...] = ()
    actions: tuple[ReadAction, ...] = ()
    decisions: tuple[ReadDecision, ...] = ()
    approvals: tuple[ReadApproval, ...] = ()
    remarks: tuple[ReadRemark, ...] = ()
    lines: tuple[SourceLine, ...] = ()
    unplaced: tuple[str, ...] = ()
