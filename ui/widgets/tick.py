"""A check box with its words, drawn like the ones in tables."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from ui import theme
from ui.widgets.cells import paint_tick

_LEFT = 26


class Tick(QCheckBox):
    """Yes or no; its words belong to the target."""

    def __init__(self, text: str, *, ticked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(ticked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Take 28 pixels in height, and the width of the words."""
        return QSize(_LEFT + self.fontMetrics().horizontalAdvance(self.text()) + 6, 28)

    def minimumSizeHint(self) -> QSize:
        """Leave it to the layout how much of the words is cut off."""
        return QSize(_LEFT, 28)

    def hitButton(self, at: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words and focus ring."""
        painter = QPainter(self)
        middle = self.rect().center().y()
        paint_tick(painter, QRectF(2, middle - 8, 16, 16), ticked=self.isChecked())
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("text"))
        words = QRect(_LEFT, 0, self.width() - _LEFT, self.height())
        cut = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self.text(), cut, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 1, -1, -1), 4, 4)
