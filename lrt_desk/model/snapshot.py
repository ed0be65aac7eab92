"""All that a document needs of one session, taken at one moment."""

import datetime as dt
from dataclasses import dataclass

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Attendee, Body, Session
from lrt_desk.model.minutes import (
    Action,
    Approval,
    ApprovalOutcome,
    Block,
    ChangeRequest,
    Decision,
    VersionKind,
)
from lrt_desk.model.papers import Embargo, Marking, Paper, PaperVersion
from lrt_desk.model.people import Organisation, Person
from lrt_desk.model.publication import Redaction


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionStamp:
    """Which version of the minutes this is, and of what day."""

    number: str
    kind: VersionKind
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStamp:
    """The line that approved minutes carry: by which session, when, and with whose changes.

    `items` are the numbers of the agenda items that an organisation changed, at its own place.
    """

    body: str
    date: dt.date
    outcome: ApprovalOutcome
    organisations: tuple[str, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSnapshot:
    """One session with everything under it, each tuple in its own order.

    A public snapshot has the same shape: `rules.redact` took out the withheld people, emptied
    `redactions` and left a marked gap in every text where something was.
    """

    body: Body
    session: Session
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    blocks: tuple[Block, ...] = ()
    papers: tuple[Paper, ...] = ()
    paper_versions: tuple[PaperVersion, ...] = ()
    markings: tuple[Marking, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    approvals: tuple[Approval, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    requests: tuple[ChangeRequest, ...] = ()
    version: VersionStamp | None = None
    stamp: ApprovalStamp | None = None
    public_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What copies of a session's documents are made from, and who may not be named in them.

    `minutes` is the newest fixed text, with today's confidentiality, unless the live text has
    moved on; `version_id` is that of the fixed text, None for live text. `earlier` is the text
    that was first circulated, `earlier_agenda` the newest agenda sent that reads otherwise.
    """

    minutes: SessionSnapshot
    live: SessionSnapshot
    earlier: SessionSnapshot | None = None
    earlier_agenda: SessionSnapshot | None = None
    version_id: Id | None = None
    withheld: tuple[Person, ...] = ()
