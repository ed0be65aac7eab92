"""Signing with a card: a key in a PKCS#11 token, which it never leaves."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote, unquote_to_bytes

from lrt_desk.documents.certificates import may_sign, refuse_other_use
from lrt_desk.documents.sign import Signer
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pkcs11
    from cryptography.x509 import Certificate
    from pkcs11.types import PrivateKey, SignMixin

    class SigningKey(PrivateKey, SignMixin):
        """What the library makes of a private key that may sign."""


SCHEME = "pkcs11:"
# DigestInfo of SHA-256 (RFC 8017, 9.2): every card knows CKM_RSA_PKCS, not every one hashes too.
_SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenAddress:
    """Where a key is: the library of the card's maker, the token's label, the key's label or id.

    What is empty is not asked for: one card with one certificate to sign with needs the library.
    """

    module: str
    token: str = ""
    label: str = ""
    key_id: bytes = b""


def token_address(uri: str) -> TokenAddress:
    """Read a PKCS#11 URI (RFC 7512): `pkcs11:token=…;object=…;id=…?module-path=…`.

    Errors: DeskError without a library, with an attribute that is not one of these, and with a
    PIN in it, which would stand in the history of the command line.
    """
    path, _, query = uri.removeprefix(SCHEME).partition("?")
    pairs = [part.partition("=") for part in (*path.split(";"), *query.split("&")) if part]
    given = {name: value for name, _, value in pairs}
    if "module-path" not in given or not set(given) <= {"module-path", "token", "object", "id"}:
        raise DeskError(
            t("Dit adres van een kaart kan niet worden gelezen."),
            t("Schrijf het als pkcs11:token=LABEL?module-path=BIBLIOTHEEK, zonder pincode."),
        )
    return TokenAddress(
        module=unquote(given["module-path"]),
        token=unquote(given.get("token", "")),
        label=unquote(given.get("object", "")),
        key_id=unquote_to_bytes(given.get("id", "")),
    )


@contextmanager
def token_signer(address: TokenAddress, pin: str) -> Iterator[Signer]:
    """Open a card, and give its signer for as long as the card is open.

    Of several certificates with a key, the one for signing documents (non-repudiation) is taken.
    Errors: DeskError for a library or card that is not there, a wrong or blocked PIN, a key that
    cannot be told from others or is not for signing, and when the card is taken out on the way.
    """
    with _said_plainly():
        session = _token(address).open(user_pin=pin)
    try:
        with _said_plainly():
            key, certificate, others = _choice(session, address)
        refuse_other_use(certificate)
        yield Signer(raw=_signing(key, pin), certificate=certificate, chain=others)
    finally:
        _close(session)


def _token(address: TokenAddress) -> pkcs11.Token:
    import pkcs11

    ready = pkcs11.TokenFlag.TOKEN_INITIALIZED  # a reader may count an empty card too
    found = [
        token
        for token in pkcs11.lib(address.module).get_tokens(token_flags=ready)
        if not address.token or token.label == address.token
    ]
    if not found:
        raise pkcs11.exceptions.NoSuchToken
    if len(found) > 1:
        raise DeskError(
            t("Er zijn meer kaarten aangesloten."), t("Noem de kaart: token=LABEL in het adres.")
        )
    return found[0]


def _choice(
    session: pkcs11.Session, address: TokenAddress
) -> tuple[SigningKey, Certificate, tuple[Certificate, ...]]:
    from cryptography.x509 import load_der_x509_certificate
    from pkcs11 import Attribute, ObjectClass

    sought: dict[Attribute, object] = {Attribute.CLASS: ObjectClass.PRIVATE_KEY}
    if address.label:
        sought[Attribute.LABEL] = address.label
    if address.key_id:
        sought[Attribute.ID] = address.key_id
    keys = {key[Attribute.ID]: cast("SigningKey", key) for key in session.get_objects(sought)}
    stored = {
        found[Attribute.ID]: load_der_x509_certificate(found[Attribute.VALUE])
        for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    }
    pairs = [(keys[one], certificate) for one, certificate in stored.items() if one in keys]
    key, certificate = _for_documents(pairs)
    return key, certificate, _chain(certificate, tuple(stored.values()))


def _chain(certificate: Certificate, stored: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    """Follow a certificate up through its issuers, as far as they are on the card."""
    chain = [certificate]
    while above := [c for c in stored if c.subject == chain[-1].issuer and c not in chain]:
        chain.append(above[0])
    return tuple(chain[1:])


def _for_documents(
    pairs: list[tuple[SigningKey, Certificate]],
) -> tuple[SigningKey, Certificate]:
    """Tell the key for documents from that for logging in, both of which most cards have."""
    useful = [pair for pair in pairs if may_sign(pair[1])] or pairs
    binding = [pair for pair in useful if _commits(pair[1])] or useful
    if len(binding) == 1:
        return binding[0]
    if not binding:
        raise DeskError(
            t("Op deze kaart staat geen sleutel met een certificaat."),
            t("Kies een andere kaart, of een andere sleutel: object=LABEL in het adres."),
        )
    raise DeskError(
        t("Op deze kaart staan meer sleutels om mee te ondertekenen."),
        t("Noem de sleutel: object=LABEL in het adres."),
    )


def _commits(certificate: Certificate) -> bool:
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.content_commitment


def _signing(key: SigningKey, pin: str) -> Callable[[bytes], bytes]:
    from pkcs11 import Attribute, KeyType, Mechanism
    from pkcs11.exceptions import AttributeTypeInvalid
    from pkcs11.util.ec import encode_ecdsa_signature

    try:
        again = {"pin": pin} if key[Attribute.ALWAYS_AUTHENTICATE] else {}
    except AttributeTypeInvalid:
        again = {}

    def raw(data: bytes) -> bytes:
        digest = hashlib.sha256(data).digest()
        with _said_plainly():
            if key.key_type == KeyType.RSA:
                info = _SHA256_INFO + digest
                return bytes(key.sign(info, mechanism=Mechanism.RSA_PKCS, **again))
            pair = key.sign(digest, mechanism=Mechanism.ECDSA, **again)
            return encode_ecdsa_signature(pair)

    return raw


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what a card answers into words for its holder."""
    from pkcs11 import exceptions as e

    try:
        yield
    except (e.PinIncorrect, e.PinInvalid, e.PinLenRange) as error:
        raise WrongPinError from error
    except e.PinLocked as error:
        raise DeskError(
            t("Deze kaart is geblokkeerd na te veel verkeerde pincodes."),
            t("Deblokkeer de kaart met het programma van de uitgever."),
        ) from error
    except (e.NoSuchToken, e.TokenNotPresent, e.TokenNotRecognised) as error:
        raise DeskError(
            t("De kaart is niet gevonden."), t("Steek de kaart in de lezer en probeer het opnieuw.")
        ) from error
    except e.PKCS11Error as error:
        raise DeskError(
            t("De kaart of haar programma geeft geen antwoord; er is niets ondertekend."),
            t("Laat de kaart in de lezer tot het document bewaard is; controleer ook module-path."),
        ) from error


class WrongPinError(DeskError):
    """A PIN that the card does not take; most cards block after three."""

    def __init__(self) -> None:
        super().__init__(
            t("De pincode is niet juist."),
            t("Probeer het opnieuw met de juiste pincode; na drie keer blokkeert de kaart."),
        )


def _close(session: pkcs11.Session) -> None:
    from pkcs11.exceptions import PKCS11Error

    with suppress(PKCS11Error):  # a card that was taken out has closed it already
        session.close()
