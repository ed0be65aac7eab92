"""The real thing: a key in the Secret Service of a Linux desktop."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEEP_AND_FIND = """
import subprocess, sys
from pathlib import Path
from lrt_desk.store.archive import create_archive, open_archive
from lrt_desk.store.keys import key_for, key_for_new, remember

subprocess.run(
    ["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"test", check=True,
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
path = Path(sys.argv[1])
with create_archive(path, key_for_new()) as archive:
    remember(archive)
with open_archive(path, key_for(path)) as archive:
    print(archive.id)
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="no Secret Service here; on Debian: apt install gnome-keyring dbus",
)
def test_a_key_is_kept_and_found_in_the_secret_service(tmp_path: Path) -> None:
    folders = {
        name: str(tmp_path / name)
        for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    }
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700)
    path = tmp_path / "tafel.lrt"
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", KEEP_AND_FIND, str(path)],
        env={**os.environ, **folders, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.strip()) == 36
    assert path.exists()


def test_a_machine_without_any_keyring_says_so(tmp_path: Path) -> None:
    script = "from lrt_desk.store.keys import key_for_new; key_for_new()"
    environment = {
        name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if sys.platform == "linux":
        assert "DeskError: Deze computer heeft geen sleutelbos" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
