"""One copy of one document: redacted, rendered, signed and distrusted, in that order."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrt_desk.documents.grounds import legend
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.printing import document_of, render
from lrt_desk.documents.tree import SignatureSpace
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.people import Person
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.censor import Finding
from lrt_desk.rules.dates import clock, local, long_date
from lrt_desk.rules.redact import PublicSnapshot, public_snapshot

if TYPE_CHECKING:
    from lrt_desk.documents.sign import Signer

REASON = "Vaststelling"
"""Why minutes are signed, unless the signer says otherwise."""

LATER = "Handtekening "
"""What the name of a field for a later signer begins with; the rest is the function."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A finished file; a public copy also says what a human should look at in it.

    `withheld` is whom it must not name, `released` which words it may hold all the same;
    `partial` whether anything was left out.
    """

    content: bytes
    findings: tuple[Finding, ...] = ()
    withheld: tuple[Person, ...] = ()
    released: tuple[str, ...] = ()
    partial: bool = False


def make_copy(
    original: Original,
    kind: Kind,
    file_format: FileFormat,
    *,
    public_number: str = "",
    signer: "Signer | None" = None,
    at: dt.datetime | None = None,
    function: str = "",
    reason: str = REASON,
    later: tuple[str, ...] = (),
) -> Copy:
    """Make one document; with a `public_number` it is a public copy.

    `at` is the aware moment of signing, `function` what the signer signs as; `later` are the
    functions of those who will sign the file after it, a field for each. Minutes, lists of
    decisions and changes come from the fixed text, the others from the live facts.
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

    document = document_of(original, kind, shown)
    if signer and at:
        shown_lines = signature_lines(signer.name, at, function=function, reason=reason)
        spaces = _spaces(shown_lines, later)
        document = replace(document, nodes=(*document.nodes, *spaces))
    content = render(document, file_format)
    if signer and at:
        content = _signed(content, signer, at, reason, public)
    for one in public:
        refuse_leaks(content, one.withheld, one.released)
    return Copy(
        content=content,
        findings=tuple(dict.fromkeys(f for one in public for f in one.findings)),
        withheld=tuple({who.id: who for one in public for who in one.withheld}.values()),
        released=tuple(dict.fromkeys(words for one in public for words in one.released)),
        partial=bool(public and legend(document.nodes)),
    )


def signature_lines(
    name: str, at: dt.datetime, *, function: str = "", reason: str = REASON
) -> tuple[str, ...]:
    """Write what a signature shows: who, as what, when and why."""
    here = local(at)
    moment = f"Ondertekend op {long_date(here.date())}, {clock(here.time())} uur"
    return tuple(line for line in (name, function, moment, reason) if line)


def _spaces(lines: tuple[str, ...], later: tuple[str, ...]) -> tuple[SignatureSpace, ...]:
    reserved = {field_of(function): function for function in later}
    spaces = (SignatureSpace(key=key, lines=(line,)) for key, line in reserved.items())
    return (SignatureSpace(lines=lines), *spaces)


def field_of(function: str) -> str:
    """Name the field that is kept free for a function; ISO 32000-1 allows no full stop in it."""
    return LATER + " ".join(function.replace(".", " ").split())


def _signed(
    content: bytes, signer: "Signer", at: dt.datetime, reason: str, public: list[PublicSnapshot]
) -> bytes:
    from lrt_desk.documents.sign import sign

    withheld = [person for one in public for person in one.withheld]
    return sign(content, signer, at=at, reason=reason, withheld=withheld)


def refuse_leaks(content: bytes, withheld: Iterable[Person], released: Iterable[str]) -> None:
    """Refuse bytes that name one of these people outside the released words; DeskError then."""
    from lrt_desk.documents.leaks import find_leaks

    leaks = find_leaks(content, withheld, released=released)
    if leaks:
        raise DeskError(
            tn(
                "In de openbare versie staat op {n} plaats een naam die vertrouwelijk is.",
                "In de openbare versie staat op {n} plaatsen een naam die vertrouwelijk is.",
                len(leaks),
            ),
            t("Zij is niet bewaard. Lak de passage en probeer het opnieuw."),
        )
