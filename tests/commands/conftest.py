"""What tests of commands may count on besides an archive."""

import pytest

from lrt_desk.store.archive import Archive
from tests.commands.tables import Table, lay_table


@pytest.fixture
def table(archive: Archive) -> Table:
    """A laid table in the archive of the test."""
    return lay_table(archive)
