"""A fictional table with one session in it, for tests of the store."""

import datetime as dt

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AgendaItem, Attendee, Body, Session
from lrt_desk.model.minutes import (
    Action,
    Block,
    BlockKind,
    Decision,
    MinutesVersion,
    VersionKind,
)
from lrt_desk.model.people import Confidentiality, Organisation, Person
from lrt_desk.store.archive import Archive
from lrt_desk.store.keys import Key

KEY = Key(raw=bytes(range(32)))

BODY = Body(id=Id("body"), code="LRT", name="Regietafel")
MINISTRY = Organisation(id=Id("org-jenv"), code="JenV")
OFFICE = Organisation(id=Id("org-sjenv"), code="SJenV", parent_id=MINISTRY.id)
CITIES = Organisation(id=Id("org-vng"), code="VNG")
CHAIR = Person(id=Id("person-chair"), surname="Linde", particle="van der", salutation="Mevr.")
OFFICIAL = Person(
    id=Id("person-official"), surname="Aalbers", confidentiality=Confidentiality.NAME_WITHHELD
)
SESSION = Session(id=Id("session"), body_id=BODY.id, date=dt.date(2026, 3, 6), start=dt.time(9, 15))
ITEMS = (
    AgendaItem(
        id=Id("item-1"),
        session_id=SESSION.id,
        position=0,
        number="1",
        title="Opening en mededelingen",
    ),
    AgendaItem(
        id=Id("item-2"),
        session_id=SESSION.id,
        position=1,
        number="2",
        title="Huisvesting in de regio",
    ),
)
BLOCKS = (
    Block(
        id=Id("block-1"),
        session_id=SESSION.id,
        item_id=ITEMS[0].id,
        position=0,
        kind=BlockKind.BULLET,
        text="De tafel bespreekt de jeugdzorginstellingen langs de kust.",
    ),
    Block(
        id=Id("block-2"),
        session_id=SESSION.id,
        item_id=ITEMS[1].id,
        position=0,
        kind=BlockKind.BULLET,
        text="Eén loket coördineert de opvang van ouderen.",
        label="Loket",
    ),
)
ATTENDEES = (
    Attendee(
        id=Id("attendee-1"),
        session_id=SESSION.id,
        position=0,
        person_id=CHAIR.id,
        organisation_id=OFFICE.id,
    ),
    Attendee(
        id=Id("attendee-2"),
        session_id=SESSION.id,
        position=1,
        person_id=OFFICIAL.id,
        organisation_id=CITIES.id,
    ),
)
ACTION = Action(
    id=Id("action"),
    session_id=SESSION.id,
    item_id=ITEMS[1].id,
    block_id=BLOCKS[1].id,
    position=0,
    text="Stuurt een overzicht rond",
    owners=("VNG", "leden"),
)
DECISION = Decision(
    id=Id("decision"),
    session_id=SESSION.id,
    item_id=ITEMS[1].id,
    block_id=None,
    position=0,
    text="De tafel stemt in.",
)
VERSION = MinutesVersion(
    id=Id("version"),
    session_id=SESSION.id,
    number="0.1",
    kind=VersionKind.CIRCULATED,
    created_at=dt.datetime(2026, 3, 9, 8, tzinfo=dt.UTC),
    content="{}",
    content_hash="0" * 64,
)
TABLE = (BODY, MINISTRY, OFFICE, CITIES, CHAIR, OFFICIAL)
UNDER_SESSION = (*ITEMS, *BLOCKS, *ATTENDEES, ACTION, DECISION)


def fill(archive: Archive) -> None:
    """Put the whole sample in, in one transaction."""
    with archive.atomic("Voorbeeld"):
        for row in (*TABLE, SESSION, *UNDER_SESSION):
            archive.put(row)
