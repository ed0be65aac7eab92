"""What copies are made from: the fixed text of a session, its live facts, whom not to name."""

from dataclasses import replace

from lrt_desk.commands.minutes import changed_since
from lrt_desk.commands.versions import latest_version
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import MinutesVersion, VersionKind
from lrt_desk.model.snapshot import Original
from lrt_desk.rules.publication import publishable, with_present_secrecy
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import withheld_people
from lrt_desk.store.snapshots import session_snapshot, version_snapshot


def original(archive: Archive, session_id: Id) -> Original:
    """Take what documents of a session are made from, at this moment.

    A worker may make copies of it; what was made is recorded against `version_id`.
    """
    live = session_snapshot(archive, session_id)
    versions = archive.find(MinutesVersion, session_id=session_id)
    withheld = withheld_people(archive)
    if not versions:
        return Original(minutes=live, live=live, withheld=withheld)
    newest = latest_version(archive, session_id)
    first = min(versions, key=lambda version: (version.created_at, version.id))
    fixed = newest.kind is not VersionKind.CIRCULATED or not changed_since(archive, newest)
    text = replace(version_snapshot(newest), stamp=live.stamp, requests=live.requests)
    return Original(
        minutes=with_present_secrecy(text, live) if fixed else live,
        live=live,
        earlier=with_present_secrecy(version_snapshot(first), live),
        version_id=newest.id if fixed else None,
        withheld=withheld,
    )


def approved_version(archive: Archive, of: Original) -> MinutesVersion:
    """Give the fixed text behind an original that may be signed and published.

    Errors: DeskError saying why it may not.
    """
    version = archive.get(MinutesVersion, of.version_id) if of.version_id else None
    if version is None or publishable(version):
        raise DeskError(
            t("Dit verslag is nog niet geaccordeerd."),
            t("Leg eerst vast welke vergadering het verslag accordeerde."),
        )
    return version
