"""The word of a later session on the minutes of an earlier one."""

from collections.abc import Sequence
from dataclasses import replace

from lrt_desk.commands.minutes import append_block, changed_since
from lrt_desk.commands.steps import take
from lrt_desk.commands.versions import freeze, latest_version
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem, Body, Session
from lrt_desk.model.minutes import Approval, ApprovalOutcome, Block, ChangeRequest, VersionKind
from lrt_desk.model.people import Organisation
from lrt_desk.rules.approval import TAKEN_OVER, approval_sentence, cannot_decide, unresolved
from lrt_desk.rules.numbering import FINAL_NUMBER
from lrt_desk.rules.text import enumeration, one_line
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive


def approve(
    archive: Archive,
    session_id: Id,
    *,
    given_in_id: Id,
    outcome: ApprovalOutcome,
    organisations: Sequence[str] = (),
    remark: str = "",
) -> Change:
    """Record what a later session decided, in both: a sentence there, and the final version here.

    `organisations` are codes; without any, those whose requests were taken over. Deferred minutes
    stay as they are. Undo does not reach across an approval.
    """
    deferred = outcome is ApprovalOutcome.DEFERRED
    with archive.atomic(t("Akkoord vastleggen"), wall=not deferred):
        session = take(archive, session_id, Step.REQUEST if deferred else Step.APPROVE)
        given_in = take(archive, given_in_id, Step.WRITE)
        _refuse_wrong_session(archive, session, given_in)
        if not deferred:
            _refuse_unready(archive, session_id, outcome)
        whose = tuple(organisations)
        if outcome is ApprovalOutcome.WITH_CHANGES:
            whose = whose or _whose_changes(archive, session_id)
        approval = Approval(
            id=new_id(),
            body_id=session.body_id,
            date=session.date,
            session_id=session.id,
            given_in_id=given_in.id,
            outcome=outcome,
            organisations=whose,
            remark=one_line(remark),
        )
        archive.put(replace(approval, block_id=_write_sentence(archive, approval).id))
        if not deferred:
            freeze(archive, session_id, number=FINAL_NUMBER, kind=VersionKind.FINAL)
        return archive.change(approval.id)


def _write_sentence(archive: Archive, approval: Approval) -> Block:
    first = archive.find(AgendaItem, session_id=approval.given_in_id)[:1]
    if not first or approval.date is None:
        raise DeskError(t("Die vergadering heeft geen agenda."), t("Voeg een agendapunt toe."))
    code = archive.get(Body, approval.body_id).code
    words = approval_sentence(code, approval.date, approval.outcome, approval.organisations)
    return append_block(archive, first[0], text=words)


def _refuse_wrong_session(archive: Archive, session: Session, given_in: Session) -> None:
    if reason := cannot_decide(session, given_in):
        raise DeskError(reason, t("Kies een andere vergadering."))
    if archive.find(Approval, session_id=session.id, given_in_id=given_in.id):
        raise DeskError(
            t("Deze vergadering heeft al over dit verslag beslist."),
            t("Maak die beslissing ongedaan of leg het akkoord in een latere vergadering vast."),
        )


def _refuse_unready(archive: Archive, session_id: Id, outcome: ApprovalOutcome) -> None:
    waiting = unresolved(archive.find(ChangeRequest, session_id=session_id))
    if waiting:
        codes = _codes(archive, waiting)
        raise DeskError(
            t("Nog niet afgehandeld: wijzigingsverzoek van {codes}.", codes=enumeration(codes)),
            t("Beslis over elk verzoek, of houd het verslag aan."),
        )
    version = latest_version(archive, session_id)
    if outcome is ApprovalOutcome.UNCHANGED and changed_since(archive, version):
        raise DeskError(
            t("De tekst is gewijzigd sinds versie {number}.", number=version.number),
            t("Stuur de nieuwe versie rond, of leg akkoord met wijzigingen vast."),
        )


def _whose_changes(archive: Archive, session_id: Id) -> tuple[str, ...]:
    requests = archive.find(ChangeRequest, session_id=session_id)
    return _codes(archive, [one for one in requests if one.state in TAKEN_OVER])


def _codes(archive: Archive, requests: Sequence[ChangeRequest]) -> tuple[str, ...]:
    found = (archive.get(Organisation, request.organisation_id).code for request in requests)
    return tuple(dict.fromkeys(found))
