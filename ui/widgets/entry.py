"""A line in a rail that can be chosen: an icon, words that wrap, and a note below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.icons import paint_icon

_WRAP = Qt.TextFlag.TextWordWrap
_LEFT, _GAP = 26, 5


class Entry(QAbstractButton):
    """Takes the height its words need."""

    def __init__(self, text: str, *, note: str = "", icon: str = "", tone: str = "acc") -> None:
        super().__init__()
        self.setText(text)
        self._note, self._icon, self._tone = note, icon, tone
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped words and the note."""
        return round(self._words_height(width) + (18 if self._note else 0)) + 2 * _GAP

    def sizeHint(self) -> QSize:
        """Start from the width of a rail."""
        width = self.width() if self.width() > 100 else 260
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hov"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self._icon:
            paint_icon(painter, self._icon, self._tone, QPointF(4, _GAP + 2), 16)
        height = self._words_height(self.width())
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(_LEFT, _GAP, self.width() - _LEFT, height), _WRAP, self.text())
        if self._note:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("t3"))
            note = QRectF(_LEFT, _GAP + height, self.width() - _LEFT, 18)
            painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, self._note)

    def _words_height(self, width: int) -> float:
        room = QRectF(0, 0, max(width - _LEFT, 40), 2000)
        return QFontMetricsF(theme.font(13)).boundingRect(room, _WRAP, self.text()).height() + 2
