"""Names in running text: what is a hit, how certain, and what is left alone."""

import pytest

from lrt_desk.model.ids import new_id
from lrt_desk.model.people import Person
from lrt_desk.rules.name_forms import Form, fold, hits, written
from lrt_desk.rules.typing_errors import one_typo

VEEN = Person(
    id=new_id(), surname="Veen", particle="van der", initials="C.M.", given_name="Carla",
    email="carla.veen@ministerie.example", phone="06-12345678",
)  # fmt: skip
JONGE = Person(id=new_id(), surname="Jonge", particle="de", initials="P.")
BOKSER = Person(id=new_id(), surname="Bokser")
GROOT = Person(id=new_id(), surname="Groot Wessels")
MULLER = Person(id=new_id(), surname="Müller-Dijk")
LI = Person(id=new_id(), surname="Van", salutation="Dhr.")


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        (VEEN, "Dhr. Van der Veen opent.", "Dhr. Van der Veen"),
        (VEEN, "volgens mevrouw C.M. van der Veen en", "mevrouw C.M. van der Veen"),
        (VEEN, "het stuk van VAN DER VEEN", "VAN DER VEEN"),
        (VEEN, "aan Van\u00a0der\nVeen", "Van\u00a0der\nVeen"),
        (VEEN, "aan Van  der   Veen", "Van  der   Veen"),
        (VEEN, "aan C. v.d. Veen", "C. v.d. Veen"),
        (VEEN, "aan v/d Veen", "v/d Veen"),
        (VEEN, "(Veen, C. van der)", "Veen, C. van der"),
        (VEEN, "Van der Veens voorstel", "Van der Veens"),
        (VEEN, "Carla van der Veen", "Carla van der Veen"),
        (VEEN, "Van der Veen-Bakker", "Van der Veen-Bakker"),
        (VEEN, "zie Carla.Veen@Ministerie.example.", "Carla.Veen@Ministerie.example"),
        (VEEN, "zie cvanderveen@elders.example", "cvanderveen@elders.example"),
        (VEEN, "bel 0612345678 nu", "0612345678"),
        (VEEN, "bel +31 (0)6 - 12 34 56 78", "+31 (0)6 - 12 34 56 78"),
        (VEEN, "bel 0031612345678", "0031612345678"),
        (JONGE, "Aan Pieter de Jonge", "Pieter de Jonge"),
        (BOKSER, "Boksers’ stuk, Bokser’s", "Boksers’"),
        (BOKSER, "De Bok-\nser", "Bok-\nser"),
        (BOKSER, "De Bo\u00adkser", "Bo\u00adkser"),
        (GROOT, "namens Groot-Wessels", "Groot-Wessels"),
        (GROOT, "namens Groot\n  Wessels", "Groot\n  Wessels"),
        (MULLER, "namens Mueller–Dyk", "Mueller–Dyk"),
        (MULLER, "namens Mu\u0308ller Dijk", "Mu\u0308ller Dijk"),
    ],
)
def test_certain_forms(person, text, found):
    certain = [text[hit.start : hit.end] for hit in hits(text, person) if hit.certain]
    assert certain[0] == found


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        (JONGE, "de jonge asielzoekers", "de jonge"),
        (JONGE, "voor jonge mensen", "jonge"),
        (VEEN, "het Veen zegt", "Veen"),
        (VEEN, "dank aan Carla voor", "Carla"),
        (BOKSER, "een bokser", "bokser"),
        (BOKSER, "aan Boxser en", "Boxser"),
        (BOKSER, "aan Bosker en", "Bosker"),
        (VEEN, "aan Van der Veem", "Van der Veem"),
        (GROOT, "aan Wessels", "Wessels"),
    ],
)
def test_uncertain_forms(person, text, found):
    [hit] = hits(text, person)
    assert not hit.certain
    assert text[hit.start : hit.end] == found


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (VEEN, "veenbrand en hoogveen, het Veenmuseum"),
        (JONGE, "jongeren, jongen, de Jongens"),
        (BOKSER, "boksersbond, Boksersbond"),
        (VEEN, "bel 06123456789 of 10612345678"),
        (LI, "Van belang is dat van alles van waarde is."),
    ],
)
def test_longer_words_are_no_names(person, text):
    assert hits(text, person) == ()


def test_own_initials_tell_a_namesake_apart():
    own, other = hits("P. de Jonge en H. de Jonge", JONGE)
    assert own.own
    assert not other.own


def test_letters_pulled_apart_are_found_only_when_asked():
    text = "de heer V an der V een"
    assert written(text, VEEN) == ()
    [hit] = written(text, VEEN, spread=True)
    assert hit.form is Form.NAME


def test_fold_takes_out_what_readers_do_not_see():
    assert fold("Mü\u00adller ﬁĳ Ø\u200bstö\u0301") == "muller fiij osto"


@pytest.mark.parametrize("other", ["bokse", "bokserr", "bosker", "boxser", "okser"])
def test_one_typo(other):
    assert one_typo("bokser", other)
    assert one_typo(other, "bokser")


@pytest.mark.parametrize("other", ["bokser", "boks", "rekser", "bokserij"])
def test_not_one_typo(other):
    assert not one_typo("bokser", other)
