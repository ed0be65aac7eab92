"""Signing keeps both profiles and the page; verifying notices whatever came after."""

import datetime as dt
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from lrt_desk.documents import pdf
from lrt_desk.documents.certificates import self_signed
from lrt_desk.documents.pdf_stamp import stamp
from lrt_desk.documents.sign import certificate_names, discloses, load_pkcs12, sign
from lrt_desk.documents.tree import Document, Heading, Paragraph, SignatureSpace, Text
from lrt_desk.documents.verify import lines, verify
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Person
from tests import validators

AT = dt.datetime(2024, 3, 15, 12, 30, tzinfo=dt.UTC)
P12 = self_signed("Secretariaat Regietafel", "Regietafel", "geheim", at=AT)
SIGNER = load_pkcs12(P12, "geheim")
DOCUMENT = Document(
    kind="Verslag", title="Verslag LRT 15 maart 2024", letterhead="Landelijke Regietafel",
    date=dt.date(2024, 3, 15), identifier="LRT/2024-03-15",
    nodes=(Heading(1, (Text("Opening"),), "1.", "opening"),
           Paragraph((Text("De vergadering begint."),)),
           SignatureSpace(lines=("De voorzitter",))),
)  # fmt: skip
UNSIGNED = pdf.render(DOCUMENT)
SIGNED = sign(UNSIGNED, SIGNER, at=AT, reason="Vastgesteld")


