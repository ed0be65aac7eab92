"""Nothing dropped: which lines hold words that no fact took over."""

import re
from collections.abc import Iterable, Mapping

from lrt_desk.intake.lines import Line, words_of
from lrt_desk.model.minutes import LineRole
from lrt_desk.model.reading import ReadAttendee, ReadBlock, ReadItem
from lrt_desk.rules.withheld import mark_signs

_WORD = re.compile(r"\w+")


def left_over(
    lines: Mapping[int, Line],
    roles: Mapping[int, LineRole],
    *,
    labels: Mapping[int, int],
    attendees: Iterable[ReadAttendee],
    items: Iterable[ReadItem],
    loose: Iterable[ReadBlock],
) -> tuple[int, ...]:
    """Give the places of lines in headings, blocks and attendance whose words are in no fact.

    `labels` tells how long the label is that opens a line; a label is no fact of its own.
    """
    stream = "".join(_squeezed(text) for text in _texts(items, loose))
    people = {word for who in attendees for word in _WORD.findall(_words_of_attendee(who))}
    missing, at = [], 0
    for place, line in lines.items():
        role = roles.get(place, LineRole.UNPLACED)
        if role is LineRole.ATTENDANCE:
            if not (people | {"en"}).issuperset(
                _WORD.findall(_value(line)[labels.get(place, 0) :])
            ):
                missing.append(place)
        elif role in {LineRole.HEADING, LineRole.BLOCK}:
            # facts stand in the order of the source, so the search goes on where it was
            for piece in words_of(line.row) if line.row else (line.text,):
                words = _squeezed(mark_signs(piece))
                found = stream.find(words, at)
                found = found if found >= 0 else stream.find(words)
                if found < 0:
                    missing.append(place)
                    break
                at = found
    return tuple(missing)


def _texts(items: Iterable[ReadItem], loose: Iterable[ReadBlock]) -> Iterable[str]:
    yield from (f"{block.label} {block.text}" for block in loose)
    for item in items:
        yield f"{item.number} {item.title}"
        yield from (f"{block.label} {block.text}" for block in item.blocks)


def _words_of_attendee(who: ReadAttendee) -> str:
    return f"{who.source} {who.organisation} {who.label} {who.function}"


def _value(line: Line) -> str:
    return " ".join(words_of(line.row)) if line.row else line.text


def _squeezed(text: str) -> str:
    return "".join(_WORD.findall(text))
