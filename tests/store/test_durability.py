"""An edit that was acknowledged is there after the process is killed, whenever that is."""

import contextlib
import multiprocessing
import random
import signal
import sys
import time
from multiprocessing.context import BaseContext
from pathlib import Path

from lrt_desk.model.minutes import Block
from lrt_desk.store.archive import Archive, open_archive
from lrt_desk.store.check import check
from tests.store.sample import BLOCKS, KEY, fill
from tests.store.writer import write

KILLS = 50


def processes() -> BaseContext:
    """Start processes that share nothing with this one, quickly where the system can."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.writer"])
    return context


def acknowledged(path: Path, start: int, moment: float) -> int:
    """Let a writer work, kill it a moment after its first edit, and give the last it reported."""
    context = processes()
    reports, end = context.Pipe(duplex=False)
    writer = context.Process(target=write, args=(path, start, end))
    writer.start()
    end.close()
    last = reports.recv()
    time.sleep(moment)
    writer.kill()
    with contextlib.suppress(EOFError):
        while True:
            last = reports.recv()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    reports.close()
    writer.close()
    return last


def test_kill_at_random_moments_loses_no_acknowledged_edit(archive: Archive) -> None:
    fill(archive)
    archive.close()
    chance = random.Random(20260306)
    last = -1
    for _ in range(KILLS):
        last = acknowledged(archive.path, last + 1, chance.uniform(0, 0.02))
        with open_archive(archive.path, KEY) as again:
            texts = {again.get(Block, block.id).text for block in BLOCKS}
            assert len(texts) == 1, "half a transaction"
            assert int(*texts) >= last
            assert again.findings == ()
            last = int(*texts)
    with open_archive(archive.path, KEY) as again:
        assert check(again) == ()
    assert last > KILLS
