"""What a command does reaches the screens once; what goes wrong reaches the user, not the file."""

import threading
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrt_desk.commands import bodies
from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import Body
from lrt_desk.store.archive import Archive
from ui.desk import Desk
from ui.jobs import Job
from ui.screen import Screen

if TYPE_CHECKING:
    from lrt_desk.model.change import Change


class Counting(Screen):
    KINDS = frozenset({"Body"})
    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


@pytest.fixture
def desk(archive: Archive, qapp: QApplication) -> Desk:
    return Desk(archive)


def test_a_change_is_told_once_after_commit(desk: Desk) -> None:
    told: list[Change] = []
    desk.changed.connect(told.append)
    change = desk.run(bodies.add_body, code="LRT")
    assert told == [change]
    assert change is not None
    assert change.kinds == {"Body"}


def test_a_refusal_is_told_with_its_remedy_and_changes_nothing(desk: Desk) -> None:
    refused: list[DeskError] = []
    desk.refused.connect(refused.append)
    desk.run(bodies.add_body, code="LRT")
    assert desk.run(bodies.add_body, code="lrt") is None
    assert refused[0].remedy
    assert len(desk.archive.find(Body)) == 1


def test_a_fault_rolls_back_and_its_report_keeps_secrets(desk: Desk) -> None:
    reports: list[str] = []
    desk.failed.connect(reports.append)

    def faulty(archive: Archive) -> NoReturn:
        with archive.atomic("x"):
            bodies.add_body(archive, code="LRT")
            raise ValueError("Dhr. Geheim")

    assert desk.run(faulty) is None
    assert not desk.archive.find(Body)
    assert "ValueError" in reports[0]
    assert "faulty" in reports[0]
    assert "Geheim" not in reports[0]


def test_hidden_screens_wait_and_visible_ones_refresh(desk: Desk, qtbot: QtBot) -> None:
    screen = Counting(desk)
    qtbot.addWidget(screen)
    desk.run(bodies.add_body, code="LRT")
    desk.run(bodies.add_body, code="HLRT")
    assert screen.refreshed == 0
    screen.show()
    assert screen.refreshed == 1
    desk.run(bodies.add_organisation, code="VNG")
    assert screen.refreshed == 1
    desk.run(bodies.add_body, code="PRT")
    assert screen.refreshed == 2


def test_work_runs_elsewhere_and_is_told_here(qapp: QApplication, qtbot: QtBot) -> None:
    here = threading.get_ident()
    places: list[tuple[int, int]] = []
    job = Job(threading.get_ident)
    job.done.connect(lambda there: places.append((there, threading.get_ident())))
    with qtbot.waitSignal(job.done, timeout=5000):
        job.start()
    assert places[0][0] != here
    assert places[0][1] == here


def test_refusals_and_faults_of_a_worker_are_told(qapp: QApplication, qtbot: QtBot) -> None:
    def refuse() -> NoReturn:
        raise DeskError("Kan niet.", "Doe iets anders.")

    job = Job(refuse)
    with qtbot.waitSignal(job.refused, timeout=5000) as refused:
        job.start()
    assert refused.args[0].remedy == "Doe iets anders."
    job = Job(lambda: 1 // 0)
    with qtbot.waitSignal(job.failed, timeout=5000) as failed:
        job.start()
    assert failed.args[0].startswith("ZeroDivisionError")
