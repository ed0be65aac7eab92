"""Every class of the model has its table, and loses nothing on the way there and back."""

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_desk.model import meetings, minutes, papers, people, publication
from lrt_desk.store import journal
from lrt_desk.store.archive import Archive
from lrt_desk.store.rows import TABLES, Table, from_json, from_sql, table_of, to_json, to_sql
from tests.store.sample import BODY, SESSION

st.register_type_strategy(dt.datetime, st.datetimes(timezones=st.just(dt.UTC)))
st.register_type_strategy(str, st.text(st.characters(codec="utf-8")))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))


def test_every_fact_of_the_model_has_a_table() -> None:
    modules = (meetings, minutes, papers, people, publication)
    facts = {
        name
        for module in modules
        for name, kind in vars(module).items()
        if is_dataclass(kind) and "id" in {field.name for field in fields(kind)}
    }
    assert facts == set(TABLES)


def test_every_field_has_its_column(archive: Archive) -> None:
    for table in TABLES.values():
        columns = archive.db.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        assert tuple(column[1] for column in columns) == table.columns, table.name


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_column_may_be_empty_exactly_where_the_field_may(archive: Archive, table: Table) -> None:
    for column in archive.db.execute(f'PRAGMA table_info("{table.name}")').fetchall():
        name, not_null = column[1], bool(column[3] or column[5])
        optional = type(None) in get_args(get_type_hints(table.kind)[name])
        assert not_null is not optional, f"{table.name}.{name}"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@given(data=st.data())
def test_rows_go_and_come_back(table: Table, data: st.DataObject) -> None:
    row = data.draw(st.from_type(table.kind))
    assert from_sql(table.kind, tuple(to_sql(table, row))) == row
    assert from_json(table.kind.__name__, to_json(row)) == row


def test_rows_of_the_journal_take_defaults_for_later_fields() -> None:
    assert from_json("Body", '{"id":"body","code":"LRT","name":"Regietafel"}') == BODY


def test_sql_sees_plain_values() -> None:
    values = dict(
        zip(table_of(type(SESSION)).columns, to_sql(table_of(type(SESSION)), SESSION), strict=True)
    )
    assert (values["date"], values["start"], values["provisional"]) == ("2026-03-06", "09:15:00", 0)


def test_every_act_of_the_journal_is_known_to_its_table(archive: Archive) -> None:
    (sql,) = archive.db.execute("SELECT sql FROM sqlite_master WHERE name = 'journal'").fetchone()
    assert all(f"'{act}'" in sql for act in journal.Act)
