"""What a human has to decide: all of it listed, once, and gone from the list when settled."""

from dataclasses import replace

import pytest

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Body
from lrt_desk.model.minutes import Action
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Ground, RedactionState
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.censor import TEXTS, Certainty, rows_of
from lrt_desk.rules.proposals import all_proposals, proposals
from lrt_desk.rules.redact import public_snapshot
from tests.rules.test_redact import OFFICIAL, RAAD, redaction, taken, texts_of

CONFIRMED, REJECTED = RedactionState.CONFIRMED, RedactionState.REJECTED


def original(snapshot: SessionSnapshot, **other) -> Original:
    return Original(minutes=snapshot, live=snapshot, **other)


def listed(snapshot: SessionSnapshot) -> list[tuple[str, str, int]]:
    return [(one.where, one.quote, one.times) for one in proposals(original(snapshot))]


def test_names_in_running_text_are_proposed_once_for_a_row():
    whole = taken("P. de Jonge belt. Voor jonge en jonge mensen.", "Bel P. de Jonge.")
    found = proposals(original(whole))
    assert [(p.where, p.quote, p.times, p.certainty, p.ground) for p in found] == [
        ("b0", "P. de Jonge", 1, Certainty.CERTAIN, Ground.PRIVACY),
        ("b0", "jonge", 2, Certainty.UNCERTAIN, Ground.PRIVACY),
        ("b1", "P. de Jonge", 1, Certainty.CERTAIN, Ground.PRIVACY),
    ]
    assert len({p.id for p in found}) == 3
    assert [p.id for p in proposals(original(whole))] == [p.id for p in found]
    assert found[1].context == "P. de Jonge belt. Voor jonge en jonge mensen."


def test_attendees_and_gaps_of_the_source_need_no_decision():
    assert {p.confidentiality for p in (OFFICIAL, RAAD)} == {
        Confidentiality.NAME_WITHHELD, Confidentiality.FULLY_WITHHELD,
    }  # fmt: skip
    assert proposals(original(taken("█████ en VNG hebben contact."))) == ()


@pytest.mark.parametrize("ground", [Ground.PRIVACY, Ground.POLICY_OPINIONS])
def test_what_is_confirmed_is_settled_and_bears_its_own_ground(ground):
    whole = taken("Voor P. de Jonge.", redactions=(redaction("P. de Jonge", ground=ground),))
    assert listed(whole) == []
    assert texts_of(public_snapshot(whole, [], number="1")) == [f"Voor ⟦{ground}⟧."]


def test_a_longer_confirmed_passage_settles_the_names_in_it():
    whole = taken("Besproken met P. de Jonge.", redactions=(redaction("met P. de Jonge"),))
    assert listed(whole) == []
    short = taken("Besproken met P. de Jonge.", redactions=(redaction("met P."),))
    assert listed(short) == [("b0", "P. de Jonge", 1)]


def test_what_is_rejected_is_settled_unless_it_is_surely_the_name():
    assert listed(taken("Voor jonge mensen.", redactions=(redaction("jonge", REJECTED),))) == []
    whole = taken("P. de Jonge belt.", redactions=(redaction("P. de Jonge", REJECTED),))
    assert listed(whole) == [("b0", "P. de Jonge", 1)]


def test_a_phrase_may_stay_while_the_name_beside_it_goes():
    whole = taken("De Raad van State en Raad spreken.")
    whole = replace(whole, redactions=(redaction("Raad van State", REJECTED), redaction("Raad")))
    assert listed(whole) == []
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["De Raad van State en ⟦5.2⟧ spreken."]
    assert "Raad van State" in public.released


def test_a_decision_on_a_paragraph_counts_for_the_action_taken_from_it():
    action = Action(id=Id("x"), session_id=Id("s"), item_id=None, block_id=Id("b0"), position=1,
                    text="P. de Jonge belt.")  # fmt: skip
    whole = taken("P. de Jonge belt.", actions=(action,))
    assert listed(whole) == [("b0", "P. de Jonge", 1), ("x", "P. de Jonge", 1)]
    assert listed(replace(whole, redactions=(redaction("P. de Jonge"),))) == []


def test_a_recorded_proposal_waits_for_a_decision():
    waiting = redaction("jonge", RedactionState.PROPOSED)
    found = proposals(original(taken("Voor jonge mensen.", redactions=(waiting,))))
    assert [(p.id, p.redaction_id, p.quote) for p in found] == [(waiting.id, waiting.id, "jonge")]


def test_words_that_changed_under_a_redaction_are_asked_about_in_the_minutes_only():
    whole = taken("Nu anders.", redactions=(redaction("vroeger"),))
    assert [p.certainty for p in proposals(original(whole))] == [Certainty.MISSING]
    settled = taken("Er was vroeger iets.", redactions=whole.redactions)
    other = Original(minutes=settled, live=whole, earlier=whole)
    assert all_proposals(other) == ()
    gone = replace(whole, blocks=())
    assert proposals(original(gone)) == ()


def test_names_in_earlier_texts_are_listed_for_the_documents_that_show_them():
    now, before = taken("Niets."), taken("P. de Jonge zegt niets.")
    source = Original(minutes=now, live=now, earlier=before)
    assert proposals(source) == ()
    assert [p.quote for p in all_proposals(source)] == ["P. de Jonge"]


def test_a_withheld_paragraph_without_ground_asks_for_one():
    whole = taken("Geheim.")
    block = replace(whole.blocks[0], confidentiality=Confidentiality.FULLY_WITHHELD)
    closed = replace(whole, blocks=(block,))
    [one] = proposals(original(closed))
    assert (one.quote, one.ground, one.context) == ("", Ground.FUNCTIONING_OF_STATE, "Geheim.")
    assert listed(replace(closed, redactions=(redaction(""),))) == []


def test_every_row_with_words_can_be_decided_on():
    whole = taken("Niets.", body=Body(id=Id("body"), code="LRT", name="Tafel van P. de Jonge"))
    [one] = proposals(original(whole))
    assert (one.where, one.quote) == ("body", "P. de Jonge")
    assert listed(replace(whole, redactions=(redaction("P. de Jonge", block="body"),))) == []
    assert {type(row) for row in rows_of(whole)} <= set(TEXTS)
