"""Tables: found in plain text, told apart by columns, laid flat where they only lay out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lrt_desk.intake.attendance import attendance_label
from lrt_desk.intake.headings import is_known_title
from lrt_desk.intake.lines import Line, plain_line, table_row, words_of

_RULE = re.compile(r"[\s|+:=_-]+")
_NUMBER = re.compile(r"\d{1,2}[a-z]?[.)]?")
_GAP = re.compile(r"\s{2,}|\t")
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("name", r"naam|namen|deelnemers?|aanwezigen?|persoon|lid|leden|naam\sdeelnemer"),
    ("organisation", r"organisatie|instantie|partij|departement|namens|vertegenwoordigt|koepel"
                     r"|org\.?"),
    ("function", r"functie|rol|hoedanigheid"),
    ("status", r"aanwezig|aan-?/?\s?afwezig(?:heid)?|presentie|aanwezigheid|status"
               r"|stand(?:\svan\szaken)?|voortgang|gereed\?|afgerond"),
    ("note", r"opmerking(?:en)?|bijzonderheden|toelichting"),
    ("number", r"nr\.?|nummer|#|no\.?|ap|agendapunt|punt|item"),
    ("action", r"actie(?:s|punt|punten)?|omschrijving|afspraken?|wat|taak|toezegging"
               r"|actie/afspraak"),
    ("decision", r"besluit(?:en)?"),
    ("owner", r"wie|actiehouders?|eigenaar|houder|door|trekker|verantwoordelijken?|uitvoering|"
              r"actie\sdoor|door\swie|actienemer"),
    ("term", r"termijn|wanneer|deadline|datum|datum\sgereed|gereed|uiterlijk|planning|gereed\sop|"
             r"streefdatum|due"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _COLUMNS)


class TableKind(StrEnum):
    """What a table lists."""

    ATTENDEES = "attendees"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    LISTS = "lists"
    """Lists of attendees side by side, each under its own label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a known heading: places of its header and rows, and what each column holds."""

    kind: TableKind
    header: int
    rows: tuple[int, ...]
    columns: tuple[str, ...]

    def cells(self, line: Line) -> dict[str, str]:
        """Give the words of one row by column."""
        return dict(zip(self.columns, words_of(line.row), strict=False))


def column_of(cell: str) -> str:
    """Name what a column holds from its header, "" when unknown."""
    words = cell.strip(" .:*")
    return next((name for name, pattern in _PATTERNS if pattern.fullmatch(words)), "")


def gather_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Turn the tables that plain text draws with bars or columns of white space into rows."""
    gathered: list[Line] = []
    starts: list[int] = []
    for line in lines:
        if line.row or line.whole:
            gathered.append(line)
            starts = []
        elif line.raw.count("|") >= 2 or (line.raw.count("|") == 1 and _known_header(_bars(line))):
            gathered.append(_barred(line))
            starts = []
        elif starts and _is_row(line, starts):
            gathered.append(_aligned(line, starts))
        else:
            starts = _column_starts(line)
            gathered.append(_aligned(line, starts) if starts else line)
    return tuple(_with_wrapped_rows(gathered))


def find_tables(lines: Mapping[int, Line]) -> tuple[Table, ...]:
    """Find the tables whose header says that they list attendees, actions or decisions."""
    tables: list[Table] = []
    places = list(lines)
    within = 0
    for position, at in enumerate(places):
        if position < within or not lines[at].row:
            continue
        columns = _columns(words_of(lines[at].row))
        kind = _kind(columns, words_of(lines[at].row))
        if kind is None:
            continue
        rows = []
        for place in places[position + 1 :]:
            if not lines[place].row or len(lines[place].row) < 2:
                break
            rows.append(place)
        within = position + 1 + len(rows)
        tables.append(Table(kind=kind, header=at, rows=tuple(rows), columns=columns))
    return tuple(tables)


