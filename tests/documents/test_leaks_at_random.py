"""A few hundred public copies go the whole way; `tests/nightly/leaks.py` sends ten thousand."""

import pytest

from tests.nightly.leaks import FORMATS, KINDS, PLANTED_EVERY, troubles

ROUND = len(KINDS) * len(FORMATS)


@pytest.mark.parametrize("first", range(20_000, 20_000 + 10 * ROUND, ROUND))
def test_nothing_leaks_in_any_document_or_format_and_plants_are_found(first):
    assert ROUND % PLANTED_EVERY == 0
    assert [trouble for seed in range(first, first + ROUND) for trouble in troubles(seed)] == []
