"""What leaves the house: redactions settled, signed copies and public copies recorded."""

import datetime as dt
from dataclasses import replace

from lrt_desk.commands.originals import issued_text
from lrt_desk.commands.steps import take
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem, Body, Session, SessionState
from lrt_desk.model.minutes import Action, Block, Decision, MinutesVersion
from lrt_desk.model.publication import (
    Category,
    Ground,
    PublicCopy,
    Redaction,
    RedactionState,
    SignedCopy,
)
from lrt_desk.rules.numbering import public_number
from lrt_desk.rules.proposals import proposals
from lrt_desk.rules.publication import publishable
from lrt_desk.rules.text import one_line
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive
from lrt_desk.store.device import actor


def add_redaction(
    archive: Archive,
    session_id: Id,
    *,
    row_id: Id,
    ground: Ground,
    quote: str = "",
    reason: str = "",
    state: RedactionState = RedactionState.CONFIRMED,
) -> Change:
    """Withhold a passage from public copies, or the whole paragraph where no quote is given.

    `row_id` is a paragraph, agenda item, action or decision of the session.
    """
    with archive.atomic(t("Passage lakken")):
        if not any(quote in text for text in _texts(archive, session_id, row_id)):
            raise DeskError(
                t("Deze woorden staan niet in het verslag."), t("Selecteer de passage opnieuw.")
            )
        redaction = Redaction(
            id=new_id(),
            session_id=session_id,
            block_id=row_id,
            quote=quote,
            ground=ground,
            state=state,
            reason=one_line(reason),
        )
        archive.put(redaction)
        return archive.change(redaction.id)


def confirm_redaction(
    archive: Archive, redaction_id: Id, *, ground: Ground | None = None
) -> Change:
    """Settle that a passage is withheld, on another ground where one is given."""
    with archive.atomic(t("Lakking bevestigen")):
        redaction = archive.get(Redaction, redaction_id)
        confirmed = replace(redaction, state=RedactionState.CONFIRMED)
        archive.put(replace(confirmed, ground=ground or redaction.ground))
        return archive.change(redaction_id)


def reject_redaction(archive: Archive, redaction_id: Id, *, reason: str) -> Change:
    """Settle that a passage stays readable, and why."""
    with archive.atomic(t("Lakking afwijzen")):
        redaction = archive.get(Redaction, redaction_id)
        if not one_line(reason):
            raise DeskError(
                t("De reden om de passage leesbaar te laten ontbreekt."), t("Vul een reden in.")
            )
        rejected = replace(redaction, state=RedactionState.REJECTED, reason=one_line(reason))
        archive.put(rejected)
        return archive.change(redaction_id)


def record_signed(
    archive: Archive,
    version_id: Id,
    *,
    file_hash: str,
    signer: str,
    certificate: str,
    validation: str,
    officer: str = "",
    function: str = "",
    earlier_hash: str = "",
    at: dt.datetime | None = None,
) -> Change:
    """Record a signed copy: signer, moment and result of validation (Archiefregeling art. 24c).

    `at` is when it was signed, now where it is not given. Without an `officer` whoever is logged
    in to this computer is the one responsible. `earlier_hash` is that of the file as it was
    before a further signature.
    """
    with archive.atomic(t("Ondertekening vastleggen"), wall=True):
        version = _publishable(archive, version_id)
        take(archive, version.session_id, Step.SIGN)
        copy = SignedCopy(
            id=new_id(),
            session_id=version.session_id,
            version_id=version_id,
            issued_at=at or archive.now(),
            file_hash=file_hash,
            signer=signer,
            certificate=certificate,
            validation=validation,
            officer=one_line(officer) or actor(),
            function=one_line(function),
            earlier_hash=earlier_hash,
        )
        archive.put(copy)
        return archive.change(copy.id)


def next_public_number(archive: Archive, session_id: Id) -> str:
    """Give the number that the next public copy of a session must carry."""
    session = archive.get(Session, session_id)
    taken = {copy.number for copy in archive.find(PublicCopy)}
    return public_number(archive.get(Body, session.body_id).code, session.date, taken)


def record_public_copy(
    archive: Archive,
    version_id: Id,
    *,
    number: str,
    file_hash: str,
    category: Category = Category.MEETING,
    released: tuple[str, ...] = (),
    signer: str = "",
    certificate: str = "",
    validation: str = "",
    officer: str = "",
) -> Change:
    """Record a public copy under the number printed on it, and its seal where it bears one.

    `released` are the words that the leak check let pass, for whoever checks the file later.
    Errors: DeskError when the version is not final, when a proposal to withhold something waits
    for a decision, or when the number is not the next one.
    """
    with archive.atomic(t("Openbare versie vastleggen"), wall=True):
        version = _publishable(archive, version_id)
        refuse_undecided(len(proposals(issued_text(archive, version))))
        take(archive, version.session_id, Step.PUBLISH)
        if number != next_public_number(archive, version.session_id):
            raise DeskError(
                t("Het nummer {number} is niet het volgende nummer.", number=number),
                t("Maak de openbare versie opnieuw."),
            )
        copy = PublicCopy(
            id=new_id(),
            session_id=version.session_id,
            version_id=version_id,
            number=number,
            issued_at=archive.now(),
            file_hash=file_hash,
            category=category,
            released=released,
            signer=signer,
            certificate=certificate,
            validation=validation,
            officer=(one_line(officer) or actor()) if signer else "",
        )
        archive.put(copy)
        return archive.change(copy.id)


def refuse_undecided(count: int, remedy: str = "") -> None:
    """Refuse to publish while proposals to withhold something wait for a human; DeskError then."""
    if count:
        raise DeskError(
            tn(
                "Over {n} voorstel om te lakken is nog niet beslist.",
                "Over {n} voorstellen om te lakken is nog niet beslist.",
                count,
            ),
            remedy or t("Bevestig elk voorstel of wijs het af; er is niets gepubliceerd."),
        )


def withdraw_public_copy(archive: Archive, copy_id: Id) -> Change:
    """Withdraw a public copy; its number stays taken, and the session is as before publication."""
    with archive.atomic(t("Openbare versie intrekken"), wall=True):
        copy = archive.get(PublicCopy, copy_id)
        if copy.withdrawn_at is not None:
            raise DeskError(
                t("Deze openbare versie is al ingetrokken."), t("Er is niets gewijzigd.")
            )
        archive.put(replace(copy, withdrawn_at=archive.now()))
        session = archive.get(Session, copy.session_id)
        left = archive.find(PublicCopy, session_id=session.id, withdrawn_at=None)
        if session.state is SessionState.PUBLIC and not left:
            signed = archive.find(SignedCopy, session_id=session.id)
            state = SessionState.SIGNED if signed else SessionState.APPROVED
            archive.put(replace(session, state=state))
        return archive.change(copy_id)


def _publishable(archive: Archive, version_id: Id) -> MinutesVersion:
    version = archive.get(MinutesVersion, version_id)
    if reason := publishable(version):
        raise DeskError(
            reason, t("Leg eerst vast in welke vergadering het verslag is geaccordeerd.")
        )
    return version


def _texts(archive: Archive, session_id: Id, row_id: Id) -> tuple[str, ...]:
    """Give the texts of a row of a session, none when it is not of that session."""
    where = {"session_id": session_id, "id": row_id}
    return (
        *(text for block in archive.find(Block, **where) for text in (block.text, block.label)),
        *(item.title for item in archive.find(AgendaItem, **where)),
        *(action.text for action in archive.find(Action, **where)),
        *(decision.text for decision in archive.find(Decision, **where)),
    )
