"""Quotations in another language are found, and Dutch ones are left alone."""

import pytest

from lrt_desk.rules.languages import foreign_quotes


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Zij citeert “the rights of the child are not for sale” en vervolgt.", "en"),
        ("Het motto is ‘la liberté est pour tous et pas pour les autres’.", "fr"),
        ('Duitsland schreef: "Wir haben das nicht mit der Kommission besprochen".', "de"),
    ],
)
def test_the_words_between_the_marks_have_their_language(text: str, lang: str) -> None:
    [quote] = foreign_quotes(text)
    assert quote.lang == lang
    assert text[quote.start - 1] in '“‘"'
    assert text[quote.end] in '”’"'


@pytest.mark.parametrize(
    "text",
    [
        "De voorzitter noemt dit “een zaak van de lange adem” en sluit.",
        "Het programma “Home Again” loopt door.",
        "De provincie’s wens en de gemeente’s plan: the end of it is in sight.",
        "VNG vraagt om ‘de’ lijst.",
        "",
    ],
)
def test_dutch_and_names_stay_dutch(text: str) -> None:
    assert foreign_quotes(text) == ()
