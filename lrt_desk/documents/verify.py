"""What a PDF says about itself, and whether that is true: signatures, claims, leaks."""

from __future__ import annotations

import logging
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lrt_desk.documents.additions import additions
from lrt_desk.documents.leaks import Leak, find_leaks
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.rules.dates import clock, local
from lrt_desk.rules.screen_dates import long_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.generic import DictionaryObject
    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
    from pyhanko.sign.diff_analysis import DiffPolicy
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    from lrt_desk.model.people import Person

# Without a handler of its own, what pyHanko remarks on a file would land on standard error.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())

TRUST_UNKNOWN = "unknown"
"""Whether a certificate can be trusted takes lists from the network, so it is never judged here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """One signature: `moment` is the signer's own claim; `covers_file` up to the last byte.

    `intact`: the signed bytes are as they were signed. `altered_after`: something was added that
    is more than a later signature; `added` says what.
    """

    field: str
    signer: str
    moment: dt.datetime | None
    intact: bool
    covers_file: bool
    altered_after: bool
    added: tuple[str, ...] = ()
    trusted: str = TRUST_UNKNOWN

    @property
    def valid(self) -> bool:
        """Whether the document is still what was signed."""
        return self.intact and not self.altered_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdict on one file; `claims` are standards that it says it meets ("PDF/A-2a")."""

    signatures: tuple[SignatureReport, ...]
    leaks: tuple[Leak, ...]
    claims: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong: an unsigned file without leaks is sound."""
        return not self.leaks and not self.problems and all(s.valid for s in self.signatures)


def verify(
    data: bytes, people: Iterable[Person] = (), *, released: Iterable[str] = ()
) -> Verification:
    """Judge a PDF, without the network; `people` and `released` as for `find_leaks`.

    Errors: DeskError when it cannot be read as a PDF.
    """
    reader = _reader(data)
    reports = tuple(_report(one, data) for one in reader.embedded_regular_signatures)
    people = tuple(people)
    return Verification(
        signatures=reports,
        leaks=find_leaks(data, people, released=released) if people else (),
        claims=_claims(data),
        problems=_problems(data, reports),
    )


def lines(verification: Verification) -> tuple[str, ...]:
    """Say in Dutch, a line each, what was found."""
    found = [said(report) for report in verification.signatures]
    if not found:
        found = [t("Geen handtekening.")]
    if verification.claims:
        found.append(t("Volgens het bestand: {claims}.", claims=", ".join(verification.claims)))
    found += verification.problems
    if verification.leaks:
        found.append(
            tn(
                "{n} plaats met een naam die vertrouwelijk is.",
                "{n} plaatsen met een naam die vertrouwelijk is.",
                len(verification.leaks),
            )
        )
        found += [str(leak) for leak in verification.leaks]
    return tuple(found)


def empty_fields(data: bytes) -> tuple[str, ...]:
    """Name the signature fields of a PDF that nobody has signed yet, in order.

    Errors: DeskError when it cannot be read as a PDF.
    """
    from pyhanko.sign.fields import enumerate_sig_fields

    reader = _reader(data)
    return tuple(str(name) for name, _, _ in enumerate_sig_fields(reader, filled_status=False))


def _reader(data: bytes) -> PdfFileReader:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        # Looking at the root proves that there is a document behind the header.
        reader.root["/Pages"]
        _ = reader.embedded_signatures
    except (PdfError, KeyError, ValueError, TypeError, RecursionError, zlib.error) as error:
        raise DeskError(
            t("Dit bestand is niet als PDF te lezen."),
            t("Kies een PDF, of vraag het bestand opnieuw op."),
        ) from error
    return reader


def _report(signature: EmbeddedPdfSignature, data: bytes) -> SignatureReport:
    from pyhanko.sign.diff_analysis import ModificationLevel, SuspiciousModification
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    intact = covers = altered = False
    # A signature that cannot even be computed is not intact; that is the answer then.
    with suppress(SignatureValidationError, SigningError, ValueError, KeyError, zlib.error):
        signature.compute_integrity_info(_policy())  # type: ignore[no-untyped-call]  # not typed there
        # Full validation builds a chain of trust, and writes names to the log when it cannot.
        unchanged, genuine = validate_sig_integrity(
            signature.signer_info,
            signature.signer_cert,
            expected_content_type="data",
            actual_digest=signature.compute_digest(),
        )
        intact = unchanged and genuine
        covers = signature.coverage == SignatureCoverageLevel.ENTIRE_FILE
        later = signature.diff_result
        altered = isinstance(later, SuspiciousModification) or (
            later is not None and later.modification_level > ModificationLevel.FORM_FILLING
        )
    return SignatureReport(
        field=str(signature.field_name),
        signer=_signer_name(signature),
        moment=signature.self_reported_timestamp,
        intact=intact,
        covers_file=covers,
        altered_after=altered,
        added=additions(data[: _end(signature)], data) if altered else (),
    )


def _end(signature: EmbeddedPdfSignature) -> int:
    """Give where the bytes end that were signed."""
    _, _, start, length = map(int, signature.byte_range)
    return start + length


def _policy() -> DiffPolicy:
    """Allow what pyHanko allows after a signature, and the filling of an empty tagged field.

    Its own policy calls a second signature suspicious when the structure tree knows the field.
    Filling gives the field a value, and may give it an appearance that says whose it is.
    """
    from pyhanko.pdf_utils.generic import IndirectObject
    from pyhanko.sign.diff_analysis import (
        DEFAULT_DIFF_POLICY,
        ModificationLevel,
        QualifiedWhitelistRule,
        ReferenceUpdate,
        StandardDiffPolicy,
    )

    def rest(widget: DictionaryObject) -> dict[object, object]:
        return {key: value for key, value in widget.items() if key not in {"/V", "/AP"}}

    class TaggedField(QualifiedWhitelistRule):
        def apply_qualified(
            self, old: HistoricalResolver, new: HistoricalResolver
        ) -> Iterator[tuple[ModificationLevel, ReferenceUpdate]]:
            for field in old.root.get("/AcroForm", {}).get("/Fields", ()):
                if not isinstance(field, IndirectObject):
                    continue
                reference = field.reference
                before, after = old(reference), new(reference)
                filled = "/V" in after and "/V" not in before
                if filled and rest(before) == rest(after):
                    yield ModificationLevel.FORM_FILLING, ReferenceUpdate(reference)

    return StandardDiffPolicy(
        [*DEFAULT_DIFF_POLICY.global_rules, TaggedField()], DEFAULT_DIFF_POLICY.form_rule
    )


def _signer_name(signature: EmbeddedPdfSignature) -> str:
    try:
        subject = signature.signer_cert.subject
    except ValueError:
        return ""
    return str(subject.native.get("common_name") or subject.human_friendly)


def said(report: SignatureReport) -> str:
    """Say in one Dutch line who signed, when, and what became of the document since."""
    moment = ""
    if report.moment is not None:
        here = local(report.moment)
        moment = t(" op {day} om {time} uur", day=long_date(here.date()), time=clock(here.time()))
    who = t("Handtekening van {signer}{moment}: ", signer=report.signer, moment=moment)
    return who + " ".join(_verdict(report))


def _verdict(report: SignatureReport) -> Iterator[str]:
    if not report.intact:
        yield t("het document is gewijzigd.")
        return
    if report.altered_after:
        yield t("daarna is het document gewijzigd.")
        if report.added:
            yield t("Toegevoegd of veranderd: {parts}.", parts=", ".join(report.added))
        return
    if report.covers_file:
        yield t("omvat het hele bestand, ongewijzigd sindsdien.")
    else:
        yield t("ongewijzigd sindsdien; daarna is alleen een handtekening toegevoegd.")
    yield t("Of het certificaat te vertrouwen is, is niet nagegaan.")


def _claims(data: bytes) -> tuple[str, ...]:
    """Read from the XMP which standards the file says it meets (ISO 19005-2, ISO 14289-1)."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
            part, level = xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")
            ua = xmp.get("pdfuaid:part")
    except (pikepdf.PdfError, ValueError, SyntaxError):
        return ()
    claims = []
    if part:
        claims.append(f"PDF/A-{part}{str(level or '').lower()}")
    if ua:
        claims.append(f"PDF/UA-{ua}")
    return tuple(claims)


def _problems(data: bytes, reports: tuple[SignatureReport, ...]) -> tuple[str, ...]:
    end = re.search(rb"%%EOF\s*\Z", data)
    problems = []
    if not end:
        problems.append(t("Achter het einde van het document staan nog gegevens."))
    if reports and not any(report.covers_file for report in reports):
        problems.append(t("Geen handtekening omvat het hele bestand."))
    return tuple(problems)
