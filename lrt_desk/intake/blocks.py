"""Paragraphs → blocks of minutes, with their kind and the label split off."""

import re
from collections.abc import Sequence

from lrt_desk.i18n import t
from lrt_desk.intake.lines import Line, words_of
from lrt_desk.intake.paragraphs import Manners, Paragraph, gather, text_of
from lrt_desk.model.minutes import WITHHELD_IN_SOURCE, BlockKind
from lrt_desk.model.reading import ReadBlock, ReadRemark, Where
from lrt_desk.rules.actions import starts_action
from lrt_desk.rules.decisions import starts_decision
from lrt_desk.rules.withheld import grounds, signs

_LABEL = re.compile(r"(?P<label>[A-Z][^:.!?;()\n]{0,45}):\s+(?=\S)")
_PARAGRAPH_NUMBER = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,2})*[.):]?|\(?[a-z][.)]|[A-Z]{1,2}\d{1,2}[.:)]?)\s+"
)
_NO_LABEL = re.compile(
    r"(?:.*\b(?:heeft|hebben|is|zijn|wordt|worden|kan|kunnen|zal|zullen|gaat|gaan)\b.*"
    r"|.*\b(?:vraagt|zegt|meldt|antwoordt|stelt|luidt|volgt|volgende|zijn|is|af|toe|op|mee|aan|dat"
    r"|wordt|worden|namelijk|weten|voor|te\sweten|besluit(?:en)?|actie\w*|AP|toezegging)(?:\s\d+)?"
    r"|actie(?:punt)?\b.*|AP\b.*|toezegging\b.*|besluit\b.*)",
    re.IGNORECASE,
)


def read_blocks(
    lines: Sequence[Line], manners: Manners, item: int | None, first: int = 0
) -> tuple[tuple[ReadBlock, ...], tuple[ReadRemark, ...], tuple[Line, ...]]:
    """Read the blocks under one item: the blocks, what is doubtful, and the line each began with.

    `first` is the index of the first block, for when others came before it.
    """
    blocks: list[ReadBlock] = []
    remarks: list[ReadRemark] = []
    paragraphs = gather(lines, manners)
    for count, paragraph in enumerate(paragraphs, first):
        text, doubts = text_of(paragraph, manners)
        block = read_block(paragraph, text)
        where = Where(item=item, block=count)
        remarks += _remarks(paragraph, block, doubts, where)
        blocks.append(block)
    return tuple(blocks), tuple(remarks), tuple(paragraph.first for paragraph in paragraphs)


def about_doubts(doubts: Sequence[str], where: Where) -> list[ReadRemark]:
    """Remark on words that a line end may have cut, together."""
    remark = t("Het is niet zeker of dit aan het regeleinde één woord was.")
    quote = ", ".join(dict.fromkeys(doubts))
    return [ReadRemark(text=remark, where=where, quote=quote)] if doubts else []


def read_block(paragraph: Paragraph, text: str) -> ReadBlock:
    """Tell what a paragraph is, and split off a label such as "IBT" from "IBT: …"."""
    if paragraph.first.row:
        return ReadBlock(kind=BlockKind.TEXT, text=" | ".join(words_of(paragraph.first.row)))
    kind = _kind(paragraph, text)
    match = _LABEL.match(text)
    labelled = (
        kind in {BlockKind.BULLET, BlockKind.TEXT}
        and match is not None
        and len(match["label"].split()) <= 5
        and not _NO_LABEL.fullmatch(match["label"])
    )
    return ReadBlock(
        kind=kind,
        text=text[match.end() :] if match and labelled else text,
        label=match["label"].strip() if match and labelled else "",
        level=min(paragraph.level, 8),
    )


def without_number(text: str) -> str:
    """Take the number off a numbered paragraph, to judge its words."""
    return _PARAGRAPH_NUMBER.sub("", text, count=1) if _PARAGRAPH_NUMBER.match(text) else text


def _kind(paragraph: Paragraph, text: str) -> BlockKind:
    text = without_number(text)
    if starts_action(text):
        return BlockKind.ACTION
    if starts_decision(text):
        return BlockKind.DECISION
    return BlockKind.BULLET if paragraph.first.bullet else BlockKind.TEXT


def _remarks(
    paragraph: Paragraph, block: ReadBlock, doubts: Sequence[str], where: Where
) -> list[ReadRemark]:
    found = about_doubts(doubts, where)
    codes = [code for line in paragraph.lines for code in grounds(line.text)]
    if codes:
        found.append(
            ReadRemark(
                text=t("In de bron is hier een passage weggelaten; de grond staat nu in de tekst."),
                where=where,
                quote=" ".join(dict.fromkeys(codes)),
            )
        )
    shown = [sign for line in paragraph.lines for sign in signs(line.text)]
    if shown or WITHHELD_IN_SOURCE in block.text:
        found.append(
            ReadRemark(
                text=t("In de bron is hier iets weggelaten, waarschijnlijk een naam."),
                where=where,
                quote=" ".join(dict.fromkeys(shown)) or block.text,
            )
        )
    return found
