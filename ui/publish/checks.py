"""What is looked at before minutes are signed or published, each with its result and one fact."""

from dataclasses import dataclass

from lrt_desk.i18n import t, tn
from lrt_desk.model.meetings import SessionState
from lrt_desk.model.minutes import ApprovalOutcome
from lrt_desk.rules.approval import unresolved
from lrt_desk.rules.dates import local
from lrt_desk.rules.screen_dates import long_date
from ui.publish.copies import Copies, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A line of the list; `passed` None waits for something."""

    title: str
    fact: str
    passed: bool | None


def checks(source: Source, copies: Copies) -> tuple[Check, ...]:
    """Judge both copies and what they came from."""
    return (
        _approval(source),
        _requests(source),
        _standard(copies, "PDF/UA-1", t("Leesbaar met schermlezer")),
        _standard(copies, "PDF/A-2a", t("Geschikt voor archief")),
        _leaks(copies),
        _doubts(copies),
        _signature(source),
    )


def _approval(source: Source) -> Check:
    stamp = source.original.minutes.stamp
    title = t("Akkoord")
    if stamp is not None:
        how = {
            ApprovalOutcome.UNCHANGED: t("Geaccordeerd"),
            ApprovalOutcome.WITH_CHANGES: t("Geaccordeerd met wijziging"),
            ApprovalOutcome.DEFERRED: t("Aangehouden"),
        }[stamp.outcome]
        fact = t("{how}, {date}", how=how, date=long_date(stamp.date))
        return Check(title=title, fact=fact, passed=True)
    if source.original.minutes.session.state is SessionState.IMPORTED:
        return Check(title=title, fact=t("Ligt buiten dit archief, tekst van de bron"), passed=True)
    return Check(title=title, fact=t("Nog niet geaccordeerd"), passed=False)


def _requests(source: Source) -> Check:
    open_ones = unresolved(source.original.minutes.requests)
    title = t("Wijzigingen verwerkt")
    if open_ones:
        fact = tn("{n} verzoek open", "{n} verzoeken open", len(open_ones))
        return Check(title=title, fact=fact, passed=False)
    count = len(source.original.minutes.requests)
    fact = tn("{n} verzoek afgehandeld", "{n} verzoeken afgehandeld", count)
    return Check(title=title, fact=fact if count else t("Geen verzoeken"), passed=True)


def _standard(copies: Copies, name: str, fact: str) -> Check:
    return Check(title=name, fact=fact, passed=name in copies.claims)


def _leaks(copies: Copies) -> Check:
    fact = copies.leak or t("Geen vertrouwelijke naam gevonden")
    return Check(title=t("Lekcontrole"), fact=fact, passed=not copies.leak)


def _doubts(copies: Copies) -> Check:
    title = t("Passages nagekeken")
    if copies.proposals:
        count = len(copies.proposals)
        fact = tn("{n} voorstel te beslissen", "{n} voorstellen te beslissen", count)
        return Check(title=title, fact=fact, passed=None)
    return Check(title=title, fact=t("Geen twijfel over namen"), passed=True)


def _signature(source: Source) -> Check:
    title = t("Handtekening")
    if source.signed is None:
        return Check(title=title, fact=t("Wacht op u"), passed=None)
    day = long_date(local(source.signed.issued_at).date())
    return Check(title=title, fact=t("Ondertekend op {date}", date=day), passed=True)
