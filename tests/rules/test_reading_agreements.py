"""Actions, decisions and adoptions as Dutch minutes phrase them."""

import datetime as dt

import pytest

from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, ApprovalOutcome
from lrt_desk.rules.actions import Table, find_actions, is_done, starts_action
from lrt_desk.rules.adoption import find_adoption
from lrt_desk.rules.decisions import find_decisions, starts_decision

MET = dt.date(2024, 5, 17)
TABLE = Table(known=("VNG", "Aedes", "VB", "Anna Dekker"), body="LRT", day=MET)


@pytest.mark.parametrize(
    ("text", "words", "owners"),
    [
        ("Dat kan (Actie: VNG maakt een lijst).", "VNG maakt een lijst", ("VNG",)),
        ("Actie: leden sturen cijfers. JenV telt op.", "leden sturen cijfers. JenV telt op.",
         ("leden", "JenV")),
        (f"Actie: VB en {WITHHELD_IN_SOURCE} bellen.", f"VB en {WITHHELD_IN_SOURCE} bellen.",
         ("VB", WITHHELD_IN_SOURCE)),
        ("Actie VNG: cijfers leveren.", "cijfers leveren.", ("VNG",)),
        ("<actiepunt IPO levert een lijst>", "IPO levert een lijst", ("IPO",)),
        ("AP 3: Aedes en COA rekenen.", "Aedes en COA rekenen.", ("Aedes", "COA")),
        ("→ Actie: nota rondsturen (VNG, voor 1 juni)", "nota rondsturen (VNG, voor 1 juni)",
         ("VNG",)),
        ("Actie: in juni levert Aedes cijfers.", "in juni levert Aedes cijfers.", ("Aedes",)),
        ("Actie: de brief wordt door JenV herzien.", "de brief wordt door JenV herzien.",
         ("JenV",)),
        ("De nota wordt herzien (actie: JenV en BZK).", "De nota wordt herzien", ("JenV", "BZK")),
        ("Actie: lijst maken. Actiehouder: IPO", "lijst maken. Actiehouder: IPO", ("IPO",)),
        ("Actie: dhr. De Wit en mevr. Bos bellen.", "dhr. De Wit en mevr. Bos bellen.",
         ("dhr. De Wit", "mevr. Bos")),
        ("Actie: Anna Dekker belt.", "Anna Dekker belt.", ("Anna Dekker",)),
        ("Actie: VNG wordt gevraagd te helpen.", "VNG wordt gevraagd te helpen.", ("VNG",)),
    ],
)  # fmt: skip
def test_an_action_has_words_and_owners(text: str, words: str, owners: tuple[str, ...]) -> None:
    (action,) = find_actions(text, TABLE)
    assert (action.text, action.owners, action.unsettled) == (words, owners, "")


@pytest.mark.parametrize(
    "text",
    [
        "De belactie loopt door.",
        "Reactie: dat is mooi.",
        "De actie is afgerond.",
        "Actiepunten zijn besproken.",
        "belacties: er zijn er drie",
        "Er komt een re-actie: later",
    ],
)
def test_words_with_actie_in_them_are_no_actions(text: str) -> None:
    assert find_actions(text, TABLE) == ()
    assert not starts_action(text)


def test_who_undergoes_an_action_does_not_own_it() -> None:
    (action,) = find_actions("(Actie: VNG wordt bij het vervolg betrokken)", TABLE)
    assert action.owners == ()
    assert "VNG" in action.unsettled
    (nobody,) = find_actions("Actie: er komt een nota.", TABLE)
    assert nobody.unsettled


def test_an_action_may_go_to_another_table() -> None:
    (action,) = find_actions("Actie: uitwerking wordt in de HLRT besproken.", TABLE)
    assert (action.owners, action.handed_to, action.unsettled) == ((), "HLRT", "")
    (own,) = find_actions("Actie: uitwerking wordt in de LRT besproken.", TABLE)
    assert own.handed_to == ""
    assert own.unsettled


def test_a_second_sentence_may_imply_another_actor() -> None:
    (action,) = find_actions("Actie: VNG schrijft. De nota wordt rondgestuurd.", TABLE)
    assert action.owners == ("VNG",)
    assert action.implied


