"""A name with a typing error is a question for a human; an ordinary word is no question at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from lrt_desk.model.ids import Id
from lrt_desk.model.people import Person
from lrt_desk.rules.dutch_words import is_word
from lrt_desk.rules.name_forms import Form, hits

REAL_MINUTES = Path(__file__).parents[3] / "shared" / "seeds" / "verslag-lrt-2023-11-10.txt"
KRAMER = Person(id=Id("k"), surname="Kramer", initials="T.")
SURNAMES = """
Jong Jansen Vries Berg Dijk Bakker Janssen Visser Smit Meijer Boer Mulder Groot Bos Vos Peters
Hendriks Leeuwen Dekker Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen
Heuvel Veen Broek Bruijn Bruin Heijden Schouten Beek Willems Vliet Ven Hoekstra Maas Verhoeven
Koster Dam Wal Prins Blom Huisman Peeters Jonge Kuipers Post Kuiper Veenstra Kramer Brink Scholten
Wijk Postma Martens Vink Ruiter Timmermans Groen Gerritsen Jonker Loon Velde Willemsen Smeets
Lange Dongen Schipper Koning Laan Velden Driessen Doorn Hermans Evers Bosch Meulen Hofman Bosman
Wolters Sanders Mol Kuijpers Molenaar Leeuw Verbeek Jager Kroon Verhoef Es Bouwman Rijn Pol Gelder
Groothuis Visscher Molen Roos Hoek Os Winter Zomer Vrij Wever Snel Klein Lang Kort Wolf Haas Beer
Raad Kamer Staal Steen Zand Hof Brand Burger Burgers Bergman Hoogland Polder Meester Schrijver
Drost Schout Rechter Ridder Hertog Keizer Prinsen Kuijper Metselaar Timmerman Slager Schilder Smid
Wagenaar Voerman Schippers Stuurman Visman Zeeman Landman Boerma Stadman Buurman Nieman Vreeman
Goedman Langeman Hulst Linde Eikelboom Appelboom Perenboom Nooteboom Rozenboom Terpstra Zijlstra
Hoekman Wiersma Bouma Sikkema Hiemstra Haringa Kamp Stam Boon Boot Bol Kool Vis Haring Kater Muis
Leenders Gemert Wijnen Rutten Ottens Aalders Beumer Geerts Lamers Minten
""".split()  # noqa: SIM905  one name to a line would be longer


def typos(text: str, person: Person = KRAMER) -> list[str]:
    return [text[h.start : h.end] for h in hits(text, person) if h.form is Form.TYPO]


@pytest.mark.parametrize(
    "text",
    [
        "Kamer en kabinet overleggen.", "Dit gaat naar de Kamer.", "In de Tweede Kamer is gevraagd",
        "De brief.\nKamer en zaal zijn vrij.", "5. KAMERS EN ZALEN", "(Kamer 12)", "Kamers: twee.",
    ],
)  # fmt: skip
def test_a_word_whose_capital_is_explained_is_no_name(text):
    assert typos(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mevr. Kamer licht toe.", "Mevr. Kamer"),
        ("Mevrouw Kamer licht toe.", "Mevrouw Kamer"),
        ("Volgens T. Kamer kan dit.", "T. Kamer"),
        ("het voorstel van Kraker is goed", "Kraker"),
        ("Kraemer vraagt dit.", "Kraemer"),
        ("aan Krammer, VNG", "Krammer"),
    ],
)
def test_what_marks_a_name_or_is_no_word_is_asked(text, found):
    assert typos(text) == [found]


def test_a_particle_marks_a_name():
    person = Person(id=Id("p"), surname="Kramer", particle="van der")
    assert typos("Van der Kamer opent.", person) == ["Van der Kamer"]


@pytest.mark.parametrize("word", ["kamer", "gemeenten", "wordt", "asielzoekers", "voorstellen"])
def test_ordinary_words_are_known(word):
    assert is_word(word)


@pytest.mark.parametrize("word", ["kraemer", "", "kamer\nkast", "zandvliet", "kame", "Kamer"])
def test_other_letters_are_no_words(word):
    assert not is_word(word)


def test_the_words_wait_until_they_are_needed():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, lrt_desk.rules.redact as r, lrt_desk.rules."
         "dutch_words as w; print(w._words.cache_info().currsize)"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert said.stdout.strip() == "0"


def test_two_hundred_common_surnames_make_no_noise_in_real_minutes():
    if not REAL_MINUTES.exists():
        pytest.skip("the published minutes that this was measured on are not in this checkout")
    assert len(SURNAMES) == len(set(SURNAMES)) > 190
    text = "\n".join(line for line in REAL_MINUTES.read_text("utf-8").splitlines() if line.strip())
    people = [Person(id=Id(name), surname=name) for name in SURNAMES]
    doubts = {(person.id, found) for person in people for found in typos(text, person)}
    assert len(doubts) <= 1, doubts  # one is a name that differs by a letter: rightly asked
