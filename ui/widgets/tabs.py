"""Tabs with a count behind their word and a blue line under the active one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from ui import theme

_PAD, _GAP = 5, 29
_HEIGHT = 40


class Tabs(QTabBar):
    """A row of tabs; the count of a tab is its data."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, at: int, count: str) -> None:
        """Show a count behind the word of a tab, and say it with its name."""
        if self.tabData(at) != count:
            self.setTabData(at, count)
            self.setAccessibleTabName(at, f"{self.tabText(at)}, {count}" if count else "")
            self.setTabText(at, self.tabText(at))

    def tabSizeHint(self, index: int) -> QSize:
        """Take the room of the bold word, the count and the gap behind it."""
        return QSize(round(self._word_width(index) + self._count_width(index)) + _GAP, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never squeeze a word."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all tabs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, QRectF(self.tabRect(index)))

    def _paint_tab(self, painter: QPainter, index: int, area: QRectF) -> None:
        active = index == self.currentIndex()
        painter.setFont(theme.font(14, 600 if active else 500))
        painter.setPen(theme.colour("text" if active else "t2"))
        words = QRectF(area.x() + _PAD, area.y(), self._word_width(index), area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        width = words.width() + self._count_width(index)
        if count := self.tabData(index):
            painter.setFont(theme.font(12))
            behind = QRectF(words.right() + 6, area.y() + 0.5, width, area.height())
            painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, count)
        if active:
            painter.fillRect(
                QRectF(area.x() + _PAD, area.bottom() - 2, width, 2), theme.colour("acc")
            )
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("acc"), 2))
                ring = QRectF(QPointF(area.x() + 1, area.y() + 6), QPointF(0, area.bottom() - 5))
                ring.setWidth(width + 2 * _PAD - 2)
                painter.drawRoundedRect(ring, 4, 4)

    def _word_width(self, index: int) -> float:
        return QFontMetricsF(theme.font(14, 600)).horizontalAdvance(self.tabText(index))

    def _count_width(self, index: int) -> float:
        count = self.tabData(index)
        return QFontMetricsF(theme.font(12)).horizontalAdvance(count) + 6 if count else 0
