"""From the whole snapshot to the public one: nothing of a withheld person is left."""

import datetime as dt
from dataclasses import fields, replace

import msgspec
import pytest

from lrt_desk.model import meetings, minutes, papers, people, snapshot
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Attendee, Body, Session
from lrt_desk.model.minutes import Action, Block, BlockKind, ChangeRequest, Decision, RequestState
from lrt_desk.model.people import Confidentiality, Organisation, Person
from lrt_desk.model.publication import Ground, Redaction, RedactionState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.censor import TEXTS, Certainty
from lrt_desk.rules.redact import public_snapshot, withheld_people

DAY = dt.date(2024, 3, 15)
VNG = Organisation(id=Id("o1"), code="VNG", name="Vereniging van Nederlandse Gemeenten")
BOS = Organisation(id=Id("o2"), code="Bos", name="Stichting Bos")
MINISTER = Person(id=Id("p1"), surname="Jonge", particle="de", initials="H.", salutation="Dhr.")
OFFICIAL = Person(
    id=Id("p2"), surname="Jonge", particle="de", initials="P.", email="p.dejonge@mail.example",
    phone="06 12345678", confidentiality=Confidentiality.NAME_WITHHELD,
)  # fmt: skip
RAAD = Person(id=Id("p3"), surname="Raad", confidentiality=Confidentiality.FULLY_WITHHELD)


def taken(*texts: str, **extra: object) -> SessionSnapshot:
    blocks = tuple(
        Block(
            id=Id(f"b{i}"), session_id=Id("s"), item_id=Id("i1"), position=i,
            kind=BlockKind.BULLET, text=text,
        )
        for i, text in enumerate(texts)
    )  # fmt: skip
    base = SessionSnapshot(
        body=Body(id=Id("body"), code="LRT", name="Landelijke Regietafel"),
        session=Session(
            id=Id("s"), body_id=Id("body"), date=DAY, link="https://room.example", uid_token="u"
        ),
        organisations=(VNG, BOS),
        people=(OFFICIAL, RAAD),
        attendees=(
            Attendee(id=Id("a1"), session_id=Id("s"), position=1, person_id=Id("p2"),
                     organisation_id=Id("o1")),
            Attendee(id=Id("a2"), session_id=Id("s"), position=2, person_id=Id("p3"),
                     organisation_id=Id("o2"), present_until=dt.time(11)),
        ),
        items=(
            AgendaItem(id=Id("i1"), session_id=Id("s"), position=1, number="1", title="Opening"),
        ),
        blocks=blocks,
    )  # fmt: skip
    return replace(base, **extra)


def redaction(
    quote: str, state=RedactionState.CONFIRMED, block="b0", ground=Ground.POLICY_OPINIONS
):
    return Redaction(
        id=Id("r" + quote), session_id=Id("s"), block_id=Id(block), quote=quote,
        ground=ground, state=state,
    )  # fmt: skip


def texts_of(public) -> list[str]:
    return [block.text for block in public.snapshot.blocks]


def test_names_go_from_every_kind_of_row():
    whole = taken("Dhr. De Jonge (VNG) zegt █████ iets.")
    whole = replace(
        whole,
        items=(replace(whole.items[0], title="Brief van P. de Jonge", presenter="P. de Jonge"),),
        actions=(
            Action(id=Id("x"), session_id=Id("s"), item_id=None, block_id=None, position=1,
                   text="De Jonge belt", owners=("VNG", "P. de Jonge", "█████")),
        ),
        decisions=(
            Decision(id=Id("d"), session_id=Id("s"), item_id=None, block_id=None, position=1,
                     text="Mail naar p.dejonge@mail.example"),
        ),
        session=replace(whole.session, title="Met P. de Jonge", place="Kamer De Jonge"),
    )  # fmt: skip
    public = public_snapshot(whole, [], number="LRT-1").snapshot
    assert public.blocks[0].text == "⟦5.1.2e⟧ (VNG) zegt ⟦5.1.2e⟧ iets."
    assert public.items[0].title == "Brief van ⟦5.1.2e⟧"
    assert public.actions[0].owners == ("VNG", "⟦5.1.2e⟧", "⟦5.1.2e⟧")
    assert public.decisions[0].text == "Mail naar ⟦5.1.2e⟧"
    assert (public.session.title, public.session.place) == ("Met ⟦5.1.2e⟧", "Kamer ⟦5.1.2e⟧")
    assert (public.session.link, public.session.uid_token) == ("", "")
    assert public.public_number == "LRT-1"
    assert public.people == ()
    assert "jonge" not in msgspec.json.encode(public).decode().casefold()


