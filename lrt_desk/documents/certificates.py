"""Certificates: what makes one unfit to sign with, and one of our own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.rules.dates import local
from lrt_desk.rules.screen_dates import long_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cryptography.x509 import Certificate, CertificateRevocationList


def refuse_outside_period(certificate: Certificate, at: dt.datetime) -> None:
    """Refuse a certificate that is not valid yet, or no longer."""
    if at < certificate.not_valid_before_utc:
        raise DeskError(
            t("Dit certificaat is pas geldig vanaf {day}.",
              day=_day(certificate.not_valid_before_utc)),
            t("Kies een ander certificaat of onderteken later."),
        )  # fmt: skip
    if at > certificate.not_valid_after_utc:
        raise DeskError(
            t("Dit certificaat is verlopen op {day}.",
              day=_day(certificate.not_valid_after_utc)),
            t("Vraag een nieuw certificaat aan."),
        )  # fmt: skip


def refuse_other_use(certificate: Certificate) -> None:
    """Refuse a certificate whose key usage does not allow signatures (RFC 5280, 4.2.1.3)."""
    if not may_sign(certificate):
        raise DeskError(
            t("Dit certificaat is niet bedoeld om mee te ondertekenen."),
            t("Vraag een certificaat aan waarmee u documenten mag ondertekenen."),
        )


def may_sign(certificate: Certificate) -> bool:
    """Tell whether the key usage allows signatures; without one it does."""
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def refuse_revoked(
    certificate: Certificate, chain: Iterable[Certificate], data: bytes, *, at: dt.datetime
) -> None:
    """Refuse a certificate that a revocation list names (RFC 5280, section 5); DER or PEM.

    Errors: DeskError too when the list cannot be read, is of another issuer, is not sealed by it
    as far as the chain tells, or is out of date: it then proves nothing.
    """
    revocations = _revocation_list(data)
    if revocations.issuer != certificate.issuer:
        raise DeskError(
            t("Deze intrekkingslijst is niet van de uitgever van het certificaat."),
            t("Haal de lijst op bij de uitgever die in het certificaat staat."),
        )
    _refuse_forged(revocations, chain)
    if revocations.next_update_utc and revocations.next_update_utc < at:
        raise DeskError(
            t("Deze intrekkingslijst gold tot {day}.", day=_day(revocations.next_update_utc)),
            t("Haal een nieuwe lijst op bij de uitgever van het certificaat."),
        )
    entry = revocations.get_revoked_certificate_by_serial_number(certificate.serial_number)
    if entry:
        raise DeskError(
            t("Dit certificaat is ingetrokken op {day}.", day=_day(entry.revocation_date_utc)),
            t("Kies een ander certificaat."),
        )


def _revocation_list(data: bytes) -> CertificateRevocationList:
    from cryptography import x509

    try:
        if data.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_crl(data)
        return x509.load_der_x509_crl(data)
    except ValueError as error:
        raise DeskError(
            t("Deze intrekkingslijst kan niet worden gelezen."),
            t("Kies een bestand met de extensie .crl."),
        ) from error


def _refuse_forged(revocations: CertificateRevocationList, chain: Iterable[Certificate]) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    for issuer in chain:
        key = issuer.public_key()
        if issuer.subject != revocations.issuer:
            continue
        sealing = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
        if not (isinstance(key, sealing) and revocations.is_signature_valid(key)):
            raise DeskError(
                t("Deze intrekkingslijst is niet ondertekend door de uitgever."),
                t("Haal de lijst op bij de uitgever zelf."),
            )


def _day(moment: dt.datetime) -> str:
    return long_date(local(moment).date())


def self_signed(name: str, organisation: str, password: str, *, at: dt.datetime) -> bytes:
    """Make a PKCS#12 file with a P-256 key and a demonstration certificate, valid a year from `at`.

    The subject says that it is a demonstration, in the organisational unit: it vouches for nobody.
    """
    import datetime as dt

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Demonstratie, niet rechtsgeldig"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at)
        .not_valid_after(at + dt.timedelta(days=365))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        name.encode(), key, certificate, None, BestAvailableEncryption(password.encode())
    )
