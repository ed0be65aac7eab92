"""From the whole truth to the public copy: names and passages out, a marked gap in their place.

Names go wherever a snapshot holds words, not only where a list of people stands; what cannot be
told from a word is withheld too, until a human rejects it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.minutes import Action, Approval, Block, Decision
from lrt_desk.model.people import Confidentiality, Organisation, Person
from lrt_desk.model.publication import Ground, Redaction, RedactionState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.censor import Censor, Certainty, Finding, gap, places, rows_of, texts_of
from lrt_desk.rules.name_forms import traces
from lrt_desk.rules.names import formal, informal

DEFAULT_BLOCK_GROUND = Ground.FUNCTIONING_OF_STATE
"""Where nobody gave one: deliberation between governments, Woo art. 5.1 lid 2 onder i."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSnapshot:
    """What may be rendered for the public, and what the leak check needs to judge the result.

    `findings` are what no human has settled yet. `released` are the only words that may stand
    although they can be read as a withheld name: rejected proposals, names of people who are
    public at this session, codes and names of organisations.
    """

    snapshot: SessionSnapshot
    findings: tuple[Finding, ...]
    withheld: tuple[Person, ...]
    released: tuple[str, ...]


def withheld_people(snapshot: SessionSnapshot) -> tuple[Person, ...]:
    """List who must not be named: by their own flag, or by that of their place at this session."""
    return tuple(
        person
        for person in snapshot.people
        if any(level is not Confidentiality.PUBLIC for level in _levels(snapshot.attendees, person))
    )


def public_snapshot(
    snapshot: SessionSnapshot, withheld: Sequence[Person], *, number: str
) -> PublicSnapshot:
    """Take everything out that the public copy `number` must not hold.

    About people at this session its own attendance decides; `withheld` adds those from outside it,
    as known to the whole archive, who may be named in its texts. A certain hit always goes; a
    rejected redaction keeps an uncertain one, or any phrase longer than the name ("Raad van
    State"). `Redaction.block_id` may be the id of any row.
    """
    here = {attendee.person_id for attendee in snapshot.attendees}
    outside = [person for person in withheld if person.id not in here]
    people = {person.id: person for person in (*outside, *withheld_people(snapshot))}
    censor = Censor(snapshot, tuple(people.values()))
    closed = {
        b.id: _block_ground(b, snapshot.redactions, censor)
        for b in snapshot.blocks
        if _is_closed(b, snapshot.redactions)
    }
    attendees = tuple(
        _attendee(attendee, snapshot.people, set(people)) for attendee in snapshot.attendees
    )
    public = replace(
        snapshot,
        body=censor.clean(snapshot.body),
        session=censor.clean(replace(snapshot.session, link="", uid_token="")),
        organisations=_organisations(snapshot, attendees),
        people=tuple(
            censor.clean(replace(person, email="", phone=""))
            for person in snapshot.people
            if person.id not in people
        ),
        attendees=censor.each(attendees),
        items=censor.each(snapshot.items),
        blocks=tuple(_block(block, closed, censor) for block in snapshot.blocks),
        papers=censor.each(snapshot.papers),
        paper_versions=censor.each(snapshot.paper_versions),
        markings=censor.each(snapshot.markings),
        embargoes=censor.each(snapshot.embargoes),
        actions=tuple(_action(action, closed, censor) for action in snapshot.actions),
        decisions=tuple(_decision(decision, closed, censor) for decision in snapshot.decisions),
        approvals=tuple(_approval(approval, closed, censor) for approval in snapshot.approvals),
        redactions=(),
        requests=(),
        stamp=snapshot.stamp and censor.clean(snapshot.stamp, snapshot.session.id),
        public_number=number,
    )
    return PublicSnapshot(
        snapshot=public,
        findings=(*censor.findings, *_recorded(snapshot, closed)),
        withheld=censor.people,
        released=(*censor.released(), *_named(public, withheld)),
    )


def _named(public: SessionSnapshot, withheld: Iterable[Person]) -> tuple[str, ...]:
    """List how people stand in the copy who are withheld elsewhere and public at this session."""
    here = {person.id for person in public.people}
    open_here = [person for person in withheld if person.id in here]
    texts = [text for row in rows_of(public) for text in texts_of(row)] if open_here else []
    inside = {text[hit.start : hit.end] for text in texts for _, hit in traces(text, open_here)}
    names = {name for person in open_here for name in (formal(person), informal(person))}
    return tuple(sorted(inside | names))


