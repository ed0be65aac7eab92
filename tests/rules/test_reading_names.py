"""Names taken apart, organisations told equal, blanked names recognised."""

import pytest

from lrt_desk.model.minutes import WITHHELD_IN_SOURCE
from lrt_desk.rules.names import ParsedName, parse_name
from lrt_desk.rules.organisations import is_code, mentioned, split_list
from lrt_desk.rules.sentences import split_sentences
from lrt_desk.rules.withheld import is_withheld, mark_gaps, mark_signs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dhr. Van der Aa", ("Dhr.", "", "", "van der", "Aa")),
        ("Dhr. Groot Veld", ("Dhr.", "", "", "", "Groot Veld")),
        ("Mevr. drs. A.B. van 't Hof", ("Mevr. drs.", "A.B.", "", "van 't", "Hof")),
        ("de heer M. in 't Veld", ("de heer", "M.", "", "in 't", "Veld")),
        ("Jan de Berk", ("", "", "Jan", "de", "Berk")),
        ("Dhr. Jan de Berk", ("Dhr.", "", "Jan", "de", "Berk")),
        ("Piet Jansen", ("", "", "Piet", "", "Jansen")),
        ("mw. Th. de Boer-Smit", ("mw.", "Th.", "", "de", "Boer-Smit")),
        ("Van", ("", "", "", "", "Van")),
        ("", ("", "", "", "", "")),
    ],
)
def test_a_name_has_parts(text: str, parts: tuple[str, str, str, str, str]) -> None:
    salutation, initials, given_name, particle, surname = parts
    assert parse_name(text) == ParsedName(
        salutation=salutation,
        initials=initials,
        given_name=given_name,
        particle=particle,
        surname=surname,
    )


def test_codes_and_mentions() -> None:
    assert [is_code(word) for word in ("VNG", "JenV", "CdK’s", "Aedes", "Het")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert mentioned("Aedes en de cdk's spreken VNG.", ["Aedes", "CdK´s"]) == (
        "Aedes",
        "cdk's",
        "VNG",
    )
    assert split_list("VNG, IPO en Aedes/COA") == ("VNG", "IPO", "Aedes", "COA")


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Dhr. De Wit belt mevr. Zwart o.a. over art. 3. Daarna volgt overleg. (Zie bijlage.)"
    assert split_sentences(text) == (
        "Dhr. De Wit belt mevr. Zwart o.a. over art. 3.",
        "Daarna volgt overleg.",
        "(Zie bijlage.)",
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("VNG en      spreken af", f"VNG en {WITHHELD_IN_SOURCE} spreken af"),
        ("gesprek met dhr.      over geld", f"gesprek met dhr. {WITHHELD_IN_SOURCE} over geld"),
        ("met status  samen", "met status  samen"),
        ("Opening        10.00", "Opening        10.00"),
    ],
)
def test_white_space_is_a_name_only_where_one_belongs(text: str, marked: str) -> None:
    assert mark_gaps(text) == marked


def test_signs_of_a_name_that_was_taken_out() -> None:
    for sign in (
        "5.1.2e",
        "[5.1.2.e]",
        "10.2.e",
        "████",
        "■■■■",
        "[naam]",
        "xxxxx",
        "\ufffd\ufffd",
    ):
        assert mark_signs(f"De {sign} belt.") == f"De {WITHHELD_IN_SOURCE} belt."
        assert is_withheld(sign)
    assert mark_signs("artikel 5.1 en punt 10.2") == "artikel 5.1 en punt 10.2"
    assert is_withheld("  … ")
    assert not is_withheld("Bos")
