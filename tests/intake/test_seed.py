"""The published minutes of 10 November 2023, the one real input this project has."""

import datetime as dt
import re
from pathlib import Path

import pytest

from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, ApprovalOutcome, BlockKind
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.model.reading import ReadMinutes

SOURCE = Path(__file__).parents[2].parent / "shared/seeds/verslag-lrt-2023-11-10.txt"
pytestmark = pytest.mark.skipif(
    not SOURCE.exists(),
    reason="the published minutes of 10 November 2023 are not beside this repository",
)


@pytest.fixture(scope="module")
def read() -> ReadMinutes:
    return read_minutes(SOURCE.name, SOURCE.read_bytes())


def test_the_title_block(read: ReadMinutes) -> None:
    assert (read.body, read.date) == ("LRT", dt.date(2023, 11, 10))
    assert (read.start, read.end, read.place) == (dt.time(9, 15), None, "Webex")
    assert read.body_name == "Landelijke Regietafel Migratie en Integratie"


def test_nine_people_are_named(read: ReadMinutes) -> None:
    named = [
        (who.salutation, who.particle, who.surname, who.organisation)
        for who in read.attendees
        if who.surname
    ]
    assert named == [
        ("Dhr.", "van der", "Maat", "SJenV"),
        ("Dhr.", "de", "Jonge", "MBZK"),
        ("Dhr.", "", "Groot Wassink", "VNG"),
        ("Mevr.", "", "Spies", "VNG"),
        ("Mevr.", "", "Klijnsma", "CDK’s"),
        ("Dhr.", "de", "Reus", "IPO"),
        ("Dhr.", "", "Schoenmaker", "COA"),
        ("Dhr.", "van", "Rijn", "Aedes"),
        ("Dhr.", "", "Kolff", "VB"),
    ]


def test_eight_names_were_withheld_and_a_function_is_no_person(read: ReadMinutes) -> None:
    withheld = [who for who in read.attendees if not who.surname and not who.label]
    organisations = [who.organisation for who in withheld]
    assert organisations == ["JenV", "BZK", "BZK", "CDK’s", "SZW", "VNG", "JenV", "JenV"]
    assert {who.role for who in withheld} == {Role.OFFICIAL}
    assert {who.confidentiality for who in withheld} == {Confidentiality.NAME_WITHHELD}
    labels = [who.label for who in read.attendees if who.label]
    assert labels == ["secretariaat, ondersteuning"]


def test_the_items_with_their_blocks(read: ReadMinutes) -> None:
    assert [item.number for item in read.items] == ["1", "2", "3", "4", "5"]
    assert [len(item.blocks) for item in read.items] == [3, 6, 7, 3, 4]
    assert read.items[1].title.endswith("EN INRICHTING DECENTRAAL COÖRDINATIECENTRUM")
    assert read.items[2].title.endswith("EN INDEPLAATSSTELLING")
    labels = [block.label for item in read.items for block in item.blocks if block.label]
    assert labels == ["IBT", "Bod van Aedes"]
    assert not read.loose
    assert not read.unplaced


def test_the_actions_and_their_owners(read: ReadMinutes) -> None:
    facts = [(action.owners, action.handed_to, bool(action.unsettled)) for action in read.actions]
    assert facts == [
        (("VNG",), "", False),
        ((), "HLRT", False),
        ((), "", True),
        (("leden", "JenV"), "", False),
        (("VB", WITHHELD_IN_SOURCE), "", False),
    ]
    assert {action.due for action in read.actions} == {None}
    kinds = [block.kind for item in read.items for block in item.blocks]
    assert kinds.count(BlockKind.ACTION) == 2


def test_the_approval_of_the_minutes_of_a_week_before(read: ReadMinutes) -> None:
    (approval,) = read.approvals
    assert approval.outcome is ApprovalOutcome.WITH_CHANGES
    assert (approval.body, approval.date) == ("LRT", dt.date(2023, 11, 3))
    assert approval.organisations == ("VNG",)


def test_the_words_of_the_source_are_kept_in_order(read: ReadMinutes) -> None:
    source = re.findall(r"\w+", SOURCE.read_text(encoding="utf-8"))
    assert re.findall(r"\w+", " ".join(line.text for line in read.lines)) == source
    blocks = " ".join(f"{block.label} {block.text}" for item in read.items for block in item.blocks)
    assert "HLRT-niveau" in blocks
    assert WITHHELD_IN_SOURCE in read.items[4].blocks[3].text
