"""Who takes part: organisations, people, and how far their names may travel."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lrt_desk.model.ids import Id


class Confidentiality(StrEnum):
    """How far a name may travel outside the table."""

    PUBLIC = "public"
    NAME_WITHHELD = "name_withheld"
    FULLY_WITHHELD = "fully_withheld"


class Role(StrEnum):
    """In what capacity somebody sits at the table."""

    CHAIR = "chair"
    MEMBER = "member"
    DEPUTY = "deputy"
    OFFICIAL = "official"
    SECRETARIAT = "secretariat"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A party at the table; an office-holder's code (SJenV) points to its ministry (JenV)."""

    id: Id
    code: str
    name: str = ""
    parent_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the secretariat knows.

    `surname` excludes the particle: Van der Maat is surname "Maat", particle "van der".
    """

    id: Id
    surname: str
    particle: str = ""
    initials: str = ""
    given_name: str = ""
    salutation: str = ""
    email: str = ""
    phone: str = ""
    function: str = ""
    confidentiality: Confidentiality = Confidentiality.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's role at a body on behalf of an organisation, from and until a date."""

    id: Id
    person_id: Id
    body_id: Id
    organisation_id: Id
    role: Role
    since: dt.date | None = None
    until: dt.date | None = None