def laid_flat(line: Line) -> Iterator[Line]:
    """Lay a row flat that only arranges text: its paragraphs one after another.

    A number in a cell of its own goes to the paragraph beside it; short cells stay one line.
    """
    cells = [cell for cell in line.row if cell]
    if not cells:
        return
    texts = words_of(tuple(cells))
    small = all(len(cell) == 1 for cell in cells) and max(map(len, texts)) < 80
    if len(cells) > 1 and small and not _NUMBER.fullmatch(texts[0]):
        yield replace(line, row=())
        return
    number = cells[0][0].raw.strip() if len(cells[0]) == 1 and len(cells) > 1 else ""
    if _NUMBER.fullmatch(number):
        first = cells[1][0]
        merged = replace(first, mark=number, raw=f"{number}  {first.raw}", gap=True)
        cells = [(merged, *cells[1][1:]), *cells[2:]]
    for cell in cells:
        yield from cell


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Name the columns; beside a deadline, "gereed" tells whether something is done."""
    columns: list[str] = []
    for name in map(column_of, cells):
        columns.append("status" if name == "term" and "term" in columns else name)
    return tuple(columns)


def _kind(columns: tuple[str, ...], cells: Sequence[str]) -> TableKind | None:
    held = set(columns)
    if "owner" in held and held & {"action", "decision"}:
        return TableKind.ACTIONS
    if "action" in held and held & {"term"}:
        return TableKind.ACTIONS
    if "name" in held and held & {"organisation", "function", "status"}:
        return TableKind.ATTENDEES
    if len(cells) > 1 and all(map(_is_label, cells)):
        return TableKind.LISTS
    return TableKind.DECISIONS if "decision" in held and len(columns) > 1 else None


def _is_label(cell: str) -> bool:
    label = attendance_label(cell)
    return label is not None and label.value_at == len(cell)


def _known_header(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and _kind(_columns(cells), cells) is not None


def _is_row(line: Line, starts: Sequence[int]) -> bool:
    """Tell whether a line goes on with the columns above it; after a gap only a full row does."""
    if line.bullet or is_known_title(line.text) or attendance_label(line.text):
        return False
    return not line.gap or len(_GAP.split(line.raw.strip())) == len(starts)


def _bars(line: Line) -> list[str]:
    words = line.raw.strip()
    framed = words.startswith("|") and words.endswith("|")
    return (words[1:-1] if framed else words).split("|")


def _barred(line: Line) -> Line:
    if _RULE.fullmatch(line.raw):
        return replace(line, text="", row=((),))
    cells = tuple((plain_line(cell.strip()),) if cell.strip() else () for cell in _bars(line))
    return replace(table_row(cells, gap=line.gap, page=line.page), raw=line.raw)


def _column_starts(line: Line) -> list[int]:
    """Give where the columns begin under a header written with white space, [] if it is none."""
    cells = [cell for cell in _GAP.split(line.raw.strip()) if cell]
    if not _known_header(cells) or not (all(map(column_of, cells)) or all(map(_is_label, cells))):
        return []
    starts, at = [], 0
    for cell in cells:
        at = line.raw.index(cell, at)
        starts.append(at + line.indent)
        at += len(cell)
    return starts


def _aligned(line: Line, starts: Sequence[int]) -> Line:
    """Cut a line in cells; each stretch of words belongs to the column it begins nearest to."""
    cells: list[tuple[Line, ...]] = [()] * len(starts)
    at = 0
    stretches = [stretch for stretch in _GAP.split(line.raw.strip()) if stretch]
    if len(stretches) == len(starts):
        cells = [(plain_line(stretch),) for stretch in stretches]
        stretches = []
    for stretch in stretches:
        at = line.raw.index(stretch, at)
        distances = [abs(start - at - line.indent) for start in starts]
        column = distances.index(min(distances))
        cells[column] = (*cells[column], plain_line(stretch))
        at += len(stretch)
    return replace(table_row(tuple(cells), gap=line.gap, page=line.page), raw=line.raw)


def _with_wrapped_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Join rows whose first cell is empty to the row above, and leave out rules between rows.

    Only below a known header; the words of other tables stay in the order of their lines.
    """
    above: Line | None = None
    known = False
    for line in lines:
        header = _known_header(words_of(line.row))
        known = bool(line.row) and (known or header)
        rule = line.row == ((),)
        filled = sum(map(bool, line.row))
        wrapped = (
            above
            and known
            and not _known_header(words_of(above.row))
            and len(line.row) == len(above.row)
            and not line.row[0]
            and filled <= len(line.row) / 2
        )
        if above and wrapped and not rule:
            cells = tuple((*one, *two) for one, two in zip(above.row, line.row, strict=True))
            raw = f"{above.raw}\n{line.raw}"
            above = replace(table_row(cells, gap=above.gap, page=above.page), raw=raw)
            continue
        if above:
            yield above
        above = line if line.row and not rule else None
        if not above:
            yield replace(line, row=(), furniture=True) if rule else line
    if above:
        yield above