def test_attendee_keeps_organisation_or_loses_that_too():
    public = public_snapshot(taken(), [], number="1").snapshot
    named, fully = public.attendees
    assert (named.person_id, named.organisation_id) == (None, "o1")
    assert named.confidentiality is Confidentiality.NAME_WITHHELD
    assert (fully.person_id, fully.organisation_id, fully.present_until) == (None, None, None)
    assert public.organisations == (VNG,)


def test_override_of_this_session_counts():
    whole = taken("P. de Jonge en Raad.")
    open_, closed = whole.attendees
    whole = replace(
        whole, attendees=(replace(open_, confidentiality=Confidentiality.PUBLIC), closed)
    )
    assert withheld_people(whole) == (RAAD,)
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["P. de Jonge en ⟦5.1.2e⟧."]
    # Withheld at another session, the archive says: that does not decide here.
    assert texts_of(public_snapshot(whole, [OFFICIAL], number="1")) == ["P. de Jonge en ⟦5.1.2e⟧."]


def test_people_from_elsewhere_are_withheld_too():
    stranger = Person(id=Id("p9"), surname="Zandvoort")
    public = public_snapshot(taken("Zandvoort meldt."), [stranger], number="1")
    assert texts_of(public) == ["⟦5.1.2e⟧ meldt."]
    assert stranger in public.withheld
    # Known to this session, not at its table: then the caller knows.
    whole = taken("Zandvoort meldt.", people=(replace(stranger, id=Id("p9")),))
    assert texts_of(public_snapshot(whole, [stranger], number="1")) == ["⟦5.1.2e⟧ meldt."]


def test_uncertain_hit_goes_until_rejected():
    whole = taken("Zorg voor jonge asielzoekers.")
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["Zorg voor ⟦5.1.2e⟧ asielzoekers."]
    [finding] = public.findings
    assert (finding.where, finding.quote, finding.certainty, finding.person_id) == (
        "b0", "jonge", Certainty.UNCERTAIN, "p2",
    )  # fmt: skip
    rejected = replace(whole, redactions=(redaction("jonge", RedactionState.REJECTED),))
    public = public_snapshot(rejected, [], number="1")
    assert texts_of(public) == ["Zorg voor jonge asielzoekers."]
    assert "jonge" in public.released


def test_certain_hit_cannot_be_rejected_but_a_longer_phrase_can():
    no = RedactionState.REJECTED
    whole = taken("Raad meldt dit.", redactions=(redaction("Raad", no),))
    assert texts_of(public_snapshot(whole, [], number="1")) == ["⟦5.1.2e⟧ meldt dit."]
    whole = taken("De Raad van State meldt.", redactions=(redaction("Raad van State", no),))
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["De Raad van State meldt."]
    assert public.released == ("Raad van State",)
    whole = taken("Dhr. Raad van State", redactions=(redaction("Dhr. Raad van State", no),))
    assert texts_of(public_snapshot(whole, [], number="1")) == ["⟦5.1.2e⟧ van State"]


def test_namesake_in_public_is_noticed():
    whole = taken("De Jonge licht toe. H. de Jonge en P. de Jonge.", people=(MINISTER, OFFICIAL))
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["⟦5.1.2e⟧ licht toe. ⟦5.1.2e⟧ en ⟦5.1.2e⟧."]
    assert [f.certainty for f in public.findings] == [
        Certainty.AMBIGUOUS, Certainty.AMBIGUOUS, Certainty.CERTAIN,
    ]  # fmt: skip
    no = RedactionState.REJECTED
    kept = replace(whole, redactions=(redaction("De Jonge", no), redaction("H. de Jonge", no)))
    assert texts_of(public_snapshot(kept, [], number="1")) == [
        "De Jonge licht toe. H. de Jonge en ⟦5.1.2e⟧."
    ]


