"""Invitations into a folder of the user's choice: one calendar file per recipient."""

from pathlib import Path

from lrt_desk.commands import sessions
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.ids import Id
from lrt_desk.paths import write_file
from lrt_desk.store.snapshots import session_snapshot
from ui.desk import Desk


def save_invitations(desk: Desk, session_id: Id, folder: Path) -> str:
    """Record that invitations go out, then write them; gives what to tell, "" when refused."""
    from lrt_desk.documents.invitation import folder as files_for
    from lrt_desk.documents.invitation import recipients

    try:
        recipients(session_snapshot(desk.archive, session_id))
    except DeskError as problem:
        desk.refused.emit(problem)
        return ""
    if desk.run(sessions.mark_invited, session_id) is None:
        return ""
    try:
        files = files_for(session_snapshot(desk.archive, session_id), desk.archive.now())
        for name, content in files:
            write_file(folder / name, content)
    except DeskError as problem:
        desk.refused.emit(problem)
        return ""
    except OSError:
        desk.refused.emit(
            DeskError(t("In deze map kan niet worden geschreven."), t("Kies een andere map."))
        )
        return ""
    return tn("{n} uitnodiging bewaard.", "{n} uitnodigingen bewaard.", len(files))
