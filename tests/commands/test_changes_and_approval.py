"""The change loop over two sessions, and the walls around approved minutes."""

import datetime as dt

import pytest

from lrt_desk.commands import (
    actions,
    approval,
    attendance,
    bodies,
    changes,
    minutes,
    people,
    publication,
    sessions,
)
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Attendee, Session, SessionState
from lrt_desk.model.minutes import (
    Action,
    ActionState,
    Approval,
    ApprovalOutcome,
    Block,
    ChangeRequest,
    MinutesVersion,
    RequestState,
    VersionKind,
)
from lrt_desk.model.people import Confidentiality
from lrt_desk.model.publication import Ground, PublicCopy, Redaction, RedactionState, SignedCopy
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import version_snapshot
from tests.commands.tables import Table

OLD = "VNG kan openen zodra de financiering rond is."
NEW = "VNG kan openen zodra de financiering schriftelijk is toegezegd."


@pytest.fixture
def block(archive: Archive, table: Table) -> Id:
    """A paragraph of the first session, circulated; the second session is being minuted."""
    sessions.hold(archive, table.first)
    sessions.hold(archive, table.second)
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    written = minutes.add_block(archive, opening.id, text=OLD).subject
    minutes.circulate(archive, table.first)
    return written


def request(archive: Archive, table: Table, block: Id, new_text: str = NEW) -> Id:
    return changes.submit_request(
        archive, table.first, organisation_id=table.vng, block_id=block, new_text=new_text
    ).subject


def approve(archive: Archive, table: Table, outcome: ApprovalOutcome) -> Id:
    return approval.approve(archive, table.first, given_in_id=table.second, outcome=outcome).subject


def test_an_announced_change_becomes_a_text_and_then_a_sentence_in_the_next_minutes(
    archive: Archive, table: Table, block: Id
) -> None:
    announced = changes.announce_request(
        archive, table.first, organisation_id=table.vng, announced_in_id=table.second
    ).subject
    with pytest.raises(DeskError):
        changes.accept(archive, announced)
    with pytest.raises(DeskError, match="VNG"):
        approve(archive, table, ApprovalOutcome.WITH_CHANGES)
    changes.submit_announced(archive, announced, block_id=block, new_text=NEW)
    changes.accept(archive, announced)
    minutes.circulate(archive, table.first)
    given = archive.get(Approval, approve(archive, table, ApprovalOutcome.WITH_CHANGES))
    assert given.organisations == ("VNG",)
    assert archive.get(Block, given.block_id or Id("")).text == (
        "Het verslag van de LRT van 13 november 2026 wordt geaccordeerd met een wijziging van VNG."
    )
    versions = archive.find(MinutesVersion, session_id=table.first)
    texts = [version_snapshot(one).blocks[0].text for one in versions]
    assert [one.number for one in versions] == ["0.1", "0.2", "1.0"]
    assert texts == [OLD, NEW, NEW]
    final = version_snapshot(versions[-1])
    assert final.stamp is not None
    assert final.stamp.date == dt.date(2026, 11, 20)
    assert final.session.state is SessionState.APPROVED
    assert archive.undo_label() == ""


def test_a_request_that_lost_its_place_changes_nothing(
    archive: Archive, table: Table, block: Id
) -> None:
    one, other = request(archive, table, block), request(archive, table, block, "Anders.")
    changes.accept(archive, one)
    with pytest.raises(DeskError):
        changes.accept(archive, other)
    assert archive.get(Block, block).text == NEW
    assert archive.get(ChangeRequest, other).state is RequestState.OPEN
    minutes.remove_block(archive, block)
    with pytest.raises(DeskError):
        changes.accept_with_edits(archive, other, text="Nog anders.")


def test_two_changes_to_different_words_are_both_taken_over(
    archive: Archive, table: Table, block: Id
) -> None:
    one = request(archive, table, block)
    other = request(archive, table, block, OLD.replace("VNG kan", "Gemeenten kunnen"))
    changes.accept(archive, one)
    changes.accept(archive, other)
    expected = NEW.replace("VNG kan", "Gemeenten kunnen")
    assert archive.get(Block, block).text == expected
    assert archive.get(ChangeRequest, other).resolution == expected
    archive.undo()
    archive.undo()
    assert archive.get(Block, block).text == OLD
    assert archive.get(ChangeRequest, one).state is RequestState.OPEN