def other_key(kind: str, **usage: bool) -> bytes:
    """Make a PKCS#12 as other issuers do: another kind of key, other usage, or a missing part."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    keys = {
        "rsa": lambda: rsa.generate_private_key(65537, 2048),
        "p384": lambda: ec.generate_private_key(ec.SECP384R1()),
        "ed25519": ed25519.Ed25519PrivateKey.generate,
    }
    key = keys[kind]()
    flags = dict.fromkeys((
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    ), False) | usage  # fmt: skip
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Regietafel")])
    builder = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(AT).not_valid_after(AT + dt.timedelta(days=9))
    )  # fmt: skip
    if usage:
        builder = builder.add_extension(x509.KeyUsage(**flags), critical=True)
    certificate = builder.sign(key, None if kind == "ed25519" else hashes.SHA256())
    return pkcs12.serialize_key_and_certificates(
        b"x", key, certificate, None, BestAvailableEncryption(b"x")
    )


def test_signed_file_says_who_and_when():
    verdict = verify(SIGNED)
    [report] = verdict.signatures
    assert (report.field, report.signer, report.moment) == (
        "Handtekening", "Secretariaat Regietafel", AT,
    )  # fmt: skip
    assert report.intact
    assert report.covers_file
    assert not report.altered_after
    assert report.trusted == "unknown"
    assert verdict.sound
    assert set(verdict.claims) == {"PDF/A-2a", "PDF/UA-1"}
    assert SIGNED.startswith(UNSIGNED)
    assert lines(verdict)[0] == (
        "Handtekening van Secretariaat Regietafel op 15 maart 2024 om 13.30 uur: omvat het hele "
        "bestand, ongewijzigd sindsdien. Of het certificaat te vertrouwen is, is niet nagegaan."
    )


def test_unsigned_file_is_fine_and_says_so():
    verdict = verify(UNSIGNED)
    assert verdict.signatures == ()
    assert verdict.sound
    assert lines(verdict)[0] == "Geen handtekening."


@pytest.mark.parametrize("kind", ["rsa", "p384"])
def test_other_keys_sign_too(kind):
    signer = load_pkcs12(other_key(kind, content_commitment=True), "x")
    assert verify(sign(UNSIGNED, signer, at=AT)).signatures[0].valid


@pytest.mark.parametrize("place", [0.02, 0.3, 0.6, 0.75])
def test_a_changed_byte_is_noticed(place):
    data = bytearray(SIGNED)
    at = int(len(UNSIGNED) * place)
    data[at] ^= 1
    try:
        verdict = verify(bytes(data))
    except DeskError:
        return  # so badly damaged that it is no PDF any more: refused, not approved
    assert not verdict.sound
    assert not verdict.signatures or not verdict.signatures[0].intact


def test_a_changed_signature_is_noticed():
    data = bytearray(SIGNED)
    at = SIGNED.index(b"/Contents <") + 2000
    data[at] = ord("1") if data[at] != ord("1") else ord("2")
    verdict = verify(bytes(data))
    assert not verdict.signatures[0].intact
    assert "het document is gewijzigd" in lines(verdict)[0]


def test_something_added_later_is_noticed():
    from pyhanko.pdf_utils.generic import TextStringObject, pdf_name
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(SIGNED))
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Extra")] = TextStringObject("erbij")
    writer.mark_update(page.container_ref if hasattr(page, "container_ref") else page)
    file = BytesIO()
    writer.write(file)
    verdict = verify(file.getvalue())
    [report] = verdict.signatures
    assert report.intact
    assert not report.covers_file
    assert report.altered_after
    assert not verdict.sound
    assert "daarna is het document gewijzigd" in lines(verdict)[0]


def test_bytes_after_the_end_are_noticed():
    assert not verify(SIGNED + b"% toegevoegd").sound


def test_two_signatures_in_turn():
    both = replace(DOCUMENT, nodes=(*DOCUMENT.nodes, SignatureSpace("Tweede", "Secretaris")))
    once = sign(pdf.render(both), SIGNER, at=AT)
    twice = sign(once, SIGNER, at=AT + dt.timedelta(hours=1), field="Tweede")
    verdict = verify(twice)
    assert [r.field for r in verdict.signatures] == ["Handtekening", "Tweede"]
    assert verdict.sound


def test_a_later_signer_is_printed_by_a_program_that_just_started():
    """Fonts are loaded by whoever draws first; `lrt-desk sign` draws nothing before this."""
    lines = "from lrt_desk.documents.pdf_stamp import stamp; stamp(['C. Voorzit'], 240, 74)"
    subprocess.run([sys.executable, "-c", lines], check=True, timeout=60)


def test_a_stamp_keeps_to_its_field():
    long = "Aleid-Wilhelmina van den Berghe tot Zutphen en Steenderen, voorzitter " * 3
    with pypdfium2.PdfDocument(stamp([long, "voorzitter", "15 maart 2024"], 240, 74)) as file:
        text = file[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    assert min(left for left, _, _, _ in boxes) > 0
    assert max(right for _, _, right, _ in boxes) < 240
    assert max(top for _, _, _, top in boxes) < 74 - 20


@pytest.mark.parametrize(
    ("data", "password", "message"),
    [
        (P12, "anders", "wachtwoord"),
        (b"geen certificaat", "geheim", "wachtwoord"),
        (b"", "", "wachtwoord"),
        (other_key("rsa", key_encipherment=True), "x", "niet bedoeld"),
        (other_key("ed25519", digital_signature=True), "x", "soort sleutel"),
    ],
    ids=["password", "garbage", "empty", "usage", "ed25519"],
)
def test_unusable_certificate_files(data, password, message):
    with pytest.raises(DeskError, match=message) as caught:
        load_pkcs12(data, password)
    assert caught.value.remedy


def test_certificate_without_key():
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

    bare = pkcs12.serialize_key_and_certificates(
        b"x", None, SIGNER.certificate, None, NoEncryption()
    )
    with pytest.raises(DeskError, match="ontbreekt"):
        load_pkcs12(bare, "")


def test_outside_its_period():
    with pytest.raises(DeskError, match="pas geldig vanaf 15 maart 2024"):
        sign(UNSIGNED, SIGNER, at=AT - dt.timedelta(days=1))
    with pytest.raises(DeskError, match="verlopen op 15 maart 2025"):
        sign(UNSIGNED, SIGNER, at=AT + dt.timedelta(days=400))


def test_without_an_empty_field_nothing_is_signed():
    for data, field in ((UNSIGNED, "Ander"), (SIGNED, "Handtekening"), (b"geen pdf", "x")):
        with pytest.raises(DeskError, match="kan niet worden ondertekend"):
            sign(data, SIGNER, at=AT, field=field)


def test_a_personal_certificate_discloses_its_holder():
    person = Person(id=Id("p"), surname="Veenwouden", particle="van der")
    personal = load_pkcs12(self_signed("C. v.d. Veenwouden", "Regietafel", "x", at=AT), "x")
    assert discloses(personal, [person])
    assert not discloses(SIGNER, [person])
    assert "Secretariaat Regietafel" in certificate_names(SIGNER)
    with pytest.raises(DeskError, match="vertrouwelijk") as caught:
        sign(UNSIGNED, personal, at=AT, withheld=[person])
    assert "Veenwouden" not in str(caught.value)
    assert sign(UNSIGNED, SIGNER, at=AT, withheld=[person])


@pytest.mark.parametrize("data", [b"", b"tekst", b"%PDF-1.7\n", b"PK\x03\x04", UNSIGNED[:900]])
def test_garbage_is_refused(data):
    with pytest.raises(DeskError, match="niet als PDF"):
        verify(data)


def test_leaks_are_counted_and_placed():
    person = Person(id=Id("p"), surname="Voorbergen")
    data = BytesIO()
    with pikepdf.open(BytesIO(UNSIGNED)) as file:
        file.docinfo["/Author"] = "Voorbergen"
        file.save(data)
    verdict = verify(data.getvalue(), [person])
    assert not verdict.sound
    said = lines(verdict)
    assert any("titel, koppeling of omschrijving" in line for line in said)
    assert "Voorbergen" not in " ".join(said)


def test_no_socket_is_opened(monkeypatch):
    import socket

    def refused(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert verify(sign(UNSIGNED, SIGNER, at=AT)).sound


def test_pdfsig_agrees(tmp_path):
    validators.need("pdfsig", shutil.which("pdfsig"))
    path = tmp_path / "signed.pdf"
    path.write_bytes(SIGNED)
    run = subprocess.run(
        ["pdfsig", "-nocert", path], check=False, capture_output=True, text=True, timeout=60
    )
    assert "Signature is Valid." in run.stdout
    assert "Total document signed" in run.stdout
    assert "ETSI.CAdES.detached" in run.stdout


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_both_profiles_survive(profile, tmp_path):
    validators.need("veraPDF", validators.verapdf())
    path = tmp_path / "signed.pdf"
    path.write_bytes(SIGNED)
    run = subprocess.run([*validators.verapdf(), "-f", profile, "--format", "text", path],
                         check=False, capture_output=True, text=True, timeout=120)  # fmt: skip
    assert run.stdout.startswith("PASS"), run.stdout
