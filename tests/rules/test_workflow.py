"""The table of transitions, checked against what the work allows."""

import pytest

from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import SessionState as S
from lrt_desk.rules.workflow import TRANSITIONS, Step, after, allows, describe

FIXED = {S.APPROVED, S.SIGNED, S.PUBLIC, S.CANCELLED}


@pytest.mark.parametrize("state", sorted(FIXED))
@pytest.mark.parametrize("step", [Step.WRITE, Step.PREPARE, Step.CIRCULATE, Step.REQUEST])
def test_fixed_minutes_take_no_change(state: S, step: Step) -> None:
    assert not allows(state, step)


def test_old_minutes_may_be_corrected_and_never_claim_to_have_been_circulated() -> None:
    assert after(S.IMPORTED, Step.WRITE) is S.IMPORTED
    assert after(S.IMPORTED, Step.PREPARE) is S.IMPORTED
    assert not allows(S.IMPORTED, Step.CIRCULATE)
    assert not allows(S.IMPORTED, Step.APPROVE)


def test_the_line_from_plan_to_public() -> None:
    state, visited = S.PLANNED, []
    steps = (Step.INVITE, Step.HOLD, Step.WRITE, Step.CIRCULATE, Step.APPROVE, Step.SIGN)
    for step in (*steps, Step.PUBLISH):
        state = after(state, step)
        visited.append(state)
    assert visited == [
        S.INVITED, S.HELD, S.DRAFT, S.CIRCULATED, S.APPROVED, S.SIGNED, S.PUBLIC,
    ]  # fmt: skip


def test_nothing_but_an_approval_leads_to_approved() -> None:
    leading = {step for step, moves in TRANSITIONS.items() if S.APPROVED in moves.values()}
    assert leading == {Step.APPROVE}


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("state", list(S))
def test_a_refusal_says_what_to_do(state: S, step: Step) -> None:
    if allows(state, step):
        return
    with pytest.raises(DeskError) as refused:
        after(state, step)
    assert describe(state) in refused.value.message
    assert refused.value.remedy.endswith(".")
