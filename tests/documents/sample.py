"""A fictional session, rich enough to show every part of every document."""

import datetime as dt
from dataclasses import replace

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import (
    AgendaItem,
    AttendanceStatus,
    Attendee,
    Body,
    ItemKind,
    Outcome,
    Session,
)
from lrt_desk.model.minutes import (
    WITHHELD_IN_SOURCE,
    Action,
    ActionState,
    ApprovalOutcome,
    Block,
    BlockKind,
    ChangeRequest,
    Decision,
    RequestState,
    VersionKind,
)
from lrt_desk.model.papers import Marking, MarkingLevel, Paper, PaperVersion
from lrt_desk.model.people import Confidentiality, Organisation, Person, Role
from lrt_desk.model.snapshot import ApprovalStamp, SessionSnapshot, VersionStamp

DAY = dt.date(2024, 3, 8)
SESSION = Id("s")
LINK = "https://vergaderen.example.test/kamer/4711-geheim"


def _id(text: str) -> Id:
    return Id(text)


ORGANISATIONS = tuple(
    Organisation(id=_id(f"o-{code}"), code=code)
    for code in ("SJenV", "JenV", "MBZK", "BZK", "VNG", "IPO", "CdK’s", "COA", "Aedes", "VB")
)
PEOPLE = (
    Person(id=_id("p1"), salutation="Dhr.", particle="van den", surname="Eikenaar"),
    Person(id=_id("p2"), salutation="Mevr.", particle="de", surname="Vries Lentink"),
    Person(id=_id("p3"), salutation="Mevr.", surname="Açıkgöz-Ağaoğlu"),
    Person(id=_id("p4"), salutation="Dhr.", particle="ter", surname="Braakhuis"),
    Person(
        id=_id("p5"),
        salutation="Mevr.",
        surname="Zonderland",
        email="zonderland@example.test",
        confidentiality=Confidentiality.NAME_WITHHELD,
    ),
    Person(id=_id("p6"), salutation="Dhr.", surname="Wijngaard"),
    Person(id=_id("p7"), salutation="Mevr.", particle="van", surname="Ommeren-Łukasiewicz"),
    Person(id=_id("p8"), salutation="Dhr.", surname="Hoogervorst"),
)


def _attendee(position: int, person: str, organisation: str, **known: object) -> Attendee:
    base = Attendee(
        id=_id(f"a{position}"),
        session_id=SESSION,
        position=position,
        person_id=_id(person) if person else None,
        organisation_id=_id(f"o-{organisation}") if organisation else None,
        status=AttendanceStatus.PRESENT,
    )
    return replace(base, **known)


ATTENDEES = (
    _attendee(1, "p1", "SJenV", role=Role.CHAIR),
    _attendee(2, "p2", "MBZK"),
    _attendee(3, "", "", label="secretariaat", role=Role.SECRETARIAT),
    _attendee(
        4,
        "p3",
        "VNG",
        status=AttendanceStatus.PARTLY_PRESENT,
        present_until=dt.time(11, 0),
    ),
    _attendee(5, "p4", "IPO", role=Role.DEPUTY, deputy_for_id=_id("a9")),
    _attendee(6, "p5", "JenV", role=Role.OFFICIAL),
    _attendee(7, "", "BZK", role=Role.OFFICIAL),
    _attendee(8, "p6", "COA", status=AttendanceStatus.ABSENT_WITH_NOTICE),
    _attendee(9, "p7", "IPO", status=AttendanceStatus.REPLACED),
    _attendee(10, "p8", "VB", status=AttendanceStatus.PARTLY_PRESENT, present_items="3"),
)
ITEMS = (
    AgendaItem(
        id=_id("i1"), session_id=SESSION, position=1, number="1", title="Opening en mededelingen"
    ),
    AgendaItem(
        id=_id("i2"),
        session_id=SESSION,
        position=2,
        number="2",
        title="Spreiding van tijdelijke woonlocaties over de regio’s en de rol van de "
        "provinciale regietafels daarin",
        presenter="MBZK",
        minutes=40,
        outcome=Outcome.IN_OUTLINE,
    ),
    AgendaItem(
        id=_id("i3"),
        session_id=SESSION,
        position=3,
        number="3",
        title="Cijfers instroom en uitstroom",
        kind=ItemKind.INFORMATION,
        minutes=15,
        outcome=Outcome.NOTED,
    ),
    AgendaItem(id=_id("i4"), session_id=SESSION, position=4, number="4", title="WVTTK"),
)


