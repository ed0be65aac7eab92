"""Generated minutes with names that can be words, in every place that holds words."""

import datetime as dt
import random
import re

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, AttendanceStatus, Attendee, Body, Session
from lrt_desk.model.minutes import (
    WITHHELD_IN_SOURCE,
    Action,
    Approval,
    ApprovalOutcome,
    Block,
    BlockKind,
    Decision,
)
from lrt_desk.model.papers import Paper
from lrt_desk.model.people import Confidentiality, Organisation, Person
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.name_forms import fold

SURNAMES = (
    ("de", "Jonge"), ("", "Raad"), ("van der", "Veenwouden"), ("", "Bos"), ("", "Groot Wessels"),
    ("de", "Koning"), ("", "Müller-Dijk"), ("van 't", "Hof"), ("", "Stuk"), ("", "Li"),
    ("van den", "Berg"), ("", "Yılmaz"), ("", "Van"), ("op den", "Akker"), ("", "Kroon"),
    ("", "Verslag"), ("'s", "Gravendijk"), ("", "O'Brien"), ("", "Mei"), ("el", "Idrissi"),
    ("", "Kramer"), ("de", "Groot"), ("", "Voorzitter"), ("", "Stukken"), ("ten", "Have"),
)  # fmt: skip
FILLER = (
    "de raad steunt het voorstel", "voor jonge mensen is opvang nodig", "het bos van de koning",
    "een groot deel van de stukken", "VNG levert cijfers", "op 3 mei van dit jaar", "IPO",
    "in de reuzenzaal", "maatregelen", "van belang is dat", "een verslag", "de kroon erop",
    "de Kamer vraagt", "een groot aantal", "naar de Tweede Kamer", "zij have en goed",
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
        "https://net.example/" + full.replace(" ", "-"), f"mailto:{person.email}?subject=stuk",
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
