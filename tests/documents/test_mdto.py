"""MDTO files have the elements that the schema demands, in its order, with what we know."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest
from lxml import etree

from lrt_desk.documents.mdto import (
    NAMESPACE,
    Appraisal,
    Description,
    Event,
    file_object,
    information_object,
)

AT = dt.datetime(2024, 3, 15, 12, 30, 5, 99, tzinfo=dt.UTC)
ABOUT = Description(
    identifier="LRT/2024-03-08 1.0", name="Verslag LRT 8 maart 2024", date=dt.date(2024, 3, 8),
    creator="Landelijke Regietafel", appraisal=Appraisal.KEEP, restriction="Niet openbaar",
    explanation="Interne versie", file_name="verslag.pdf", content=b"%PDF-", made_at=AT,
    events=(Event(kind="Ondertekening", at=AT, actor="C. Voorzit", result="Certificaat: CN=x"),),
    category=("c_816e508d", "Woo art. 3.1"), derived_from="LRT/2024-03-08 0.9",
)  # fmt: skip

# What MDTO-XML 1.0.1 allows in each element, in this order; what it demands has an asterisk.
SCHEMA = {
    "MDTO": "informatieobject bestand",
    "informatieobject": "identificatie* naam* aggregatieniveau classificatie trefwoord omschrijving"
    " raadpleeglocatie dekkingInTijd dekkingInRuimte taal event waardering* bewaartermijn"
    " informatiecategorie isOnderdeelVan bevatOnderdeel heeftRepresentatie aanvullendeMetagegevens"
    " gerelateerdInformatieobject archiefvormer* betrokkene activiteit beperkingGebruik*",
    "bestand": "identificatie* naam* omvang* bestandsformaat* checksum* URLBestand"
    " isRepresentatieVan*",
    "event": "eventType* eventTijd eventVerantwoordelijkeActor eventResultaat",
    "dekkingInTijd": "dekkingInTijdType* dekkingInTijdBegindatum* dekkingInTijdEinddatum",
    "gerelateerdInformatieobject": "gerelateerdInformatieobjectVerwijzing*"
    " gerelateerdInformatieobjectTypeRelatie*",
    "beperkingGebruik": "beperkingGebruikType* beperkingGebruikNadereBeschrijving",
    "checksum": "checksumAlgoritme* checksumWaarde* checksumDatum*",
}
IDENTITY = "identificatieKenmerk* identificatieBron*"
REFERENCE = "verwijzingNaam* verwijzingIdentificatie"
TERM = "begripLabel* begripCode begripBegrippenlijst*"
SCHEMA |= dict.fromkeys(["identificatie", "verwijzingIdentificatie"], IDENTITY)
SCHEMA |= dict.fromkeys(
    ["begripBegrippenlijst", "heeftRepresentatie", "archiefvormer", "isRepresentatieVan",
     "eventVerantwoordelijkeActor", "gerelateerdInformatieobjectVerwijzing"], REFERENCE,
)  # fmt: skip
SCHEMA |= dict.fromkeys(
    ["aggregatieniveau", "classificatie", "waardering", "bestandsformaat", "checksumAlgoritme",
     "eventType", "dekkingInTijdType", "beperkingGebruikType",
     "gerelateerdInformatieobjectTypeRelatie"], TERM,
)  # fmt: skip


def faults(node: etree._Element) -> list[str]:
    """List where an element and what is in it depart from the schema."""
    name = etree.QName(node)
    kids = [etree.QName(kid).localname for kid in node]
    rule = SCHEMA.get(name.localname, "").split()
    order = [word.rstrip("*") for word in rule]
    found = [] if name.namespace == NAMESPACE else [f"{name} is in another namespace"]
    found += [f"{kid} in {name.localname}" for kid in kids if kid not in order]
    found += [
        f"no {w[:-1]} in {name.localname}" for w in rule if w[-1] == "*" and w[:-1] not in kids
    ]
    if not found and [order.index(kid) for kid in kids] != sorted(map(order.index, kids)):
        found.append(f"order in {name.localname}")
    if not kids and not node.text:
        found.append(f"{name.localname} is empty")
    return found + [fault for kid in node for fault in faults(kid)]


def texts(content: bytes, path: str) -> list[str]:
    steps = "/".join(f"m:{step}" for step in path.split("/"))
    found = etree.fromstring(content).findall(f".//{steps}", {"m": NAMESPACE})
    return [node.text or "" for node in found]


BARE = replace(ABOUT, explanation="", events=(), category=None, derived_from="")


@pytest.mark.parametrize("about", [ABOUT, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("written", [information_object, file_object])
def test_elements_stand_as_the_schema_has_them(about, written):
    assert faults(etree.fromstring(written(about))) == []


def test_a_wrong_order_would_be_noticed():
    root = etree.fromstring(information_object(ABOUT))
    root[0].append(root[0][0])
    assert faults(root) == ["order in informatieobject"]
    del root[0][-1]
    assert faults(root) == ["no identificatie in informatieobject"]


def test_the_document_is_described():
    content = information_object(ABOUT)
    assert texts(content, "identificatie/identificatieKenmerk")[0] == "LRT/2024-03-08 1.0"
    assert texts(content, "archiefvormer/verwijzingNaam") == ["Landelijke Regietafel"]
    assert texts(content, "waardering/begripCode") == ["B"]
    assert texts(content, "beperkingGebruikType/begripLabel") == ["Niet openbaar"]
    assert texts(content, "eventTijd") == ["2024-03-15T12:30:05+00:00"]
    assert texts(content, "eventResultaat") == ["Certificaat: CN=x"]


def test_the_file_is_described():
    content = file_object(ABOUT)
    assert texts(content, "omvang") == ["5"]
    assert texts(content, "checksumWaarde") == [hashlib.sha256(b"%PDF-").hexdigest()]
    assert texts(content, "bestandsformaat/begripCode") == ["fmt/476"]
    [*_, of] = texts(content, "isRepresentatieVan/verwijzingIdentificatie/identificatieKenmerk")
    assert of == "LRT/2024-03-08 1.0"


def test_control_characters_do_not_break_the_file():
    odd = replace(ABOUT, name='Verslag\x00\x0b <LRT> & "zo"')
    assert texts(information_object(odd), "naam") == ['Verslag <LRT> & "zo"']
