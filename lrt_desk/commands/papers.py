"""Papers that agenda items wait for, and their deliveries."""

import datetime as dt
from dataclasses import replace
from typing import TypedDict, Unpack

from lrt_desk.commands.steps import take
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.papers import Embargo, Marking, MarkingLevel, Paper, PaperVersion
from lrt_desk.rules.text import cleaned
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive


class PaperFacts(TypedDict, total=False):
    """What may be told of a paper besides its title."""

    kind: str
    owner_id: Id | None
    deadline: dt.datetime | None
    addressee: str
    copy_to: str
    release_condition: str


def add_paper(archive: Archive, item_id: Id, *, title: str, **facts: Unpack[PaperFacts]) -> Change:
    """Put a paper under an item, delivered or still awaited."""
    with archive.atomic(t("Stuk toevoegen")):
        item = archive.get(AgendaItem, item_id)
        take(archive, item.session_id, Step.PREPARE)
        place = len(archive.find(Paper, item_id=item_id)) + 1
        paper = Paper(id=new_id(), item_id=item_id, position=place, title=title)
        archive.put(cleaned(replace(paper, **facts)))
        return archive.change(paper.id)


def deliver_paper(
    archive: Archive,
    paper_id: Id,
    *,
    delivered_at: dt.datetime,
    late_reason: str = "",
    file_name: str = "",
    content_hash: str = "",
) -> Change:
    """Record a delivery of a paper; a later one is a new version and replaces none."""
    with archive.atomic(t("Levering vastleggen")):
        archive.get(Paper, paper_id)
        version = PaperVersion(
            id=new_id(),
            paper_id=paper_id,
            number=len(archive.find(PaperVersion, paper_id=paper_id)) + 1,
            delivered_at=delivered_at,
            late_reason=late_reason,
            file_name=file_name,
            content_hash=content_hash,
        )
        archive.put(cleaned(version))
        return archive.change(version.id)


def mark_paper(
    archive: Archive,
    paper_id: Id,
    *,
    level: MarkingLevel,
    until: dt.date | None = None,
    reason: str = "",
) -> Change:
    """Classify a paper, until a date where one is given."""
    with archive.atomic(t("Stuk rubriceren")):
        paper = archive.get(Paper, paper_id)
        marking = Marking(id=new_id(), level=level, until=until, reason=reason)
        archive.put(cleaned(marking))
        archive.put(replace(paper, marking_id=marking.id))
        return archive.change(paper_id)


def embargo_paper(
    archive: Archive, paper_id: Id, *, until: dt.datetime | None = None, event: str = ""
) -> Change:
    """Hold a paper back until a moment, or until an event that somebody will confirm."""
    if (until is None) == (not event):
        raise DeskError(
            t("Een embargo duurt tot een moment of tot een gebeurtenis."),
            t("Vul een van beide in."),
        )
    with archive.atomic(t("Embargo instellen")):
        paper = archive.get(Paper, paper_id)
        embargo = Embargo(id=new_id(), until=until, event=event)
        archive.put(cleaned(embargo))
        archive.put(replace(paper, embargo_id=embargo.id))
        return archive.change(paper_id)


def release_embargo(archive: Archive, embargo_id: Id) -> Change:
    """Confirm that the event an embargo waited for has happened."""
    with archive.atomic(t("Embargo opheffen")):
        embargo = archive.get(Embargo, embargo_id)
        archive.put(replace(embargo, released_at=archive.now()))
        return archive.change(embargo_id)
