"""One copy of one document: redacted, rendered, signed and distrusted, in that order."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.tree import Document, SignatureSpace
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.censor import Finding
from lrt_desk.rules.dates import clock, local, long_date
from lrt_desk.rules.redact import PublicSnapshot, public_snapshot

if TYPE_CHECKING:
    from lrt_desk.documents.sign import Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A finished file, and what a human should look at in it (public copies only)."""

    content: bytes
    findings: tuple[Finding, ...] = ()


def make_copy(
    original: Original,
    kind: Kind,
    file_format: FileFormat,
    *,
    public_number: str = "",
    signer: "Signer | None" = None,
    at: dt.datetime | None = None,
) -> Copy:
    """Make one document; with a `public_number` it is a public copy.

    `at` is the aware moment of signing. Minutes, lists of decisions and changes come from the
    fixed text, the others from the live facts.
    Errors: DeskError when there is nothing to compare for a change sheet, when a format cannot
    be signed, and when a withheld name is found in the finished bytes: nothing is handed over.
    """
    if signer and file_format is not FileFormat.PDF:
        raise DeskError(
            t("Alleen een pdf kan worden ondertekend."), t("Kies pdf, of laat de handtekening weg.")
        )
    public: list[PublicSnapshot] = []

    def shown(snapshot: SessionSnapshot) -> SessionSnapshot:
        if not public_number:
            return snapshot
        public.append(public_snapshot(snapshot, original.withheld, number=public_number))
        return public[-1].snapshot

    document = _document(original, kind, shown)
    if signer and at:
        space = SignatureSpace(lines=_signature_lines(signer.name, at))
        document = replace(document, nodes=(*document.nodes, space))
    content = _render(document, file_format)
    if signer and at:
        content = _signed(content, signer, at, public)
    for one in public:
        _refuse_leaks(content, one)
    return Copy(
        content=content, findings=tuple(dict.fromkeys(f for one in public for f in one.findings))
    )


def _document(
    original: Original, kind: Kind, shown: Callable[[SessionSnapshot], SessionSnapshot]
) -> Document:
    from lrt_desk.documents import agenda, changes, lists, minutes

    match kind:
        case Kind.MINUTES:
            return minutes.minutes(shown(original.minutes))
        case Kind.AGENDA:
            return agenda.agenda(shown(original.live))
        case Kind.ACTIONS:
            return lists.actions(shown(original.live))
        case Kind.DECISIONS:
            return lists.decisions(shown(original.minutes))
        case Kind.ATTENDANCE:
            return lists.attendance(shown(original.live))
        case Kind.CHANGES:
            if original.earlier is None:
                raise DeskError(
                    t("Er is nog geen versie rondgestuurd om mee te vergelijken."),
                    t("Stuur eerst het conceptverslag rond."),
                )
            new = shown(original.minutes)
            return changes.change_sheet(shown(original.earlier), new, new.requests)


def _render(document: Document, file_format: FileFormat) -> bytes:
    match file_format:
        case FileFormat.PDF:
            from lrt_desk.documents import pdf

            return pdf.render(document)
        case FileFormat.ODT:
            from lrt_desk.documents import odt

            return odt.render(document)
        case FileFormat.DOCX:
            from lrt_desk.documents import docx

            return docx.render(document)
        case FileFormat.TXT:
            from lrt_desk.documents import text

            return text.render(document).encode()


def _signature_lines(name: str, at: dt.datetime) -> tuple[str, ...]:
    here = local(at)
    return (name, f"Ondertekend op {long_date(here.date())}, {clock(here.time())} uur")


def _signed(
    content: bytes, signer: "Signer", at: dt.datetime, public: list[PublicSnapshot]
) -> bytes:
    from lrt_desk.documents.sign import sign

    withheld = [person for one in public for person in one.withheld]
    return sign(content, signer, at=at, reason="Vaststelling", withheld=withheld)


def _refuse_leaks(content: bytes, public: PublicSnapshot) -> None:
    from lrt_desk.documents.leaks import find_leaks

    leaks = find_leaks(content, public.withheld, released=public.released)
    if leaks:
        raise DeskError(
            tn(
                "In de openbare versie staat op {n} plaats een naam die vertrouwelijk is.",
                "In de openbare versie staat op {n} plaatsen een naam die vertrouwelijk is.",
                len(leaks),
            ),
            t("Zij is niet weggeschreven. Lak de passage en probeer opnieuw."),
        )
