"""The internal and the public copy of minutes: gathered from the archive, rendered outside it."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace

from lrt_desk.commands.publication import next_public_number
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import MinutesVersion
from lrt_desk.model.people import Person
from lrt_desk.model.publication import Ground, PublicCopy, SignedCopy
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import local, long_date
from lrt_desk.rules.publication import with_present_secrecy
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import withheld_people
from lrt_desk.store.snapshots import canonical, content_hash, session_snapshot, version_snapshot

_GAP = re.compile("⟦([^⟧]*)⟧")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that rendering needs, and what of it was issued before; no archive in it."""

    snapshot: SessionSnapshot
    version: MinutesVersion | None
    withheld: tuple[Person, ...]
    public_number: str
    signed: SignedCopy | None
    public: PublicCopy | None

    def fingerprint(self) -> str:
        """Tell one set of facts from another, as the SHA-256 of what is rendered."""
        names = ",".join(sorted(person.id for person in self.withheld))
        facts = canonical(self.snapshot) + names.encode() + self.public_number.encode()
        return content_hash(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Both copies as PDF, and what was found in the public one."""

    internal: bytes
    public: bytes
    claims: tuple[str, ...]
    leaks: int
    withheld_names: int
    passages: tuple[tuple[str, int], ...]
    """Grounds with how often each withholds something."""
    to_confirm: int


def gather(archive: Archive, session_id: Id) -> Source:
    """Take the latest version, or the live text while there is none."""
    present = session_snapshot(archive, session_id)
    versions = archive.find(MinutesVersion, session_id=session_id)
    version = max(versions, key=lambda one: (one.created_at, one.id), default=None)
    snapshot = present
    if version is not None:
        frozen = replace(version_snapshot(version), stamp=present.stamp)
        snapshot = with_present_secrecy(frozen, present)
    signed = archive.find(SignedCopy, session_id=session_id)
    public = archive.find(PublicCopy, session_id=session_id, withdrawn_at=None)
    return Source(
        snapshot=snapshot,
        version=version,
        withheld=withheld_people(archive),
        public_number=next_public_number(archive, session_id),
        signed=signed[-1] if signed else None,
        public=public[-1] if public else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signed internal copy, and what is recorded of it."""

    pdf: bytes
    signer: str
    certificate: str
    validation: str


def render(source: Source) -> Copies:
    """Set both copies and judge the public one; for a worker: half a second the first time."""
    from lrt_desk.documents import pdf
    from lrt_desk.documents.minutes import minutes
    from lrt_desk.documents.verify import verify
    from lrt_desk.rules.censor import Certainty
    from lrt_desk.rules.redact import public_snapshot

    public = public_snapshot(source.snapshot, source.withheld, number=source.public_number)
    public_pdf = pdf.render(minutes(public.snapshot))
    verdict = verify(public_pdf, public.withheld, released=public.released)
    return Copies(
        internal=pdf.render(minutes(source.snapshot)),
        public=public_pdf,
        claims=verdict.claims,
        leaks=len(verdict.leaks),
        withheld_names=len(public.withheld),
        passages=_passages(public.snapshot),
        to_confirm=sum(one.certainty is not Certainty.CERTAIN for one in public.findings),
    )


def sign(source: Source, certificate: bytes, password: str, at: dt.datetime) -> Signed:
    """Set the internal copy with the signer's name in its field, and sign it; for a worker.

    Errors: DeskError when the certificate cannot be used.
    """
    from lrt_desk.documents import pdf
    from lrt_desk.documents.minutes import minutes
    from lrt_desk.documents.sign import SIGNATURE_FIELD, load_pkcs12
    from lrt_desk.documents.sign import sign as sign_pdf
    from lrt_desk.documents.tree import SignatureSpace
    from lrt_desk.documents.verify import lines, verify

    signer = load_pkcs12(certificate, password)
    when = long_date(local(at).date())
    space = SignatureSpace(SIGNATURE_FIELD, "Ondertekend", (signer.name, when))
    done = sign_pdf(pdf.render(minutes(source.snapshot, space)), signer, at=at)
    return Signed(
        pdf=done,
        signer=signer.name,
        certificate=signer.identity,
        validation=" ".join(lines(verify(done))),
    )


def _passages(public: SessionSnapshot) -> tuple[tuple[str, int], ...]:
    gaps = _GAP.findall(canonical(public).decode())
    names = sum(one.person_id is None and bool(one.confidentiality) for one in public.attendees)
    counted = Counter({Ground.PRIVACY.value: names}) + Counter(gaps)
    return tuple(sorted(counted.items()))
