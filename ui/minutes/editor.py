"""The editor of one agenda item: white, 648 wide, with bullets, chips and confidential blocks."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import BlockKind
from lrt_desk.model.people import Confidentiality
from ui import theme
from ui.icons import paint_icon
from ui.minutes.paragraphs import (
    BULLET_ROOM,
    LINE,
    SECRET_ROOM,
    Paragraph,
    load,
    mark,
    mark_ids,
    read,
    read_block,
)
from ui.widgets.cells import Chip, paint_chip

MEASURE = 648
_COMMANDS = {
    "/a": BlockKind.ACTION, "/actie": BlockKind.ACTION,
    "/b": BlockKind.DECISION, "/besluit": BlockKind.DECISION,
}  # fmt: skip
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemEditor(QTextEdit):
    """Plain words with a few facts per paragraph; it knows nothing of the archive."""

    kind_given = Signal(object)
    """A `BlockKind` that was typed before a sentence and confirmed with Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(t("Tekst van het agendapunt"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "minutes")
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show other paragraphs; the cursor stays where it was as far as it can."""
        at = self.textCursor().position()
        blocked = self.blockSignals(True)
        load(self.document(), paragraphs)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(self.document().characterCount() - 1, 0)))
        self.setTextCursor(cursor)
        self.viewport().update()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Give the paragraphs as they are now."""
        return read(self.document())

    def mark_ids(self, ids: tuple[Id, ...]) -> None:
        """Take the ids that saving gave."""
        blocked = self.blockSignals(True)
        mark_ids(self.document(), ids)
        self.blockSignals(blocked)

    def point_at(self, block_id: Id, quote: str) -> None:
        """Go to a paragraph, and underline the words that need attention."""
        block = self.document().begin()
        while block.isValid() and read_block(block).id != block_id:
            block = block.next()
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        found = self.document().find(quote, cursor) if quote else QTextCursor()
        self.setExtraSelections([_attention(found)] if not found.isNull() else [])
        self.ensureCursorVisible()

    def toggle_confidential(self) -> None:
        """Mark the paragraph under the cursor confidential, or open again."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        paragraph = read_block(cursor.block())
        public = paragraph.confidentiality is Confidentiality.PUBLIC
        level = Confidentiality.FULLY_WITHHELD if public else Confidentiality.PUBLIC
        mark(cursor, replace(paragraph, confidentiality=level))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm commands with Enter, turn bullets to text with Backspace, indent with Alt."""
        if event.key() in _ENTERS and not event.modifiers() and self._confirm():
            return
        if event.key() == Qt.Key.Key_Backspace and self._unbullet():
            return
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and self._indent(event.key()):
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is no typing here to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            document = self.document()
            if (undo and not document.isUndoAvailable()) or (
                redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure in the middle."""
        side = max((self.width() - MEASURE) // 2, 24)
        self.setViewportMargins(side, 0, side, 16)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what belongs to paragraphs, then the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = -self.verticalScrollBar().value()
        block = self.document().begin()
        while block.isValid():
            area = self.document().documentLayout().blockBoundingRect(block).translated(0, top)
            if area.bottom() >= 0 and area.top() - SECRET_ROOM <= self.viewport().height():
                _paint_marks(painter, block, area, self.viewport().width())
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _confirm(self) -> bool:
        cursor = self.textCursor()
        first, _, rest = cursor.block().text().partition(" ")
        kind = _COMMANDS.get(first.casefold())
        if kind is None or not rest.strip() or self.isReadOnly():
            return False
        paragraph = replace(read_block(cursor.block()), kind=kind)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, keep, len(first) + 1)
        cursor.removeSelectedText()
        mark(cursor, paragraph)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.kind_given.emit(kind)
        return True

    def _unbullet(self) -> bool:
        cursor = self.textCursor()
        paragraph = read_block(cursor.block())
        plain = paragraph.kind is BlockKind.TEXT and not paragraph.level
        if self.isReadOnly() or not cursor.atBlockStart() or cursor.hasSelection() or plain:
            return False
        mark(cursor, replace(paragraph, kind=BlockKind.TEXT, level=0))
        return True

    def _indent(self, key: int) -> bool:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key))
        if step is None or self.isReadOnly():
            return False
        paragraph = read_block(self.textCursor().block())
        mark(self.textCursor(), replace(paragraph, level=min(max(paragraph.level + step, 0), 4)))
        return True


def _attention(found: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setBackground(theme.colour("ambbg"))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(theme.colour("amb"))
    selection.cursor = found
    selection.format = form
    return selection


def _paint_marks(painter: QPainter, block: QTextBlock, words: QRectF, width: int) -> None:
    paragraph = read_block(block)
    form = block.blockFormat()
    first = words.top()
    if paragraph.confidentiality is not Confidentiality.PUBLIC:
        around = QRectF(0, first - SECRET_ROOM + 2, width, words.height() + SECRET_ROOM + 6)
        _paint_secret(painter, paragraph, around)
    if paragraph.kind is not BlockKind.TEXT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("t3"))
        painter.drawEllipse(
            QPointF(form.leftMargin() - BULLET_ROOM + 4, first + LINE / 2 + 1), 2.5, 2.5
        )
    chip = {
        BlockKind.DECISION: Chip(text=t("Besluit"), tone="grn"),
        BlockKind.ACTION: Chip(text=t("Actie"), tone="acc"),
    }.get(paragraph.kind)
    if chip is not None:
        paint_chip(painter, chip, form.leftMargin(), first + LINE / 2)


def _paint_secret(painter: QPainter, paragraph: Paragraph, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("viobg"))
    painter.drawRoundedRect(area, 4, 4)
    painter.fillRect(QRectF(area.x(), area.y(), 3, area.height()), theme.colour("vio"))
    paint_icon(painter, "lock", "vio", QPointF(area.x() + 14, area.y() + 8), 14)
    font = theme.font(12, 500)
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens().vio))
    full = paragraph.confidentiality is Confidentiality.FULLY_WITHHELD
    words = (
        t("Volledig vertrouwelijk, blijft buiten de openbare versie")
        if full
        else t("Naam vertrouwelijk, naam blijft buiten de openbare versie")
    )
    line = QRectF(area.x() + 34, area.y() + 5, QFontMetricsF(font).horizontalAdvance(words) + 8, 20)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
