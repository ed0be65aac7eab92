"""Redlines lose nothing, and joining two changes never guesses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_desk.rules.redline import Op, merged, redline

WORDS = st.sampled_from(["de", "gemeente", "provincie", "betaalt", "wacht,", "niet.", "COA"])
TEXT = st.lists(WORDS, max_size=8).map(" ".join)
SENTENCES = (
    "De gemeente meldt tijdig.",
    "COA wijst zalen toe.",
    "Aedes bouwt flexwoningen.",
    "IPO houdt toezicht.",
)


@given(st.text(), st.text())
def test_a_redline_holds_both_texts_whole(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert "".join(text for op, text in pieces if op is not Op.INSERT) == old
    assert "".join(text for op, text in pieces if op is not Op.DELETE) == new
    assert all(text for _, text in pieces)


def test_a_changed_phrase_reads_as_one_change() -> None:
    assert redline("het bod van Aedes geldt", "het bod namens corporaties geldt") == (
        (Op.EQUAL, "het bod "),
        (Op.DELETE, "van Aedes"),
        (Op.INSERT, "namens corporaties"),
        (Op.EQUAL, " geldt"),
    )


@given(TEXT, TEXT)
def test_a_change_to_untouched_text_is_taken_as_it_is(base: str, wish: str) -> None:
    assert merged(base, base, wish) == wish


@given(TEXT, TEXT, TEXT)
def test_joining_is_the_same_from_both_sides(base: str, one: str, other: str) -> None:
    assert merged(base, one, other) == merged(base, other, one)


@given(TEXT, TEXT)
def test_one_change_made_twice_is_made_once(base: str, wish: str) -> None:
    assert merged(base, wish, wish) in {wish, None}


def rewritten(changes: dict[int, str]) -> str:
    """Apply edits to whole sentences, so that what belongs where is beyond doubt."""
    return " ".join(
        changes[place].format(sentence) if place in changes else sentence
        for place, sentence in enumerate(SENTENCES)
    )


@given(st.sampled_from([(0, 2), (0, 3), (1, 3)]), st.sampled_from(["{} Nu.", "Dus: {}", "Iets."]))
def test_changes_to_different_sentences_are_both_made(places: tuple[int, int], edit: str) -> None:
    here, there = places
    result = merged(rewritten({}), rewritten({here: edit}), rewritten({there: edit}))
    assert result == rewritten({here: edit, there: edit})


@given(TEXT, TEXT, TEXT)
def test_a_joined_text_holds_no_word_from_nowhere(base: str, live: str, wish: str) -> None:
    result = merged(base, live, wish)
    known = {*base.split(), *live.split(), *wish.split()}
    assert result is None or set(result.split()) <= known


def test_two_wishes_for_the_same_words_conflict() -> None:
    base = "De reactie volgt in december."
    assert merged(base, "De reactie volgt in januari.", "De reactie volgt in maart.") is None


def test_words_that_were_deleted_are_not_brought_back() -> None:
    base = "IPO stemt in. VNG maakt een voorbehoud bij de termijn. COA stemt in."
    live = "IPO stemt in. COA stemt in."
    wish = "IPO stemt in. VNG maakt een voorbehoud bij de korte termijn. COA stemt in."
    assert merged(base, live, wish) is None


@pytest.mark.parametrize(
    ("base", "live", "wish"),
    [
        ("ja en ja en ja", "ja en ja", "ja en nee en ja"),
        # read from the front one "ja" is left of this, read from the end two
        ("ja ja ja nee", "ja ja", "ja ja nee"),
    ],
)
def test_repeated_words_without_a_sure_place_conflict(base: str, live: str, wish: str) -> None:
    assert merged(base, live, wish) is None