def test_longer_name_of_public_person_stays():
    boss = Person(id=Id("p7"), surname="Raad", particle="van der")
    public = public_snapshot(taken("Van der Raad opent."), [], number="1")
    assert "Raad" not in texts_of(public)[0]
    whole = taken("Van der Raad opent, Raad sluit.", people=(boss, RAAD))
    assert texts_of(public_snapshot(whole, [], number="1")) == [
        "Van der Raad opent, ⟦5.1.2e⟧ sluit."
    ]


def test_codes_of_organisations_are_no_names():
    person = Person(id=Id("p8"), surname="Bos", confidentiality=Confidentiality.NAME_WITHHELD)
    whole = taken("Bos en Stichting Bos steunen dit; mevr. Bos niet.", people=(person,))
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["Bos en Stichting Bos steunen dit; ⟦5.1.2e⟧ niet."]
    assert public.released == ("Bos", "Stichting Bos")


def test_redactions_with_and_without_quote():
    whole = taken("Het kost 12 miljoen\neuro.", "Alles geheim.", "Ook   dit deel.")
    whole = replace(
        whole,
        redactions=(
            redaction("12 miljoen euro", ground=Ground.STATE_FINANCES),
            redaction("", block="b1", state=RedactionState.PROPOSED),
            redaction("dit deel", block="b2", state=RedactionState.REJECTED),
        ),
        decisions=(
            Decision(id=Id("d"), session_id=Id("s"), item_id=None, block_id=Id("b1"), position=1,
                     text="Alles geheim."),
        ),
        actions=(
            Action(id=Id("x"), session_id=Id("s"), item_id=None, block_id=Id("b0"), position=1,
                   text="zoekt 12 miljoen euro", owners=("VNG",)),
        ),
    )  # fmt: skip
    public = public_snapshot(whole, [], number="1")
    assert texts_of(public) == ["Het kost ⟦5.1.2b⟧.", "⟦5.2⟧", "Ook   dit deel."]
    assert public.snapshot.decisions[0].text == "⟦5.2⟧"
    assert public.snapshot.actions[0].text == "zoekt ⟦5.1.2b⟧"
    assert public.snapshot.redactions == ()
    assert [(f.where, f.redaction_id) for f in public.findings] == [("b1", "r")]  # only proposed


def test_withheld_block_without_ground_asks_for_one():
    whole = taken("Geheim beraad.")
    block = replace(whole.blocks[0], confidentiality=Confidentiality.FULLY_WITHHELD, label="IPO")
    public = public_snapshot(replace(whole, blocks=(block,)), [], number="1")
    assert (public.snapshot.blocks[0].text, public.snapshot.blocks[0].label) == ("⟦5.1.2i⟧", "")
    [finding] = public.findings
    assert (finding.quote, finding.ground) == ("", Ground.FUNCTIONING_OF_STATE)


def test_redaction_whose_words_are_gone_is_reported():
    public = public_snapshot(taken("Anders.", redactions=(redaction("weg"),)), [], number="1")
    assert [f.certainty for f in public.findings] == [Certainty.MISSING]


def test_requests_and_contact_details_do_not_leave():
    request = ChangeRequest(
        id=Id("c"), session_id=Id("s"), version_id=Id("v"), organisation_id=Id("o1"),
        block_id=None, state=RequestState.OPEN, received_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    chair = replace(MINISTER, email="x@y.example", phone="070 1234567")
    public = public_snapshot(taken(people=(chair,), requests=(request,)), [], number="1").snapshot
    assert public.requests == ()
    assert (public.people[0].email, public.people[0].phone) == ("", "")


@pytest.mark.parametrize("row", list(TEXTS), ids=lambda row: row.__name__)
def test_every_text_field_is_cleaned_or_known_to_hold_no_name(row):
    harmless = {
        "id", "code", "number", "reference", "content_hash", "uid_token", "link", "body",
        "surname", "particle", "initials", "given_name", "salutation", "email", "phone",
    }  # fmt: skip
    spaces = {**vars(meetings), **vars(minutes), **vars(papers), **vars(people), **vars(snapshot)}
    for field in fields(row):
        kind = field.type if not isinstance(field.type, str) else spaces.get(field.type)
        if kind is str or kind == tuple[str, ...]:
            assert field.name in TEXTS[row] or field.name in harmless
