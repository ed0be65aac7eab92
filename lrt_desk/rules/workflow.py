"""How a session goes from plan to public copy: one table, and words for its states."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.meetings import SessionState as S


class Step(StrEnum):
    """Something that is done to a session as a whole, or to what it holds."""

    MOVE = "move"
    INVITE = "invite"
    CANCEL = "cancel"
    PREPARE = "prepare"
    HOLD = "hold"
    WRITE = "write"
    CIRCULATE = "circulate"
    REQUEST = "request"
    APPROVE = "approve"
    SIGN = "sign"
    PUBLISH = "publish"


def _staying(*states: S) -> dict[S, S]:
    return {state: state for state in states}


TRANSITIONS: Final[Mapping[Step, Mapping[S, S]]] = {
    Step.MOVE: _staying(S.PLANNED, S.INVITED),
    Step.INVITE: {S.PLANNED: S.INVITED, S.INVITED: S.INVITED},
    Step.CANCEL: {S.PLANNED: S.CANCELLED, S.INVITED: S.CANCELLED},
    # What was read from old minutes may be corrected against the source; it stays IMPORTED.
    Step.PREPARE: _staying(S.PLANNED, S.INVITED, S.HELD, S.DRAFT, S.CIRCULATED, S.IMPORTED),
    Step.HOLD: {S.PLANNED: S.HELD, S.INVITED: S.HELD},
    Step.WRITE: {S.HELD: S.DRAFT, **_staying(S.DRAFT, S.CIRCULATED, S.IMPORTED)},
    Step.CIRCULATE: {S.DRAFT: S.CIRCULATED, S.CIRCULATED: S.CIRCULATED},
    Step.REQUEST: _staying(S.CIRCULATED),
    Step.APPROVE: {S.CIRCULATED: S.APPROVED},
    # Old minutes stay IMPORTED when signed or published: they never claim an approval here.
    Step.SIGN: {S.APPROVED: S.SIGNED, **_staying(S.SIGNED, S.PUBLIC, S.IMPORTED)},
    Step.PUBLISH: {
        S.APPROVED: S.PUBLIC,
        S.SIGNED: S.PUBLIC,
        **_staying(S.PUBLIC, S.IMPORTED),
    },
}
"""From which state each step may be taken, and to which state it leads."""


def allows(state: S, step: Step) -> bool:
    """Tell whether a session in this state may take the step."""
    return state in TRANSITIONS[step]


def after(state: S, step: Step) -> S:
    """Give the state that a step leads to.

    Errors: DeskError saying why not and what to do, where the table has no such step.
    """
    if allows(state, step):
        return TRANSITIONS[step][state]
    raise DeskError(
        t(
            "{step} kan nu niet. Stand van de vergadering: {state}.",
            step=_name(step),
            state=describe(state),
        ),
        _remedy(state, step),
    )


def describe(state: S) -> str:
    """Name a state for the screen: geaccordeerd."""
    return {
        S.PLANNED: t("gepland"),
        S.INVITED: t("uitgenodigd"),
        S.HELD: t("gehouden"),
        S.DRAFT: t("in verslaglegging"),
        S.CIRCULATED: t("rondgestuurd"),
        S.APPROVED: t("geaccordeerd"),
        S.SIGNED: t("ondertekend"),
        S.PUBLIC: t("openbaar gemaakt"),
        S.IMPORTED: t("geïmporteerd"),
        S.CANCELLED: t("afgelast"),
    }[state]


def _name(step: Step) -> str:
    return {
        Step.MOVE: t("Verplaatsen"),
        Step.INVITE: t("Uitnodigen"),
        Step.CANCEL: t("Afgelasten"),
        Step.PREPARE: t("Agenda of deelnemers wijzigen"),
        Step.HOLD: t("Het verslag starten"),
        Step.WRITE: t("Het verslag wijzigen"),
        Step.CIRCULATE: t("Rondsturen"),
        Step.REQUEST: t("Een wijzigingsverzoek behandelen"),
        Step.APPROVE: t("Accorderen"),
        Step.SIGN: t("Ondertekenen"),
        Step.PUBLISH: t("Openbaar maken"),
    }[step]


def _remedy(state: S, step: Step) -> str:
    if state is S.CANCELLED:
        return t("Plan een nieuwe vergadering.")
    if state is S.IMPORTED:
        return t("Wat u hebt ingelezen, is elders al gehouden en rondgestuurd.")
    if state in {S.APPROVED, S.SIGNED, S.PUBLIC}:
        return t("Leg een verbetering vast in het verslag van een volgende vergadering.")
    return {
        Step.WRITE: t("Start eerst het verslag."),
        Step.CIRCULATE: t("Schrijf eerst het verslag."),
        Step.REQUEST: t("Stuur eerst het conceptverslag rond."),
        Step.APPROVE: t("Stuur eerst het conceptverslag rond."),
        Step.SIGN: t("Leg eerst vast dat het verslag is geaccordeerd."),
        Step.PUBLISH: t("Leg eerst vast dat het verslag is geaccordeerd."),
    }.get(step, t("De vergadering is al gehouden."))
