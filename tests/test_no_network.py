"""The whole main job runs without one attempt at a connection."""

import subprocess
import sys
from pathlib import Path

_WATCHED = """
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto",
                 "socket.gethostbyname"}:
        raise SystemExit(f"a connection was attempted: {event}")

sys.addaudithook(refuse)
"""


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _WATCHED + code, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_demonstration_opens_no_connection(tmp_path: Path) -> None:
    done = run(
        "from lrt_desk.cli import parse, run\n"
        "out = sys.argv[1]\n"
        "status = run(parse(['demo', '--no-window', '--out', out]))\n"
        "status = status or run(parse(['verify', out + '/verslag-getekend.pdf']))\n"
        "raise SystemExit(status)",
        str(tmp_path),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "verslag-openbaar.pdf").exists()


def test_the_watch_itself_sees_a_connection() -> None:
    done = run("import socket; socket.socket().connect(('127.0.0.1', 9))")
    assert done.returncode == 1
    assert "socket.connect" in done.stderr
