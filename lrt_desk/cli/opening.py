"""Opening the archive that the command line names."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from lrt_desk.store.archive import Archive, open_archive
from lrt_desk.store.keys import key_for


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Archive]:
    """Open the archive of `--archive` for one verb, and close it after."""
    key = key_for(arguments.archive, arguments.passphrase_file)
    with open_archive(arguments.archive, key) as archive:
        yield archive