def _levels(attendees: Iterable[Attendee], person: Person) -> list[Confidentiality]:
    levels = [a.confidentiality or person.confidentiality for a in attendees
              if a.person_id == person.id]  # fmt: skip
    return levels or [person.confidentiality]


def _is_closed(block: Block, redactions: Iterable[Redaction]) -> bool:
    """Tell whether a whole block is withheld: by its own level or marking, or by a redaction."""
    return (
        block.confidentiality is Confidentiality.FULLY_WITHHELD
        or block.marking_id is not None
        or any(
            r.block_id == block.id and not r.quote and r.state is not RedactionState.REJECTED
            for r in redactions
        )
    )


def _block_ground(block: Block, redactions: Iterable[Redaction], censor: Censor) -> Ground:
    given = sorted(
        (r for r in redactions
         if r.block_id == block.id and r.state is not RedactionState.REJECTED),
        key=lambda r: bool(r.quote),
    )  # fmt: skip
    if given:
        return given[0].ground
    ground = DEFAULT_BLOCK_GROUND
    censor.findings.append(
        Finding(
            where=block.id, field="text", quote="", ground=ground, certainty=Certainty.UNCERTAIN
        )
    )
    return ground


def _attendee(attendee: Attendee, people: Sequence[Person], withheld: set[Id]) -> Attendee:
    own = next((p.confidentiality for p in people if p.id == attendee.person_id), None)
    level = attendee.confidentiality or own or Confidentiality.PUBLIC
    if attendee.person_id in withheld and level is Confidentiality.PUBLIC:
        level = Confidentiality.NAME_WITHHELD
    if level is Confidentiality.PUBLIC:
        return attendee
    named = replace(attendee, person_id=None, label="", confidentiality=level)
    if level is Confidentiality.NAME_WITHHELD:
        return named
    return replace(
        named, organisation_id=None, deputy_for_id=None,
        present_from=None, present_until=None, present_items="",
    )  # fmt: skip


def _organisations(
    snapshot: SessionSnapshot, attendees: Sequence[Attendee]
) -> tuple[Organisation, ...]:
    """Leave out organisations that only fully withheld attendees brought in."""
    before = {a.organisation_id for a in snapshot.attendees}
    after = {a.organisation_id for a in attendees} | {p.owner_id for p in snapshot.papers}
    return tuple(o for o in snapshot.organisations if o.id not in before - after)


def _block(block: Block, closed: dict[Id, Ground], censor: Censor) -> Block:
    if block.id in closed:
        return replace(block, label="", text=gap(closed[block.id]), marking_id=None)
    if (
        block.confidentiality is Confidentiality.NAME_WITHHELD
        and block.label
        and block.label not in censor.codes
    ):
        block = replace(block, label=gap(Ground.PRIVACY))
    return censor.clean(block)


def _action(action: Action, closed: dict[Id, Ground], censor: Censor) -> Action:
    if action.block_id in closed:
        return replace(
            action, text=gap(closed[action.block_id]), owners=(), due=None,
            handed_to="", unsettled="",
        )  # fmt: skip
    return censor.clean(replace(action, unsettled=""), action.block_id)


def _decision(decision: Decision, closed: dict[Id, Ground], censor: Censor) -> Decision:
    if decision.block_id in closed:
        return replace(decision, text=gap(closed[decision.block_id]))
    return censor.clean(decision, decision.block_id)


def _approval(approval: Approval, closed: dict[Id, Ground], censor: Censor) -> Approval:
    if approval.block_id in closed:
        return replace(approval, remark="")
    return censor.clean(approval, approval.block_id)


def _recorded(snapshot: SessionSnapshot, closed: dict[Id, Ground]) -> tuple[Finding, ...]:
    """Report recorded proposals, and redactions whose words left the text they were made on."""
    rows = {row.id: "\n".join(texts_of(row)) for row in rows_of(snapshot)}
    found = []
    for r in snapshot.redactions:
        if r.state is RedactionState.REJECTED or r.block_id not in rows:
            continue
        gone = bool(r.quote) and r.block_id not in closed and not places(r.quote, rows[r.block_id])
        if gone or r.state is RedactionState.PROPOSED:
            found.append(
                Finding(
                    where=r.block_id,
                    field="text",
                    quote=r.quote,
                    ground=r.ground,
                    certainty=Certainty.MISSING if gone else Certainty.UNCERTAIN,
                    redaction_id=r.id,
                )
            )
    return tuple(found)
