"""What is committed names no package index and no machine, and what it installs is pinned."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Spelt with gaps, so that this file does not contain what it forbids.
INDEX = re.compile(
    r"https?://[a-z0-9.-]*(py" r"pi|python" r"hosted|np" r"mjs|mav" r"en|deb" r"ian)"
)
MACHINE = re.compile(r"(?<![\w.~}-])/(wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/")
PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRI" r"VATE KEY-----")


def complaints(text: str) -> list[str]:
    """List the lines that may not be committed."""
    forbidden = (INDEX, MACHINE, PRIVATE_KEY)
    return [line for line in text.splitlines() if any(rule.search(line) for rule in forbidden)]


def committed() -> list[Path]:
    """List the files under version control, or all files of a copy without its history."""
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        skip = {".venv", "build", "dist"}
        found = ROOT.rglob("*")
        return [path for path in found if path.is_file() and not skip & set(path.parts)]
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [path for name in listing.stdout.decode().split("\0") if (path := ROOT / name).is_file()]


def test_no_file_names_an_index_or_a_machine() -> None:
    files = committed()
    assert ROOT / "pyproject.toml" in files
    found = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if (lines := complaints(path.read_bytes().decode("utf-8", "ignore")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https:" + "//py" + "pi.org/simple",
        'open("/' + 'work/main/x")',
        "cd /" + "root/.cache",
        "-----BEGIN PRI" + "VATE KEY-----",
    ],
)
def test_a_planted_line_is_found(line: str) -> None:
    assert complaints(f"fine\n{line}\nfine") == [line]


def test_an_ordinary_path_passes() -> None:
    assert (
        complaints("tests/wo" + "rk/file, ~/.cache, /usr/include/stdio.h, $HOME/ro" + "ot/") == []
    )


def test_every_package_is_pinned_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in lock.splitlines() if line.strip() and not line.startswith("#")]
    assert len(entries) > 20
    assert [line for line in entries if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", line)] == []


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[^\w.-]", line)[0].lower() for line in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert names - set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) == set()
