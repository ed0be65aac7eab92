"""What every test may count on: no screen, a state folder of its own, and an archive on request."""

import datetime as dt
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from lrt_desk.store.archive import Archive, create_archive
from lrt_desk.store.keys import Key

# Before any Qt import: tests draw off screen unless somebody asks to see them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A commit passes or fails for what is in it, so the gate draws the same examples each time, and a
# busy machine is no mistake in the code. On a desk every run looks at other examples.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and anchors of the person who runs the tests out of them."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("LRT_DESK_STATE", str(folder))
    return folder


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    """Tick a second at every look, from 23 November 2026, 9.00 UTC."""
    ticks = itertools.count()
    start = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    return lambda: start + dt.timedelta(seconds=next(ticks))


@pytest.fixture
def archive(tmp_path: Path, clock: Callable[[], dt.datetime]) -> Iterator[Archive]:
    """A new, empty archive."""
    with create_archive(tmp_path / "tafel.lrt", Key(raw=bytes(range(32))), clock=clock) as archive:
        yield archive
