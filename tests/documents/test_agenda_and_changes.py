"""Agendas, change sheets and recovery kits."""

import datetime as dt
from dataclasses import replace

from lrt_desk.documents import text
from lrt_desk.documents.agenda import agenda
from lrt_desk.documents.agenda_changes import agenda_changes
from lrt_desk.documents.changes import change_sheet
from lrt_desk.documents.convocation import convocation
from lrt_desk.documents.pdf_flow import words
from lrt_desk.documents.recovery import recovery_kit
from lrt_desk.documents.tree import (
    BulletList,
    Change,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    Text,
    Tone,
)
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import RequestState, VersionKind
from lrt_desk.model.papers import Embargo, Marking, MarkingLevel, PaperVersion
from lrt_desk.model.snapshot import VersionStamp
from tests.documents.printed import KIT
from tests.documents.sample import CIRCULATED, DAY, DRAFT, FINAL, REQUESTS


def papers(document: Document) -> list[str]:
    lists = [node for node in document.nodes if isinstance(node, BulletList)]
    return [one.text for node in lists for item in node.items for one in item.content
            if isinstance(one, Text)]  # fmt: skip


def small(document: Document) -> list[str]:
    nodes = [node for node in document.nodes if isinstance(node, Paragraph)]
    return [
        "".join(run.text for run in node.content if isinstance(run, Text))
        for node in nodes
        if node.tone is Tone.SMALL
    ]


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
        "Oplegnotitie spreiding tijdelijke woonlocaties (BZK). Te laat, nagezonden op 6 maart "
        "2024, 16.30 uur: afstemming met de provincies.",
        "Factsheet instroom en uitstroom. Embargo tot na de MR. Brief aan Tweede Kamer, in "
        "afschrift aan VNG. Gaat uit: na de MR. Volgt.",
    ]


def test_only_what_was_settled_about_an_item_is_said() -> None:
    assert small(agenda(DRAFT)) == [
        "9.15 uur",
        "Bespreekstuk · MBZK · 40 minuten",
        "Ter kennisneming · 15 minuten",
    ]


def test_items_have_a_time_as_long_as_every_length_before_them_is_known() -> None:
    opening = replace(DRAFT.items[0], minutes=10)
    assert small(agenda(replace(DRAFT, items=(opening, *DRAFT.items[1:])))) == [
        "9.15–9.25 uur · 10 minuten",
        "9.25–10.05 uur · Bespreekstuk · MBZK · 40 minuten",
        "10.05–10.20 uur · Ter kennisneming · 15 minuten",
        "10.20 uur",
    ]
    late = replace(DRAFT.session, start=dt.time(23, 55))
    assert "0.05" not in "".join(small(agenda(replace(DRAFT, session=late))))


def test_a_paper_says_whether_it_is_awaited_late_or_sent_on() -> None:
    session = replace(DRAFT.session, invited_at=dt.datetime(2024, 3, 5, 9, 0, tzinfo=dt.UTC))
    paper, delivery = DRAFT.papers[0], DRAFT.paper_versions[0]
    in_time = replace(delivery, delivered_at=dt.datetime(2024, 3, 5, 10, 0, tzinfo=dt.UTC))
    early = replace(delivery, delivered_at=dt.datetime(2024, 3, 4, 10, 0, tzinfo=dt.UTC))

    def said(*versions: PaperVersion) -> str:
        known = replace(DRAFT, session=session, papers=(paper,), paper_versions=versions)
        return papers(agenda(known))[0].removeprefix(f"{paper.title} (BZK).").strip()

    assert said() == "Volgt uiterlijk 5 maart 2024, 12.00 uur."
    assert said(early) == ""
    assert said(early, replace(in_time, number=3)) == "Nagezonden op 5 maart 2024, 11.00 uur."
    assert said(delivery).startswith("Te laat, nagezonden op 6 maart 2024, 16.30 uur")


