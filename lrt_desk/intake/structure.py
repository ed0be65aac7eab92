"""A source taken apart: head, agenda items, tables, and the habits of who wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lrt_desk.intake.attendance import attendance_label
from lrt_desk.intake.furniture import without_furniture
from lrt_desk.intake.head import field_label, opens_row
from lrt_desk.intake.headings import Heading, find_headings, is_known_title
from lrt_desk.intake.lines import Line, words_of
from lrt_desk.intake.paragraphs import Manners, manners_of
from lrt_desk.intake.tables import Table, TableKind, find_tables, laid_flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Lines by their place in the source, furniture left out, and what they are parts of.

    `head` and `items` hold the lines before the first heading and under each of them; `end` the
    list of attendees that some minutes close with.
    """

    lines: dict[int, Line]
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    manners: Manners
    head: dict[int, Line]
    items: tuple[dict[int, Line], ...]
    end: dict[int, Line]


def take_apart(source: Sequence[Line]) -> Structure:
    """Divide a source in its parts; tables with a known header are in none of them but `tables`,

    apart from the rows of actions and decisions, which stand under their item.
    """
    lines = without_furniture(source)
    tables = find_tables(lines)
    opening = next((at for at, line in lines.items() if _opens_agenda(line)), len(source))
    labels = {at for at, line in lines.items() if _is_label(line, fields=at < opening)}
    manners = manners_of(lines.values())
    headings = find_headings(lines, labels, manners)
    apart = {at for table in tables for at in _apart(table)}
    text = {at: line for at, line in lines.items() if at not in apart}
    first = headings[0].at if headings else _end_of_head(text)
    head = {at: line for at, line in text.items() if at < first}
    end = {} if labels & head.keys() else _closing_list(text, labels, headings)
    stops = [heading.at for heading in headings[1:]] + [len(source)] * bool(headings)
    items = tuple(
        {at: line for at, line in text.items() if heading.until <= at < stop and at not in end}
        for heading, stop in zip(headings, stops, strict=True)
    )
    return Structure(
        lines=lines,
        headings=headings,
        tables=tables,
        manners=manners,
        head=head,
        items=items,
        end=end,
    )


def flattened(lines: Sequence[Line]) -> Iterator[Line]:
    """Lay flat the rows of tables that only arrange text, with a label beside its value."""
    tables = find_tables({at: line for at, line in enumerate(lines) if not line.furniture})
    known = {at for table in tables for at in (table.header, *table.rows)}
    for at, line in enumerate(lines):
        texts = words_of(line.row)
        if not line.row or at in known:
            yield line
        elif len(texts) > 1 and opens_row(texts[0]):
            yield from _field(line, texts[0])
        else:
            yield from laid_flat(line)


def _field(line: Line, label: str) -> Iterator[Line]:
    values = [value for cell in line.row[1:] for value in cell]
    first = values[0] if values else replace(line, raw="", text="", row=())
    label = label.rstrip(" :")
    yield replace(first, raw=f"{label}  {first.raw}", text=f"{label}  {first.raw}", gap=line.gap)
    yield from values[1:]


def _apart(table: Table) -> tuple[int, ...]:
    rows = table.rows if table.kind in {TableKind.ATTENDEES, TableKind.LISTS} else ()
    return (table.header, *rows)


def _opens_agenda(line: Line) -> bool:
    return is_known_title(line.text) and attendance_label(line.text) is None


def _is_label(line: Line, *, fields: bool) -> bool:
    """Tell whether a line opens with a label; below the head only lists of people have one."""
    if line.row or line.mark:
        return False
    label = attendance_label(line.text)
    field = field_label(line.text) if fields else None
    return label is not None or (field is not None and field[1] <= len(line.text) - 1)


def _end_of_head(text: dict[int, Line]) -> int:
    """Find where the head ends without headings: at the first bullet, number or sentence."""
    listed = False
    for at, line in text.items():
        label = attendance_label(line.text)
        listed = listed or label is not None
        words = line.text.split()
        sentence = len(words) > 8 and line.text.rstrip().endswith(".") and "(" not in line.text
        if not label and not field_label(line.text) and (sentence or (line.mark and not listed)):
            return at
    return max(text, default=-1) + 1


def _closing_list(
    text: dict[int, Line], labels: set[int], headings: Sequence[Heading]
) -> dict[int, Line]:
    """Find the list of attendees of minutes that have it at the end."""
    for at in sorted(labels):
        label = attendance_label(text[at].text) if at in text else None
        if label is None or (not label.text.endswith(":") and label.value_at < len(text[at].text)):
            continue
        stop = next((heading.at for heading in headings if heading.at > at), max(text) + 1)
        return {place: line for place, line in text.items() if at <= place < stop}
    return {}
