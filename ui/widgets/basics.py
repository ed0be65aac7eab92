"""Labels, buttons and boxes that take their look from a property."""

from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon, paint_icon

L = TypeVar("L", bound=QBoxLayout)
Kind = Literal[
    "outlined", "primary", "sign", "link", "quiet", "danger", "compact",
    "bulk", "choice", "segment", "search", "icon",
]  # fmt: skip
_ICON_TOKENS = {"primary": "onacc", "sign": "onacc", "bulk": "onbulk", "link": "acc"}


def label(text: str = "", role: str = "body", *, tone: str = "", wrap: bool = False) -> QLabel:
    """Make a label; `role` and `tone` are those of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def chip(text: str = "", tone: str = "acc") -> QLabel:
    """Make a chip: a word on a tint; `tone` acc, amb, grn, red, vio or neutral."""
    made = QLabel(text)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def keycap(text: str) -> QLabel:
    """Make a small key: Ctrl K."""
    made = QLabel(text)
    made.setProperty("keycap", "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and show it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    """Make a hairline."""
    made = QFrame()
    made.setProperty("surface", "rule")
    return made


def box(surface: str = "") -> QFrame:
    """Make a surface of the style sheet: card, header, side, left, right, bottom, amber, red."""
    made = QFrame()
    if surface:
        made.setProperty("surface", surface)
    return made


def column(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 0,
) -> QVBoxLayout:
    """Make a vertical layout; margins are left, top, right, bottom in pixels."""
    return _shaped(QVBoxLayout(), parent, margins, gap)


def row(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 8,
) -> QHBoxLayout:
    """Make a horizontal layout; margins are left, top, right, bottom in pixels."""
    return _shaped(QHBoxLayout(), parent, margins, gap)


def _shaped(made: L, parent: QWidget | None, margins: tuple[int, int, int, int], gap: int) -> L:
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    if parent is not None:
        parent.setLayout(made)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (entry := layout.takeAt(0)) is not None:
        if (widget := entry.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := entry.layout()) is not None:
            clear(inner)
            inner.deleteLater()


class Button(QPushButton):
    """A button with a verb, an optional icon in the colours of the theme, and its key."""

    def __init__(
        self,
        text: str = "",
        act: Callable[[], object] | None = None,
        *,
        kind: Kind = "outlined",
        icon_name: str = "",
        spoken: str = "",
        key: str = "",
    ) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._gap = 4 if text else 0
        self.setIconSize(QSize(16 + self._gap, 16))
        self.setAccessibleName(spoken or text)
        if spoken and not text:
            self.setToolTip(spoken)
        if key:
            self.setShortcut(key)
            self.setToolTip(key.replace("+", " "))
        if act is not None:
            self.clicked.connect(lambda _checked=False: act())
        self._show_icon()

    def set_text(self, text: str) -> None:
        """Say something else, to eye and ear."""
        self.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of another scheme or state."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._show_icon()

    def _show_icon(self) -> None:
        if self._icon_name:
            token = _ICON_TOKENS.get(self._kind, "text") if self.isEnabled() else "t3"
            token = "red" if self._kind == "danger" else token
            self.setIcon(icon(self._icon_name, token, gap=self._gap))


class Icon(QWidget):
    """An icon that stands on its own, with the text it stands for."""

    def __init__(self, name: str, tone: str = "t2", *, size: int = 16, spoken: str = "") -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)
        self.setAccessibleName(spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        paint_icon(painter, self._name, self._tone, QPointF(0, 0), self._size)


class Choice(QComboBox):
    """A field that chooses one of a few, with the arrow of the design; long words are cut off."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        at = QPointF(self.width() - 26, (self.height() - 16) / 2)
        paint_icon(painter, "chevron-down", "t2" if self.isEnabled() else "t3", at)


class Segments(QFrame):
    """One of a few, side by side: Alle, LRT, HLRT."""

    def __init__(self, chosen: Callable[[int], object]) -> None:
        super().__init__()
        self.setProperty("surface", "segments")
        self._row = row(self, margins=(2, 2, 2, 2), gap=0)
        self._chosen = chosen

    def set_words(self, words: tuple[str, ...]) -> None:
        """Offer these words, the first one chosen."""
        clear(self._row)
        for index, word in enumerate(words):
            segment = Button(word, kind="segment")
            segment.setCheckable(True)
            segment.setAutoExclusive(True)
            segment.setChecked(index == 0)
            segment.clicked.connect(lambda _checked=False, at=index: self._chosen(at))
            self._row.addWidget(segment)
