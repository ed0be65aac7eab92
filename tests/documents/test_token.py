"""Signing with a card: its key signs, and whatever is wrong with it is said in words."""

from functools import partial

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from lrt_desk.documents.sign import sign
from lrt_desk.documents.token import WrongPinError, token_address, token_signer
from lrt_desk.documents.verify import verify
from lrt_desk.errors import DeskError
from tests.documents.test_sign import AT, UNSIGNED
from tests.softhsm import LABEL, PIN, insert_card, issued, library

RSA, CURVE = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1())
BINDING = issued(RSA, "Voorzitter op kaart", at=AT, content_commitment=True)
LOGIN = issued(CURVE, "Inloggen", at=AT, digital_signature=True)
CURVED = issued(CURVE, "Kromme op kaart", at=AT, content_commitment=True)
ENCRYPTING = issued(RSA, "Versleutelen", at=AT, key_encipherment=True)


@pytest.fixture
def insert(tmp_path, monkeypatch):
    return partial(insert_card, tmp_path, monkeypatch)


def test_address_as_rfc_7512_writes_it():
    address = token_address("pkcs11:token=Mijn%20kaart;object=a%3Bb;id=%01%ff?module-path=/x/y.so")
    assert (address.module, address.token, address.label) == ("/x/y.so", "Mijn kaart", "a;b")
    assert address.key_id == b"\x01\xff"


@pytest.mark.parametrize(
    "uri",
    [
        "pkcs11:",
        "pkcs11:token=x",
        "pkcs11:token=x?module-path=/y.so&pin-value=1234",
        "pkcs11:?pin-source=file:/z&module-path=/y.so",
    ],
)
def test_an_address_without_a_library_or_with_a_pin_is_refused(uri):
    with pytest.raises(DeskError, match="adres van een kaart"):
        token_address(uri)


@pytest.mark.parametrize(
    ("key", "certificate", "name"),
    [(RSA, BINDING, "Voorzitter op kaart"), (CURVE, CURVED, "Kromme op kaart")],
    ids=["rsa", "curve"],
)
def test_a_card_signs(insert, key, certificate, name):
    card = insert((key, certificate))
    with token_signer(token_address(card.uri), PIN) as signer:
        signed = sign(UNSIGNED, signer, at=AT)
    verdict = verify(signed)
    assert [(one.signer, one.valid) for one in verdict.signatures] == [(name, True)]
    assert verdict.sound


def test_of_two_keys_the_one_for_documents_signs(insert):
    card = insert((CURVE, LOGIN), (RSA, BINDING))
    with token_signer(token_address(card.uri), PIN) as signer:
        assert signer.name == "Voorzitter op kaart"
    named = card.uri.replace("?", ";object=sleutel%201?")
    with token_signer(token_address(named), PIN) as signer:
        assert signer.name == "Inloggen"


def test_issuers_on_the_card_travel_with_the_signature(insert):
    root = issued(CURVE, "Wortel", at=AT, key_cert_sign=True)
    mine = issued(RSA, "Ik", at=AT, by=(CURVE, "Wortel"), content_commitment=True)
    other = issued(CURVE, "Onbekend", at=AT, by=(CURVE, "Elders"), key_cert_sign=True)
    card = insert((None, other), (RSA, mine), (None, root))
    with token_signer(token_address(card.uri), PIN) as signer:
        assert signer.certificate == mine
        assert signer.chain == (root,)
        assert verify(sign(UNSIGNED, signer, at=AT)).sound


def test_two_keys_that_cannot_be_told_apart(insert):
    card = insert((CURVE, CURVED), (RSA, BINDING))
    with (
        pytest.raises(DeskError, match="meer sleutels") as caught,
        token_signer(token_address(card.uri), PIN),
    ):
        pass
    assert "object=" in caught.value.remedy


def test_a_card_pulled_out_before_the_signature(insert):
    card = insert((RSA, BINDING))
    with token_signer(token_address(card.uri), PIN) as signer:
        card.pull_out()
        with pytest.raises(DeskError, match="er is niets ondertekend"):
            sign(UNSIGNED, signer, at=AT)


@pytest.mark.parametrize(
    ("pin", "certificate", "address", "message"),
    [
        ("9999", BINDING, "", "pincode is niet juist"),
        (PIN, ENCRYPTING, "", "niet bedoeld"),
        (PIN, BINDING, f"pkcs11:token=Andere?module-path={library()}", "niet gevonden"),
        (PIN, BINDING, "pkcs11:?module-path=/nergens.so", "geen antwoord"),
        (PIN, BINDING, "pkcs11:object=weg?module-path=" + library(), "geen sleutel"),
    ],
    ids=["pin", "usage", "other card", "library", "key"],
)
def test_what_is_wrong_with_a_card(insert, pin, certificate, address, message):
    card = insert((RSA, certificate))
    with (
        pytest.raises(DeskError, match=message) as caught,
        token_signer(token_address(address or card.uri), pin),
    ):
        pass
    assert caught.value.remedy
    assert isinstance(caught.value, WrongPinError) == (pin != PIN)
    assert LABEL not in str(caught.value)
