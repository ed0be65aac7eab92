"""Lists over a period, and lists for a spreadsheet."""

import csv
import datetime as dt
from dataclasses import replace
from io import StringIO

import pytest

from lrt_desk.documents import csv_lists, text
from lrt_desk.documents.kinds import Kind
from lrt_desk.documents.lists import actions, attendance
from lrt_desk.documents.minutes import minutes
from lrt_desk.documents.periods import Period, period_list
from lrt_desk.documents.tree import Heading, Table
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.snapshot import SessionSnapshot
from tests.documents.sample import CIRCULATED, DRAFT, FINAL

PERIOD = Period(DRAFT.body, dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def later(snapshot: SessionSnapshot, days: int) -> SessionSnapshot:
    day = snapshot.session.date + dt.timedelta(days=days)
    return replace(snapshot, session=replace(snapshot.session, id=Id(f"s{days}"), date=day))


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_period_gives_one_list_with_a_part_for_each_session_that_has_any() -> None:
    sessions = (FINAL, replace(later(FINAL, 7), actions=()), later(FINAL, 14))
    document = period_list(PERIOD, Kind.ACTIONS, sessions)
    parts = [node.content[0].text for node in document.nodes if isinstance(node, Heading)]
    assert parts == ["LRT/2024-03-08, 9.15 uur", "LRT/2024-03-22, 9.15 uur"]
    tables = [node for node in document.nodes if isinstance(node, Table)]
    assert [len(table.rows) for table in tables] == [3, 3]
    assert document.title == "Actielijst LRT 1 januari 2024 tot en met 31 december 2024"
    assert document.marking == ""


def test_a_period_carries_the_marking_of_its_sessions() -> None:
    document = period_list(PERIOD, Kind.DECISIONS, (FINAL, later(CIRCULATED, 7)))
    assert document.marking == "Departementaal vertrouwelijk, tot 1 september 2024"


def test_a_period_without_anything_says_so() -> None:
    said = text.render(period_list(PERIOD, Kind.DECISIONS, ()))
    assert "In deze periode zijn geen besluiten genomen." in said


def test_over_a_period_there_are_only_lists() -> None:
    with pytest.raises(DeskError, match="alleen lijsten"):
        period_list(PERIOD, Kind.MINUTES, (FINAL,))


def test_csv_has_a_row_for_each_action_with_its_session() -> None:
    found = rows(csv_lists.render(actions(FINAL)))
    assert found[0] == ["Vergadering", "Nr.", "Actie", "Wie", "Termijn", "Stand", "Punt"]
    assert [row[0] for row in found[1:]] == ["LRT/2024-03-08"] * 3
    assert found[1][3:5] == ["IPO, VNG", "22-03-2024"]
    assert found[3][3] == "VB, [gelakt]"
    both = rows(csv_lists.render(period_list(PERIOD, Kind.ACTIONS, (FINAL, later(FINAL, 7)))))
    assert len(both) == 1 + 3 + 3
    assert both[-1][0].startswith("LRT/2024-03-15")


@pytest.mark.parametrize("words", ["=1+1", "+31 6", "-2", "@som", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(words: str) -> None:
    action = replace(FINAL.actions[0], text=words)
    found = rows(csv_lists.render(actions(replace(FINAL, actions=(action,)))))
    assert found[1][2] == f"'{words}"


def test_awkward_cells_come_back_whole() -> None:
    words = 'een; twee "drie"\nvier'
    action = replace(FINAL.actions[0], text=words)
    assert rows(csv_lists.render(actions(replace(FINAL, actions=(action,)))))[1][2] == words


@pytest.mark.parametrize("document", [minutes(FINAL), attendance(replace(FINAL, attendees=()))])
def test_what_is_no_list_does_not_go_as_csv(document: object) -> None:
    with pytest.raises(DeskError, match="csv"):
        csv_lists.render(document)