def test_an_agenda_carries_the_highest_marking_of_its_papers() -> None:
    marks = (
        Marking(id=Id("m1"), level=MarkingLevel.INTERNAL),
        Marking(id=Id("m2"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL, until=DAY),
        Marking(id=Id("m3"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL),
    )
    papers_marked = tuple(
        replace(paper, marking_id=mark.id)
        for paper, mark in zip((*DRAFT.papers, DRAFT.papers[0]), marks, strict=True)
    )
    marked = replace(DRAFT, papers=papers_marked[:2], markings=marks)
    assert agenda(marked).marking == "Departementaal vertrouwelijk, tot 8 maart 2024"
    assert agenda(replace(marked, papers=papers_marked)).marking == "Departementaal vertrouwelijk"
    assert agenda(replace(marked, papers=())).marking == ""


def test_a_provisional_session_has_a_provisional_agenda() -> None:
    session = replace(DRAFT.session, provisional=True)
    assert agenda(replace(DRAFT, session=session)).banner == "VOORLOPIG"


def heads(document: Document) -> list[tuple[int, str]]:
    return [
        (node.level, f"{node.number} {words(node.content)}".strip())
        for node in document.nodes
        if isinstance(node, Heading)
    ]


def test_every_request_is_accounted_for_under_its_item_and_paragraph() -> None:
    sheet = change_sheet(CIRCULATED, FINAL, REQUESTS)
    assert heads(sheet) == [
        (1, f"2. {CIRCULATED.items[1].title}"),
        (2, "Alinea 2.1"),
        (1, f"3. {CIRCULATED.items[2].title}"),
        (2, "Alinea 3.1"),
        (1, "Verzoeken zonder tekst"),
    ]
    known = facts(sheet)
    assert ("Versies", "0.1 van 12 maart 2024 → 1.0 van 15 maart 2024") in known
    assert "[-500] {+650}" in dict(known)["Tekst"]
    assert [value for label, value in known if label == "Verzoek van"] == [
        "VNG, 13 maart 2024, 9.00 uur",
        "IPO, 13 maart 2024, 10.00 uur",
        "COA, 13 maart 2024, 11.00 uur",
    ]
    assert [value for label, value in known if label == "Besluit"] == [
        "overgenomen",
        "niet overgenomen",
        "aangekondigd, tekst volgt",
    ]
    assert dict(known)["Motivering"] == "Zo is het niet besproken."
    assert "[-een week] {+twee weken}" in dict(known)["Gevraagde tekst"]


def test_what_was_taken_over_differently_is_shown_beside_the_wish() -> None:
    edited = replace(
        REQUESTS[0], state=RequestState.ACCEPTED_WITH_EDITS,
        resolution=REQUESTS[0].old_text.replace("4.500", "4.600"),
    )  # fmt: skip
    block = replace(FINAL.blocks[2], text=edited.resolution)
    after = replace(FINAL, blocks=(*FINAL.blocks[:2], block, *FINAL.blocks[3:]))
    known = dict(facts(change_sheet(CIRCULATED, after, (edited,))))
    assert "{+650}" in known["Gevraagde tekst"]
    assert "{+600}" in known["Tekst"]


def test_new_and_vanished_paragraphs_stand_where_they_belong() -> None:
    new = replace(DRAFT.blocks[0], id=Id("nieuw"), text="Extra.")
    after = replace(FINAL, blocks=(DRAFT.blocks[0], new, *DRAFT.blocks[2:]))
    sheet = change_sheet(CIRCULATED, after, ())
    assert [title for level, title in heads(sheet) if level == 2] == [
        "Alinea 1.2 (vervallen)",
        "Nieuwe alinea",
    ]
    assert facts(sheet)[4:] == [("Tekst", f"[-{DRAFT.blocks[1].text}]"), ("Tekst", "{+Extra.}")]


def test_a_sheet_without_changes_says_so() -> None:
    sheet = change_sheet(CIRCULATED, CIRCULATED, ())
    said = [node.content[0] for node in sheet.nodes if isinstance(node, Paragraph)]
    assert Text("Er is niets gevraagd en de tekst is niet gewijzigd.") in said


def test_agenda_changes_name_what_moved_what_came_and_what_went() -> None:
    stamp = VersionStamp(number="1", kind=VersionKind.CIRCULATED, date=dt.date(2024, 3, 1))
    first, second, third, last = DRAFT.items
    after = replace(
        DRAFT,
        session=replace(DRAFT.session, place="Den Haag"),
        items=(
            first,
            replace(third, number="2", minutes=25),
            replace(second, number="3"),
            replace(last, id=Id("i9"), title="Rondvraag"),
        ),
        paper_versions=(),
    )
    sheet = agenda_changes(replace(DRAFT, version=stamp), after)
    assert ("Vergeleken met", "agenda 1 van 1 maart 2024") in facts(sheet)
    assert ("Plaats", "[-Turfmarkt 147, ]Den Haag") in facts(sheet)
    assert small(sheet)[1:] == ["Was punt 3.", "Vervallen punt.", "Was punt 2.", "Nieuw punt."]
    assert any("{+Volgt uiterlijk" in text.words(item.content) for node in sheet.nodes
               if isinstance(node, BulletList) for item in node.items)  # fmt: skip
    unchanged = agenda_changes(DRAFT, DRAFT)
    assert Paragraph((Text("De agenda is niet gewijzigd."),)) in unchanged.nodes


def test_a_convocation_calls_without_names_or_the_online_room() -> None:
    letter = convocation(DRAFT)
    said = text.render(letter)
    assert "vrijdag 8 maart 2024, 9.15–11.30 uur" in " ".join(said.split())
    assert DRAFT.session.place in said
    assert DRAFT.session.link not in said
    assert "in de eigen agenda-uitnodiging" in said
    assert not [person.surname for person in DRAFT.people if person.surname in said]
    [awaited] = [node for node in letter.nodes
                 if isinstance(node, Table) and node.head[0] == "Stuk"]  # fmt: skip
    assert [words(row[0]) for row in awaited.rows] == ["Factsheet instroom en uitstroom"]
    public = convocation(replace(DRAFT, public_number="LRT-1"))
    assert DRAFT.body.mailbox not in text.render(public)


def test_a_recovery_kit_numbers_its_groups_for_typing_over() -> None:
    kit = recovery_kit(KIT)
    codes = [node for node in kit.nodes if isinstance(node, Paragraph) and node.tone is Tone.CODE]
    assert [one.content[1] for one in codes] == [Text(group, bold=True) for group in KIT.groups]
    assert kit.date == dt.date(2024, 1, 2)
    assert not set(KIT.groups) & set(kit.title.split())
