"""dev.py sets up once, and says plainly what it cannot do."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
DPKG = """installed libglib2.0-0t64, libglib2.0-0 (= 2.80.0-6)
installed libgl1, 
not-installed libegl1, 
installed mesa, libxkbcommon0, libdbus-1-3 (= 1.14)
"""  # noqa: W291  as dpkg-query writes it


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """Load dev.py as a module of its own that works in an empty project."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT = tmp_path
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return module


def test_packages_count_under_their_new_names_too(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.CompletedProcess([], 0, stdout=DPKG)
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "/usr/bin/dpkg-query")
    monkeypatch.setattr(dev.subprocess, "run", lambda *_words, **_options: done)
    wanted = ["libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libxcb-xkb1"]
    assert dev.debian_lacks(wanted) == ["libegl1", "libxcb-xkb1"]


def test_elsewhere_than_on_debian_no_package_is_asked_for(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert dev.debian_lacks(["libgl1"]) == []


def test_whoever_is_not_root_gets_one_line_to_paste(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "call", lambda *_: pytest.fail("nothing may be run"))
    with pytest.raises(SystemExit) as ended:
        dev.debian_install(["libgl1", "libegl1"], "Qt")
    line = "sudo apt-get install -y --no-install-recommends libgl1 libegl1"
    assert [words.strip() for words in str(ended.value).splitlines()][-1] == line


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_the_stamp_follows_what_is_installed(dev: ModuleType, name: str) -> None:
    before = dev.stamp_now()
    assert dev.stamp_now() == before
    (dev.ROOT / name).write_text("changed", encoding="utf-8")
    assert dev.stamp_now() != before


def test_every_verb_is_in_the_help() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True
    )
    verbs = ("setup", "run", "demo", "test", "check", "bench", "shots", "bundle")
    shown = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
    assert [verb for verb in verbs if verb not in shown] == []
