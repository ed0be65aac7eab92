"""Identity of facts."""

from typing import NewType

import uuid_utils

Id = NewType("Id", str)


def new_id() -> Id:
    """Make a UUIDv7 (RFC 9562 section 5.7), so that ids sort by the moment they were made."""
    return Id(str(uuid_utils.uuid7()))
