"""The internal and the public copy of minutes: gathered from the archive, made outside it."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass

from lrt_desk.commands.originals import issuable, original
from lrt_desk.commands.publication import next_public_number
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import SessionState
from lrt_desk.model.minutes import MinutesVersion
from lrt_desk.model.publication import Ground, PublicCopy, SignedCopy
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.proposals import Proposal
from lrt_desk.rules.publication import publishable
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import canonical, content_hash

_GAP = re.compile("⟦([^⟧]*)⟧")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that copies are made from, and what of it was issued before; no archive in it.

    `not_yet` says why it may not be signed or published, "" when it may.
    """

    original: Original
    public_number: str
    not_yet: str
    signed: SignedCopy | None
    public: PublicCopy | None

    def fingerprint(self) -> str:
        """Tell one set of facts from another, as the SHA-256 of what copies are made from."""
        names = ",".join(sorted(person.id for person in self.original.withheld))
        facts = canonical(self.original.minutes) + names.encode() + self.public_number.encode()
        return content_hash(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Both copies as PDF, and what was found in the public one.

    `source` is what they were made from, to see whether the facts went on since. `leak` says
    what was found that must not be there; the public copy is then empty. `released` are the words
    that it may hold although they can be read as a withheld name.
    `passages` pairs grounds with how often each withholds something. `proposals` are what a human
    must still decide.
    """

    source: Source
    internal: bytes
    public: bytes
    released: tuple[str, ...]
    leak: str
    claims: tuple[str, ...]
    passages: tuple[tuple[str, int], ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signed internal copy, and what is recorded of it."""

    source: Source
    pdf: bytes
    signer: str
    certificate: str
    validation: str


def gather(archive: Archive, session_id: Id) -> Source:
    """Take what both copies of a session's minutes are made from, at this moment."""
    source = original(archive, session_id)
    version = archive.get(MinutesVersion, source.version_id) if source.version_id else None
    imported = source.live.session.state is SessionState.IMPORTED
    signed = archive.find(SignedCopy, session_id=session_id)
    public = archive.find(PublicCopy, session_id=session_id, withdrawn_at=None)
    return Source(
        original=source,
        public_number=next_public_number(archive, session_id),
        not_yet="" if imported else publishable(version) or "",
        signed=signed[-1] if signed else None,
        public=public[-1] if public else None,
    )


def gather_to_issue(archive: Archive, session_id: Id) -> Source:
    """Take what copies that leave the house are made from; imported text is fixed first.

    Errors: DeskError when the minutes are not approved yet.
    """
    issuable(archive, session_id)
    return gather(archive, session_id)


def render(source: Source) -> Copies:
    """Make both copies; for a worker: half a second the first time."""
    from lrt_desk.documents.export import make_copy
    from lrt_desk.documents.kinds import FileFormat, Kind
    from lrt_desk.documents.verify import verify
    from lrt_desk.rules.proposals import all_proposals
    from lrt_desk.rules.redact import public_snapshot

    internal = make_copy(source.original, Kind.MINUTES, FileFormat.PDF)
    public, released, leak = b"", tuple[str, ...](), ""
    try:
        copy = make_copy(
            source.original, Kind.MINUTES, FileFormat.PDF, public_number=source.public_number
        )
        public, released = copy.content, copy.released
    except DeskError as problem:
        leak = problem.message
    facts = source.original
    redacted = public_snapshot(facts.minutes, facts.withheld, number=source.public_number)
    return Copies(
        source=source,
        internal=internal.content,
        public=public,
        released=released,
        leak=leak,
        claims=verify(public or internal.content).claims,
        passages=_passages(redacted.snapshot),
        proposals=all_proposals(facts),
    )


def sign(source: Source, certificate: bytes, password: str, at: dt.datetime) -> Signed:
    """Make the internal copy and sign it; for a worker.

    Errors: DeskError when the certificate cannot be used.
    """
    from lrt_desk.documents.export import make_copy
    from lrt_desk.documents.kinds import FileFormat, Kind
    from lrt_desk.documents.sign import load_pkcs12
    from lrt_desk.documents.verify import lines, verify

    signer = load_pkcs12(certificate, password)
    done = make_copy(source.original, Kind.MINUTES, FileFormat.PDF, signer=signer, at=at)
    return Signed(
        source=source,
        pdf=done.content,
        signer=signer.name,
        certificate=signer.identity,
        validation=lines(verify(done.content))[0],
    )


def _passages(public: SessionSnapshot) -> tuple[tuple[str, int], ...]:
    gaps = _GAP.findall(canonical(public).decode())
    names = sum(one.person_id is None and bool(one.confidentiality) for one in public.attendees)
    counted = Counter({Ground.PRIVACY.value: names}) + Counter(gaps)
    return tuple(sorted(counted.items()))
