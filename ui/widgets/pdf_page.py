"""One page of a PDF, white in every scheme, as large as its place allows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_A4 = 842 / 595


class PdfFrame(QScrollArea):
    """Room for a page: it fits, or is larger and scrolls."""

    def __init__(self, page: "PdfPage") -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(page.accessibleName())

    def zoom(self, factor: float) -> None:
        """Show the page at so many times the size that fits."""
        self.setWidgetResizable(factor == 1)
        if factor != 1:
            fitting = self._page.fitting_width(self.viewport().width(), self.viewport().height())
            width = round(fitting * factor)
            self._page.resize(width, round(width * _A4) + 4)


class PdfPage(QWidget):
    """Shows a page; Page Up and Page Down ask for another, so that copies can turn together."""

    turned = Signal(int)
    """-1 or +1."""

    def __init__(self, name: str, waiting: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._waiting = waiting
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._document: QPdfDocument | None = None
        self._buffer = QBuffer(self)
        self._page = 0
        self._image = QImage()

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF from its first page; empty bytes show nothing."""
        if self._document is not None:
            self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        if data:
            self._load()
        self.go_to(min(self._page, max(self.page_count() - 1, 0)))

    def page_count(self) -> int:
        """Count pages; 0 while there is nothing."""
        return self._document.pageCount() if self._document is not None else 0

    def go_to(self, page: int) -> None:
        """Show a page, counted from 0."""
        self._page = page
        self._image = QImage()
        if text := self._page_text():
            self.setAccessibleDescription(text)
        self.update()

    @staticmethod
    def fitting_width(width: float, height: float) -> float:
        """Give the width of the largest page that fits."""
        return min(width - 4.0, (height - 4.0) / _A4)

    def sizeHint(self) -> QSize:
        """Ask for a page of 400 wide."""
        return QSize(400, round(400 * _A4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in its frame, or a word while there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        painter.fillRect(area, Qt.GlobalColor.white)
        if self.page_count() > self._page:
            painter.drawImage(area, self._rendered(area))
        else:
            painter.setFont(theme.font(13))
            painter.setPen(theme.LIGHT.t3)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._waiting)
        focus = self.hasFocus()
        painter.setPen(QPen(theme.colour("acc" if focus else "line2"), 2 if focus else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)

    def _load(self) -> None:
        from PySide6.QtPdf import QPdfDocument  # 25 ms that starting up need not wait for

        if self._document is None:
            self._document = QPdfDocument(self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def _area(self) -> QRectF:
        width = self.fitting_width(self.width(), self.height())
        return QRectF(1.5, 1.5, width, width * _A4)

    def _rendered(self, area: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._image.size() != size and self._document is not None:
            self._image = self._document.render(self._page, size)
        return self._image

    def _page_text(self) -> str:
        if self._document is None or self.page_count() <= self._page:
            return ""
        return self._document.getAllText(self._page).text()
