"""Minutes say who was there, what was agreed and how firm the text is, and never too much."""

import datetime as dt
from dataclasses import replace

import pytest

from lrt_desk.documents.frame import title
from lrt_desk.documents.lists import actions, attendance, decisions
from lrt_desk.documents.minutes import approval_line, minutes
from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Table,
    Text,
    Tone,
    Withheld,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus
from lrt_desk.model.minutes import ApprovalOutcome as Outcome
from lrt_desk.model.minutes import Block, BlockKind, VersionKind
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import ApprovalStamp, VersionStamp
from lrt_desk.rules.redact import public_snapshot
from tests.documents.printed import DOCUMENTS, PUBLIC
from tests.documents.sample import CIRCULATED, DRAFT, FINAL, LINK, SESSION


def written(content: Inlines) -> str:
    """Write inlines with boxes as [ground]."""
    return "".join(f"[{one.ground}]" if isinstance(one, Withheld) else one.text for one in content)


def rows(document: Document) -> dict[str, str]:
    """Give the title block as label and value."""
    block = document.nodes[0]
    assert isinstance(block, Facts)
    return {label: written(values[0]) for label, values in block.rows}


def items(document: Document) -> list[ListItem]:
    return [item for node in document.nodes if isinstance(node, BulletList) for item in node.items]


def test_the_title_block_says_what_when_where_and_who() -> None:
    assert rows(minutes(DRAFT)) == {
        "Omschrijving": "Verslag LRT 8 maart 2024",
        "Vergaderdatum en -tijd": "8 maart 2024, 9.15–11.30 uur",
        "Vergaderplaats": "Turfmarkt 147, Den Haag",
        "Aanwezig": "Dhr. Van den Eikenaar (SJenV, voorzitter), Mevr. De Vries Lentink (MBZK), "
        "Mevr. Açıkgöz-Ağaoğlu (VNG, tot 11.00 uur), Dhr. Ter Braakhuis (IPO, vervangt Mevr. Van "
        "Ommeren-Łukasiewicz), Mevr. Zonderland (JenV), [] (BZK), Dhr. Hoogervorst (VB, bij punt "
        "3), secretariaat.",
        "Afwezig met kennisgeving": "Dhr. Wijngaard (COA).",
    }


def test_a_public_copy_shows_the_organisation_of_a_withheld_name_and_why() -> None:
    present = rows(minutes(PUBLIC))["Aanwezig"]
    assert "[5.1.2e] (JenV), [5.1.2e] (BZK)" in present
    assert "Zonderland" not in repr(minutes(PUBLIC))
    assert "Zonderland" in repr(minutes(FINAL))


def test_a_public_copy_explains_exactly_the_grounds_it_uses() -> None:
    *_, heading, legend = minutes(PUBLIC).nodes
    assert heading == Heading(1, (Text("Wat is gelakt"),))
    assert isinstance(legend, Facts)
    meaning = {label: written(values[0]) for label, values in legend.rows}
    assert meaning["5.1.2e"] == "Persoonlijke levenssfeer (artikel 5.1, tweede lid, onder e, Woo)"
    assert set(meaning) <= {"5.1.2e", "leeg kader"}
    assert minutes(PUBLIC).footer == "Openbare versie LRT-2024-03-08-O1"


def test_who_is_wholly_withheld_leaves_only_a_box() -> None:
    hidden = tuple(
        replace(one, confidentiality=Confidentiality.FULLY_WITHHELD) if one.id == "a6" else one
        for one in FINAL.attendees
    )
    public = public_snapshot(replace(FINAL, attendees=hidden), (), number="O1").snapshot
    assert "Łukasiewicz), [5.1.2e], [5.1.2e] (BZK)" in rows(minutes(public))["Aanwezig"]


def test_who_was_replaced_without_a_deputy_is_absent() -> None:
    lonely = tuple(replace(one, deputy_for_id=None) for one in DRAFT.attendees)
    found = rows(minutes(replace(DRAFT, attendees=lonely)))
    assert found["Afwezig"] == "Mevr. Van Ommeren-Łukasiewicz (IPO)."


def test_who_is_only_expected_is_not_said_to_be_there() -> None:
    expected = tuple(
        replace(one, status=AttendanceStatus.EXPECTED) if one.id == "a1" else one
        for one in DRAFT.attendees
    )
    found = rows(minutes(replace(DRAFT, attendees=expected)))
    assert found["Uitgenodigd"] == "Dhr. Van den Eikenaar (SJenV, voorzitter)."
    assert "Eikenaar" not in found["Aanwezig"]


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_online_room_is_in_no_document(document: Document) -> None:
    assert LINK not in repr(document)
    assert "zonderland@" not in repr(document)


@pytest.mark.parametrize(
    ("outcome", "organisations", "line"),
    [
        (Outcome.UNCHANGED, (), "Geaccordeerd in de LRT van 17 november 2023"),
        (
            Outcome.WITH_CHANGES,
            ("VNG",),
            "Geaccordeerd in de LRT van 17 november 2023, met wijziging van VNG",
        ),
        (
            Outcome.WITH_CHANGES,
            ("VNG", "IPO", "COA"),
            "Geaccordeerd in de LRT van 17 november 2023, met wijzigingen van VNG, IPO en COA",
        ),
        (
            Outcome.WITH_CHANGES,
            (),
            "Geaccordeerd in de LRT van 17 november 2023, met wijzigingen",
        ),
        (Outcome.DEFERRED, ("VNG",), "Aangehouden in de LRT van 17 november 2023"),
    ],
)
def test_approval_line(outcome: Outcome, organisations: tuple[str, ...], line: str) -> None:
    day = dt.date(2023, 11, 17)
    stamp = ApprovalStamp(body="LRT", date=day, outcome=outcome, organisations=organisations)
    assert approval_line(stamp) == line