def test_edited_text_is_kept_as_the_resolution(archive: Archive, table: Table, block: Id) -> None:
    made = request(archive, table, block)
    changes.accept_with_edits(archive, made, text="VNG kan dan openen.", motivation="Korter.")
    decided = archive.get(ChangeRequest, made)
    assert (decided.state, decided.resolution, decided.new_text) == (
        RequestState.ACCEPTED_WITH_EDITS, "VNG kan dan openen.", NEW,
    )  # fmt: skip
    with pytest.raises(DeskError):
        changes.reject(archive, made, motivation="Toch niet.")


def test_a_rejection_says_why_also_when_the_text_never_came(
    archive: Archive, table: Table, block: Id
) -> None:
    made = changes.announce_request(archive, table.first, organisation_id=table.vng).subject
    with pytest.raises(DeskError):
        changes.reject(archive, made, motivation=" ")
    changes.reject(archive, made, motivation="De tekst is niet ontvangen.")
    approve(archive, table, ApprovalOutcome.UNCHANGED)
    assert archive.get(Session, table.first).state is SessionState.APPROVED


def test_a_request_is_about_words_that_were_circulated(
    archive: Archive, table: Table, block: Id
) -> None:
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    later = minutes.add_block(archive, opening.id, text="Nog niet rondgestuurd.").subject
    for target, text in ((later, "Iets."), (block, OLD), (block, "  ")):
        with pytest.raises(DeskError):
            request(archive, table, target, text)
    minutes.edit_block(archive, block, text="Intussen anders.")
    made = archive.get(ChangeRequest, request(archive, table, block))
    assert made.old_text == OLD


def test_only_a_later_session_of_the_same_body_approves(
    archive: Archive, table: Table, block: Id
) -> None:
    with pytest.raises(DeskError):
        approval.approve(
            archive, table.first, given_in_id=table.first, outcome=ApprovalOutcome.UNCHANGED
        )
    hlrt = bodies.add_body(archive, code="HLRT").subject
    officials = sessions.plan(archive, hlrt, date=dt.date(2026, 11, 25)).subject
    sessions.hold(archive, officials)
    with pytest.raises(DeskError):
        approval.approve(
            archive, table.first, given_in_id=officials, outcome=ApprovalOutcome.UNCHANGED
        )
    assert archive.find(Approval) == ()
    assert archive.get(Session, officials).state is SessionState.HELD


def test_words_nobody_saw_are_not_approved_as_unchanged(
    archive: Archive, table: Table, block: Id
) -> None:
    minutes.edit_block(archive, block, text=NEW)
    with pytest.raises(DeskError):
        approve(archive, table, ApprovalOutcome.UNCHANGED)
    approve(archive, table, ApprovalOutcome.WITH_CHANGES)
    final = archive.find(MinutesVersion, session_id=table.first)[-1]
    assert version_snapshot(final).blocks[0].text == NEW


def test_deferred_minutes_stay_open_and_can_be_undone(
    archive: Archive, table: Table, block: Id
) -> None:
    deferred = archive.get(Approval, approve(archive, table, ApprovalOutcome.DEFERRED))
    assert archive.get(Session, table.first).state is SessionState.CIRCULATED
    with pytest.raises(DeskError):
        approve(archive, table, ApprovalOutcome.UNCHANGED)
    with pytest.raises(DeskError):
        minutes.remove_block(archive, deferred.block_id or Id(""))
    archive.undo()
    approve(archive, table, ApprovalOutcome.UNCHANGED)
    assert len(archive.find(Approval)) == 1


def test_an_action_follows_the_words_of_its_paragraph_and_moves_with_it(
    archive: Archive, table: Table, block: Id
) -> None:
    opening, closing = archive.find(AgendaItem, session_id=table.first)
    made = minutes.record_action(archive, opening.id, text="COA belt.", owners=("COA",)).subject
    action = archive.get(Action, made)
    minutes.edit_block(archive, action.block_id or Id(""), text="COA schrijft.")
    minutes.move_block(archive, action.block_id or Id(""), to=0, item_id=closing.id)
    moved = archive.get(Action, made)
    assert (moved.text, moved.item_id) == ("COA schrijft.", closing.id)
    actions.set_state(archive, made, ActionState.DONE)
    minutes.remove_block(archive, action.block_id or Id(""))
    assert archive.find(Action) == ()
    archive.undo()
    assert archive.get(Action, made).state is ActionState.DONE


