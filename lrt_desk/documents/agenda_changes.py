"""What changed on an agenda since it was sent."""

from collections.abc import Iterator
from dataclasses import replace

from lrt_desk.documents.agenda import ItemWords, agenda_words, paper_markings
from lrt_desk.documents.comparison import HOW_TO_READ, together, version_words
from lrt_desk.documents.frame import framed, session_rows
from lrt_desk.documents.passages import inlines, redlined
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
    Heading,
    Inlines,
    ListItem,
    Node,
    Paragraph,
    Text,
    Tone,
)
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import long_date, time_range

_KIND = "Agendawijzigingen"
_NOTHING = ItemWords("", "", "", "", ())


def agenda_changes(old: SessionSnapshot, new: SessionSnapshot) -> Document:
    """Compare the agenda as it was sent with the one of today, item by item."""
    both = replace(new, markings=tuple(dict.fromkeys((*old.markings, *new.markings))))
    compared = ("Vergeleken met", (inlines(f"agenda {version_words(old)}"),))
    nodes = (*_session(old, new), *_items(old, new))
    none = Paragraph((Text("De agenda is niet gewijzigd."),))
    return framed(
        both,
        _KIND,
        (
            Facts((*session_rows(new, _KIND), compared)),
            Paragraph((Text(HOW_TO_READ),), Tone.SMALL),
            *(nodes or (none,)),
        ),
        banner="VOORLOPIG" if new.session.provisional else "",
        marked=(*paper_markings(old), *paper_markings(new)),
    )


def _session(old: SessionSnapshot, new: SessionSnapshot) -> Iterator[Node]:
    """Say what changed of the session itself: its day, time or place."""
    before, after = _session_words(old), _session_words(new)
    rows = [
        (label, (redlined(before.get(label, ""), after.get(label, "")),))
        for label in dict.fromkeys((*before, *after))
        if before.get(label) != after.get(label)
    ]
    if rows:
        yield Heading(1, (Text("Vergadering"),))
        yield Facts(tuple(rows))


def _session_words(snapshot: SessionSnapshot) -> dict[str, str]:
    session = snapshot.session
    when = (long_date(session.date), time_range(session.start, session.end))
    words = {
        "Titel": session.title,
        "Datum en tijd": ", ".join(filter(None, when)),
        "Plaats": session.place,
    }
    return {label: value for label, value in words.items() if value}


def _items(old: SessionSnapshot, new: SessionSnapshot) -> Iterator[Node]:
    before, after = agenda_words(old), agenda_words(new)
    for item in together(old.items, new.items):
        one, other = before.get(item.id, _NOTHING), after.get(item.id, _NOTHING)
        if one != other:
            yield Heading(1, redlined(one.title, other.title), number=(other.number or one.number))
            yield Paragraph((Text(f"{_what(one, other)}."),), Tone.SMALL)
            for was, now in ((one.when, other.when), (one.handling, other.handling)):
                if was != now:
                    yield Paragraph(_whole(was, now))
            yield from _papers(one, other)


def _what(one: ItemWords, other: ItemWords) -> str:
    if one == _NOTHING:
        return "Nieuw punt"
    if other == _NOTHING:
        return "Vervallen punt"
    if one.number != other.number:
        return f"Was punt {one.number.rstrip('.')}"
    return "Gewijzigd punt"


def _whole(old: str, new: str) -> Inlines:
    """Show what something was and what it is now: times do not read word by word."""
    both = (*inlines(old, change=Change.DELETED), Text(" "), *inlines(new, change=Change.INSERTED))
    return both if old and new else redlined(old, new)


def _papers(one: ItemWords, other: ItemWords) -> Iterator[Node]:
    """List the papers where any of them changed; one that is on both agendas is one line."""
    before, after = dict(one.papers), dict(other.papers)
    if before != after:
        yield BulletList(
            tuple(
                ListItem(redlined(before.get(paper, ""), after.get(paper, "")))
                for paper in dict.fromkeys((*after, *before))
            )
        )
