"""The items with their blocks, what stands loose beside them, and the role of every line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lrt_desk.intake.agreements import Row
from lrt_desk.intake.attendance import attendance_label, read_list
from lrt_desk.intake.blocks import about_doubts, read_blocks
from lrt_desk.intake.entry import Section, read_entry, with_status
from lrt_desk.intake.head import Head
from lrt_desk.intake.lines import Line, words_of
from lrt_desk.intake.structure import Structure
from lrt_desk.intake.tables import Table, TableKind
from lrt_desk.intake.title import Title
from lrt_desk.model.minutes import LineRole
from lrt_desk.model.reading import ReadAttendee, ReadBlock, ReadItem, ReadRemark, Where
from lrt_desk.rules.withheld import mark_signs


@dataclass(slots=True)
class Text:
    """The text of minutes as blocks; `rows` are those that were rows of a table."""

    items: list[ReadItem] = field(default_factory=list)
    loose: list[ReadBlock] = field(default_factory=list)
    rows: dict[Where, Row] = field(default_factory=dict)
    remarks: list[ReadRemark] = field(default_factory=list)
    roles: dict[int, LineRole] = field(default_factory=dict)


def read_body(structure: Structure, head: Head, title: Title) -> Text:
    """Read every line that the head left: items, loose text, or words without a place."""
    text = Text(roles=dict(head.roles))
    text.roles |= dict.fromkeys(title.used & set(head.free), LineRole.TITLE_BLOCK)
    for table in structure.tables:
        text.roles[table.header] = LineRole.FURNITURE
    for number, heading in enumerate(structure.headings):
        span = range(heading.at, heading.until)
        text.roles |= {at: LineRole.HEADING for at in span if at in structure.lines}
        lines = structure.items[number]
        blocks = _blocks(text, structure, lines, number)
        item = ReadItem(number=heading.number, title=mark_signs(heading.title), blocks=blocks)
        text.items.append(item)
        text.remarks += about_doubts(heading.doubts, Where(item=number))
    text.loose.extend(_blocks(text, structure, _loose_lines(structure, head, title), None))
    return text


def table_attendees(structure: Structure, text_roles: dict[int, LineRole]) -> list[ReadAttendee]:
    """Read attendees from the tables that list them."""
    found: list[ReadAttendee] = []
    for table in structure.tables:
        if table.kind not in {TableKind.ATTENDEES, TableKind.LISTS}:
            continue
        rows = [structure.lines[at] for at in table.rows]
        text_roles |= dict.fromkeys(table.rows, LineRole.ATTENDANCE)
        if table.kind is TableKind.LISTS:
            found += _side_by_side(structure.lines[table.header], rows)
        else:
            found += [who for row in rows for who in _attendee(table, row)]
    return found


def _side_by_side(header: Line, rows: Sequence[Line]) -> Iterable[ReadAttendee]:
    for column, cell in enumerate(words_of(header.row)):
        label = attendance_label(cell)
        if label:
            cells = (row.row[column] for row in rows if column < len(row.row))
            yield from read_list([line for lines in cells for line in lines], label.section)


def _attendee(table: Table, line: Line) -> Iterable[ReadAttendee]:
    cells = table.cells(line)
    organisation = cells.get("organisation", "").strip()
    entry = read_entry(
        cells.get("name", "") or ("█" if organisation else ""),
        Section(organisation=organisation),
    )
    if entry is None:
        return
    for column in ("function", "status", "note"):
        entry = with_status(entry, cells.get(column, ""))
    yield replace(entry, source=" ".join(filter(None, (line.text.replace("|", " ").split()))))


def _loose_lines(structure: Structure, head: Head, title: Title) -> dict[int, Line]:
    """Choose the lines outside every item that are sentences, apart from those in the head."""
    first = structure.headings[0].at if structure.headings else None
    if first is None:
        rest = {
            at: line for at, line in structure.lines.items()
            if at not in structure.head and at not in structure.end
            and all(at != table.header for table in structure.tables)
        }  # fmt: skip
    else:
        rest = {}
    free = {at: structure.lines[at] for at in head.free if at not in title.used}
    sentences = {at: line for at, line in free.items() if _is_sentence(line)}
    return dict(sorted((sentences | rest).items()))


def _is_sentence(line: Line) -> bool:
    words = line.text.split()
    return not line.number_like and (len(words) > 8 or (len(words) > 3 and words[-1].endswith(".")))


def _blocks(
    text: Text, structure: Structure, lines: dict[int, Line], number: int | None
) -> tuple[ReadBlock, ...]:
    tables = {structure.lines[at]: table for table in structure.tables for at in table.rows}
    blocks, remarks, firsts = read_blocks(list(lines.values()), structure.manners, number)
    for count, line in enumerate(firsts):
        if line.row and line in tables:
            where = Where(item=number, block=count)
            text.rows[where] = Row(cells=tables[line].cells(line))
    text.roles |= dict.fromkeys(lines, LineRole.BLOCK)
    text.remarks.extend(remarks)
    return blocks
