"""Public copies of generated minutes by the thousand: `python -m tests.nightly.leaks 10000`.

Each is settled by a dice-throwing human, made as the product makes it, and read again with other
means. In every twentieth a name is planted, which must be found. Prints figures; status 1 when
anything got out.
"""

import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from multiprocessing import Pool

from lrt_desk.documents import minutes, pdf
from lrt_desk.documents.export import make_copy
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.known_words import HOUSE_WORDS
from lrt_desk.documents.leaks import find_leaks
from lrt_desk.documents.tree import SignatureSpace
from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.publication import Redaction, RedactionState
from lrt_desk.model.snapshot import Original
from lrt_desk.rules.censor import Certainty
from lrt_desk.rules.proposals import proposals
from lrt_desk.rules.redact import public_snapshot
from tests.documents.hostile import hostile, reads_as
from tests.documents.plants import PLANTS, VEEN, planted

KINDS = (Kind.MINUTES, Kind.ACTIONS, Kind.DECISIONS, Kind.ATTENDANCE, Kind.AGENDA)
FORMATS = (FileFormat.PDF, FileFormat.ODT, FileFormat.DOCX, FileFormat.TXT)
PLANTED_EVERY = 20
HOUSE = {word.casefold() for word in HOUSE_WORDS}


def settled(source: Original, dice: random.Random) -> tuple[Original, list[str]]:
    """Decide on every proposal as a human might; give the words that were left readable too."""
    rows, kept = [], []
    for number, one in enumerate(proposals(source)):
        word = one.certainty is not Certainty.CERTAIN and one.quote.islower()
        state = RedactionState.CONFIRMED
        if word and dice.random() < 0.5:
            state = RedactionState.REJECTED
            kept.append(one.quote)
        rows.append(Redaction(id=Id(f"r{number}"), session_id=Id("s"), block_id=one.where,
                              quote=one.quote, ground=one.ground, state=state))  # fmt: skip
    text = replace(source.minutes, redactions=tuple(rows))
    return replace(source, minutes=text, live=text), kept


def troubles(seed: int) -> Iterator[str]:
    """Make one public copy and say what went wrong with it."""
    dice = random.Random(seed)
    snapshot, hidden = hostile(seed)
    source, kept = settled(Original(minutes=snapshot, live=snapshot, withheld=tuple(hidden)), dice)
    kind, shape = KINDS[seed % len(KINDS)], FORMATS[seed // len(KINDS) % len(FORMATS)]
    try:
        copy = make_copy(source, kind, shape, public_number="LRT-2024-03-15-O1")
    except DeskError as refusal:
        yield f"refused: {refusal.message}"
        return
    if copy.findings:
        yield "still undecided"
    words = read(copy.content)
    for person in hidden:
        named = reads_as(person, words) and not any(reads_as(person, quote) for quote in kept)
        if named and person.surname.casefold() not in HOUSE:
            yield f"{kind} {shape} reads as {person.surname}"
        if person.email in words or person.phone in words:
            yield f"{kind} {shape} holds an address or number"
    if "kamer.example" in words:
        yield "the online room"
    if seed % PLANTED_EVERY == 0:
        yield from missed(source, seed // PLANTED_EVERY)


def missed(source: Original, seed: int) -> Iterator[str]:
    """Plant a name in the same minutes, each seed in another way, and see that it is found."""
    public = public_snapshot(source.minutes, source.withheld, number="LRT-2024-03-15-O1")
    document = minutes.minutes(public.snapshot)
    whole = pdf.render(replace(document, nodes=(*document.nodes, SignatureSpace())))
    if any(VEEN.surname == person.surname for person in source.minutes.people):
        return
    if find_leaks(whole, [VEEN]):
        yield "false alarm"
    plant = PLANTS[seed % len(PLANTS)]
    if not find_leaks(planted(plant, whole, compress_streams=bool(seed % 2)), [VEEN]):
        yield f"missed {plant.__name__}"


def read(content: bytes) -> str:
    """Read a file as an outsider does: PDF by PDFium, packages by taking the tags out."""
    import pypdfium2

    if content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        return "\n".join(pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
        texts = (part.decode("utf-8") for part in parts)
        return "\n".join(re.sub(r"<[^>]*>", " ", text) for text in texts)
    return content.decode("utf-8")


def one(seed: int) -> list[str]:
    """Say what went wrong with a seed, for a worker."""
    return [f"{seed}: {trouble}" for trouble in troubles(seed)]


def main(count: int, first: int = 0) -> int:
    """Go through all seeds and print what was found."""
    begun = time.perf_counter()
    found: list[str] = []
    with Pool() as pool:
        for troubled in pool.imap_unordered(one, range(first, first + count), chunksize=20):
            for trouble in troubled:
                print(trouble, flush=True)
            found += troubled
    kinds = Counter(re.sub(r"^\d+: ", "", trouble) for trouble in found)
    print(f"{count} minutes, {len(PLANTS)} kinds of planted leak, {len(found)} troubles "
          f"in {time.perf_counter() - begun:.0f} s {dict(kinds)}")  # fmt: skip
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["10000"])))
