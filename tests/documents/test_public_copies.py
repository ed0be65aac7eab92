"""Public copies as a whole: whatever the names and wherever they stand, nothing gets out."""

import datetime as dt
import random
import re

import msgspec
import pytest

from lrt_desk.documents import agenda, docx, lists, minutes, odt, pdf, text
from lrt_desk.documents.known_words import HOUSE_PHRASES, HOUSE_WORDS
from lrt_desk.documents.leaks import find_leaks
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import (
    AgendaItem,
    AttendanceStatus,
    Attendee,
    Body,
    ItemKind,
    Outcome,
    Session,
    SessionState,
)
from lrt_desk.model.minutes import (
    WITHHELD_IN_SOURCE,
    Action,
    ActionState,
    Approval,
    ApprovalOutcome,
    Block,
    BlockKind,
    Decision,
)
from lrt_desk.model.papers import Paper
from lrt_desk.model.people import Confidentiality, Organisation, Person, Role
from lrt_desk.model.publication import Ground
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.name_forms import fold
from lrt_desk.rules.redact import public_snapshot

MAKERS = (minutes.minutes, lists.actions, lists.decisions, lists.attendance, agenda.agenda)
SURNAMES = (
    ("de", "Jonge"), ("", "Raad"), ("van der", "Veenwouden"), ("", "Bos"), ("", "Groot Wessels"),
    ("de", "Koning"), ("", "Müller-Dijk"), ("van 't", "Hof"), ("", "Stuk"), ("", "Li"),
    ("van den", "Berg"), ("", "Yılmaz"), ("", "Van"), ("op den", "Akker"), ("", "Kroon"),
    ("", "Verslag"), ("'s", "Gravendijk"), ("", "O'Brien"), ("", "Mei"), ("el", "Idrissi"),
)  # fmt: skip
FILLER = (
    "de raad steunt het voorstel", "voor jonge mensen is opvang nodig", "het bos van de koning",
    "een groot deel van de stukken", "VNG levert cijfers", "op 3 mei van dit jaar", "IPO",
    "in de reuzenzaal", "maatregelen", "van belang is dat", "een verslag", "de kroon erop",
)  # fmt: skip


def spellings(person: Person, dice: random.Random) -> str:
    """Write a person as minutes might."""
    full = f"{person.particle} {person.surname}".strip()
    capital = full[:1].upper() + full[1:]
    return dice.choice((
        f"Dhr. {capital}", capital, full, full.upper(), f"{person.initials} {full}",
        f"{person.given_name} {full}", full.replace(" ", "\n"), full.replace(" ", "\u00a0  "),
        f"{person.surname}, {person.particle}".rstrip(", "), f"{capital}'s", f"{capital}s",
        person.email, person.phone, person.phone.replace(" ", ""), f"mevrouw {person.surname}",
        f"{capital}-Bakker", f"({capital})", f"{capital}:", person.surname,
    ))  # fmt: skip


def hostile(seed: int) -> tuple[SessionSnapshot, list[Person]]:
    dice = random.Random(seed)
    people = [
        Person(
            id=Id(f"p{i}"), surname=surname, particle=particle, initials=f"{chr(70 + i)}.",
            given_name=("Roos", "Hugo", "Wil")[i % 3], email=f"{chr(97 + i)}.mail{i}@mail.example",
            phone=f"06 1234 56{i}8", salutation=dice.choice(("Dhr.", "Mevr.", "")),
            confidentiality=list(Confidentiality)[dice.randint(1, 2) if i else 0],
        )
        for i, (particle, surname) in enumerate(dice.sample(SURNAMES, 5))
    ]  # fmt: skip
    hidden = people[1:]

    def words() -> str:
        parts = [dice.choice(FILLER) for _ in range(dice.randint(1, 3))]
        parts += [spellings(dice.choice(hidden), dice) for _ in range(dice.randint(0, 2))]
        parts += [WITHHELD_IN_SOURCE] * dice.randint(0, 1)
        dice.shuffle(parts)
        return dice.choice((" ", ", ", " - ")).join(parts)

    def row(make, name, at, **fields):
        return make(id=Id(f"{name}{at}"), session_id=Id("s"), position=at, **fields)

    snapshot = SessionSnapshot(
        body=Body(id=Id("body"), code="LRT", name="Landelijke Regietafel"),
        session=Session(id=Id("s"), body_id=Id("body"), date=dt.date(2024, 3, 15), place=words(),
                        title=words(), link="https://kamer.example/geheim"),
        organisations=(Organisation(id=Id("o"), code="VNG"), Organisation(id=Id("q"), code="IPO")),
        people=tuple(people),
        attendees=tuple(row(Attendee, "a", i, person_id=p.id, organisation_id=Id("o"),
                            status=AttendanceStatus.PRESENT, present_items=words())
                        for i, p in enumerate(people)),
        items=tuple(row(AgendaItem, "i", i, number=str(i), title=words(), presenter=words())
                    for i in range(2)),
        blocks=tuple(row(Block, "b", i, item_id=Id(f"i{i % 2}"), kind=dice.choice(list(BlockKind)),
                         text=words(), label=dice.choice(("", "VNG", spellings(hidden[0], dice))))
                     for i in range(5)),
        papers=(Paper(id=Id("p"), item_id=Id("i0"), position=0, title=words(), addressee=words(),
                      copy_to=words(), release_condition=words(), kind=words()),),
        actions=tuple(row(Action, "x", i, item_id=Id("i0"), block_id=None, text=words(),
                          owners=("VNG", spellings(hidden[1], dice), WITHHELD_IN_SOURCE),
                          handed_to=words(), unsettled=words()) for i in range(2)),
        decisions=(row(Decision, "d", 0, item_id=Id("i0"), block_id=None, text=words()),),
        approvals=(Approval(id=Id("z"), body_id=Id("body"), date=None, session_id=None,
                            given_in_id=Id("s"), outcome=ApprovalOutcome.UNCHANGED,
                            remark=words()),),
    )  # fmt: skip
    return snapshot, hidden


