"""Convocation: the letter that calls the members to a session."""

from collections.abc import Iterator

from lrt_desk.documents.agenda import agenda_words, paper_heading, paper_markings, versions_of
from lrt_desk.documents.frame import Row, framed
from lrt_desk.documents.passages import inlines
from lrt_desk.documents.tree import (
    Document,
    Facts,
    Heading,
    Node,
    Paragraph,
    Table,
    Text,
)
from lrt_desk.model.meetings import Session
from lrt_desk.model.papers import Paper
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import WEEKDAYS, clock, local, long_date, short_date, time_range


def convocation(snapshot: SessionSnapshot) -> Document:
    """Make the letter: which body, when, where, on what, and what papers are still awaited.

    It is the same letter for everybody: it names no attendees and never gives the online room.
    """
    return framed(
        snapshot,
        "Convocatie",
        (
            Facts(tuple(_rows(snapshot))),
            Paragraph((Text("Geachte leden,"),)),
            Paragraph(inlines(_call(snapshot))),
            *_agenda(snapshot),
            *_awaited(snapshot),
            *_closing(snapshot),
        ),
        banner="VOORLOPIG" if snapshot.session.provisional else "",
        marked=paper_markings(snapshot),
    )


def _rows(snapshot: SessionSnapshot) -> Iterator[Row]:
    session = snapshot.session
    facts = (
        ("Aan", f"de leden van de {snapshot.body.code}"),
        ("Betreft", f"vergadering van {long_date(session.date)}"),
        ("Tijd", time_range(session.start, session.end)),
        ("Plaats", session.place),
    )
    return ((label, (inlines(value),)) for label, value in facts if value)


def _call(snapshot: SessionSnapshot) -> str:
    session = snapshot.session
    body = snapshot.body.name or snapshot.body.code
    kind = "de voorlopig geplande vergadering" if session.provisional else "de vergadering"
    return f"Hierbij nodigen wij u uit voor {kind} van de {body} op {_moment(session)}."


def _moment(session: Session) -> str:
    day = f"{WEEKDAYS[session.date.weekday()]} {long_date(session.date)}"
    when = time_range(session.start, session.end)
    where = f", {session.place}" if session.place else ""
    return f"{day}{f', {when}' if when else ''}{where}"


def _agenda(snapshot: SessionSnapshot) -> Iterator[Node]:
    yield Heading(1, (Text("Agenda"),))
    words = agenda_words(snapshot).values()
    if not words:
        yield Paragraph((Text("De agenda volgt."),))
        return
    rows = tuple(
        tuple(map(inlines, (item.number, item.title, item.when, item.handling))) for item in words
    )
    head = ("Nr.", "Onderwerp", "Tijd", "Behandeling")
    yield Table(head, rows, (8, 58, 25, 40))


def _awaited(snapshot: SessionSnapshot) -> Iterator[Node]:
    """List the papers that did not come yet, with whom and until when."""
    papers = [paper for paper in snapshot.papers if not versions_of(snapshot, paper)]
    if not papers:
        return
    yield Heading(1, (Text("Nog te ontvangen stukken"),))
    rows = tuple(
        (inlines(paper_heading(snapshot, paper)), (Text(_deadline(paper)),)) for paper in papers
    )
    yield Table(("Stuk", "Uiterlijk"), rows, (5, 2))


def _deadline(paper: Paper) -> str:
    if paper.deadline is None:
        return "zo spoedig mogelijk"
    due = local(paper.deadline)
    return f"{short_date(due.date())}, {clock(due.time())} uur"


def _closing(snapshot: SessionSnapshot) -> Iterator[Node]:
    yield Heading(1, (Text("Aanmelden en stukken"),))
    mailbox = "" if snapshot.public_number else snapshot.body.mailbox
    to = f" Dat kan via {mailbox}." if mailbox else ""
    yield Paragraph(
        inlines(
            "Bent u verhinderd, laat dit dan weten en noem uw plaatsvervanger. Stukken levert u "
            f"aan vóór het genoemde tijdstip; wat later komt, staat als te laat op de agenda.{to}"
        )
    )
    if snapshot.session.link:
        online = "Wie online deelneemt, vindt de toegang in de eigen agenda-uitnodiging."
        yield Paragraph((Text(online),))
    yield Paragraph((Text("Met vriendelijke groet,"),))
    yield Paragraph(inlines(f"het secretariaat van de {snapshot.body.code}"))
