"""Whose changes approved minutes took over, and what a marked passage means outside."""

from dataclasses import replace

from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import RequestState
from lrt_desk.model.papers import Marking, MarkingLevel
from lrt_desk.rules.approval import placed_stamp
from lrt_desk.rules.redact import public_snapshot
from tests.documents.sample import DRAFT, FINAL, REQUESTS


def test_the_stamp_names_the_items_of_what_was_taken_over() -> None:
    assert FINAL.stamp is not None
    stamp = replace(FINAL.stamp, organisations=("VNG", "IPO"), items=())
    also = replace(REQUESTS[0], id=Id("r9"), block_id=Id("b9"))
    placed = placed_stamp(replace(FINAL, stamp=stamp, requests=(*REQUESTS, also)))
    assert placed is not None
    assert placed.items == (("2", "3"), ())
    edited = replace(REQUESTS[1], state=RequestState.ACCEPTED_WITH_EDITS)
    placed = placed_stamp(replace(FINAL, stamp=stamp, requests=(edited,)))
    assert placed is not None
    assert placed.items == ((), ("3",))
    assert placed_stamp(DRAFT) is None


def test_a_marked_passage_stays_inside() -> None:
    mark = Marking(id=Id("m"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL)
    first = replace(FINAL.blocks[0], marking_id=mark.id)
    marked = replace(FINAL, blocks=(first, *FINAL.blocks[1:]), markings=(mark,))
    public = public_snapshot(marked, (), number="LRT-1").snapshot
    assert public.blocks[0].text == "⟦5.1.2i⟧"
    assert public.blocks[0].marking_id is None
    assert public.blocks[1].text == FINAL.blocks[1].text
