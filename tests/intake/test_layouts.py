"""Minutes of other tables, in other layouts than the published ones."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.minutes import ApprovalOutcome, BlockKind, LineRole
from lrt_desk.model.people import Confidentiality, Role
from lrt_desk.model.reading import ReadMinutes

FIXTURES = Path(__file__).parent / "fixtures"
Reader = Callable[[str], ReadMinutes]


@pytest.fixture(scope="module")
def reader() -> Reader:
    def read(name: str) -> ReadMinutes:
        return read_minutes("verslag.txt", (FIXTURES / f"{name}.txt").read_bytes())

    return read


def titles(read: ReadMinutes) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in read.items]


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("attendee-table", ("HLRT", "2024-03-08", "10:00", "11:30", "Zaal Zeeland, Den Haag")),
        ("one-per-line", ("PRT", "2024-05-14", "13:00", "", "Provinciehuis")),
        ("nested-bullets", ("LRT", "2024-04-12", "12:00", "", "Teams")),
        ("page-furniture", ("LRT", "2024-06-07", "09:30", "11:00", "Utrecht")),
        ("no-numbers", ("RRT", "2024-09-03", "15:00", "16:15", "gemeentehuis Waalwoud")),
        ("lone-numbers", ("LRT", "2024-09-20", "09:15", "10:45", "Webex")),
        ("numbered-paragraphs", ("LRT", "2024-10-04", "", "", "")),
        ("agenda-first", ("HLRT", "2024-11-15", "", "", "")),
        ("tabs", ("BOO", "2025-02-06", "14:00", "15:30", "Provinciehuis Utrecht, zaal 1.09")),
        ("capitals", ("LRT", "2023-11-24", "", "", "")),
        ("aligned-columns", ("HLRT", "2023-12-15", "10:00", "11:30", "")),
    ],
)
def test_what_the_head_says(reader: Reader, name: str, facts: tuple[str, ...]) -> None:
    read = reader(name)
    times = [moment.isoformat("minutes") if moment else "" for moment in (read.start, read.end)]
    assert (read.body, str(read.date), *times, read.place) == facts


def test_a_table_of_attendees_and_one_of_actions(reader: Reader) -> None:
    read = reader("attendee-table")
    assert [(who.surname, who.organisation, who.role, who.status) for who in read.attendees] == [
        ("Zwaluw", "JenV", Role.CHAIR, Status.PRESENT),
        ("Eik", "BZK", Role.MEMBER, Status.PRESENT),
        ("Otter", "IPO", Role.MEMBER, Status.ABSENT),
        ("Kievit", "VNG", Role.MEMBER, Status.PARTLY_PRESENT),
        ("", "COA", Role.OFFICIAL, Status.PRESENT),
    ]
    assert read.attendees[3].present_until == dt.time(11)
    assert read.attendees[4].confidentiality is Confidentiality.NAME_WITHHELD
    assert [(a.owners, a.due, a.done) for a in read.actions] == [
        (("COA",), dt.date(2024, 3, 26), False),
        (("COA",), dt.date(2024, 4, 1), False),
        (("JenV", "BZK"), dt.date(2024, 3, 15), True),
    ]
    (approval,) = read.approvals
    assert (approval.outcome, approval.date) == (
        ApprovalOutcome.WITH_CHANGES,
        dt.date(2024, 2, 9),
    )
    assert approval.organisations == ("IPO", "VNG")
    assert [decision.text for decision in read.decisions] == [
        "de tafel stemt in met de aangepaste planning."
    ]


def test_one_name_to_a_line_and_headings_in_capitals(reader: Reader) -> None:
    read = reader("one-per-line")
    people = {who.surname: who for who in read.attendees}
    assert people["Merel"].role is Role.CHAIR
    assert (people["Plas"].particle, people["Plas"].organisation) == (
        "van der",
        "gemeente Duinwaard",
    )
    assert people["Roodborst"].organisation == "Veiligheidsregio Zuidland"
    assert (people["Specht"].role, people["Specht"].deputy_for) == (Role.DEPUTY, "mevr. Uil")
    assert people["Vink"].role is Role.SECRETARIAT
    assert {name: people[name].status for name in ("Zwaan", "Gans", "Fuut")} == {
        "Zwaan": Status.ABSENT_WITH_NOTICE,
        "Gans": Status.ABSENT_WITH_NOTICE,
        "Fuut": Status.ABSENT,
    }
    assert titles(read) == [("", "OPENING"), ("", "HUISVESTING"), ("", "RONDVRAAG")]
    assert [action.owners for action in read.actions] == [("dhr. De Specht",)]


def test_bullets_in_bullets_and_an_item_2a(reader: Reader) -> None:
    read = reader("nested-bullets")
    assert titles(read) == [
        ("1", "Opening"),
        ("2", "Verslag vorige vergadering"),
        ("2a", "Lijst van toezeggingen"),
        ("3", "Spreiding"),
        ("4", "W.V.T.T.K."),
    ]
    assert [block.level for block in read.items[3].blocks] == [0, 1, 1, 2, 2, 0, 0]
    withheld = [who.organisation for who in read.attendees if not who.surname]
    assert withheld == ["BZK", "JenV"]
    assert read.attendees[3].present_items == "vanaf agendapunt 3"
    assert [(a.owners, a.due) for a in read.actions] == [
        (("VNG",), dt.date(2024, 5, 1)),
        (("IPO", "Aedes"), None),
    ]
    assert [a.outcome for a in read.approvals] == [ApprovalOutcome.UNCHANGED]
    assert len(read.decisions) == 1


def test_page_furniture_cuts_no_sentence(reader: Reader) -> None:
    read = reader("page-furniture")
    first, second = read.items[0].blocks
    assert "de voorbereiding later" in first.text
    assert first.text.endswith("vraagt tijd en ook menskracht.")
    assert second.text.endswith("over een werk-wijze.")
    assert [remark.quote for remark in read.remarks] == ["werk-wijze"]
    assert read.items[1].title == "Financiën en de inrichting van het fonds"
    assert len(read.items[1].blocks) == 1
    furniture = [line.text for line in read.lines if line.role is LineRole.FURNITURE]
    assert furniture.count("Verslag LRT 7 juni 2024") == 3
    assert read.title == "Verslag LRT 7 juni 2024"
    assert {who.organisation for who in read.attendees} == {"SJenV", "MBZK", "CdK's"}


def test_headings_without_numbers_and_an_action_list(reader: Reader) -> None:
    read = reader("no-numbers")
    assert [item.title for item in read.items] == [
        "Opening en mededelingen",
        "Locatie Havenkwartier",
        "Rondvraag en sluiting",
        "Actiepunten",
    ]
    assert [(a.owners, bool(a.unsettled)) for a in read.actions] == [
        (("Bas van Loon",), False),
        (("VNG",), False),
        ((), True),
    ]


def test_a_year_that_contradicts_is_remarked_on(reader: Reader) -> None:
    read = reader("wrong-year")
    assert read.date == dt.date(2024, 1, 12), "12 January is a Friday in 2024 alone"
    assert ["12 januari 2023" in remark.text for remark in read.remarks] == [True]


def test_numbers_on_a_line_of_their_own(reader: Reader) -> None:
    read = reader("lone-numbers")
    assert titles(read) == [("1", "Opening"), ("2", "Stand van zaken opvang"), ("3", "Sluiting")]
    assert [who.organisation for who in read.attendees] == ["SJenV", "VNG", "IPO", "COA"]
    assert read.items[1].blocks[1].kind is BlockKind.DECISION
    assert [remark.quote for remark in read.remarks] == ["Actiehouder: COA"]


def test_numbered_paragraphs_are_no_items(reader: Reader) -> None:
    read = reader("numbered-paragraphs")
    assert [len(item.blocks) for item in read.items] == [2, 1, 3]
    assert read.items[0].blocks[0].text.startswith("1.1 De voorzitter")
    assert [a.outcome for a in read.approvals] == [ApprovalOutcome.DEFERRED]
    assert [decision.where.item for decision in read.decisions] == [2]
    assert bool(read.actions[0].unsettled)
    assert read.attendees[-1].label == "diverse ambtenaren"


def test_the_agenda_above_the_minutes_is_not_the_minutes(reader: Reader) -> None:
    read = reader("agenda-first")
    assert [len(item.blocks) for item in read.items] == [1, 1, 1]
    assert read.unplaced == ("Agenda:", "1. Opening", "2. Doorstroomlocaties", "3. Rondvraag")
    assert [(a.owners, a.handed_to) for a in read.actions] == [((), "LRT")]


def test_minutes_without_a_date_keep_what_they_say() -> None:
    text = (FIXTURES / "agenda-first.txt").read_text(encoding="utf-8")
    read = read_minutes("verslag.txt", text.replace("Datum: 15 november 2024\n", "").encode())
    assert read.date is None
    assert any("geen datum" in remark.text for remark in read.remarks)
    named = read_minutes(
        "hlrt-2024-11-15.txt", text.replace("Datum: 15 november 2024\n", "").encode()
    )
    assert named.date == dt.date(2024, 11, 15)
    assert any("naam van het bestand" in remark.text for remark in named.remarks)


def test_fields_and_an_action_list_between_tabs(reader: Reader) -> None:
    read = reader("tabs")
    people = [(who.surname, who.organisation, who.role) for who in read.attendees]
    assert people[:2] == [("Dalen", "provincie", Role.CHAIR), ("Kuiper", "", Role.SECRETARIAT)]
    assert [item.number for item in read.items] == ["1", "2", "3", "4", ""]
    assert [(a.owners, a.done) for a in read.actions] == [
        ((), True),
        ((), False),
        (("dhr. Smit",), False),
        (("Dhr. Smit",), False),
        (("COA", "provincie"), False),
    ]
    assert [a.date for a in read.approvals] == [dt.date(2025, 1, 9)]


def test_delegations_and_everything_in_capitals(reader: Reader) -> None:
    read = reader("capitals")
    assert [(who.surname, who.organisation) for who in read.attendees] == [
        ("Kraan", "SJenV"),
        ("Reiger", "MBZK"),
        ("Specht", "VNG"),
        ("Mees", "VNG"),
        ("Spreeuw", "COA"),
        ("Valk", "IPO"),
        ("", "JenV"),
        ("", "BZK"),
    ]
    assert titles(read)[1] == ("2", "VERSLAG 10 NOVEMBER 2023")
    assert [a.organisations for a in read.approvals] == [("VNG",)]
    assert [(a.owners, a.due) for a in read.actions] == [(("JenV", "BZK"), dt.date(2023, 12, 15))]


def test_attendees_in_columns_of_white_space(reader: Reader) -> None:
    read = reader("aligned-columns")
    assert [(who.surname, who.organisation, who.deputy_for) for who in read.attendees] == [
        ("Linde", "JenV", ""),
        ("Es", "BZK", ""),
        ("Berk", "VNG", "mevr. D. Eik"),
        ("Wilg", "IPO", ""),
    ]
    assert "Bespreekpunten" in read.unplaced
    assert [a.due for a in read.actions] == [dt.date(2024, 1, 12)]
