"""What copies are made from: the fixed text of a session, its live facts, whom not to name."""

from dataclasses import replace

from lrt_desk.commands.minutes import changed_since
from lrt_desk.commands.versions import freeze, latest_version, sent_agendas
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.minutes import MinutesVersion, VersionKind
from lrt_desk.model.snapshot import Original, SessionSnapshot
from lrt_desk.rules.agenda import agendas_alike
from lrt_desk.rules.approval import placed_stamp
from lrt_desk.rules.numbering import import_number
from lrt_desk.rules.publication import publishable, with_present_secrecy
from lrt_desk.store.archive import Archive
from lrt_desk.store.queries import withheld_people
from lrt_desk.store.snapshots import session_snapshot, version_snapshot


def original(archive: Archive, session_id: Id) -> Original:
    """Take what documents of a session are made from, at this moment.

    A worker may make copies of it; what was made is recorded against `version_id`.
    """
    live = session_snapshot(archive, session_id)
    live = replace(live, stamp=placed_stamp(live))
    agenda = _earlier_agenda(archive, live)
    versions = archive.find(MinutesVersion, session_id=session_id)
    withheld = withheld_people(archive)
    if not versions:
        return Original(minutes=live, live=live, earlier_agenda=agenda, withheld=withheld)
    newest = latest_version(archive, session_id)
    first = min(versions, key=lambda version: (version.created_at, version.id))
    fixed = newest.kind is VersionKind.FINAL or not changed_since(archive, newest)
    text = replace(version_snapshot(newest), stamp=live.stamp, requests=live.requests)
    return Original(
        minutes=with_present_secrecy(text, live) if fixed else live,
        live=live,
        earlier=with_present_secrecy(version_snapshot(first), live),
        earlier_agenda=agenda,
        version_id=newest.id if fixed else None,
        withheld=withheld,
    )


def issued_text(archive: Archive, version: MinutesVersion) -> Original:
    """Take what copies of one version are made from, be it the newest or not."""
    source = original(archive, version.session_id)
    if source.version_id == version.id:
        return source
    text = with_present_secrecy(version_snapshot(version), source.live)
    return replace(source, minutes=text, version_id=version.id)


def issuable(archive: Archive, session_id: Id) -> Original:
    """Take the fixed text that may be signed and published.

    Old minutes that were imported, or corrected since, are fixed as a version here: a copy that
    leaves the house must be traceable to words that no longer change.
    Errors: DeskError when the minutes are not approved yet.
    """
    if archive.get(Session, session_id).state is SessionState.IMPORTED:
        _fix_imported(archive, session_id)
    source = original(archive, session_id)
    version = archive.get(MinutesVersion, source.version_id) if source.version_id else None
    if reason := publishable(version):
        raise DeskError(
            reason, t("Leg eerst vast in welke vergadering het verslag is geaccordeerd.")
        )
    return source


def _earlier_agenda(archive: Archive, live: SessionSnapshot) -> SessionSnapshot | None:
    """Give the newest agenda sent that reads otherwise than the one of today."""
    sent = reversed(sent_agendas(archive, live.session.id))
    other = next((one for one in sent if not agendas_alike(one, live)), None)
    return other and with_present_secrecy(other, live)


def _fix_imported(archive: Archive, session_id: Id) -> None:
    versions = archive.find(MinutesVersion, session_id=session_id)
    if not versions or changed_since(archive, latest_version(archive, session_id)):
        with archive.atomic(t("Ingelezen verslag vastleggen"), wall=True):
            number = import_number(len(versions))
            freeze(archive, session_id, number=number, kind=VersionKind.IMPORTED)