def _block(name: str, item: str, kind: BlockKind, text: str, **known: object) -> Block:
    position = int(name[1:])
    base = Block(
        id=_id(name),
        session_id=SESSION,
        item_id=_id(item),
        position=position,
        kind=kind,
        text=text,
    )
    return replace(base, **known)


BLOCKS = (
    _block("b1", "i1", BlockKind.TEXT, "De voorzitter opent de vergadering en heet ieder welkom."),
    _block(
        "b2",
        "i1",
        BlockKind.BULLET,
        "Het verslag van de LRT van 1 maart 2024 wordt ongewijzigd geaccordeerd.",
    ),
    _block(
        "b3",
        "i2",
        BlockKind.BULLET,
        "MBZK schetst hoe de regio’s de komende maanden 4.500 tijdelijke plekken willen vinden. "
        "De plannen zijn per provincie verschillend uitgewerkt; dat maakt vergelijken lastig. "
        "Gevraagd wordt om één opzet, zodat de tafel in april kan zien waar het achterblijft.",
    ),
    _block(
        "b4",
        "i2",
        BlockKind.BULLET,
        "gemeenten willen eerder weten welke locaties in beeld zijn, en niet uit de krant.",
        label="VNG",
    ),
    _block("b5", "i2", BlockKind.BULLET, "dat geldt ook voor buurgemeenten;", level=1),
    _block(
        "b6",
        "i2",
        BlockKind.BULLET,
        "en voor de veiligheidsregio’s, die de eerste opvang regelen.",
        level=1,
    ),
    _block(
        "b7",
        "i2",
        BlockKind.DECISION,
        "De tafel stemt in met de spreiding op hoofdlijnen.",
    ),
    _block(
        "b8",
        "i2",
        BlockKind.ACTION,
        "Actie: IPO en VNG leveren vóór 22 maart één gezamenlijke opzet voor de regioplannen aan.",
    ),
    _block(
        "b9",
        "i3",
        BlockKind.TEXT,
        "COA en JenV lichten de cijfers toe. De uitstroom stijgt licht, de instroom blijft gelijk. "
        "De tafel vraagt om de cijfers voortaan een week eerder te ontvangen, zodat er tijd is om "
        "ze in de eigen achterban te bespreken.",
    ),
    _block(
        "b10",
        "i4",
        BlockKind.ACTION,
        f"VB en {WITHHELD_IN_SOURCE} bespreken de vraag over het vervoer.",
    ),
)
ACTIONS = (
    Action(
        id=_id("x1"),
        session_id=SESSION,
        item_id=_id("i2"),
        block_id=_id("b8"),
        position=1,
        text="Eén gezamenlijke opzet voor de regioplannen aanleveren",
        owners=("IPO", "VNG"),
        due=dt.date(2024, 3, 22),
    ),
    Action(
        id=_id("x2"),
        session_id=SESSION,
        item_id=_id("i3"),
        block_id=None,
        position=2,
        text="Uitwerking van de cijfers in het ambtelijk overleg",
        handed_to="HLRT",
        state=ActionState.HANDED_OVER,
    ),
    Action(
        id=_id("x3"),
        session_id=SESSION,
        item_id=_id("i4"),
        block_id=_id("b10"),
        position=3,
        text="Vraag over het vervoer bespreken",
        owners=("VB", WITHHELD_IN_SOURCE),
    ),
)
DECISIONS = (
    Decision(
        id=_id("d1"),
        session_id=SESSION,
        item_id=_id("i2"),
        block_id=_id("b7"),
        position=1,
        text="De tafel stemt in met de spreiding op hoofdlijnen.",
    ),
)
PAPERS = (
    Paper(
        id=_id("w1"),
        item_id=_id("i2"),
        position=1,
        title="Oplegnotitie spreiding tijdelijke woonlocaties",
        owner_id=_id("o-BZK"),
        deadline=dt.datetime(2024, 3, 5, 11, 0, tzinfo=dt.UTC),
    ),
    Paper(id=_id("w2"), item_id=_id("i3"), position=1, title="Factsheet instroom en uitstroom"),
)
PAPER_VERSIONS = (
    PaperVersion(
        id=_id("v1"),
        paper_id=_id("w1"),
        number=2,
        delivered_at=dt.datetime(2024, 3, 6, 15, 30, tzinfo=dt.UTC),
        late_reason="afstemming met de provincies",
    ),
)

