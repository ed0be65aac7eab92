"""The verb that judges files: signatures, what came after, where it comes from, leaks."""

import argparse
import datetime as dt
from pathlib import Path

from lrt_desk.cli.opening import opened
from lrt_desk.commands.provenance import Provenance, provenance
from lrt_desk.documents.leaks import find_leaks
from lrt_desk.documents.verify import Verification, lines, verify
from lrt_desk.i18n import t
from lrt_desk.model.publication import PublicCopy, SignedCopy
from lrt_desk.rules.dates import local
from lrt_desk.rules.screen_dates import long_date
from lrt_desk.store.archive import Archive
from lrt_desk.store.check import check
from lrt_desk.store.queries import withheld_people


def verify_files(arguments: argparse.Namespace) -> int:
    """Judge files; with an archive also whether it issued them and whom it withholds.

    1 when something is wrong with one: a signature, an addition, a leak, a broken chain.
    """
    if not arguments.archive:
        return max([_alone(file) for file in arguments.files])
    with opened(arguments) as archive:
        damage = [finding.message for finding in check(archive) if finding.serious]
        for line in damage:
            print(t("Archief: {line}", line=line))
        return max([bool(damage), *(_against(archive, file) for file in arguments.files)])


def _alone(file: Path) -> int:
    content = file.read_bytes()
    if not _is_pdf(file, content):
        return _say(
            file, [t("Noem het archief met --archive om er namen in te zoeken.")], sound=True
        )
    verdict = verify(content)
    return _say(file, lines(verdict), sound=verdict.sound)


def _against(archive: Archive, file: Path) -> int:
    content = file.read_bytes()
    origin = provenance(archive, content)
    # An internal copy names whom it names: what it was made for.
    internal = origin is not None and isinstance(origin.copy, SignedCopy)
    people = () if internal else withheld_people(archive)
    public = origin.copy if origin and isinstance(origin.copy, PublicCopy) else None
    released = public.released if public else ()
    if _is_pdf(file, content):
        verdict = verify(content, people, released=released)
    else:
        leaks = find_leaks(content, people, released=released)
        verdict = Verification(signatures=(), leaks=leaks, claims=(), problems=())
    found = [*lines(verdict), *_origin(origin)]
    sound = verdict.sound and (origin is None or (origin.whole and origin.chained))
    return _say(file, found, sound=sound)


def _say(file: Path, found: "list[str] | tuple[str, ...]", *, sound: bool) -> int:
    for line in found:
        print(f"{file.name}: {line}")
    return 0 if sound else 1


def _is_pdf(file: Path, content: bytes) -> bool:
    return file.suffix.lower() == ".pdf" or b"%PDF-" in content[:1024]


def _origin(origin: Provenance | None) -> list[str]:
    if origin is None:
        return [t("Dit bestand is niet als uitgegeven in dit archief vastgelegd.")]
    found = [_issued(origin)]
    if not origin.whole:
        found.append(t("Na de uitgifte is er iets achter het bestand gezet."))
    if origin.chained:
        found.append(t("Tekst, bestand en logboek sluiten op elkaar aan."))
    else:
        found.append(t("De vastgelegde tekst is niet meer die waarvan dit bestand is gemaakt."))
    if origin.withdrawn_at:
        found.append(t("Ingetrokken op {day}.", day=_day(origin.withdrawn_at)))
    if isinstance(origin.copy, SignedCopy):
        found.append(t("Dit is de interne versie: zij noemt ook wie vertrouwelijk is."))
    return found


def _issued(origin: Provenance) -> str:
    day = _day(origin.copy.issued_at)
    if isinstance(origin.copy, PublicCopy):
        return t(
            "Uitgegeven door dit archief op {day} als openbare versie {number} van {session}, "
            "gemaakt van versie {version}.",
            day=day, number=origin.copy.number, session=origin.session, version=origin.version,
        )  # fmt: skip
    return t(
        "Uitgegeven door dit archief op {day} als ondertekend verslag van {session}, versie "
        "{version}. Verantwoordelijk: {officer}.",
        day=day, session=origin.session, version=origin.version, officer=origin.copy.officer,
    )  # fmt: skip


def _day(moment: dt.datetime) -> str:
    return long_date(local(moment).date())
