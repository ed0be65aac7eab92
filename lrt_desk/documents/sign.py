"""Signing a finished PDF in the field that it brings (PAdES B-B, ETSI EN 319 142-1)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, cast

from lrt_desk.documents.certificates import refuse_other_use, refuse_outside_period
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.rules.name_forms import written

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate
    from pyhanko.pdf_utils.generic import Reference
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    from lrt_desk.model.people import Person

SIGNATURE_FIELD = "Handtekening"
_DIGEST = "sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A certificate, the chain above it, and the use of its key, which may never leave a card.

    `raw` signs bytes with SHA-256: PKCS#1 v1.5 for an RSA key, else ECDSA in DER.
    """

    raw: Callable[[bytes], bytes] = field(repr=False)
    certificate: Certificate
    chain: tuple[Certificate, ...] = ()

    @property
    def name(self) -> str:
        """The common name of the certificate, or its whole subject."""
        return _common_name(self.certificate)

    @property
    def identity(self) -> str:
        """What identifies the certificate for the record: subject, issuer, serial number."""
        c = self.certificate
        return (
            f"{c.subject.rfc4514_string()}; {c.issuer.rfc4514_string()}; serial {c.serial_number:x}"
        )


def load_pkcs12(data: bytes, password: str) -> Signer:
    """Read a signer from a PKCS#12 file (RFC 7292).

    Errors: DeskError when the password or the file is wrong, when there is no key or certificate,
    and when the certificate may not be used to sign.
    """
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        bundle = pkcs12.load_pkcs12(data, password.encode())
    except ValueError as error:
        raise DeskError(
            t("Dit certificaatbestand kan met dit wachtwoord niet worden gelezen."),
            t("Controleer het wachtwoord en kies een bestand met de extensie .p12 of .pfx."),
        ) from error
    if bundle.key is None or bundle.cert is None:
        raise DeskError(
            t("In dit certificaatbestand ontbreekt de sleutel of het certificaat."),
            t("Vraag een bestand aan dat beide bevat."),
        )
    certificate = bundle.cert.certificate
    refuse_other_use(certificate)
    if not isinstance(bundle.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise DeskError(
            t("Deze soort sleutel wordt niet ondersteund."),
            t("Vraag een certificaat met een RSA- of ECDSA-sleutel aan."),
        )
    return Signer(
        raw=_in_memory(bundle.key),
        certificate=certificate,
        chain=tuple(extra.certificate for extra in bundle.additional_certs),
    )


def certificate_names(signer: Signer) -> tuple[str, ...]:
    """List what the certificates of a signer tell their reader: subjects, issuers, other names."""
    from cryptography import x509

    names: list[str] = []
    for certificate in (signer.certificate, *signer.chain):
        for name in (certificate.subject, certificate.issuer):
            parts = [str(part.value) for part in name]
            # Surname and first name may stand in two attributes.
            names += [*parts, " ".join(parts)]
        try:
            other = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        except x509.ExtensionNotFound:
            continue
        names += [str(getattr(general, "value", "")) for general in other.value]
    return tuple(dict.fromkeys(names))


def discloses(signer: Signer, people: Iterable[Person]) -> bool:
    """Tell whether signing with this certificate would name one of these people."""
    names = certificate_names(signer)
    return any(written(name, person) for person in people for name in names)


def sign(
    pdf: bytes,
    signer: Signer,
    *,
    at: dt.datetime,
    field: str = SIGNATURE_FIELD,
    reason: str = "",
    shown: Sequence[str] = (),
    withheld: Iterable[Person] = (),
) -> bytes:
    """Sign a PDF in its empty signature field, keeping what the page shows.

    `at` is aware. `shown` are lines to print in the field, for one whose page does not yet say
    who signs. `withheld` are the people whom a public copy must not name.
    Errors: DeskError when the certificate is not valid at that moment or names one of them, and
    when the PDF cannot be read or has no such empty field; nothing is signed then.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    refuse_outside_period(signer.certificate, at)
    if discloses(signer, withheld):
        raise DeskError(
            t("Dit certificaat noemt iemand van wie de naam vertrouwelijk is."),
            t("Onderteken de openbare versie met een certificaat van de organisatie."),
        )
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        if shown:
            _print(writer, field, shown)
        return asyncio.run(_signed(writer, signer, at, field, reason))
    except (PdfError, SigningError) as error:
        raise DeskError(
            t("Dit document kan niet worden ondertekend: het veld {field} ontbreekt of is al "
              "gebruikt.", field=field),
            t("Maak het document opnieuw en onderteken het dan."),
        ) from error  # fmt: skip


async def _signed(
    writer: IncrementalPdfFileWriter, signer: Signer, at: dt.datetime, field: str, reason: str
) -> bytes:
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
    from pyhanko.stamp import NoOpStampStyle

    meta = signers.PdfSignatureMetadata(
        field_name=field,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm=_DIGEST,
        reason=reason or None,
        name=signer.name,
    )
    pdf_signer = signers.PdfSigner(meta, _as_pyhanko(signer), stamp_style=NoOpStampStyle())
    session = pdf_signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = at  # else it would read the clock of this machine
    document = session.prepare_tbs_document(
        validation_info=None, bytes_reserved=_room(signer), appearance_text_params=None
    )
    digest, output = document.digest_tbs_document()
    # PAdES keeps the moment in the signature dictionary, not in the CMS (EN 319 142-1, 6.3).
    await document.perform_signature(digest.document_digest, PdfCMSSignedAttributes())
    output.seek(0)
    content: bytes = output.read()
    return content


def _print(writer: IncrementalPdfFileWriter, field: str, shown: Sequence[str]) -> None:
    """Give an empty field an appearance with these lines, its font embedded."""
    from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name
    from pyhanko.pdf_utils.reader import PdfFileReader

    from lrt_desk.documents.pdf_stamp import stamp

    reference = _empty_field(writer, field)
    widget = cast("DictionaryObject", reference.get_object())
    left, bottom, right, top = map(float, widget["/Rect"])
    page = PdfFileReader(BytesIO(stamp(shown, right - left, top - bottom)))
    appearance = writer.import_page_as_xobject(page)
    shape = DictionaryObject({pdf_name("/N"): appearance})  # type: ignore[no-untyped-call]  # not typed there
    widget[pdf_name("/AP")] = shape
    writer.mark_update(reference)


def _empty_field(writer: IncrementalPdfFileWriter, field: str) -> Reference:
    from pyhanko.sign.fields import enumerate_sig_fields
    from pyhanko.sign.general import SigningError

    for _, _, widget in enumerate_sig_fields(writer, filled_status=False, with_name=field):
        return cast("Reference", widget.reference)
    raise SigningError("no such empty field")


def _as_pyhanko(own: Signer) -> signers.Signer:
    """Let pyHanko use our key: its own signer reads a PKCS#12 key again at every use."""
    from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1 as translated
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class OwnKey(signers.Signer):
        async def async_sign_raw(
            self,
            data: bytes,
            digest_algorithm: str,  # noqa: ARG002  always _DIGEST
            dry_run: bool = False,  # noqa: ARG002  the room is known, see _room
        ) -> bytes:
            return own.raw(data)

    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko has not typed it
    store.register_multiple(map(translated, own.chain))
    return OwnKey(signing_cert=translated(own.certificate), cert_registry=store)


def _in_memory(key: RSAPrivateKey | EllipticCurvePrivateKey) -> Callable[[bytes], bytes]:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.hashes import SHA256

    def raw(data: bytes) -> bytes:
        if isinstance(key, RSAPrivateKey):
            return key.sign(data, PKCS1v15(), SHA256())
        return key.sign(data, ECDSA(SHA256()))

    return raw


def _room(signer: Signer) -> int:
    """Reserve hexadecimal digits for the signature: certificates, key size, and 4 KiB besides."""
    from cryptography.hazmat.primitives.serialization import Encoding

    certificates = (signer.certificate, *signer.chain)
    return 2 * (4096 + sum(len(c.public_bytes(Encoding.DER)) for c in certificates))


def _common_name(certificate: Certificate) -> str:
    from cryptography.x509.oid import NameOID

    common = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else certificate.subject.rfc4514_string()
