"""What becomes of actions after the session that minuted them; their words stay as minuted."""

import datetime as dt
from dataclasses import replace

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import Action, ActionState, Remark
from lrt_desk.rules.text import one_line
from lrt_desk.store.archive import Archive


def set_state(archive: Archive, action_id: Id, state: ActionState) -> Change:
    """Record that an action is done, dropped, or open again."""
    with archive.atomic(t("Actie bijwerken")):
        archive.put(replace(archive.get(Action, action_id), state=state))
        return archive.change(action_id)


def set_due(archive: Archive, action_id: Id, due: dt.date | None) -> Change:
    """Give an action another date; the journal keeps the earlier ones."""
    with archive.atomic(t("Termijn wijzigen")):
        archive.put(replace(archive.get(Action, action_id), due=due))
        return archive.change(action_id)


def hand_over(archive: Archive, action_id: Id, *, to: str) -> Change:
    """Pass an action to another body or organisation."""
    with archive.atomic(t("Actie overdragen")):
        if not one_line(to):
            raise DeskError(
                t("Het is niet duidelijk aan wie u de actie overdraagt."),
                t("Kies een overleg of houder."),
            )
        action = archive.get(Action, action_id)
        archive.put(replace(action, state=ActionState.HANDED_OVER, handed_to=one_line(to)))
        return archive.change(action_id)


def settle_owners(archive: Archive, action_id: Id, owners: tuple[str, ...]) -> Change:
    """Say who owns an action that old minutes left in doubt, or that was minuted wrongly."""
    with archive.atomic(t("Houder vastleggen")):
        action = archive.get(Action, action_id)
        names = tuple(one_line(owner) for owner in owners)
        archive.put(replace(action, owners=names, unsettled=""))
        return archive.change(action_id)


def settle_remark(archive: Archive, remark_id: Id) -> Change:
    """Record that a human has looked at a remark about an imported text."""
    with archive.atomic(t("Opmerking afhandelen")):
        archive.put(replace(archive.get(Remark, remark_id), settled_at=archive.now()))
        return archive.change(remark_id)
