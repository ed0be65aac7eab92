"""Agendas, change sheets and recovery kits."""

import datetime as dt
from dataclasses import replace

from lrt_desk.documents.agenda import agenda
from lrt_desk.documents.changes import change_sheet
from lrt_desk.documents.recovery import recovery_kit
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
    Heading,
    Paragraph,
    Text,
    Tone,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import RequestState
from lrt_desk.model.papers import Embargo
from tests.documents.printed import KIT
from tests.documents.sample import CIRCULATED, DRAFT, FINAL, REQUESTS


def papers(document: Document) -> list[str]:
    lists = [node for node in document.nodes if isinstance(node, BulletList)]
    return [one.text for node in lists for item in node.items for one in item.content
            if isinstance(one, Text)]  # fmt: skip


def facts(document: Document) -> list[tuple[str, str]]:
    """Write every label with its value, deletions in [-] and insertions in {+}."""
    signs = {None: "{}", Change.DELETED: "[-{}]", Change.INSERTED: "{{+{}}}"}
    return [
        (label, "".join(signs[one.change].format(one.text) for one in value
                        if isinstance(one, Text)))
        for node in document.nodes if isinstance(node, Facts)
        for label, values in node.rows
        for value in values
    ]  # fmt: skip


def test_papers_say_that_they_came_late_and_what_must_be_known_before_reading() -> None:
    embargo = Embargo(id=Id("e"), event="tot na de MR")
    letter = replace(
        DRAFT.papers[1], embargo_id=Id("e"), addressee="Tweede Kamer", copy_to="VNG",
        release_condition="na de MR",
    )  # fmt: skip
    found = papers(agenda(replace(DRAFT, papers=(DRAFT.papers[0], letter), embargoes=(embargo,))))
    assert found == [
        "Oplegnotitie spreiding tijdelijke woonlocaties (BZK). Nagezonden op 6 maart 2024, "
        "16.30 uur: afstemming met de provincies.",
        "Factsheet instroom en uitstroom. Embargo tot na de MR. Brief aan Tweede Kamer, in "
        "afschrift aan VNG. Gaat uit: na de MR. Volgt.",
    ]


def test_only_what_was_settled_about_an_item_is_said() -> None:
    small = [node.content for node in agenda(DRAFT).nodes
             if isinstance(node, Paragraph) and node.tone is Tone.SMALL]  # fmt: skip
    assert small == [
        (Text("Bespreekstuk · MBZK · 40 minuten"),),
        (Text("Ter kennisneming · 15 minuten"),),
    ]


def test_a_provisional_session_has_a_provisional_agenda() -> None:
    session = replace(DRAFT.session, provisional=True)
    assert agenda(replace(DRAFT, session=session)).banner == "VOORLOPIG"


def test_every_request_is_accounted_for_by_its_paragraph() -> None:
    sheet = change_sheet(CIRCULATED, FINAL, REQUESTS)
    heads = [node for node in sheet.nodes if isinstance(node, Heading) and node.level == 2]
    assert [(one.number, one.content) for one in heads] == [
        ("1.", (Text("VNG, alinea 2.1, overgenomen"),)),
        ("2.", (Text("IPO, alinea 3.1, niet overgenomen"),)),
        ("3.", (Text("COA, aangekondigd, tekst volgt"),)),
    ]
    known = dict(facts(sheet))
    assert known["Versies"] == "0.1 van 12 maart 2024 → 1.0 van 15 maart 2024"
    assert "[-500] {+650}" in known["Alinea 2.1"]
    assert known["Antwoord"] == "Zo is het niet besproken."


def test_what_was_taken_over_differently_is_shown_beside_the_wish() -> None:
    edited = replace(
        REQUESTS[0], state=RequestState.ACCEPTED_WITH_EDITS,
        resolution=REQUESTS[0].old_text.replace("4.500", "4.600"),
    )  # fmt: skip
    known = dict(facts(change_sheet(CIRCULATED, FINAL, (edited,))))
    assert "{+650}" in known["Gevraagd"]
    assert "{+600}" in known["Overgenomen als"]


def test_new_and_vanished_paragraphs_stand_where_they_belong() -> None:
    new = replace(DRAFT.blocks[0], id=Id("nieuw"), text="Extra.")
    after = replace(FINAL, blocks=(DRAFT.blocks[0], new, *DRAFT.blocks[2:]))
    changed = facts(change_sheet(CIRCULATED, after, ()))[4:]
    assert changed == [
        ("Alinea 1.2", f"[-{DRAFT.blocks[1].text}]"),
        ("Nieuwe alinea", "{+Extra.}"),
    ]


def test_a_sheet_without_changes_says_so() -> None:
    sheet = change_sheet(CIRCULATED, CIRCULATED, ())
    said = [node.content[0] for node in sheet.nodes if isinstance(node, Paragraph)]
    assert Text("Er zijn geen wijzigingen gevraagd.") in said
    assert Text("De tekst is niet gewijzigd.") in said


def test_a_recovery_kit_numbers_its_groups_for_typing_over() -> None:
    kit = recovery_kit(KIT)
    codes = [node for node in kit.nodes if isinstance(node, Paragraph) and node.tone is Tone.CODE]
    assert [one.content[1] for one in codes] == [Text(group, bold=True) for group in KIT.groups]
    assert kit.date == dt.date(2024, 1, 2)
    assert not set(KIT.groups) & set(kit.title.split())
