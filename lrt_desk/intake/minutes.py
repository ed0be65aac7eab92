"""Old minutes in, facts out: layout → lines → structure → agreements."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lrt_desk.i18n import t
from lrt_desk.intake.agreements import find_agreements, table_of
from lrt_desk.intake.body import Text, read_body, table_attendees
from lrt_desk.intake.counting import mark_counted
from lrt_desk.intake.coverage import left_over
from lrt_desk.intake.evidence import require_minutes
from lrt_desk.intake.formats import read_layout
from lrt_desk.intake.furniture import mark_furniture
from lrt_desk.intake.head import Head, read_head, read_place, read_when
from lrt_desk.intake.lines import Line
from lrt_desk.intake.structure import flattened, take_apart
from lrt_desk.intake.tables import gather_tables
from lrt_desk.intake.title import from_file_name, missing_facts, read_title
from lrt_desk.model.minutes import LineRole, SourceLine
from lrt_desk.model.people import Role
from lrt_desk.model.reading import ReadAttendee, ReadMinutes, ReadRemark
from lrt_desk.rules.codes import code_key


def read_minutes(file_name: str, data: bytes) -> ReadMinutes:
    """Read old minutes from a text, PDF, DOCX or ODT file, told apart by content.

    What is not certain stays text, with a remark; no word of the source is lost.
    Errors: DeskError when the file cannot be read, or is certainly no minutes.
    """
    layout = gather_tables(tuple(mark_counted(read_layout(data))))
    source = mark_furniture(tuple(flattened(layout)))
    structure = take_apart(source)
    head = read_head(structure.head | structure.end)
    listed = (*head.attendees, *table_attendees(structure, head.roles))
    attendees = _each_once(_one_spelling(listed))
    require_minutes(structure.lines, head, structure.headings)
    furniture = "\n".join(dict.fromkeys(line.raw for line in source if line.furniture))
    title = read_title(head, structure.lines, furniture)
    when = read_when(head, title.dated, furniture)
    text = read_body(structure, head, title)
    named, dated = from_file_name(file_name)
    code = title.body.code or (named.code if not title.body.name else "")
    day = when.date or dated
    table = replace(table_of(attendees, code), day=day)
    agreed = find_agreements(text.items, text.loose, text.rows, table)
    missing = left_over(
        structure.lines,
        text.roles,
        labels=head.labels,
        attendees=attendees,
        items=text.items,
        loose=text.loose,
    )
    return ReadMinutes(
        file_name=file_name,
        content_hash=hashlib.sha256(data).hexdigest(),
        body=code,
        body_name=title.body.name,
        title=title.text,
        date=day,
        start=when.start,
        end=when.end,
        place=read_place(head, title.dated),
        attendees=attendees,
        items=tuple(text.items),
        loose=tuple(text.loose),
        actions=tuple(agreed.actions),
        decisions=tuple(agreed.decisions),
        approvals=tuple(agreed.approvals),
        remarks=(
            *missing_facts(code, title.body.name, when.date, dated),
            *when.remarks,
            *text.remarks,
            *agreed.remarks,
            *_about_left_over(structure.lines, missing),
        ),
        lines=tuple(_source_lines(source, text, head)),
        unplaced=tuple(_unplaced(source, text, missing)),
    )


def _one_spelling(attendees: Sequence[ReadAttendee]) -> tuple[ReadAttendee, ...]:
    """Give one organisation one spelling, the first: CDK’s and CdK´s."""
    first: dict[str, str] = {}
    return tuple(
        replace(who, organisation=first.setdefault(code_key(who.organisation), who.organisation))
        for who in attendees
    )


def _each_once(attendees: Sequence[ReadAttendee]) -> tuple[ReadAttendee, ...]:
    """Join the chair or secretary named on a line of their own to their place in the list."""
    kept: dict[tuple[str, ...], ReadAttendee] = {}
    for at, who in enumerate(attendees):
        key = (who.surname, who.particle, who.initials or who.given_name)
        before = kept.get(key)
        same = before and who.surname and _may_be_one(before, who)
        if not before or not same:
            kept[key if who.surname and not before else (*key, str(at))] = who
            continue
        role = before.role if before.role is not Role.MEMBER else who.role
        kept[key] = replace(
            who,
            role=role,
            organisation=before.organisation or who.organisation,
            function=before.function or who.function,
            source=f"{before.source} {who.source}",
        )
    return tuple(kept.values())


def _may_be_one(one: ReadAttendee, other: ReadAttendee) -> bool:
    organisations = {one.organisation, other.organisation} - {""}
    labelled = {one.role, other.role} & {Role.CHAIR, Role.SECRETARIAT}
    return len(organisations) < 2 and bool(labelled)


def _source_lines(source: Sequence[Line], text: Text, head: Head) -> Iterator[SourceLine]:
    for at, line in enumerate(source):
        role = LineRole.FURNITURE if line.furniture else text.roles.get(at, LineRole.UNPLACED)
        opening = _opening(line, role, head.labels.get(at, 0))
        if opening:
            yield SourceLine(role=LineRole.TITLE_BLOCK, text=line.raw[:opening].strip())
        yield SourceLine(role=role, text=line.raw[opening:].strip())


def _opening(line: Line, role: LineRole, label: int) -> int:
    """Measure the words that open a line and say what it is: Aanwezig, Agendapunt, a bullet "o"."""
    if role is LineRole.ATTENDANCE and label:
        return label + len(line.raw) - len(line.text)
    if role is LineRole.ATTENDANCE and line.number_like and line.raw.startswith(line.mark):
        return len(line.mark)
    word = re.match(r"[^\W\d_]+", line.mark)
    bullet = role in {LineRole.BLOCK, LineRole.ATTENDANCE} and line.mark == "o"
    opens = role is LineRole.HEADING or bullet
    return word.end() if word and opens and line.raw.startswith(line.mark) else 0


def _unplaced(source: Sequence[Line], text: Text, missing: Sequence[int]) -> Iterator[str]:
    left = frozenset(missing)
    for at, line in enumerate(source):
        placed = line.furniture or text.roles.get(at, LineRole.UNPLACED) is not LineRole.UNPLACED
        if not placed or at in left:
            yield line.raw.strip()


def _about_left_over(lines: Mapping[int, Line], missing: Sequence[int]) -> list[ReadRemark]:
    return [
        ReadRemark(
            text=t("Deze regel is niet geheel herkend en staat bij de overgebleven tekst."),
            quote=lines[at].raw.strip(),
        )
        for at in missing
    ]
