"""Change requests on circulated minutes: announced, received, decided."""

import datetime as dt
from dataclasses import replace

from lrt_desk.commands.minutes import rewrite_block
from lrt_desk.commands.steps import take
from lrt_desk.commands.versions import latest_version
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Session
from lrt_desk.model.minutes import Block, ChangeRequest, MinutesVersion, RequestState
from lrt_desk.model.people import Organisation
from lrt_desk.rules.approval import UNRESOLVED
from lrt_desk.rules.redline import merged
from lrt_desk.rules.text import one_line
from lrt_desk.rules.workflow import Step
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import version_snapshot


def announce_request(
    archive: Archive,
    session_id: Id,
    *,
    organisation_id: Id,
    announced_in_id: Id | None = None,
    reason: str = "",
    text_due: dt.datetime | None = None,
) -> Change:
    """Record that an organisation will ask for a change of which the text follows."""
    with archive.atomic(t("Wijzigingsverzoek aankondigen")):
        request = _received(archive, session_id, organisation_id, RequestState.ANNOUNCED)
        if announced_in_id is not None:
            archive.get(Session, announced_in_id)
        archive.put(
            replace(
                request,
                announced_in_id=announced_in_id,
                reason=one_line(reason),
                text_due=text_due,
            )
        )
        return archive.change(request.id)


def submit_request(
    archive: Archive,
    session_id: Id,
    *,
    organisation_id: Id,
    block_id: Id,
    new_text: str,
    reason: str = "",
) -> Change:
    """Record the text an organisation wants in place of a paragraph of the latest version.

    A request after the version's deadline is recorded all the same.
    """
    with archive.atomic(t("Wijzigingsverzoek vastleggen")):
        request = _received(archive, session_id, organisation_id, RequestState.OPEN)
        archive.put(_worded(archive, request, block_id, new_text, reason))
        return archive.change(request.id)


def submit_announced(
    archive: Archive, request_id: Id, *, block_id: Id, new_text: str, reason: str = ""
) -> Change:
    """Record the text of a request that had been announced."""
    with archive.atomic(t("Wijzigingsverzoek aanvullen")):
        request = archive.get(ChangeRequest, request_id)
        take(archive, request.session_id, Step.REQUEST)
        if request.state is not RequestState.ANNOUNCED:
            raise DeskError(
                t("Van dit verzoek is de tekst al binnen."), t("Leg een nieuw verzoek vast.")
            )
        version = latest_version(archive, request.session_id)
        request = replace(request, version_id=version.id, received_at=archive.now())
        archive.put(_worded(archive, request, block_id, new_text, reason or request.reason))
        return archive.change(request_id)


def accept(archive: Archive, request_id: Id, *, motivation: str = "") -> Change:
    """Take the requested text over.

    Errors: DeskError when the paragraph has moved on and the words have no certain place in it.
    """
    with archive.atomic(t("Wijzigingsverzoek overnemen")):
        request = _decidable(archive, request_id)
        _take_over(archive, request, request.new_text, RequestState.ACCEPTED, motivation)
        return archive.change(request_id)


def accept_with_edits(
    archive: Archive, request_id: Id, *, text: str, motivation: str = ""
) -> Change:
    """Take the request over in other words.

    Errors: as `accept`.
    """
    with archive.atomic(t("Wijzigingsverzoek aangepast overnemen")):
        request = _decidable(archive, request_id)
        if not one_line(text):
            raise DeskError(t("De aangepaste tekst is leeg."), t("Vul de tekst in."))
        state = RequestState.ACCEPTED_WITH_EDITS
        _take_over(archive, request, one_line(text), state, motivation)
        return archive.change(request_id)


def reject(archive: Archive, request_id: Id, *, motivation: str) -> Change:
    """Decline a request, also one whose text never came; the requester is told why."""
    with archive.atomic(t("Wijzigingsverzoek afwijzen")):
        request = archive.get(ChangeRequest, request_id)
        if request.state is not RequestState.ANNOUNCED:
            request = _decidable(archive, request_id)
        take(archive, request.session_id, Step.REQUEST)
        if not one_line(motivation):
            raise DeskError(
                t("De motivering van de afwijzing ontbreekt."),
                t("Schrijf waarom u het verzoek afwijst."),
            )
        _decide(archive, request, RequestState.REJECTED, motivation)
        return archive.change(request_id)


def leave_to_meeting(archive: Archive, request_id: Id, *, motivation: str = "") -> Change:
    """Let the session that approves the minutes decide on a request."""
    with archive.atomic(t("Wijzigingsverzoek voorleggen")):
        request = _decidable(archive, request_id)
        _decide(archive, request, RequestState.TO_MEETING, motivation)
        return archive.change(request_id)


def _received(
    archive: Archive, session_id: Id, organisation_id: Id, state: RequestState
) -> ChangeRequest:
    session = take(archive, session_id, Step.REQUEST)
    return ChangeRequest(
        id=new_id(),
        session_id=session.id,
        version_id=latest_version(archive, session.id).id,
        organisation_id=archive.get(Organisation, organisation_id).id,
        block_id=None,
        state=state,
        received_at=archive.now(),
    )


def _worded(
    archive: Archive, request: ChangeRequest, block_id: Id, new_text: str, reason: str
) -> ChangeRequest:
    version = version_snapshot(archive.get(MinutesVersion, request.version_id))
    block = next((block for block in version.blocks if block.id == block_id), None)
    if block is None:
        raise DeskError(
            t("Deze alinea staat niet in de rondgestuurde versie."),
            t("Kies een alinea van de laatste versie."),
        )
    wish = one_line(new_text)
    if wish in {"", block.text}:
        raise DeskError(
            t("Het verzoek wijzigt niets."), t("Vul in hoe de alinea volgens de indiener luidt.")
        )
    return replace(
        request,
        block_id=block_id,
        state=RequestState.OPEN,
        old_text=block.text,
        new_text=wish,
        reason=one_line(reason),
    )


def _decidable(archive: Archive, request_id: Id) -> ChangeRequest:
    request = archive.get(ChangeRequest, request_id)
    take(archive, request.session_id, Step.REQUEST)
    if request.state not in UNRESOLVED:
        raise DeskError(
            t("Over dit verzoek is al beslist."), t("Maak die beslissing zo nodig ongedaan.")
        )
    if request.block_id is None:
        raise DeskError(
            t("Van dit verzoek is de tekst nog niet binnen."),
            t("Vul de tekst aan, of wijs het verzoek met een motivering af."),
        )
    return request


def _take_over(
    archive: Archive, request: ChangeRequest, text: str, state: RequestState, motivation: str
) -> None:
    found = archive.find(Block, id=request.block_id)
    result = merged(request.old_text, found[0].text, text) if found else None
    if result is None:
        raise DeskError(
            t("De alinea is intussen zo gewijzigd dat de tekst geen zekere plaats meer heeft."),
            t("Pas de alinea zelf aan en neem het verzoek daarna aangepast over, of wijs het af."),
        )
    rewrite_block(archive, found[0], replace(found[0], text=result))
    _decide(archive, replace(request, resolution=result), state, motivation)


def _decide(archive: Archive, request: ChangeRequest, state: RequestState, motivation: str) -> None:
    archive.put(
        replace(request, state=state, motivation=one_line(motivation), decided_at=archive.now())
    )
