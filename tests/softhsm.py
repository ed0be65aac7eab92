"""A card of software (SoftHSM), with keys and certificates on it as an issuer would put them."""

import datetime as dt
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests import validators

PIN, LABEL = "246810", "Kaart van de regietafel"
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Card:
    """A card: where its files are, and the address of it."""

    folder: Path
    uri: str

    def pull_out(self) -> None:
        """Take the card away: what the library knows of it is gone."""
        import pkcs11

        for token in self.folder.iterdir():
            shutil.rmtree(token)
        pkcs11.lib(library()).reinitialize()


def library() -> str:
    """Give the library of SoftHSM; empty when it is not here."""
    return next((str(path) for path in validators.SOFTHSM if path.exists()), "")


def issued(
    key: PrivateKey,
    name: str,
    *,
    at: dt.datetime,
    by: tuple[PrivateKey, str] | None = None,
    **usage: bool,
) -> x509.Certificate:
    """Issue a certificate for a year, by another key and name or by itself, with these usages."""
    flags = dict.fromkeys((
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    ), False) | usage  # fmt: skip
    subject, issuer = (
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])
        for common in (name, by[1] if by else name)
    )
    return (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
        .public_key(key.public_key()).serial_number(7)
        .not_valid_before(at).not_valid_after(at + dt.timedelta(days=365))
        .add_extension(x509.KeyUsage(**flags), critical=True)
        .sign(by[0] if by else key, hashes.SHA256())
    )  # fmt: skip


def insert_card(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *pairs: tuple[PrivateKey | None, x509.Certificate],
) -> Card:
    """Make a card with these certificates and their keys, and put it in the reader."""
    import pkcs11

    validators.need("SoftHSM", library() and shutil.which("softhsm2-util"))
    tokens = folder / "kaart"
    tokens.mkdir(parents=True)
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tokens}\nlog.level = ERROR\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    _tool("--init-token", "--free", "--label", LABEL, "--so-pin", "13579", "--pin", PIN)
    for number, (key, _) in enumerate(pairs, start=1):
        if key is None:
            continue
        file = folder / "key.pem"
        file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        words = ("--label", f"sleutel {number}", "--id", f"0{number}")
        _tool("--import", str(file), "--token", LABEL, "--pin", PIN, *words)
    pkcs11.lib(library()).reinitialize()
    with pkcs11.lib(library()).get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        for number, (_, certificate) in enumerate(pairs, start=1):
            session.create_object({
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.ID: bytes([number]),
                pkcs11.Attribute.LABEL: f"certificaat {number}",
                pkcs11.Attribute.SUBJECT: certificate.subject.public_bytes(),
                pkcs11.Attribute.VALUE: certificate.public_bytes(Encoding.DER),
            })  # fmt: skip
    label = LABEL.replace(" ", "%20")
    return Card(tokens, f"pkcs11:token={label}?module-path={library()}")


def _tool(*words: str) -> None:
    subprocess.run(["softhsm2-util", *words], check=True, capture_output=True, timeout=60)
