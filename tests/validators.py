"""Outside validators: where they are, how to get them, and what a test does without one.

`python -m tests.validators` installs what it can; `python3 dev.py setup --validators` calls it.
Where the environment says CI, a missing validator fails its test instead of skipping it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path(os.environ.get("LRT_DESK_VALIDATORS") or Path.home() / ".cache" / "lrt-desk")
VERAPDF = Path(os.environ.get("LRT_DESK_VERAPDF") or CACHE / "verapdf")
ICAL_JS = CACHE / "ical.js" / "node_modules" / "ical.js" / "dist" / "ical.js"
ICAL_H = Path("/usr/include/libical/ical.h")
SOFTHSM = (
    *Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"),
    *(Path(f"{lib}/softhsm/libsofthsm2.so") for lib in ("/usr/lib", "/usr/local/lib")),
)

VERAPDF_VERSION = "1.28.2"
ICAL_JS_VERSION = "2.2.1"
POM = f"""<project><modelVersion>4.0.0</modelVersion>
<groupId>lrt-desk</groupId><artifactId>validators</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf.apps</groupId>
<artifactId>greenfield-apps</artifactId><version>{VERAPDF_VERSION}</version></dependency></dependencies>
</project>"""

# What must be there → the Debian package that brings it.
DEBIAN = {
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "softhsm2-util": "softhsm2",
    "gcc": "gcc",
    "java": "default-jre-headless",
    "mvn": "maven",
    "node": "nodejs",
    "npm": "npm",
    str(ICAL_H): "libical-dev",
    "/usr/include/stdio.h": "libc6-dev",
}


def verapdf() -> list[str]:
    """Give the command that runs veraPDF, without its options; empty when it is not here."""
    java = shutil.which("java")
    return (
        [java, "-cp", str(VERAPDF / "*"), "org.verapdf.apps.GreenfieldCliWrapper"]
        if java and any(VERAPDF.glob("greenfield-apps-*.jar"))
        else []
    )


def need(name: str, found: object) -> None:
    """Skip this test because a validator is not here; fail it where CI must have them all."""
    import pytest  # here, so that installing works without it

    if not found:
        say = f"{name} is not installed; `python3 dev.py setup --validators` installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(say)


def debian_missing() -> list[str]:
    """Name the Debian packages whose command or header is not here, however it could come."""
    return [
        package
        for thing, package in DEBIAN.items()
        if not (Path(thing).exists() if thing.startswith("/") else shutil.which(thing))
    ]


def _fetch_verapdf() -> None:
    VERAPDF.mkdir(parents=True, exist_ok=True)
    pom = VERAPDF / "pom.xml"
    pom.write_text(POM, encoding="utf-8")
    goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
    options = ["-B", "-q", f"-DoutputDirectory={VERAPDF}", "-DincludeScope=runtime"]
    subprocess.run([shutil.which("mvn") or "mvn", "-f", str(pom), *options, goal], check=True)


def _fetch_ical_js() -> None:
    folder = CACHE / "ical.js"
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--prefix", str(folder), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    command = [shutil.which("npm") or "npm", "install", *options, f"ical.js@{ICAL_JS_VERSION}"]
    subprocess.run(command, check=True)


def main() -> int:
    """Fetch what is not here yet; say what is still missing, in CI with exit status 1."""
    fetchers = {"veraPDF": (verapdf, _fetch_verapdf), "ical.js": (ICAL_JS.exists, _fetch_ical_js)}
    missing = debian_missing()
    for name, (found, fetch) in fetchers.items():
        try:
            if not found():
                fetch()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name}: {error}", file=sys.stderr)
        if not found():
            missing.append(name)
    print("Missing: " + ", ".join(missing) if missing else "All validators are here.")
    return int(bool(missing and os.environ.get("CI")))


if __name__ == "__main__":
    sys.exit(main())
