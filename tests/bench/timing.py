"""Two ways to do one job, timed in turns."""

import statistics
import time
from collections.abc import Callable


def compare(
    what: str, ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> str:
    """Time both in turns after one unmeasured round each; give a line with medians and ratio."""
    mine, others = [], []
    for turn in range(rounds + 1):
        for way, times in ((ours, mine), (theirs, others)):
            begin = time.perf_counter()
            way()
            if turn:
                times.append((time.perf_counter() - begin) * 1000)
    left, right = statistics.median(mine), statistics.median(others)
    return f"{what:48}{left:8.1f}ms{right:8.1f}ms  {left / right:5.2f}"


def absent(what: str, why: str) -> str:
    """Give the line of a comparison that this machine cannot make."""
    return f"{what:48}{'–':>10}{'–':>10}  {why}"
