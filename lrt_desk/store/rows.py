"""Rows of tables and dataclasses of the model, each way.

A date, time or moment is ISO text, a flag 0 or 1, a tuple JSON; the rest is as it is.
"""

import re
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final, Protocol, TypeVar, cast, get_args, get_origin, get_type_hints

import msgspec

from lrt_desk.model import meetings, minutes, papers, people, publication
from lrt_desk.model.ids import Id

SqlValue = str | int | None


class Row(Protocol):
    """A dataclass of the model that has a table."""

    @property
    def id(self) -> Id: ...


R = TypeVar("R", bound=Row)

IMMUTABLE: Final = frozenset({"AgendaVersion", "MinutesVersion", "SignedCopy"})


@dataclass(frozen=True, kw_only=True)
class Table:
    """Where the rows of one class live, and the SQL that reaches them."""

    kind: type[Any]
    name: str
    columns: tuple[str, ...]
    flags: frozenset[str]
    lists: frozenset[str]

    @cached_property
    def select(self) -> str:
        """Gives all rows, to be narrowed down; their cells are in the order of the columns."""
        return f'SELECT {self._list} FROM "{self.name}"'  # noqa: S608  names from the model

    @cached_property
    def upsert(self) -> str:
        """Takes cells in the order of the columns."""
        marks = ", ".join("?" * len(self.columns))
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in self.columns[1:])
        return (
            f'INSERT INTO "{self.name}" ({self._list}) '  # noqa: S608  names from the model
            f"VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"
        )

    @cached_property
    def delete(self) -> str:
        """Takes an id."""
        return f'DELETE FROM "{self.name}" WHERE id = ?'  # noqa: S608  names from the model

    @cached_property
    def order(self) -> str:
        """What rows are listed by."""
        return "position, id" if "position" in self.columns else "id"

    @cached_property
    def _list(self) -> str:
        return ", ".join(f'"{name}"' for name in self.columns)


def _table(kind: type[Any]) -> Table:
    hints = get_type_hints(kind)
    return Table(
        kind=kind,
        name=re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(),
        columns=tuple(field.name for field in fields(kind)),
        flags=frozenset(name for name, hint in hints.items() if hint is bool),
        lists=frozenset(
            name
            for name, hint in hints.items()
            if tuple in (hint, get_origin(hint), *get_args(hint))
        ),
    )


TABLES: Final = {
    kind.__name__: _table(kind)
    for kind in (
        people.Organisation,
        people.Person,
        people.Membership,
        meetings.Body,
        meetings.Series,
        meetings.Session,
        meetings.AgendaItem,
        meetings.AgendaVersion,
        meetings.Attendee,
        papers.Marking,
        papers.Embargo,
        papers.Paper,
        papers.PaperVersion,
        minutes.Block,
        minutes.MinutesVersion,
        minutes.ChangeRequest,
        minutes.Approval,
        minutes.Action,
        minutes.Decision,
        minutes.CommentRound,
        minutes.Remark,
        minutes.SourceText,
        publication.Redaction,
        publication.SignedCopy,
        publication.PublicCopy,
    )
}


def table_of(kind: type[Any]) -> Table:
    """Give the table of a class of the model."""
    return TABLES[kind.__name__]


def to_json(row: Row) -> str:
    """Write a row as the journal keeps it, its fields in the order of the class."""
    return msgspec.json.encode(row).decode()


def from_json(kind: str, text: str) -> Row:
    """Read a row as the journal kept it; fields that came later take their default."""
    return cast("Row", msgspec.json.decode(text, type=TABLES[kind].kind))


def to_sql(table: Table, row: Row) -> list[SqlValue]:
    """Give the values of a row in the order of the columns."""
    values = msgspec.to_builtins(row)
    return [to_cell(values[column]) for column in table.columns]


def to_cell(value: object) -> SqlValue:
    """Give what a column holds for a value of the model."""
    plain = msgspec.to_builtins(value)
    return msgspec.json.encode(plain).decode() if isinstance(plain, tuple | list) else plain


def from_sql(kind: type[R], cells: tuple[SqlValue, ...]) -> R:
    """Build a row from cells in the order of the columns."""
    table = table_of(kind)
    values: dict[str, Any] = dict(zip(table.columns, cells, strict=True))
    for column in table.flags:
        values[column] = bool(values[column])
    for column in table.lists:
        values[column] = msgspec.json.decode(values[column])
    return msgspec.convert(values, kind)
