"""A process that writes until it is killed, and reports each edit once it is in the archive."""

import itertools
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from lrt_desk.store.archive import open_archive
from tests.store.sample import BLOCKS, KEY


def write(path: Path, start: int, reports: Connection) -> None:
    """Write counting from `start`, in two rows at a time."""
    with open_archive(path, KEY) as archive:
        for count in itertools.count(start):
            with archive.atomic("Tekst"):
                for block in BLOCKS:
                    archive.put(replace(block, text=str(count)))
            reports.send(count)
