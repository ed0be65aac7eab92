"""Invitations into a folder of the user's choice: one calendar file per recipient."""

from pathlib import Path

from lrt_desk.commands import sessions
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.paths import write_file
from lrt_desk.store.archive import Archive
from lrt_desk.store.snapshots import session_snapshot


def issue(archive: Archive, session_id: Id, folder: Path) -> Change:
    """Record that invitations go out and write them, or neither.

    Errors: DeskError when there is nobody to invite or the folder does not take the files.
    """
    from lrt_desk.documents.invitation import folder as files_for

    with archive.atomic(t("Uitnodiging vastleggen")):
        change = sessions.mark_invited(archive, session_id)
        snapshot = session_snapshot(archive, session_id)
        stamp = snapshot.session.invited_at or archive.now()
        try:
            for name, content in files_for(snapshot, stamp):
                write_file(folder / name, content)
        except OSError as problem:
            raise DeskError(
                t("In deze map kan niet worden geschreven."), t("Kies een andere map.")
            ) from problem
        return change


def told(folder: Path) -> str:
    """Say how many invitations lie in a folder."""
    count = len(list(folder.glob("*.ics")))
    return tn("{n} uitnodiging bewaard.", "{n} uitnodigingen bewaard.", count)