def test_several_actions_in_one_paragraph() -> None:
    found = find_actions("Actie VNG: tellen. Besluit: door. Actie: COA belt, uiterlijk 1-7.", TABLE)
    assert [(action.text, action.due) for action in found] == [
        ("tellen.", None),
        ("COA belt, uiterlijk 1-7.", dt.date(2024, 7, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "action", "owners", "due"),
    [
        ("VNG stuurt de lijst rond (actie VNG, vóór 1 juli).", "VNG stuurt de lijst rond",
         ("VNG",), dt.date(2024, 7, 1)),
        ("Actie (COA): lijst aanleveren", "lijst aanleveren", ("COA",), None),
        ("Actie: de heer Bos belt.", "de heer Bos belt.", ("de heer Bos",), None),
        ("Actie: VNG en Woonbond sturen een brief.", "VNG en Woonbond sturen een brief.",
         ("VNG", "Woonbond"), None),
    ],
)  # fmt: skip
def test_owners_and_terms_beside_an_action(
    text: str, action: str, owners: tuple[str, ...], due: dt.date | None
) -> None:
    found = find_actions(text, TABLE)
    assert [(one.text, one.owners, one.due) for one in found] == [(action, owners, due)]


def test_what_somebody_will_do_is_no_action_by_itself() -> None:
    assert find_actions("VNG zal dit met de leden bespreken.", TABLE) == ()


def test_words_of_a_status_column() -> None:
    done = [is_done(word) for word in ("afgerond", "✓", "niet gereed", "loopt", "gereed vóór 1-7")]
    assert done == [True, True, False, False, False]


def test_decisions() -> None:
    assert find_decisions("Besluit 2: de planning schuift op.") == ("de planning schuift op.",)
    assert find_decisions("Kort besproken. De tafel besluit te wachten. Er is koffie.") == (
        "De tafel besluit te wachten.",
    )
    for sentence in ("De stuurgroep besluit te wachten.", "Het overleg besluit te wachten."):
        assert find_decisions(sentence) == (sentence,)
    assert find_decisions("Conclusie: de planning schuift op.") == ("de planning schuift op.",)
    assert find_decisions("De gemeente neemt een besluit. De Tweede Kamer besluit later.") == ()
    assert starts_decision("De LRT besluit in te stemmen.")
    assert not starts_decision("Besluiten:")
    assert not starts_decision("Het besluit van vorige week is bekend.")


@pytest.mark.parametrize(
    ("text", "outcome", "organisations", "date"),
    [
        ("Het verslag van 3 mei wordt ongewijzigd vastgesteld.", "unchanged", (), "2024-05-03"),
        ("Het verslag van 3 mei wordt geaccordeerd.", "unchanged", (), "2024-05-03"),
        ("De notulen van 3-5-2024 worden goedgekeurd zonder wijzigingen.", "unchanged", (),
         "2024-05-03"),
        ("Het verslag wordt vastgesteld met inachtneming van de opmerkingen van IPO en VNG.",
         "with_changes", ("IPO", "VNG"), None),
        ("Het verslag wordt geaccordeerd met een wijziging namens Aedes.", "with_changes",
         ("Aedes",), None),
        ("Het verslag van 3 mei wordt aangehouden.", "deferred", (), "2024-05-03"),
    ],
)  # fmt: skip
def test_sentences_that_adopt_minutes(
    text: str, outcome: str, organisations: tuple[str, ...], date: str | None
) -> None:
    found = find_adoption(text, known=TABLE.known, day=MET)
    assert found is not None
    assert (found.outcome, found.organisations) == (ApprovalOutcome(outcome), organisations)
    assert (str(found.date) if found.date else None) == date


def test_the_title_of_the_item_completes_a_sentence() -> None:
    found = find_adoption("Wordt vastgesteld.", title="Verslag HLRT 3 mei", day=MET)
    assert found is not None
    assert found.date == dt.date(2024, 5, 3)
    assert find_adoption("Wordt vastgesteld.", title="Planning", day=MET) is None


@pytest.mark.parametrize(
    "text",
    [
        "Het jaarverslag wordt vastgesteld.",
        "Het verslag wordt in de volgende vergadering vastgesteld.",
        "VNG doet verslag van het overleg.",
    ],
)
def test_other_sentences_adopt_nothing(text: str) -> None:
    assert find_adoption(text, day=MET) is None
