"""Taking a session a step along its way, which every command on a session begins with."""

from dataclasses import replace

from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import Session
from lrt_desk.rules.workflow import Step, after
from lrt_desk.store.archive import Archive


def take(archive: Archive, session_id: Id, step: Step) -> Session:
    """Take a step within the transaction of the caller, and give the session as it then is.

    Errors: DeskError where the state of the session does not allow the step.
    """
    session = archive.get(Session, session_id)
    state = after(session.state, step)
    if state is not session.state:
        session = replace(session, state=state)
        archive.put(session)
    return session
