"""What leaves the house: redactions with their grounds, public copies, signed copies."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from lrt_desk.model.ids import Id


class Ground(StrEnum):
    """Ground for withholding under the Woo (articles 5.1, 5.2 and 5.4)."""

    CROWN = "5.1.1a"
    STATE_SECURITY = "5.1.1b"
    BUSINESS_DATA = "5.1.1c"
    SPECIAL_PERSONAL_DATA = "5.1.1d"
    IDENTIFICATION_NUMBERS = "5.1.1e"
    FOREIGN_RELATIONS = "5.1.2a"
    STATE_FINANCES = "5.1.2b"
    PROSECUTION = "5.1.2c"
    INSPECTION = "5.1.2d"
    PRIVACY = "5.1.2e"
    COMPETITION = "5.1.2f"
    ENVIRONMENT = "5.1.2g"
    SECURITY = "5.1.2h"
    FUNCTIONING_OF_STATE = "5.1.2i"
    DISPROPORTIONATE_HARM = "5.1.5"
    POLICY_OPINIONS = "5.2"
    FORMATION = "5.4"


class RedactionState(StrEnum):
    """Whether a human has settled a redaction; a proposal withholds until it is rejected."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Category(StrEnum):
    """Information category of a public copy, as TOOI codes it for DiWoo.

    `MEETING`: published of one's own accord (Woo art. 3.1). `WOO_DECISION`: annex to a decision on
    a request for it.
    """

    MEETING = "c_816e508d"
    WOO_DECISION = "c_3baef532"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A passage of a block that the public copy withholds; an empty `quote` is the whole block."""

    id: Id
    session_id: Id
    block_id: Id
    quote: str
    ground: Ground
    state: RedactionState = RedactionState.PROPOSED
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy:
    """The record of a signed document (Archiefregeling art. 24c).

    `issued_at` is when it was signed and validated, `function` what the signer signed as,
    `officer` who was responsible. A file signed again has a row for each signature; `earlier_hash`
    is that of the file before this one.
    """

    id: Id
    session_id: Id
    version_id: Id
    issued_at: dt.datetime
    file_hash: str
    signer: str
    certificate: str
    validation: str
    officer: str = ""
    function: str = ""
    earlier_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCopy:
    """A public copy with an identity of its own, linked to the version it came from.

    `released` are the words that it may hold although they can be read as a withheld name.
    `signer` to `officer` are empty where it bears no seal; else as in `SignedCopy`.
    """

    id: Id
    session_id: Id
    version_id: Id
    number: str
    issued_at: dt.datetime
    file_hash: str
    category: Category = Category.MEETING
    withdrawn_at: dt.datetime | None = None
    released: tuple[str, ...] = ()
    signer: str = ""
    certificate: str = ""
    validation: str = ""
    officer: str = ""
