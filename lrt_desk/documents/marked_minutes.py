"""Minutes with every change since the circulated version marked in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lrt_desk.documents.comparison import HOW_TO_READ, block_redline, together, version_words
from lrt_desk.documents.frame import Row, framed, is_draft, session_rows
from lrt_desk.documents.lists import action_nodes, decision_nodes
from lrt_desk.documents.minutes import approval_line, paragraph_numbers, passage_markings
from lrt_desk.documents.minutes import text as text_of
from lrt_desk.documents.minutes import words as clean_words
from lrt_desk.documents.passages import inlines, redlined
from lrt_desk.documents.present import present_rows
from lrt_desk.documents.tree import Document, Facts, Inlines, Paragraph, Text, Tone, Withheld
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, Block
from lrt_desk.model.snapshot import SessionSnapshot


def marked_minutes(old: SessionSnapshot, new: SessionSnapshot) -> Document:
    """Make the new minutes with what was taken out and put in since the old ones.

    Paragraphs keep the numbers of the old version, under which members know them.
    """
    before = {block.id: block for block in old.blocks}
    after = {block.id: block for block in new.blocks}
    titles = {item.id: item.title for item in old.items}
    kept = {item.id for item in new.items}

    def wording(block: Block) -> Inlines:
        one, other = before.get(block.id), after.get(block.id)
        if one and other and (one.label, one.text) == (other.label, other.text):
            return clean_words(other)
        return block_redline(one, other)

    def title(item: AgendaItem) -> Inlines:
        return redlined(titles.get(item.id, ""), item.title if item.id in kept else "")

    both = replace(
        new,
        items=together(old.items, new.items),
        blocks=together(old.blocks, new.blocks),
        markings=tuple(dict.fromkeys((*old.markings, *new.markings))),
    )
    compared = f"Wijzigingen ten opzichte van versie {version_words(old)}. {HOW_TO_READ}"
    stamp = (Paragraph(inlines(approval_line(new.stamp)), Tone.APPROVAL),) if new.stamp else ()
    return framed(
        both,
        "Verslag",
        (
            Facts(tuple(_rows(_title_block(old), _title_block(new)))),
            Paragraph((Text(compared),), Tone.SMALL),
            *stamp,
            *text_of(both, paragraph_numbers(old), wording, title),
            *decision_nodes(new),
            *action_nodes(new),
        ),
        banner="CONCEPT, GEMARKEERD" if is_draft(new) else "GEMARKEERD",
        marked=passage_markings(both),
    )


def _title_block(snapshot: SessionSnapshot) -> list[Row]:
    return [*session_rows(snapshot, "Verslag"), *present_rows(snapshot)]


def _rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    before, after = dict(old), dict(new)
    for label in dict.fromkeys((*after, *before)):
        one, other = _plain(before.get(label, ())), _plain(after.get(label, ()))
        yield label, after[label] if one == other else (redlined(one, other),)


def _plain(values: Sequence[Inlines]) -> str:
    return " ".join(
        "".join(
            WITHHELD_IN_SOURCE if isinstance(inline, Withheld) else inline.text for inline in value
        )
        for value in values
    )
