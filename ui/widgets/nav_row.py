"""A row of the sidebar: an icon or a dot, a name, and a word behind it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.icons import paint_icon


class NavRow(QAbstractButton):
    """A place to go; in the narrow rail only its icon shows, and its name is the tooltip."""

    def __init__(self, text: str, *, icon: str = "", dot: str = "", note: str = "") -> None:
        super().__init__()
        self.setText(text)
        self._icon, self._dot, self._note, self._narrow = icon, dot, note, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{text}, {note}" if note else text)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the whole row."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Take 32 pixels in height, 36 in the rail."""
        return QSize(32, 36) if self._narrow else QSize(160, 32)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """End the hover."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("accbg" if self.isChecked() else "neubg"))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_mark(painter, area)
        if not self._narrow:
            self._paint_words(painter, area)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        middle = area.center().y()
        if self._icon:
            left = area.center().x() - 9 if self._narrow else 8
            token = "acc" if self.isChecked() else "t2"
            paint_icon(painter, self._icon, token, QPointF(left, middle - 9), 18)
        elif self._dot:
            ring = self._dot == "ring"
            painter.setPen(QPen(theme.colour("t3"), 1.5) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if ring else theme.colour(self._dot))
            painter.drawEllipse(QPointF(17, middle), 3 if ring else 4, 3 if ring else 4)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        right = area.right() - 8
        if self._note:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("t3"))
            width = painter.fontMetrics().horizontalAdvance(self._note)
            line = QRectF(right - width, 0, width + 1, area.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._note)
            right -= width + 8
        painter.setFont(theme.font(14, 600 if self.isChecked() else 500 if self._icon else 400))
        painter.setPen(theme.colour("acc" if self.isChecked() else "text"))
        line = QRectF(36, 0, right - 36, area.height())
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
