"""From what the editor holds to the commands that make it so."""

from collections.abc import Callable
from functools import partial

from lrt_desk.commands import minutes
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.store.archive import Archive
from ui.minutes.paragraphs import Paragraph

Step = Callable[[Archive], Change]


def steps(item_id: Id, known: tuple[Paragraph, ...], now: tuple[Paragraph, ...]) -> list[Step]:
    """Plan the commands that turn the known paragraphs of an item into those there are now."""
    before = {paragraph.id: paragraph for paragraph in known}
    kept = {paragraph.id for paragraph in now}
    made: list[Step] = [
        partial(minutes.remove_block, block_id=paragraph.id)
        for paragraph in known
        if paragraph.id is not None and paragraph.id not in kept
    ]
    order = [paragraph.id for paragraph in known if paragraph.id in kept]
    for at, paragraph in enumerate(now):
        if paragraph.id is None or paragraph.id not in before:
            made.append(partial(minutes.add_block, item_id=item_id, at=at, **_facts(paragraph)))
            order.insert(at, None)
            continue
        if order[at] != paragraph.id:
            order.remove(paragraph.id)
            order.insert(at, paragraph.id)
            made.append(partial(minutes.move_block, block_id=paragraph.id, to=at))
        if before[paragraph.id] != paragraph:
            made.append(partial(minutes.edit_block, block_id=paragraph.id, **_facts(paragraph)))
    return made


def _facts(paragraph: Paragraph) -> minutes.BlockFacts:
    return {
        "text": paragraph.text,
        "kind": paragraph.kind,
        "label": paragraph.label,
        "level": paragraph.level,
        "confidentiality": paragraph.confidentiality,
    }