DRAFT = SessionSnapshot(
    body=Body(
        id=_id("lrt"),
        code="LRT",
        name="Landelijke Regietafel Migratie en Integratie",
        mailbox="regietafel@example.test",
    ),
    session=Session(
        id=SESSION,
        body_id=_id("lrt"),
        date=DAY,
        start=dt.time(9, 15),
        end=dt.time(11, 30),
        place="Turfmarkt 147, Den Haag",
        link=LINK,
    ),
    organisations=ORGANISATIONS,
    people=PEOPLE,
    attendees=ATTENDEES,
    items=ITEMS,
    blocks=BLOCKS,
    papers=PAPERS,
    paper_versions=PAPER_VERSIONS,
    actions=ACTIONS,
    decisions=DECISIONS,
)
CIRCULATED = replace(
    DRAFT,
    version=VersionStamp(number="0.1", kind=VersionKind.CIRCULATED, date=dt.date(2024, 3, 12)),
    markings=(
        Marking(
            id=_id("m"), level=MarkingLevel.DEPARTMENTAL_CONFIDENTIAL, until=dt.date(2024, 9, 1)
        ),
    ),
    session=replace(DRAFT.session, marking_id=_id("m")),
)
FINAL = replace(
    DRAFT,
    version=VersionStamp(number="1.0", kind=VersionKind.FINAL, date=dt.date(2024, 3, 15)),
    blocks=tuple(
        replace(block, text=block.text.replace("4.500", "4.650")) if block.id == "b3" else block
        for block in BLOCKS
    ),
    stamp=ApprovalStamp(
        body="LRT",
        date=dt.date(2024, 3, 15),
        outcome=ApprovalOutcome.WITH_CHANGES,
        organisations=("VNG",),
        items=(("2",),),
    ),
)
REQUESTS = (
    ChangeRequest(
        id=_id("r1"),
        session_id=SESSION,
        version_id=_id("v"),
        organisation_id=_id("o-VNG"),
        block_id=_id("b3"),
        state=RequestState.ACCEPTED,
        received_at=dt.datetime(2024, 3, 13, 8, 0, tzinfo=dt.UTC),
        old_text=BLOCKS[2].text,
        new_text=BLOCKS[2].text.replace("4.500", "4.650"),
        reason="Het juiste aantal staat in de oplegnotitie.",
        resolution=BLOCKS[2].text.replace("4.500", "4.650"),
    ),
    ChangeRequest(
        id=_id("r2"),
        session_id=SESSION,
        version_id=_id("v"),
        organisation_id=_id("o-IPO"),
        block_id=_id("b9"),
        state=RequestState.REJECTED,
        received_at=dt.datetime(2024, 3, 13, 9, 0, tzinfo=dt.UTC),
        old_text=BLOCKS[8].text,
        new_text=BLOCKS[8].text.replace("een week", "twee weken"),
        reason="Twee weken is nodig voor de achterban.",
        motivation="Zo is het niet besproken.",
    ),
    ChangeRequest(
        id=_id("r3"),
        session_id=SESSION,
        version_id=_id("v"),
        organisation_id=_id("o-COA"),
        block_id=None,
        state=RequestState.ANNOUNCED,
        received_at=dt.datetime(2024, 3, 13, 10, 0, tzinfo=dt.UTC),
        reason="Tekst volgt.",
    ),
)
