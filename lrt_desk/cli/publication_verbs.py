"""Verbs about public copies: deciding what they withhold, withdrawing them."""

import argparse
import json

from lrt_desk.cli.opening import opened
from lrt_desk.commands import publication, redactions
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.model.publication import PublicCopy, Redaction
from lrt_desk.rules.censor import Certainty
from lrt_desk.rules.proposals import Proposal
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import session_by_reference


def redact(arguments: argparse.Namespace) -> int:
    """Settle proposals of a session as asked, and list those that are left."""
    with opened(arguments) as archive:
        session = session_by_reference(archive, arguments.session)
        with archive.atomic(t("Voorstellen afhandelen")):
            _settle(archive, session.id, arguments)
        left = redactions.open_proposals(archive, session.id)
        decided = archive.find(Redaction, session_id=session.id)
    if arguments.json:
        facts = {
            "proposals": [_facts(one) for one in left],
            "decided": [
                {"id": row.id, "where": row.block_id, "quote": row.quote, "ground": row.ground,
                 "state": row.state, "reason": row.reason}
                for row in decided
            ],
        }  # fmt: skip
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    for one in left:
        print(_line(one))
    print(_count(len(left)))
    return 0


def withdraw(arguments: argparse.Namespace) -> int:
    """Withdraw a public copy by its number; the number stays taken."""
    with opened(arguments) as archive:
        copies = archive.find(PublicCopy, number=arguments.number)
        if not copies:
            raise DeskError(
                t("Er is geen openbare versie {number}.", number=arguments.number),
                t("Het nummer staat op de openbare versie."),
            )
        publication.withdraw_public_copy(archive, copies[0].id)
    print(t("Openbare versie {number} is ingetrokken.", number=arguments.number))
    return 0


def _settle(archive: Archive, session_id: Id, arguments: argparse.Namespace) -> None:
    if arguments.reject:
        redactions.reject(
            archive,
            session_id,
            arguments.reject,
            reason=arguments.reason,
            phrase=arguments.phrase,
        )
    if arguments.confirm:
        wanted = _wanted(redactions.open_proposals(archive, session_id), arguments.confirm)
        redactions.confirm(archive, session_id, wanted, ground=arguments.ground)


def _wanted(left: tuple[Proposal, ...], words: list[str]) -> list[str]:
    """Resolve `all` and `certain`; words that are gone cannot be confirmed, so not by `all`."""
    if words == ["all"]:
        return [one.id for one in left if one.certainty is not Certainty.MISSING]
    if words == ["certain"]:
        return [one.id for one in left if one.certainty is Certainty.CERTAIN]
    return words


def _facts(one: Proposal) -> dict[str, object]:
    return {
        "id": one.id,
        "where": one.where,
        "quote": one.quote,
        "context": one.context,
        "ground": one.ground,
        "certainty": one.certainty,
        "times": one.times,
    }


def _line(one: Proposal) -> str:
    kinds = {
        Certainty.CERTAIN: t("zeker"),
        Certainty.UNCERTAIN: t("twijfel"),
        Certainty.AMBIGUOUS: t("naamgenoot"),
        Certainty.MISSING: t("woorden weg"),
    }
    words = one.quote or t("hele alinea")
    return f"{one.id}  {one.ground}  {kinds[one.certainty]:<11}  {words}  [{one.context}]"


def _count(left: int) -> str:
    if not left:
        return t("Er staan geen voorstellen open.")
    return tn("{n} voorstel wacht op een beslissing.", "{n} voorstellen wachten op een beslissing.",
              left)  # fmt: skip
