"""What every test may count on: no screen, a state folder of its own, and an archive on request."""

import datetime as dt
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lrt_desk.store.archive import Archive, create_archive
from lrt_desk.store.keys import Key

# Before any Qt import: tests draw off screen unless somebody asks to see them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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
