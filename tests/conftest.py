"""What every test may count on: no screen, and a folder for settings of its own."""

import os
from pathlib import Path

import pytest

# Before any Qt import: tests draw off screen unless somebody asks to see them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and anchors of the person who runs the tests out of them."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("LRT_DESK_STATE", str(folder))
    return folder
