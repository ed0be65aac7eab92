"""The six-step bar: how far something has come."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme

STEPS = 6
WIDTH = STEPS * 13 + (STEPS - 1) * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of the six steps are done, and the colour of the last of them."""

    done: int
    tone: str = "acc"


def paint_steps(painter: QPainter, progress: Progress, left: float, middle: float) -> None:
    """Draw the bar, 98 pixels wide, from `left` around the line `middle`."""
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(STEPS):
        reached = step < progress.done
        last = step == progress.done - 1
        painter.setBrush(theme.colour((progress.tone if last else "acc") if reached else "line2"))
        painter.drawRoundedRect(QRectF(left + step * 17, middle - 2, 13, 4), 2, 2)


class Legend(QWidget):
    """What the six steps are called."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._name, self._words = name, words
        self.setFixedHeight(28)
        self.setAccessibleName(f"{name}: {words}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, bar and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.colour("t3"))
        painter.drawText(QRectF(0, 0, 48, self.height()), middle, self._name)
        paint_steps(painter, Progress(done=STEPS), 48, self.height() / 2)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("t3"))
        words = QRectF(60 + WIDTH, 0, self.width(), self.height())
        painter.drawText(words, middle, self._words)
