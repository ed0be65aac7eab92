"""Settling the proposals of a session: each is confirmed or rejected by a human."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace

from lrt_desk.commands.originals import original
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.publication import Ground, Redaction, RedactionState
from lrt_desk.rules.censor import Certainty
from lrt_desk.rules.proposals import Proposal, all_proposals
from lrt_desk.rules.text import one_line
from lrt_desk.store.archive import Archive


def open_proposals(archive: Archive, session_id: Id) -> tuple[Proposal, ...]:
    """List what must be decided before every document of a session may be published."""
    return all_proposals(original(archive, session_id))


def confirm(
    archive: Archive, session_id: Id, proposals: Collection[str], *, ground: Ground | None = None
) -> Change:
    """Settle that proposals, by their ids, are withheld; on another ground where one is given.

    Errors: DeskError for an unknown id, and for a redaction whose words are gone: what is not
    there cannot be withheld.
    """
    with archive.atomic(t("Voorstellen bevestigen")):
        with _settling(archive, session_id, proposals) as chosen:
            for one in chosen:
                decision = _decision(archive, session_id, one, one.quote)
                _put(archive, decision, RedactionState.CONFIRMED, ground=ground)
        return archive.change(session_id)


def confirm_certain(archive: Archive, session_id: Id) -> Change:
    """Settle in one go that every name that cannot be read as a word is withheld."""
    found = open_proposals(archive, session_id)
    certain = [one.id for one in found if one.certainty is Certainty.CERTAIN]
    return confirm(archive, session_id, certain)


def reject(
    archive: Archive, session_id: Id, proposals: Collection[str], *, reason: str, phrase: str = ""
) -> Change:
    """Settle that the words of proposals stay readable, and why.

    `phrase` are more words of the same text, among which the proposed ones are no name: Raad van
    State. Only so can words stay that cannot be read as a word by themselves.
    Errors: DeskError for an unknown id, without a reason, and where such a phrase is needed.
    """
    if not one_line(reason):
        raise DeskError(
            t("De reden om de passage leesbaar te laten ontbreekt."), t("Vul een reden in.")
        )
    with archive.atomic(t("Voorstellen afwijzen")):
        with _settling(archive, session_id, proposals) as chosen:
            for one in chosen:
                decision = _decision(archive, session_id, one, one_line(phrase) or one.quote)
                _put(archive, decision, RedactionState.REJECTED, reason=one_line(reason))
        return archive.change(session_id)


@contextmanager
def _settling(
    archive: Archive, session_id: Id, ids: Collection[str]
) -> Iterator[tuple[Proposal, ...]]:
    """Give the chosen proposals, and see afterwards that each was settled where it stood."""
    before = {one.id: one for one in open_proposals(archive, session_id)}
    if unknown := [one for one in ids if one not in before]:
        raise DeskError(
            t("Er staat geen voorstel {id} open.", id=unknown[0]),
            t("Vraag de lijst opnieuw op; de voorstellen veranderen met de tekst."),
        )
    yield tuple(before[one] for one in ids)
    after = {one.id: one for one in open_proposals(archive, session_id)}
    for one in ids:
        if one in after and after[one].times >= before[one].times:
            raise _unsettled(after[one])


def _unsettled(proposal: Proposal) -> DeskError:
    if proposal.certainty is Certainty.MISSING:
        return DeskError(
            t("De gelakte woorden staan niet meer in de tekst."),
            t("Lak wat er nu staat, en wijs deze lakking af."),
        )
    if not proposal.quote:
        return DeskError(
            t("Deze alinea is vertrouwelijk."),
            t("Bevestig haar met een grond, of maak de alinea openbaar."),
        )
    return DeskError(
        t("Deze woorden zijn alleen als naam te lezen."),
        t("Noem meer woorden uit de tekst waaruit blijkt dat het geen naam is, of bevestig."),
    )


def _decision(archive: Archive, session_id: Id, proposal: Proposal, quote: str) -> Redaction:
    """Give the row that records a decision: the one there is on these words, or a new one."""
    if proposal.redaction_id:
        return archive.get(Redaction, proposal.redaction_id)
    where = proposal.where
    known = archive.find(Redaction, session_id=session_id, block_id=where, quote=quote)
    return (
        known[0]
        if known
        else Redaction(
            id=new_id(), session_id=session_id, block_id=where, quote=quote, ground=proposal.ground
        )
    )


def _put(
    archive: Archive,
    redaction: Redaction,
    state: RedactionState,
    *,
    ground: Ground | None = None,
    reason: str = "",
) -> None:
    archive.put(replace(redaction, state=state, ground=ground or redaction.ground, reason=reason))
