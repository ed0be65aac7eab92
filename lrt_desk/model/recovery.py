"""What opens an archive when computer and keyring are gone."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryKit:
    """What to print on the day an archive is made, and to keep away from the computer.

    `groups` are 8 groups of 7 characters (Crockford base32 of the key and a check of 3 bytes);
    `salt` is that of the file, in hex; `key_id` tells kits apart and gives nothing away.
    """

    groups: tuple[str, ...] = field(repr=False)
    salt: str
    key_id: str
    file_name: str
    created: dt.date
