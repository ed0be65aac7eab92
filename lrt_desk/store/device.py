"""Who writes: this computer and whoever is logged in to it."""

import getpass
import uuid
from functools import cache

from lrt_desk.paths import state_dir, write_file


def device_id() -> str:
    """Give the lasting name of this computer for the journal: random, made on first use."""
    file = state_dir() / "device"
    try:
        return file.read_text("ascii").strip()
    except FileNotFoundError:
        name = uuid.uuid4().hex[:12]
        write_file(file, name.encode())
        return name


@cache
def actor() -> str:
    """Give the login name of the user, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which one differs by system and Python version
        return ""
