"""Signing from the command line: whose key, its password asked once, a signature added later."""

import argparse
import getpass
import hashlib
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from lrt_desk.cli.metadata import write_mdto
from lrt_desk.cli.opening import opened
from lrt_desk.commands import publication
from lrt_desk.documents.certificates import refuse_revoked
from lrt_desk.documents.export import LATER, Copy, field_of, signature_lines
from lrt_desk.documents.sign import Signer, load_pkcs12, sign
from lrt_desk.documents.token import SCHEME, WrongPinError, token_address, token_signer
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.publication import SignedCopy
from lrt_desk.paths import write_file
from lrt_desk.store.keys import forget_word, remember_word, remembered_word
from lrt_desk.store.snapshots import content_hash

if TYPE_CHECKING:
    import datetime as dt


@contextmanager
def opened_signer(arguments: argparse.Namespace, at: "dt.datetime") -> Iterator[Signer | None]:
    """Open the certificate or card of `--sign` for one verb; None without one.

    `--crl` judges it at that moment. The password comes from its file, from the keyring when it
    was kept there, or is asked; `--remember-password` keeps it once it proved right.
    """
    if not arguments.sign:
        yield None
        return
    name = _keyring_name(arguments.sign)
    kept = None if arguments.sign_password_file else remembered_word(name)
    word = kept or _word(arguments)
    try:
        with _signer(arguments.sign, word) as signer:
            if arguments.crl:
                revoked = arguments.crl.read_bytes()
                refuse_revoked(signer.certificate, signer.chain, revoked, at=at)
            if arguments.remember_password and not kept:
                remember_word(name, word)
            yield signer
    except WrongPinError:
        if kept:
            forget_word(name)
        raise


def sign_file(arguments: argparse.Namespace) -> int:
    """Add a signature to a file that this archive issued, in a field that was kept free for it."""
    content = arguments.file.read_bytes()
    output = arguments.output or arguments.file
    with opened(arguments) as archive:
        earlier = archive.find(SignedCopy, file_hash=content_hash(content))
        if not earlier:
            raise DeskError(
                t("Dit bestand is niet als ondertekend verslag in dit archief vastgelegd."),
                t("Kies het bestand zoals het na de eerste handtekening is bewaard."),
            )
        field, function = _field(content, arguments.function)
        at = archive.now()
        with opened_signer(arguments, at) as signer:
            if signer is None:
                return 0
            reason = arguments.reason
            shown = signature_lines(signer.name, at, reason=reason)
            signed = sign(content, signer, at=at, field=field, reason=reason, shown=shown)
        with archive.atomic(t("Ondertekening vastleggen"), wall=True):
            publication.record_signed(
                archive,
                earlier[-1].version_id,
                file_hash=content_hash(signed),
                signer=signer.name,
                certificate=signer.identity,
                validation=validation(signed, field),
                officer=arguments.officer,
                function=function,
                earlier_hash=content_hash(content),
                at=at,
            )
            if arguments.mdto:
                write_mdto(archive, Copy(content=signed), output, arguments)
            write_file(output, signed)
    print(output)
    return 0


def validation(content: bytes, field: str = "") -> str:
    """Validate what was just signed, and say the result for one field, or the first.

    Errors: DeskError when a signature in the file is not valid.
    """
    from lrt_desk.documents.verify import said, verify

    verdict = verify(content)
    if not verdict.sound:
        raise DeskError(
            t("De handtekening is na het zetten niet geldig."),
            t("Er is niets weggeschreven. Probeer een ander certificaat."),
        )
    return next(said(one) for one in verdict.signatures if field in ("", one.field))


def _field(content: bytes, function: str) -> tuple[str, str]:
    """Choose the free field of a function, or the first; its name ends in the function."""
    from lrt_desk.documents.verify import empty_fields

    free = empty_fields(content)
    wanted = field_of(function) if function else next(iter(free), "")
    if wanted not in free:
        raise DeskError(
            t("In dit bestand is geen veld vrij voor deze handtekening."),
            t("Maak het verslag opnieuw, en noem wie later tekent met --sign-later."),
        )
    return wanted, wanted.removeprefix(LATER)


def _signer(source: str, word: str) -> AbstractContextManager[Signer]:
    if source.startswith(SCHEME):
        return token_signer(token_address(source), word)
    return nullcontext(load_pkcs12(Path(source).read_bytes(), word))


def _keyring_name(source: str) -> str:
    if source.startswith(SCHEME):
        return source
    return hashlib.sha256(Path(source).read_bytes()).hexdigest()


def _word(arguments: argparse.Namespace) -> str:
    if arguments.sign_password_file:
        lines = arguments.sign_password_file.read_text(encoding="utf-8-sig").splitlines()
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    if arguments.sign.startswith(SCHEME):
        return getpass.getpass(t("Pincode van de kaart: "))
    return getpass.getpass(t("Wachtwoord van het certificaat: "))
