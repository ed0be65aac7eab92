"""Paragraphs of one agenda item: between the archive's blocks and a text document."""

from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import Block, BlockKind
from lrt_desk.model.people import Confidentiality
from lrt_desk.rules.text import one_line
from ui import theme

_ID = QTextFormat.Property.UserProperty + 1
_KIND = QTextFormat.Property.UserProperty + 2
_SECRECY = QTextFormat.Property.UserProperty + 3
_LEVEL = QTextFormat.Property.UserProperty + 4
_LABEL = QTextFormat.Property.UserProperty + 5

LINE = 24
BULLET_ROOM = 16
SECRET_ROOM = 28
"""Room for the label above a confidential paragraph; Qt gives a first paragraph no margin."""
CHIP_ROOM = {BlockKind.DECISION: 66, BlockKind.ACTION: 52}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as it stands in the editor; `id` None when it was never saved."""

    id: Id | None
    kind: BlockKind = BlockKind.BULLET
    text: str = ""
    label: str = ""
    level: int = 0
    confidentiality: Confidentiality = Confidentiality.PUBLIC


def paragraph_of(block: Block) -> Paragraph:
    """Take from a block what the editor may change."""
    return Paragraph(
        id=block.id,
        kind=block.kind,
        text=block.text,
        label=block.label,
        level=block.level,
        confidentiality=block.confidentiality,
    )


def load(document: QTextDocument, paragraphs: tuple[Paragraph, ...]) -> None:
    """Fill a document; what it held, and its undo history, goes."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDefaultFont(theme.font(15))
    document.setDocumentMargin(0)
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(SECRET_ROOM + 4)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    for at, paragraph in enumerate(paragraphs or (Paragraph(id=None),)):
        if at:
            cursor.insertBlock()
        cursor.setBlockFormat(block_format(paragraph))
        if paragraph.label:
            cursor.insertText(f"{paragraph.label}:", _label_format())
            cursor.insertText(" ", QTextCharFormat())
        cursor.setCharFormat(QTextCharFormat())
        cursor.insertText(paragraph.text, QTextCharFormat())
    document.setUndoRedoEnabled(True)


def read(document: QTextDocument) -> tuple[Paragraph, ...]:
    """Read the paragraphs back; of two with one id, the second is new.

    A split paragraph has its id twice: the first part keeps it. A document with nothing in it has
    no paragraphs.
    """
    seen: set[Id] = set()
    found: list[Paragraph] = []
    block = document.begin()
    while block.isValid():
        paragraph = read_block(block)
        if paragraph.id in seen:
            paragraph = Paragraph(
                id=None,
                kind=paragraph.kind,
                text=paragraph.text,
                label=paragraph.label,
                level=paragraph.level,
                confidentiality=paragraph.confidentiality,
            )
        elif paragraph.id is not None:
            seen.add(paragraph.id)
        found.append(paragraph)
        block = block.next()
    blank = len(found) == 1 and found[0].id is None and not found[0].text
    return () if blank else tuple(found)


def read_block(block: QTextBlock) -> Paragraph:
    """Read one paragraph with all that is written into its format."""
    form = block.blockFormat()
    label, text = _split_label(block)
    return Paragraph(
        id=Id(form.stringProperty(_ID)) if form.hasProperty(_ID) else None,
        kind=BlockKind(form.stringProperty(_KIND) or BlockKind.BULLET),
        text=one_line(text),
        label=one_line(label),
        level=form.intProperty(_LEVEL),
        confidentiality=Confidentiality(form.stringProperty(_SECRECY) or Confidentiality.PUBLIC),
    )


def block_format(paragraph: Paragraph) -> QTextBlockFormat:
    """Make the format of a paragraph: its facts, and the room its marks need."""
    form = QTextBlockFormat()
    if paragraph.id is not None:
        form.setProperty(_ID, str(paragraph.id))
    form.setProperty(_KIND, paragraph.kind.value)
    form.setProperty(_SECRECY, paragraph.confidentiality.value)
    form.setProperty(_LEVEL, paragraph.level)
    secret = paragraph.confidentiality is not Confidentiality.PUBLIC
    bullet = BULLET_ROOM if paragraph.kind is not BlockKind.TEXT else 0
    form.setLeftMargin(bullet + paragraph.level * 24 + (BULLET_ROOM if secret else 0))
    form.setRightMargin(BULLET_ROOM if secret else 0)
    form.setTopMargin(SECRET_ROOM + 8 if secret else 0)
    form.setBottomMargin(16 if secret else 6)
    form.setTextIndent(CHIP_ROOM.get(paragraph.kind, 0))
    form.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def mark(cursor: QTextCursor, paragraph: Paragraph) -> None:
    """Give the paragraph under the cursor the facts of this one; its words stay."""
    cursor.setBlockFormat(block_format(paragraph))


def mark_ids(document: QTextDocument, ids: tuple[Id, ...]) -> None:
    """Write the ids that saving gave into the paragraphs, in order."""
    block = document.begin()
    for one in ids:
        if not block.isValid():
            return
        form = block.blockFormat()
        if form.stringProperty(_ID) != one:
            form.setProperty(_ID, str(one))
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(form)
            cursor.endEditBlock()
        block = block.next()


def _label_format() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setProperty(_LABEL, True)
    return form


def _split_label(block: QTextBlock) -> tuple[str, str]:
    label, text = "", ""
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        if fragment.charFormat().boolProperty(_LABEL) and not text:
            label += fragment.text()
        else:
            text += fragment.text()
        pieces += 1
    if not label.rstrip().endswith(":"):
        return "", label + text
    return label.rstrip().removesuffix(":"), text
