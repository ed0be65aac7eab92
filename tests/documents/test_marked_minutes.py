"""Minutes with their changes marked."""

import re
from dataclasses import replace

from lrt_desk.documents import pdf
from lrt_desk.documents.marked_minutes import marked_minutes
from lrt_desk.documents.minutes import minutes
from lrt_desk.documents.text import render
from lrt_desk.documents.tree import Heading, Text
from lrt_desk.model.ids import Id
from lrt_desk.model.papers import Marking, MarkingLevel
from tests.documents.reading import spoken, structure
from tests.documents.sample import CIRCULATED, FINAL


def said(text: str) -> str:
    return " ".join(text.split())


def test_marked_minutes_are_whole_with_changes_in_their_place() -> None:
    first, second, third, *rest = FINAL.blocks
    extra = replace(first, id=Id("nieuw"), text="Extra.")
    after = replace(FINAL, blocks=(first, extra, third, *rest))
    words = said(render(marked_minutes(CIRCULATED, after)))
    assert "[1.1] De voorzitter opent" in words
    assert f"[1.2] [-{said(second.text)}-]" in words
    assert "{+Extra.+}" in words
    assert "4.[-500-] {+650+} tijdelijke" in words
    for block in rest:
        assert said(block.text)[-30:] in words
    assert words.index("{+Extra.+}") < words.index("[2.1]")


def test_marked_minutes_of_the_same_text_mark_nothing() -> None:
    words = render(marked_minutes(CIRCULATED, CIRCULATED))
    assert "[-" not in words
    assert "{+" not in words


def test_titles_and_attendance_are_marked_too() -> None:
    items = (replace(FINAL.items[0], title="Opening"), *FINAL.items[1:3])
    after = replace(FINAL, items=items, attendees=FINAL.attendees[:3])
    document = marked_minutes(CIRCULATED, after)
    words = said(render(document))
    assert "1. Opening[- en mededelingen-]" in words
    assert "4. [-WVTTK-]" in words
    struck = "".join(re.findall(r"\[-(.*?)-\]", words))
    assert "Açıkgöz-Ağaoğlu (VNG" in struck
    assert "Van den Eikenaar" not in struck
    assert any(isinstance(node, Heading) and node.number == "4." for node in document.nodes)


def test_what_was_struck_says_so_to_who_cannot_see_it() -> None:
    found = structure(pdf.render(marked_minutes(CIRCULATED, FINAL)))
    assert "Del Alt=vervallen: 500 TextDecorationType=/LineThrough" in found
    assert "Ins Alt=nieuw: 650 TextDecorationType=/Underline" in found


def test_a_marked_passage_says_so_and_marks_every_page() -> None:
    mark = Marking(id=Id("m"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL)
    block = replace(FINAL.blocks[0], marking_id=mark.id)
    document = minutes(replace(FINAL, blocks=(block, *FINAL.blocks[1:]), markings=(mark,)))
    assert document.marking == "Departementaal vertrouwelijk"
    read = spoken(pdf.render(document))
    assert "[Departementaal vertrouwelijk] De voorzitter opent" in read
    assert read.count("[Departementaal vertrouwelijk]") == 1


def test_a_quotation_is_read_in_its_own_language() -> None:
    words = "Zij zegt: “the border is not a place but a process”."
    block = replace(FINAL.blocks[0], text=words)
    document = minutes(replace(FINAL, blocks=(block,)))
    runs = [run for node in document.nodes for run in getattr(node, "content", ())]
    assert Text("the border is not a place but a process", lang="en") in runs
    assert "Span Lang=en" in structure(pdf.render(document))
