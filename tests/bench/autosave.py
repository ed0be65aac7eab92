"""Saving one keystroke's paragraph, against a bare SQLCipher commit of the same words."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lrt_desk.commands.demonstration import create_demonstration
from lrt_desk.commands.minutes import edit_block
from lrt_desk.model.minutes import Block
from lrt_desk.store.keys import new_key
from tests.bench.timing import compare

TEXT = "De leden bespreken de stand van zaken en spreken af wat er voor vrijdag ligt. "


def lines() -> Iterator[str]:
    """Compare one edit: journal, search index and all, with an UPDATE and its COMMIT."""
    import sqlcipher3

    with tempfile.TemporaryDirectory() as name:
        story = create_demonstration(Path(name, "demo.lrt"), new_key())
        bare = sqlcipher3.connect(str(Path(name, "bare.db")), isolation_level=None)
        bare.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE block (id INTEGER PRIMARY KEY, text TEXT)")
        bare.execute("INSERT INTO block VALUES (1, '')")
        with story.archive as archive:
            block = archive.find(Block, session_id=story.in_writing)[0]
            counter = itertools.count()

            def ours() -> None:
                edit_block(archive, block.id, text=f"{TEXT}{next(counter)}")

            def theirs() -> None:
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("UPDATE block SET text = ?", [f"{TEXT}{next(counter)}"])
                bare.execute("COMMIT")

            yield compare("one edit saved, against a bare commit", ours, theirs, 60)
        bare.close()
