"""The text of old minutes as agenda items, paragraphs, actions, decisions and remarks."""

from collections.abc import Mapping

from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import AgendaItem, Session
from lrt_desk.model.minutes import Action, ActionState, Block, Decision, Remark
from lrt_desk.model.reading import ReadBlock, ReadMinutes, Where
from lrt_desk.rules.text import cleaned
from lrt_desk.store.archive import Archive


def put_text(archive: Archive, session: Session, reading: ReadMinutes) -> Mapping[Where, Block]:
    """Put all that was read of the text, and give the paragraphs by their place in the reading."""
    items = [
        cleaned(
            AgendaItem(
                id=new_id(),
                session_id=session.id,
                position=position,
                number=item.number,
                title=item.title,
            )
        )
        for position, item in enumerate(reading.items, start=1)
    ]
    blocks: dict[Where, Block] = {}
    for index, item in enumerate(reading.items):
        archive.put(items[index])
        blocks |= _blocks(session, item.blocks, index, items[index].id)
    blocks |= _blocks(session, reading.loose, None, None)
    for block in blocks.values():
        archive.put(block)
    _put_facts(archive, session, reading, _Places(items, blocks))
    return blocks


class _Places:
    """Which rows a place in the reading became."""

    def __init__(self, items: list[AgendaItem], blocks: Mapping[Where, Block]) -> None:
        self._items, self._blocks = items, blocks

    def item(self, where: Where) -> Id | None:
        return None if where.item is None else self._items[where.item].id

    def block(self, where: Where) -> Id | None:
        block = self._blocks.get(where)
        return block.id if block else None


def _blocks(
    session: Session, read: tuple[ReadBlock, ...], item: int | None, item_id: Id | None
) -> dict[Where, Block]:
    return {
        Where(item=item, block=place): cleaned(
            Block(
                id=new_id(),
                session_id=session.id,
                item_id=item_id,
                position=place + 1,
                kind=block.kind,
                text=block.text,
                label=block.label,
                level=block.level,
            )
        )
        for place, block in enumerate(read)
    }


def _put_facts(archive: Archive, session: Session, reading: ReadMinutes, places: _Places) -> None:
    for position, action in enumerate(reading.actions, start=1):
        archive.put(
            cleaned(
                Action(
                    id=new_id(),
                    session_id=session.id,
                    item_id=places.item(action.where),
                    block_id=places.block(action.where),
                    position=position,
                    text=action.text,
                    owners=action.owners,
                    due=action.due,
                    state=_state(done=action.done, handed_to=action.handed_to),
                    handed_to=action.handed_to,
                    unsettled=action.unsettled,
                )
            )
        )
    for position, decision in enumerate(reading.decisions, start=1):
        archive.put(
            cleaned(
                Decision(
                    id=new_id(),
                    session_id=session.id,
                    item_id=places.item(decision.where),
                    block_id=places.block(decision.where),
                    position=position,
                    text=decision.text,
                )
            )
        )
    for remark in reading.remarks:
        archive.put(
            Remark(
                id=new_id(),
                session_id=session.id,
                text=remark.text,
                block_id=places.block(remark.where),
                quote=remark.quote,
            )
        )


def _state(*, done: bool, handed_to: str) -> ActionState:
    if done:
        return ActionState.DONE
    return ActionState.HANDED_OVER if handed_to else ActionState.OPEN
