"""Fixing the text of a session as a version that nothing changes any more."""

import datetime as dt
from dataclasses import replace

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaVersion
from lrt_desk.model.minutes import MinutesVersion, VersionKind
from lrt_desk.model.snapshot import SessionSnapshot, VersionStamp
from lrt_desk.rules.agenda import agendas_alike
from lrt_desk.rules.dates import local
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import (
    canonical,
    content_hash,
    session_snapshot,
    version_snapshot,
)


def freeze(
    archive: Archive,
    session_id: Id,
    *,
    number: str,
    kind: VersionKind,
    requests_until: dt.datetime | None = None,
) -> MinutesVersion:
    """Fix the session as it now is within the transaction of the caller."""
    now = archive.now()
    stamp = VersionStamp(number=number, kind=kind, date=local(now).date())
    content = canonical(replace(session_snapshot(archive, session_id), version=stamp))
    version = MinutesVersion(
        id=new_id(),
        session_id=session_id,
        number=number,
        kind=kind,
        created_at=now,
        content=content.decode(),
        content_hash=content_hash(content),
        requests_until=requests_until,
    )
    archive.put(version)
    return version


def freeze_agenda(archive: Archive, session_id: Id) -> None:
    """Fix the agenda that goes out with an invitation, unless it reads as the last one did."""
    sent = sent_agendas(archive, session_id)
    now = session_snapshot(archive, session_id)
    if sent and agendas_alike(now, sent[-1]):
        return
    content = canonical(now)
    archive.put(
        AgendaVersion(
            id=new_id(),
            session_id=session_id,
            number=len(sent) + 1,
            created_at=archive.now(),
            content=content.decode(),
            content_hash=content_hash(content),
        )
    )


def sent_agendas(archive: Archive, session_id: Id) -> tuple[SessionSnapshot, ...]:
    """Give the agendas that went out, oldest first; each as version 1, 2, 3 of its day."""
    versions = archive.find(AgendaVersion, session_id=session_id)
    return tuple(
        replace(
            version_snapshot(version),
            version=VersionStamp(
                number=str(version.number),
                kind=VersionKind.CIRCULATED,
                date=local(version.created_at).date(),
            ),
        )
        for version in sorted(versions, key=lambda version: version.number)
    )


def latest_version(archive: Archive, session_id: Id) -> MinutesVersion:
    """Give the last version of a session.

    Errors: DeskError when nothing was circulated yet.
    """
    versions = archive.find(MinutesVersion, session_id=session_id)
    if not versions:
        raise DeskError(
            t("Dit verslag is nog niet rondgestuurd."), t("Stuur eerst het conceptverslag rond.")
        )
    return max(versions, key=lambda version: (version.created_at, version.id))
