"""No word of a source is lost: all are in `lines`, in order, and those of the text in facts too."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrt_desk.errors import DeskError
from lrt_desk.intake.minutes import read_minutes
from lrt_desk.model.minutes import LineRole
from lrt_desk.model.reading import ReadMinutes

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))
KEPT = {LineRole.ATTENDANCE, LineRole.HEADING, LineRole.BLOCK}
CONJUNCTIONS = {"en"}
"""Words between names in a list are no facts."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def fact_words(read: ReadMinutes) -> set[str]:
    """Take the words of every fact and remark, and of what is unplaced, but not of `lines`."""
    facts = asdict(read)
    facts.pop("lines")
    return set(words(repr(facts).replace("\\n", " "))) | CONJUNCTIONS


def joined_words(read: ReadMinutes) -> str:
    """Run all block texts together, in which a word may stand that a line end had cut."""
    blocks = [block.text for item in read.items for block in item.blocks]
    return "".join(words(" ".join((*blocks, *(block.text for block in read.loose)))))


def assert_nothing_dropped(text: str, read: ReadMinutes) -> None:
    """Compare the words of a source with what was read from it."""
    assert words(" ".join(line.text for line in read.lines)) == words(text)
    facts, stream = fact_words(read), joined_words(read)
    for line in read.lines:
        if line.role in KEPT:
            lost = [word for word in words(line.text) if word not in facts and word not in stream]
            assert not lost, f"{lost} of {line.text!r} ({line.role}) is in no fact"
        if line.role is LineRole.UNPLACED:
            assert line.text in read.unplaced


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_word_of_a_fixture_is_kept(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert_nothing_dropped(text, read_minutes(path.name, path.read_bytes()))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FIXTURES), st.data())
def test_every_word_is_kept_of_mixed_up_minutes(path: Path, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(FIXTURES)).read_text(encoding="utf-8").splitlines()
    lines = path.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(lines) - 1))
        if data.draw(st.booleans()):
            lines.insert(at, data.draw(st.sampled_from(other)))
        elif len(lines) > 2:
            del lines[at]
    text = "\n".join(lines)
    try:
        read = read_minutes("verslag.txt", text.encode())
    except DeskError:
        return
    assert_nothing_dropped(text, read)
