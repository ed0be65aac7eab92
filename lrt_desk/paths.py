"""Where files lie: what ships with the program, and what it keeps for this user."""

import os
import sys
from pathlib import Path

_BUNDLE = getattr(sys, "_MEIPASS", None)
RESOURCES = Path(_BUNDLE, "resources") if _BUNDLE else Path(__file__).parents[1] / "resources"


def state_dir() -> Path:
    """Give the folder for settings and anchors, made on first use.

    The environment variable `LRT_DESK_STATE` overrides it.
    """
    override = os.environ.get("LRT_DESK_STATE")
    path = Path(override) if override else _user_data()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _user_data() -> Path:
    import platformdirs

    return platformdirs.user_data_path("lrt-desk", appauthor=False)


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file or nothing: mode 0600, synced, then moved into place.

    Errors: OSError from the file system; the target is then untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
