"""The command line as a script calls it: words in, status and printed lines out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lrt_desk.cli import parse, run

MINUTES = """\
Landelijke Regietafel Migratie en Integratie

Omschrijving  Verslag LRT 6 maart 2026
Vergaderdatum en -tijd  6 maart 2026, 9.15 uur
Vergaderplaats  Webex
Aanwezig  Dhr. Van der Zwaluw (SJenV), Mevr. Roskam (VNG),              (JenV),
secretariaat.

1. OPENING
• Het verslag wordt geaccordeerd met een wijziging namens VNG (Actie: VNG stuurt de tekst).
• De dienstregeling van de pendelbus wordt besproken.

2. WVTTK
• Actie: JenV belt het waterschap vóór 20 maart 2026.
"""

Desk = Callable[..., int]


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A file with a passphrase, for a machine without a keyring."""
    file = tmp_path / "zin.txt"
    file.write_text("vier losse woorden samen\n", encoding="utf-8")
    return file


@pytest.fixture
def desk(tmp_path: Path, passphrase: Path) -> Desk:
    """Run a verb on one archive, which is made first."""

    def call(*words: str | Path) -> int:
        archive = ["--archive", str(tmp_path / "a.lrt")]
        return run(parse([*archive, "--passphrase-file", str(passphrase), *map(str, words)]))

    assert call("new", tmp_path / "a.lrt") == 0
    return call


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    """Old minutes as a text file."""
    file = tmp_path / "verslag.txt"
    file.write_text(MINUTES, encoding="utf-8")
    return file
