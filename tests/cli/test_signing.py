"""Signing by script: in turn, with a card, a seal; what is wrong is said, and leaves no file."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)

from lrt_desk.commands.people import set_confidentiality
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.verify import verify
from lrt_desk.model.people import Confidentiality, Person
from lrt_desk.store import keys
from lrt_desk.store.archive import open_archive, utc_now
from tests import softhsm, validators

SESSION = "LRT/2026-03-06"
KEY = ec.generate_private_key(ec.SECP256R1())
DAY = dt.timedelta(days=1)


@pytest.fixture
def imported(desk, minutes_file, capsys):
    assert desk("import", minutes_file) == 0
    capsys.readouterr()
    return desk


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "geheim.txt"
    file.write_text("geheim\n", encoding="utf-8")
    return file


def certificate(folder: Path, name: str) -> Path:
    file = folder / f"{name}.p12"
    file.write_bytes(self_signed(name, "Regietafel", "geheim", at=utc_now()))
    return file


def bundle(folder: Path, made: x509.Certificate) -> Path:
    file = folder / "eigen.p12"
    locked = BestAvailableEncryption(b"geheim")
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"x", KEY, made, None, locked))
    return file


def shown(desk, capsys) -> dict:
    capsys.readouterr()
    assert desk("show", SESSION, "--json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def signed_twice(imported, tmp_path, secret, capsys):
    """Minutes that the chair signed when they were made, and the secretary after that."""
    chair, secretary = (certificate(tmp_path, name) for name in ("C. Voorzit", "S. Schrijf"))
    target = tmp_path / "verslag.pdf"
    password = ("--sign-password-file", secret)
    words = ("--function", "voorzitter", "--sign-later", "secretaris", "--officer", "A. Archief")
    made = imported("export", SESSION, "minutes", "--sign", chair, *password, *words, "-o", target)
    assert made == 0
    once = target.read_bytes()
    added = imported("sign", target, "--sign", secretary, *password, "--mdto")
    assert added == 0
    return once, target


def test_two_sign_in_turn(signed_twice, imported, capsys):
    once, target = signed_twice
    verdict = verify(target.read_bytes())
    assert target.read_bytes().startswith(once)
    assert [(one.field, one.signer, one.valid) for one in verdict.signatures] == [
        ("Handtekening", "C. Voorzit", True),
        ("Handtekening secretaris", "S. Schrijf", True),
    ]
    assert verdict.sound
    first, second = shown(imported, capsys)["signed"]
    assert (first["signer"], first["function"], first["officer"]) == (
        "C. Voorzit", "voorzitter", "A. Archief",
    )  # fmt: skip
    assert second["function"] == "secretaris"
    assert second["earlier_hash"] == first["file_hash"]
    assert "CN=S. Schrijf" in second["certificate"]
    assert second["validation"].startswith("Handtekening van S. Schrijf op ")
    assert second["officer"]  # whoever is logged in


def test_both_blocks_say_who_as_what_when_and_why(signed_twice):
    validators.need("pdftotext", shutil.which("pdftotext"))
    _, target = signed_twice
    said = subprocess.run(
        ["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True
    ).stdout
    words = [" ".join(line.split()) for line in said.splitlines()]
    place = words.index("C. Voorzit")
    assert words[place + 1] == "voorzitter"
    assert words[place + 2].startswith("Ondertekend op ")
    assert words[place + 3] == "Vaststelling"
    place = words.index("S. Schrijf")
    assert "secretaris" in words[:place]
    assert words[place + 1].startswith("Ondertekend op ")
    assert words[place + 2] == "Vaststelling"


def test_others_agree_on_both_signatures(signed_twice, tmp_path):
    validators.need("pdfsig", shutil.which("pdfsig"))
    validators.need("veraPDF", validators.verapdf())
    once, target = signed_twice
    first = tmp_path / "eerste.pdf"
    first.write_bytes(once)
    said = subprocess.run(["pdfsig", "-nocert", target], capture_output=True, text=True, check=True)
    assert said.stdout.count("Signature is Valid.") == 2
    for profile in ("ua1", "2a"):
        command = [*validators.verapdf(), "-f", profile, "--format", "text", first, target]
        run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
        assert run.stdout.count("PASS") == 2, run.stdout


def test_only_a_recorded_file_with_a_free_field_is_signed_again(
    signed_twice, imported, tmp_path, secret, capsys
):
    _, target = signed_twice
    own = certificate(tmp_path, "D. Derde")
    words = ("--sign", own, "--sign-password-file", secret)
    before = target.read_bytes()
    capsys.readouterr()
    assert imported("sign", target, *words) == 1
    assert "geen veld vrij" in capsys.readouterr().err
    stray = tmp_path / "los.pdf"
    stray.write_bytes(before + b"\n")
    assert imported("sign", stray, *words) == 1
    assert "niet als ondertekend verslag" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_a_card_signs_and_a_wrong_pin_leaves_nothing(imported, tmp_path, monkeypatch, capsys):
    made = softhsm.issued(KEY, "Voorzitter", at=utc_now(), content_commitment=True)
    card = softhsm.insert_card(tmp_path / "hsm", monkeypatch, (KEY, made))
    pin, target = tmp_path / "pin.txt", tmp_path / "kaart.pdf"
    words = ("export", SESSION, "minutes", "--sign", card.uri, "--sign-password-file", pin)
    pin.write_text("0000\n", encoding="utf-8")
    assert imported(*words, "-o", target) == 1
    assert "pincode is niet juist" in capsys.readouterr().err
    assert not target.exists()
    assert shown(imported, capsys)["signed"] == []
    pin.write_text(softhsm.PIN, encoding="utf-8")
    assert imported(*words, "-o", target) == 0
    assert [one.signer for one in verify(target.read_bytes()).signatures] == ["Voorzitter"]


def revocations(*, of: int, issuer: str, next_update: dt.datetime) -> bytes:
    now = utc_now()
    revoked = x509.RevokedCertificateBuilder().serial_number(of).revocation_date(now - DAY).build()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)])
    made = (
        x509.CertificateRevocationListBuilder().issuer_name(name)
        .last_update(now - 9 * DAY).next_update(next_update)
        .add_revoked_certificate(revoked).sign(KEY, hashes.SHA256())
    )  # fmt: skip
    return made.public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    ("serial", "issuer", "days", "message"),
    [
        (7, "T", 1, "ingetrokken op"),
        (7, "Ander", 1, "niet van de uitgever"),
        (8, "T", -1, "gold tot"),
        (8, "T", 1, ""),
    ],
    ids=["revoked", "other issuer", "out of date", "clean"],
)
def test_a_revocation_list_is_heeded(imported, tmp_path, secret, capsys, serial, issuer, days, message):  # fmt: skip  # noqa: E501, PLR0917
    made = softhsm.issued(KEY, "T", at=utc_now() - DAY, digital_signature=True)
    crl, target = tmp_path / "lijst.crl", tmp_path / "uit.pdf"
    crl.write_bytes(revocations(of=serial, issuer=issuer, next_update=utc_now() + days * DAY))
    words = ("--sign", bundle(tmp_path, made), "--sign-password-file", secret, "--crl", crl)
    status = imported("export", SESSION, "minutes", *words, "-o", target)
    assert status == int(bool(message))
    assert target.exists() == (not message)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("since", "usage", "password", "message"),
    [
        (-900, "digital_signature", "geheim", "verlopen op"),
        (9, "digital_signature", "geheim", "pas geldig vanaf"),
        (-1, "key_encipherment", "geheim", "niet bedoeld"),
        (-1, "digital_signature", "anders", "wachtwoord niet worden gelezen"),
    ],
    ids=["expired", "not yet", "usage", "password"],
)
def test_an_unfit_certificate_leaves_no_file(imported, tmp_path, secret, capsys, since, usage, password, message):  # fmt: skip  # noqa: E501, PLR0917
    made = softhsm.issued(KEY, "T", at=utc_now() + since * DAY, **{usage: True})
    secret.write_text(password, encoding="utf-8")
    target = tmp_path / "uit.pdf"
    words = ("--sign", bundle(tmp_path, made), "--sign-password-file", secret, "--mdto")
    assert imported("export", SESSION, "minutes", *words, "-o", target) == 1
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert not list(tmp_path.glob("uit.pdf*"))
    assert shown(imported, capsys)["signed"] == []


@pytest.fixture
def withheld(imported, tmp_path, passphrase):
    """The same desk, where the woman from VNG is withheld and all proposals are decided."""
    key = keys.key_for(tmp_path / "a.lrt", passphrase)
    with open_archive(tmp_path / "a.lrt", key) as archive:
        (person,) = archive.find(Person, surname="Roskam")
        set_confidentiality(archive, person.id, Confidentiality.NAME_WITHHELD)
    assert imported("redactions", SESSION, "--confirm", "all") == 0
    return imported


def test_a_public_copy_bears_a_seal_that_names_nobody(withheld, tmp_path, secret, capsys):
    target = tmp_path / "openbaar.pdf"
    words = ("export", SESSION, "minutes", "--public", "--sign-password-file", secret, "--mdto")
    assert withheld(*words, "--sign", certificate(tmp_path, "M. Roskam"), "-o", target) == 1
    assert "noemt iemand van wie de naam vertrouwelijk is" in capsys.readouterr().err
    assert not list(tmp_path.glob("openbaar.pdf*"))
    assert withheld(*words, "--sign", certificate(tmp_path, "Zegel"), "-o", target) == 0
    (copy,) = shown(withheld, capsys)["public_copies"]
    assert (copy["signer"], copy["withdrawn_at"]) == ("Zegel", None)
    assert copy["validation"].startswith("Handtekening van Zegel")
    beside = "".join(file.read_text(encoding="utf-8") for file in tmp_path.glob("openbaar.pdf.*"))
    assert copy["number"] in beside
    assert "Roskam" not in beside


def test_a_password_is_kept_only_when_asked(imported, tmp_path, secret, monkeypatch, capsys):
    vault: dict[str, str] = {}
    monkeypatch.setattr("lrt_desk.cli.signing.remember_word", vault.__setitem__)
    monkeypatch.setattr("lrt_desk.cli.signing.remembered_word", vault.get)
    own, target = certificate(tmp_path, "I. Tester"), tmp_path / "uit.pdf"
    words = ("export", SESSION, "minutes", "--sign", own, "-o", target)
    given = ("--sign-password-file", secret)
    assert imported(*words, *given) == 0
    assert vault == {}
    assert imported(*words, *given, "--remember-password") == 0
    assert list(vault.values()) == ["geheim"]
    target.unlink()
    assert imported(*words) == 0  # nothing is asked any more
    assert verify(target.read_bytes()).sound


def test_a_wrong_pin_is_not_kept_to_block_the_card(imported, tmp_path, monkeypatch, capsys):
    made = softhsm.issued(KEY, "Voorzitter", at=utc_now(), content_commitment=True)
    card = softhsm.insert_card(tmp_path / "hsm", monkeypatch, (KEY, made))
    vault = {card.uri: "0000"}
    monkeypatch.setattr("lrt_desk.cli.signing.remembered_word", vault.get)
    monkeypatch.setattr("lrt_desk.cli.signing.forget_word", vault.pop)
    target = tmp_path / "uit.pdf"
    assert imported("export", SESSION, "minutes", "--sign", card.uri, "-o", target) == 1
    assert vault == {}