def test_nothing_is_circulated_twice_or_with_an_empty_paragraph(
    archive: Archive, table: Table, block: Id
) -> None:
    with pytest.raises(DeskError):
        minutes.circulate(archive, table.first)
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    empty = minutes.add_block(archive, opening.id).subject
    with pytest.raises(DeskError):
        minutes.circulate(archive, table.first)
    minutes.edit_block(archive, empty, text="Gevuld.")
    minutes.circulate(archive, table.first)
    assert len(archive.find(MinutesVersion)) == 2


def test_what_is_not_in_the_words_needs_no_new_version(
    archive: Archive, table: Table, block: Id
) -> None:
    opening = archive.find(AgendaItem, session_id=table.first)[0]
    action = minutes.record_action(archive, opening.id, text="COA belt.").subject
    minutes.circulate(archive, table.first)
    actions.set_state(archive, action, ActionState.DONE)
    place = archive.find(Attendee, session_id=table.first)[0]
    attendance.set_session_confidentiality(archive, place.id, Confidentiality.NAME_WITHHELD)
    with pytest.raises(DeskError):
        minutes.circulate(archive, table.first)
    people.edit_person(archive, table.member, surname="Brakenhof")
    minutes.circulate(archive, table.first)
    actions.set_due(archive, action, dt.date(2026, 12, 1))
    approve(archive, table, ApprovalOutcome.UNCHANGED)


def sign(archive: Archive, version: Id) -> Id:
    return publication.record_signed(
        archive, version, file_hash="ab" * 32, signer="Secretariaat LRT",
        certificate="CN=Proef", validation="geldig",
    ).subject  # fmt: skip


def publish(archive: Archive, session: Id, version: Id) -> Id:
    number = publication.next_public_number(archive, session)
    return publication.record_public_copy(
        archive, version, number=number, file_hash="cd" * 32
    ).subject


def test_only_the_final_version_is_signed_and_published(
    archive: Archive, table: Table, block: Id
) -> None:
    draft = archive.find(MinutesVersion)[0].id
    approve(archive, table, ApprovalOutcome.UNCHANGED)
    for refused in (lambda: sign(archive, draft), lambda: publish(archive, table.first, draft)):
        with pytest.raises(DeskError):
            refused()
    final = archive.find(MinutesVersion)[-1]
    assert final.kind is VersionKind.FINAL
    sign(archive, final.id)
    assert archive.get(Session, table.first).state is SessionState.SIGNED
    copy = archive.get(PublicCopy, publish(archive, table.first, final.id))
    assert copy.number == "LRT-2026-11-13-O1"
    assert archive.get(Session, table.first).state is SessionState.PUBLIC
    assert archive.undo() is None
    assert len(archive.find(SignedCopy)) == 1


def test_a_withdrawn_public_copy_keeps_its_number(
    archive: Archive, table: Table, block: Id
) -> None:
    approve(archive, table, ApprovalOutcome.UNCHANGED)
    final = archive.find(MinutesVersion)[-1].id
    copy = publish(archive, table.first, final)
    publication.withdraw_public_copy(archive, copy)
    assert archive.get(Session, table.first).state is SessionState.APPROVED
    with pytest.raises(DeskError):
        publication.withdraw_public_copy(archive, copy)
    with pytest.raises(DeskError):
        publication.record_public_copy(
            archive, final, number="LRT-2026-11-13-O1", file_hash="cd" * 32
        )
    assert archive.get(PublicCopy, publish(archive, table.first, final)).number.endswith("-O2")


def test_redactions_are_made_on_words_that_are_there_and_settled_with_a_reason(
    archive: Archive, table: Table, block: Id
) -> None:
    with pytest.raises(DeskError):
        publication.add_redaction(
            archive, table.first, row_id=block, ground=Ground.PRIVACY, quote="Zandvliet"
        )
    with pytest.raises(DeskError):
        publication.add_redaction(archive, table.second, row_id=block, ground=Ground.PRIVACY)
    made = publication.add_redaction(
        archive, table.first, row_id=block, ground=Ground.PRIVACY, quote="financiering",
        state=RedactionState.PROPOSED,
    ).subject  # fmt: skip
    with pytest.raises(DeskError):
        publication.reject_redaction(archive, made, reason="")
    publication.reject_redaction(archive, made, reason="Geen persoonsgegeven.")
    assert archive.get(Redaction, made).state is RedactionState.REJECTED
    publication.confirm_redaction(archive, made, ground=Ground.STATE_FINANCES)
    settled = archive.get(Redaction, made)
    assert (settled.state, settled.ground) == (RedactionState.CONFIRMED, Ground.STATE_FINANCES)
