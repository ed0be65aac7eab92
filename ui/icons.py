"""Outline icons (Tabler) in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lrt_desk.paths import RESOURCES
from ui import theme


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, token: str, at: QPointF, size: int = 16) -> None:
    """Draw an icon with its top left corner at `at`; `size` in logical pixels."""
    _renderer(name, getattr(theme.tokens(), token)).render(
        painter, QRectF(at.x(), at.y(), size, size)
    )


def icon(name: str, tone: str = "t2", size: int = 16, gap: int = 0) -> QIcon:
    """Make an icon in a colour of the scheme in use, sharp at 1, 1.5, 2 and 3 times.

    `gap` is room on its right, in logical pixels, that Qt does not give itself.
    """
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        pixmap = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _renderer(name, getattr(theme.tokens(), tone)).render(
            painter, QRectF(0, 0, size * ratio, size * ratio)
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made
