"""How one cell of a table looks, and how it is painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.icons import paint_icon

PAD = 12
_CHIP_PAD = 8
Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A word on a tint; `tone` acc, amb, grn, red, vio or plain (outlined)."""

    text: str
    tone: str = "acc"
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell says and how: text after an icon or number, a note behind or below, chips."""

    text: str = ""
    tone: str = "text"
    weight: int = 400
    size: int = 14
    lead: str = ""
    lead_width: int = 27
    icon: str = ""
    icon_tone: str = "t2"
    note: str = ""
    below: str = ""
    chip: Chip | None = None
    chips: tuple[Chip, ...] = ()
    indent: int = 0
    right: bool = False
    span: int = 1
    ticked: bool | None = None
    said: str = ""
    hint: str = ""

    def spoken(self) -> str:
        """Say all of the cell in one line."""
        chips = (*((self.chip,) if self.chip else ()), *self.chips)
        parts = (self.lead, self.text, self.note, self.below, *(chip.text for chip in chips))
        return self.said or ", ".join(part for part in parts if part)


def paint_chip(painter: QPainter, chip: Chip, left: float, middle: float) -> float:
    """Draw a chip from `left` around the line `middle`; gives its width in pixels."""
    tokens = theme.tokens()
    font = theme.font(12, 500)
    room = 18 if chip.icon else 0
    width = QFontMetricsF(font).horizontalAdvance(chip.text) + 2 * _CHIP_PAD + room
    area = QRectF(left, middle - 11, width, 22)
    painter.setFont(font)
    if chip.tone == "plain":
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("surf"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink = tokens.t2
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{chip.tone}bg"))
        painter.drawRoundedRect(area, 4, 4)
        ink = getattr(tokens, chip.tone)
    if chip.icon:
        paint_icon(painter, chip.icon, chip.tone, QPointF(left + _CHIP_PAD - 2, middle - 7), 14)
    painter.setPen(ink)
    painter.drawText(area.adjusted(_CHIP_PAD + room, 0, 0, 0), Align.AlignVCenter, chip.text)
    return width


def paint_tick(painter: QPainter, area: QRectF, *, ticked: bool | None) -> None:
    """Draw a check box of 16 pixels in `area`; None is partly ticked."""
    empty = ticked is False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ctl" if empty else "acc"), 1.25))
    painter.setBrush(theme.colour("surf" if empty else "acc"))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if not empty:
        mark = "check" if ticked else "minus"
        paint_icon(painter, mark, "onacc", QPointF(area.x() + 1, area.y() + 1), 14)


class CellDelegate(QStyledItemDelegate):
    """Paints a row as one band, and each cell by its own words."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        cell: Cell = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter, option, index)
        area = QRectF(option.rect).adjusted(PAD + cell.indent, 0, -PAD, 0)
        if cell.ticked is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            box = QRectF(area.x() + 4, area.center().y() - 8, 16, 16)
            paint_tick(painter, box, ticked=selected)
        else:
            _paint_words(painter, cell, area)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Let the table decide."""
        return QSize(0, 0)

    def _paint_band(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self.parent()
        if not isinstance(view, QAbstractItemView):
            return
        row = index.row()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = view.indexAt(view.viewport().mapFromGlobal(view.cursor().pos())).row() == row
        if selected or (hovered and view.underMouse()):
            painter.fillRect(option.rect, theme.colour("accbg" if selected else "hov"))
        rows = getattr(view.model(), "rows", ())
        if row and not rows[row].nested:
            painter.fillRect(_top_edge(option.rect), theme.colour("line"))
        if row == view.currentIndex().row() and view.hasFocus():
            whole = QRect(0, option.rect.y(), view.viewport().width(), option.rect.height())
            painter.setClipRect(option.rect)
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 6, 6)


def _top_edge(area: QRect) -> QRect:
    return QRect(area.x(), area.y(), area.width(), 1)


def _paint_words(painter: QPainter, cell: Cell, area: QRectF) -> None:
    middle = area.center().y()
    left, right = area.x(), area.right()
    for chip in reversed(cell.chips):
        metrics = QFontMetricsF(theme.font(12, 500))
        width = metrics.horizontalAdvance(chip.text) + 2 * _CHIP_PAD + (18 if chip.icon else 0)
        paint_chip(painter, chip, right - width, middle)
        right -= width + 4
    if cell.chip is not None:
        paint_chip(painter, cell.chip, left - _CHIP_PAD, middle)
        return
    if cell.icon:
        paint_icon(painter, cell.icon, cell.icon_tone, QPointF(left, middle - 8), 16)
        left += 24
    if cell.lead:
        painter.setFont(theme.font(cell.size, 500))
        painter.setPen(theme.colour("t3"))
        painter.drawText(QRectF(left, area.y(), 60, area.height()), Align.AlignVCenter, cell.lead)
        left += cell.lead_width
    font = theme.font(cell.size, cell.weight)
    painter.setFont(font)
    painter.setPen(theme.colour(cell.tone))
    line = QRectF(left, area.y() - (9 if cell.below else 0), right - left, area.height())
    side = Align.AlignRight if cell.right else Align.AlignLeft
    words = QFontMetricsF(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Align.AlignVCenter | side, words)
    beside = left + QFontMetricsF(font).horizontalAdvance(words) + 9
    if cell.note:
        _paint_small(painter, cell.note, QRectF(beside, area.y(), right - beside, area.height()))
    if cell.below:
        _paint_small(painter, cell.below, QRectF(left, area.y() + 9, right - left, area.height()))


def _paint_small(painter: QPainter, words: str, line: QRectF) -> None:
    font = theme.font(12)
    painter.setFont(font)
    painter.setPen(theme.colour("t2"))
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Align.AlignVCenter, cut)


class HeadView(QHeaderView):
    """Column heads that share the padding of their cells."""

    def __init__(self, parent: QWidget, pad: int = PAD) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pad = pad
        self._chosen: Callable[[], bool | None] | None = None
        self._sides: dict[int, Qt.AlignmentFlag] = {}
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def set_side(self, section: int, side: Qt.AlignmentFlag) -> None:
        """Put the words of a head left or right."""
        self._sides[section] = side

    def tick_with(self, chosen: Callable[[], bool | None]) -> None:
        """Draw a check box in the first head; `chosen` tells all, none, or None for some."""
        self._chosen = chosen

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """Draw one head and the hairline under it."""
        painter.save()
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.colour("line"))
        if section == 0 and self._chosen is not None:
            spot = QRectF(area.x() + PAD + 4, area.center().y() - 8, 16, 16)
            paint_tick(painter, spot, ticked=self._chosen())
        painter.setFont(theme.font(12, 500))
        painter.setPen(theme.colour("t3"))
        words = self.model().headerData(section, Qt.Orientation.Horizontal)
        side = self._sides.get(section, Align.AlignLeft)
        painter.drawText(
            area.adjusted(self._pad, 0, -self._pad, 0), Align.AlignVCenter | side, words or ""
        )
        painter.restore()
