#!/usr/bin/env python3
"""Set up and run everything: `python3 dev.py VERB`. Needs Python 3.11 and nothing else.

Whatever a verb needs is set up on first use and remembered in `.venv/stamp`, so that a second
call costs milliseconds.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "stamp"
PYTHON_VERSION = "{}.{}".format(*sys.version_info)
SCREENLESS = {"QT_QPA_PLATFORM": "offscreen"}

# Qt's own needs on Debian: to be imported at all, and to put up a window.
QT_IMPORT = ("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1")
QT_WINDOW = (
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1"),
    "libxkbcommon-x11-0",
)
QT_PACKAGES = (*QT_IMPORT, *QT_WINDOW)


def fail(sentence: str) -> "SystemExit":
    """Make the end of this program: one sentence on standard error, exit status 1."""
    return SystemExit(f"dev.py: {sentence}")


def call(*command: str | Path, **environment: str) -> int:
    """Run a command in the project's folder and return its exit status."""
    sys.stdout.flush()
    values = {**os.environ, **environment}
    return subprocess.call([str(word) for word in command], cwd=ROOT, env=values)


def python(*arguments: str, **environment: str) -> int:
    """Run the virtual environment's Python and return its exit status."""
    return call(PYTHON, *arguments, **environment)


# Setting up ------------------------------------------------------------------------------------


def stamp_now() -> str:
    """Digest all that the virtual environment is made from."""
    digest = hashlib.sha256(" ".join([PYTHON_VERSION, str(ROOT), *QT_PACKAGES]).encode())
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def debian_lacks(packages: Sequence[str]) -> list[str]:
    """Name those packages that this Debian does not have; none where there is no dpkg.

    A package of which another is the new name (libglib2.0-0t64 provides libglib2.0-0) counts.
    """
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}, ${Provides}\n"]
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    present = {
        name.split()[0]
        for line in lines
        if line.startswith("installed ")
        for name in line.removeprefix("installed ").split(",")
        if name.strip()
    }
    return [package for package in packages if package not in present]


def debian_install(packages: Sequence[str], purpose: str) -> None:
    """Install Debian packages as root; otherwise end with the line that does it."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    quietly = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    if os.geteuid() != 0:
        line = f"sudo {' '.join(install)}"
        raise fail(f"{purpose} needs Debian packages. Paste this line, then try again:\n\n  {line}")
    print(f"Installing {' '.join(packages)} …")
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update"]
    if any(call(*command, *quietly, **environment) for command in (update, install)):
        raise fail(f"apt-get could not install what {purpose} needs; its message is above.")


def make_venv() -> None:
    """Make the virtual environment for this Python, unless a sound one is there."""
    sound = PYTHON.exists() and not subprocess.call(
        [
            PYTHON,
            "-c",
            f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})",
        ],
        stderr=subprocess.DEVNULL,
    )
    if sound:
        return
    try:
        import ensurepip  # noqa: F401  Debian keeps it apart, in python3-venv
    except ImportError:
        debian_install([f"python{PYTHON_VERSION}-venv"], "A virtual environment")
    print(f"Making {VENV.relative_to(ROOT)} …")
    if call(sys.executable, "-m", "venv", "--clear", VENV):
        raise fail("the virtual environment could not be made; the message is above.")


def ensure() -> None:
    """Bring the virtual environment and Qt's libraries up to date, at once if they are."""
    stamp = stamp_now()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == stamp and PYTHON.exists():
        return
    debian_install(debian_lacks(QT_PACKAGES), "Qt")
    make_venv()
    print("Installing the locked packages …")
    pip = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
    if python(*pip, "--require-hashes", "--no-deps", "-r", "requirements.lock") or python(
        *pip, "--no-deps", "--no-build-isolation", "-e", ".", PYTHONWARNINGS="ignore"
    ):
        raise fail("pip could not install what requirements.lock names; its message is above.")
    STAMP.write_text(stamp, encoding="ascii")


# Verbs -----------------------------------------------------------------------------------------


def setup(arguments: Sequence[str]) -> int:
    """Set up everything; with --validators also the outside validators for the tests."""
    if list(arguments) not in ([], ["--validators"]):
        raise SystemExit("usage: dev.py setup [--validators]")
    if not arguments:
        return 0
    if shutil.which("dpkg-query"):
        lines = "from tests.validators import debian_missing as m; print(*m())"
        found = subprocess.run(
            [PYTHON, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True
        )
        debian_install(found.stdout.split(), "Validating")
    return python("-m", "tests.validators")


def run(arguments: Sequence[str]) -> int:
    """Start LRT Desk; whatever follows goes to its command line."""
    return python("-m", "lrt_desk", *arguments)


def demo(arguments: Sequence[str]) -> int:
    """Do the main job on a fictional archive; every document lands in demo-out."""
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    if not screen and "--no-window" not in arguments:
        print("There is no screen here: the documents only, without the window.")
        arguments = ("--no-window", *arguments)
    return python("-m", "lrt_desk", "demo", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the tests; whatever follows goes to pytest."""
    return python("-m", "pytest", *arguments)


def check(_: Sequence[str]) -> int:
    """Check style, types and architecture."""
    gates = ("tests/test_architecture.py", "tests/test_repository.py")
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("pytest", "-p", "no:cacheprovider", *gates),
    )
    return max(python("-m", *step) for step in steps)


def bench(arguments: Sequence[str]) -> int:
    """Print ratios to what does the same job elsewhere, all measured in this run."""
    return python("-m", "tests.bench", *arguments, **SCREENLESS)


def words(arguments: Sequence[str]) -> int:
    """Gather what the screen says for translation, and compile its English."""
    return python("-m", "tests.translations", *arguments)


def shots(arguments: Sequence[str]) -> int:
    """Draw every screen to shots/, for review."""
    return python("-m", "tests.shots", *arguments, **SCREENLESS)


def bundle(arguments: Sequence[str]) -> int:
    """Build the program as a folder, then let it test itself from there."""
    built = python(
        "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments, "build.spec"
    )
    program = ROOT / "dist" / "lrt-desk" / ("lrt-desk.exe" if WINDOWS else "lrt-desk")
    return built or call(program, "self-test")


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    verb.__name__: verb for verb in (setup, run, demo, test, check, bench, shots, words, bundle)
}


def main() -> int:
    """Read the verb, set up what is missing, do it."""
    lines = (f"  {name:8}{verb.__doc__}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", epilog="\n".join(lines), formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="…")
    options = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  whoever runs this may have an older one
        raise fail("Python 3.11 or later is needed.")
    ensure()
    return VERBS[options.verb](options.arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
