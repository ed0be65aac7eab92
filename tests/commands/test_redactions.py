"""Proposals wait for a human, and until then nothing is published."""

from collections.abc import Callable

import pytest

from lrt_desk.commands import approval, minutes, people, publication, redactions, sessions
from lrt_desk.commands.originals import original
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Session, SessionState
from lrt_desk.model.minutes import ApprovalOutcome, Block
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Category, Ground, PublicCopy, Redaction, RedactionState
from lrt_desk.rules.proposals import proposals
from lrt_desk.rules.redact import public_snapshot
from lrt_desk.store.archive import Archive
from tests.commands.tables import Table

TEXT = "Zandvliet meldt dat de zaal vrij is. Geen zandvliet en geen eikenlaan."
Publish = Callable[[], PublicCopy]


@pytest.fixture
def approved(archive: Archive, table: Table) -> Id:
    """Approved minutes with a certain and an uncertain name of a withheld official."""
    sessions.hold(archive, table.first)
    sessions.hold(archive, table.second)
    item = archive.find(AgendaItem, session_id=table.first)[0]
    minutes.add_block(archive, item.id, text=TEXT)
    minutes.circulate(archive, table.first)
    outcome = ApprovalOutcome.UNCHANGED
    approval.approve(archive, table.first, given_in_id=table.second, outcome=outcome)
    return table.first


@pytest.fixture
def publish(archive: Archive, approved: Id) -> Publish:
    def call() -> PublicCopy:
        version = original(archive, approved).version_id
        assert version is not None
        number = publication.next_public_number(archive, approved)
        made = publication.record_public_copy(
            archive, version, number=number, file_hash="ab" * 32, category=Category.WOO_DECISION
        )
        return archive.get(PublicCopy, made.subject)

    return call


def waiting(archive: Archive, session_id: Id) -> dict[str, str]:
    return {one.quote: one.id for one in redactions.open_proposals(archive, session_id)}


def public_text(archive: Archive, session_id: Id) -> str:
    source = original(archive, session_id)
    public = public_snapshot(source.minutes, source.withheld, number="1").snapshot
    return next(block.text for block in public.blocks if "zaal" in block.text)


def test_nothing_is_published_while_a_proposal_is_undecided(
    archive: Archive, approved: Id, publish: Publish
) -> None:
    assert list(waiting(archive, approved)) == ["Zandvliet", "zandvliet"]
    with pytest.raises(DeskError, match="2 voorstellen"):
        publish()
    redactions.confirm_certain(archive, approved)
    assert list(waiting(archive, approved)) == ["zandvliet"]
    with pytest.raises(DeskError, match="1 voorstel "):
        publish()
    assert archive.find(PublicCopy) == ()
    assert archive.get(Session, approved).state is SessionState.APPROVED
    redactions.reject(
        archive, approved, [waiting(archive, approved)["zandvliet"]], reason="Een plant."
    )
    copy = publish()
    assert (copy.category, copy.number) == (Category.WOO_DECISION, "LRT-2026-11-13-O1")
    assert archive.get(Session, approved).state is SessionState.PUBLIC
    assert public_text(archive, approved) == (
        "⟦5.1.2e⟧ meldt dat de zaal vrij is. Geen zandvliet en geen eikenlaan."
    )


def test_what_is_decided_can_be_undone_and_decided_anew(archive: Archive, approved: Id) -> None:
    before = waiting(archive, approved)
    redactions.confirm(archive, approved, before.values(), ground=Ground.POLICY_OPINIONS)
    assert public_text(archive, approved).startswith("⟦5.2⟧ meldt")
    assert {row.ground for row in archive.find(Redaction)} == {Ground.POLICY_OPINIONS}
    archive.undo()
    assert waiting(archive, approved) == before
    assert archive.find(Redaction) == ()


def test_a_sure_name_stays_only_within_a_phrase_that_is_none(
    archive: Archive, approved: Id
) -> None:
    name = waiting(archive, approved)["Zandvliet"]
    for phrase in ("", "Zandvliet", "Zandvliet in Zeeland"):
        with pytest.raises(DeskError, match="alleen als naam"):
            redactions.reject(archive, approved, [name], reason="Een dorp.", phrase=phrase)
    assert archive.find(Redaction) == ()
    redactions.reject(archive, approved, [name], reason="Een dorp.", phrase="Zandvliet meldt")
    assert list(waiting(archive, approved)) == ["zandvliet"]
    assert public_text(archive, approved).startswith("Zandvliet meldt")


def test_a_rejection_needs_a_reason_and_a_proposal_that_is_there(
    archive: Archive, approved: Id
) -> None:
    word = waiting(archive, approved)["zandvliet"]
    with pytest.raises(DeskError):
        redactions.reject(archive, approved, [word], reason=" ")
    with pytest.raises(DeskError, match="geen voorstel"):
        redactions.confirm(archive, approved, [word, "niets"])
    assert archive.find(Redaction) == ()


def test_who_becomes_confidential_later_is_proposed_in_approved_minutes(
    archive: Archive, table: Table, approved: Id, publish: Publish
) -> None:
    redactions.confirm(archive, approved, waiting(archive, approved).values())
    late = people.add_person(archive, surname="Eikenlaan", initials="B.").subject
    assert proposals(original(archive, approved)) == ()
    people.set_confidentiality(archive, late, Confidentiality.NAME_WITHHELD)
    assert list(waiting(archive, approved)) == ["eikenlaan"]
    with pytest.raises(DeskError):
        publish()


def test_a_paragraph_without_ground_gets_one_by_confirming(archive: Archive, table: Table) -> None:
    sessions.hold(archive, table.first)
    item = archive.find(AgendaItem, session_id=table.first)[0]
    closed = minutes.add_block(
        archive, item.id, text="In vertrouwen.", confidentiality=Confidentiality.FULLY_WITHHELD
    ).subject
    [one] = redactions.open_proposals(archive, table.first)
    with pytest.raises(DeskError, match="vertrouwelijk"):
        redactions.reject(archive, table.first, [one.id], reason="Mag wel.")
    redactions.confirm(archive, table.first, [one.id], ground=Ground.STATE_FINANCES)
    [row] = archive.find(Redaction)
    assert (row.block_id, row.quote, row.ground) == (closed, "", Ground.STATE_FINANCES)
    assert redactions.open_proposals(archive, table.first) == ()


def test_words_that_left_the_text_cannot_be_confirmed(archive: Archive, table: Table) -> None:
    sessions.hold(archive, table.first)
    item = archive.find(AgendaItem, session_id=table.first)[0]
    block = minutes.add_block(archive, item.id, text="Het kost 12 miljoen.").subject
    publication.add_redaction(
        archive, table.first, row_id=block, ground=Ground.STATE_FINANCES, quote="12 miljoen"
    )
    minutes.edit_block(archive, block, text="Het kost twaalf miljoen.")
    [one] = redactions.open_proposals(archive, table.first)
    with pytest.raises(DeskError, match="niet meer in de tekst"):
        redactions.confirm(archive, table.first, [one.id])
    redactions.reject(archive, table.first, [one.id], reason="Vervallen.")
    assert redactions.open_proposals(archive, table.first) == ()
    assert archive.find(Redaction)[0].state is RedactionState.REJECTED
    assert archive.get(Block, block).text == "Het kost twaalf miljoen."