def test_only_text_that_may_still_change_is_called_a_concept() -> None:
    final = VersionStamp(number="1.0", kind=VersionKind.FINAL, date=dt.date(2024, 3, 15))
    imported = VersionStamp(number="import", kind=VersionKind.IMPORTED, date=dt.date(2024, 3, 8))
    assert minutes(DRAFT).banner == minutes(CIRCULATED).banner == "CONCEPT"
    assert minutes(replace(CIRCULATED, stamp=FINAL.stamp)).banner == ""
    assert minutes(replace(DRAFT, version=final)).banner == ""
    assert minutes(replace(DRAFT, version=imported)).banner == ""


def test_deferred_minutes_are_still_a_concept() -> None:
    assert FINAL.stamp
    deferred = replace(FINAL.stamp, outcome=Outcome.DEFERRED)
    assert minutes(replace(CIRCULATED, stamp=deferred)).banner == "CONCEPT"


def test_only_a_circulated_version_numbers_its_paragraphs() -> None:
    numbers = [item.number for item in items(minutes(CIRCULATED))]
    assert numbers == ["1.2", "2.1", "2.2", "2.5", "2.6", "4.1"]
    assert {item.number for item in items(minutes(FINAL))} == {""}


def test_bullets_hang_under_their_own() -> None:
    children = [item.children for item in items(minutes(CIRCULATED)) if item.children]
    assert [[child.number for child in group] for group in children] == [["2.3", "2.4"]]


@pytest.mark.parametrize(
    ("kind", "label", "text", "expected"),
    [
        (BlockKind.ACTION, "", "VNG belt rond.", "*Actie: *VNG belt rond."),
        (BlockKind.ACTION, "", "Actie VNG: belt rond.", "*Actie VNG:* belt rond."),
        (BlockKind.ACTION, "", "Reactie: volgt.", "*Actie: *Reactie: volgt."),
        (BlockKind.DECISION, "Besluit", "akkoord.", "*Besluit**: *akkoord."),
        (BlockKind.BULLET, "IBT", "het loopt.", "*IBT**: *het loopt."),
        (BlockKind.BULLET, "", "Actie: geen actieblok.", "Actie: geen actieblok."),
    ],
)
def test_lead_words_are_bold_and_said_once(
    kind: BlockKind, label: str, text: str, expected: str
) -> None:
    block = Block(
        id=Id("b1"), session_id=SESSION, item_id=Id("i1"), position=1, kind=kind, text=text,
        label=label,
    )  # fmt: skip
    (item,) = items(minutes(replace(DRAFT, blocks=(block,))))
    bold = [f"*{one.text}*" if isinstance(one, Text) and one.bold else written((one,))
            for one in item.content]  # fmt: skip
    assert "".join(bold) == expected
    tones = {BlockKind.ACTION: Tone.ACTION, BlockKind.DECISION: Tone.DECISION}
    assert item.tone is tones.get(kind, Tone.BODY)


def test_a_remark_outside_every_item_is_not_lost() -> None:
    stray = replace(DRAFT.blocks[0], id=Id("b0"), item_id=None, text="Buiten de orde.")
    found = minutes(replace(DRAFT, blocks=(stray, *DRAFT.blocks)))
    assert Paragraph((Text("Buiten de orde."),)) in found.nodes


def test_withheld_words_become_boxes_wherever_they_stand() -> None:
    block = replace(DRAFT.blocks[0], text="Gebeld met ⟦5.1.2e⟧ en █████.")
    titled = replace(DRAFT.items[0], title="Zaak ⟦5.1.2d⟧")
    found = minutes(replace(DRAFT, blocks=(block,), items=(titled,)))
    assert Heading(1, (Text("Zaak "), Withheld("5.1.2d")), "1.", "i1") in found.nodes
    boxed = (Text("Gebeld met "), Withheld("5.1.2e"), Text(" en "), Withheld(), Text("."))
    assert Paragraph(boxed) in found.nodes


def test_the_action_list_says_who_when_and_where_it_stands() -> None:
    (table,) = (node for node in actions(FINAL).nodes if isinstance(node, Table))
    assert [[written(cell) for cell in row][2:] for row in table.rows] == [
        ["IPO, VNG", "22-03-2024", "open", "2"],
        ["HLRT", "", "overgedragen", "3"],
        ["VB, []", "", "open", "4"],
    ]


def test_lists_of_nothing_say_so() -> None:
    bare = replace(DRAFT, actions=(), decisions=(), attendees=())
    for document in (actions(bare), decisions(bare), attendance(bare)):
        assert isinstance(document.nodes[-1], Paragraph)
    assert not [node for node in minutes(bare).nodes if isinstance(node, Table)]


def test_every_ground_of_the_act_is_explained() -> None:
    text = " ".join(f"⟦{ground}⟧" for ground in Ground)
    public = replace(PUBLIC, blocks=(replace(PUBLIC.blocks[0], text=text),))
    legend = minutes(public).nodes[-1]
    assert isinstance(legend, Facts)
    labels = [label for label, _ in legend.rows if label != "leeg kader"]
    assert labels == list(Ground)
    articles = {label: written(values[0]).split("(")[-1] for label, values in legend.rows}
    assert articles["5.1.5"] == "artikel 5.1, vijfde lid, Woo)"
    assert articles["5.2"] == "artikel 5.2, Woo)"


def test_a_session_without_anything_gives_minutes_all_the_same() -> None:
    bare = replace(DRAFT, attendees=(), items=(), blocks=(), actions=(), decisions=())
    assert minutes(bare).title == title(bare, "Verslag") == "Verslag LRT 8 maart 2024"