def reads_as(person: Person, words: str) -> bool:
    """Look for a person with other means than the product's: folded words side by side."""
    told = re.sub(r"[^a-z0-9@]+", " ", fold(words).replace("ij", "y"))
    name = re.sub(
        r"[^a-z0-9@]+", " ", fold(f"{person.particle} {person.surname}").replace("ij", "y")
    )
    return f" {name.strip()} " in f" {told} "


@pytest.mark.parametrize("seed", range(150))
def test_no_name_is_left_in_the_public_snapshot(seed):
    snapshot, hidden = hostile(seed)
    public = public_snapshot(snapshot, hidden, number="LRT-1")
    assert [p.id for p in public.snapshot.people] == ["p0"]
    told = msgspec.json.decode(msgspec.json.encode(public.snapshot))
    words = " | ".join(strings(told))
    for person in hidden:
        # A surname that is a word of the smallest kind may stand where it is no name.
        if fold(person.surname) != "van":
            assert not reads_as(person, words), words
        assert person.email not in words
        assert person.phone not in words
    assert "kamer.example" not in words


def strings(value) -> list[str]:
    """Give the texts of a snapshot, without its ids and without public people."""
    if isinstance(value, dict):
        told = (v for k, v in value.items() if k not in {"people", "id"} and k[-3:] != "_id")
        return [s for v in told for s in strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("seed", range(12))
def test_no_name_is_left_in_any_format(seed):
    snapshot, hidden = hostile(1000 + seed)
    public = public_snapshot(snapshot, hidden, number="LRT-1")
    document = MAKERS[seed % len(MAKERS)](public.snapshot)
    for data in (pdf.render(document), odt.render(document), docx.render(document),
                 text.render(document).encode()):  # fmt: skip
        assert find_leaks(data, public.withheld, released=public.released) == ()
    internal = pdf.render(minutes.minutes(snapshot))
    assert find_leaks(internal, hidden)


def test_words_of_the_house_are_known():
    """What documents print by themselves must not look like a leak to people of that name."""
    said: set[str] = set()
    for state in SessionState:
        for full in (True, False):
            snapshot = everything(state) if full else bare(state)
            for make in MAKERS:
                words = text.render(make(snapshot))
                for phrase in HOUSE_PHRASES:
                    words = re.sub(r"\s+".join(map(re.escape, phrase.split())), "", words)
                said |= set(re.findall(r"[^\W\d_]{2,}", words))
    assert said - {"QQ"} <= HOUSE_WORDS


def bare(state: SessionState) -> SessionSnapshot:
    return SessionSnapshot(
        body=Body(id=Id("b"), code="QQ"),
        session=Session(id=Id("s"), body_id=Id("b"), date=dt.date(2024, 3, 15), state=state),
        public_number="1",
    )


def everything(state: SessionState) -> SessionSnapshot:
    known = {"session_id": Id("s"), "position": 1}
    item = Id("i0")
    kinds = [(role, status) for role in Role for status in AttendanceStatus]
    return SessionSnapshot(
        body=Body(id=Id("b"), code="QQ"),
        session=Session(id=Id("s"), body_id=Id("b"), date=dt.date(2024, 3, 15), place="QQ",
                        start=dt.time(9), end=dt.time(10), state=state),
        organisations=(Organisation(id=Id("o"), code="QQ"),),
        attendees=tuple(
            Attendee(id=Id(f"a{i}"), role=role, status=status, organisation_id=Id("o"),
                     confidentiality=Confidentiality.NAME_WITHHELD, present_from=dt.time(9),
                     present_until=dt.time(10), present_items="2", deputy_for_id=Id("a1"), **known)
            for i, (role, status) in enumerate(kinds)
        ),
        items=tuple(
            AgendaItem(id=Id(f"i{i}"), number=str(i), title="QQ", kind=kind, outcome=outcome,
                       presenter="QQ", **known)
            for i, (kind, outcome) in enumerate(
                (kind, outcome) for kind in ItemKind for outcome in (*Outcome, None))
        ),
        blocks=tuple(
            Block(id=Id(f"b{ground}"), item_id=item, kind=kind, text=f"⟦{ground}⟧", **known)
            for ground in Ground for kind in BlockKind
        ),
        actions=tuple(
            Action(id=Id(f"x{state}"), item_id=item, block_id=None, text="QQ", state=state,
                   due=dt.date(2024, 3, 15), handed_to="QQ", **known)
            for state in ActionState
        ),
        decisions=(Decision(id=Id("d"), item_id=item, block_id=None, text="QQ", **known),),
        public_number="1",
    )  # fmt: skip
