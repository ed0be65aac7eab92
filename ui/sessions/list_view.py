"""The list of sessions in three groups, each with its six-step bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import theme
from ui.widgets.focus_ring import RingByKeyboard, ring_shown
from ui.widgets.steps import WIDTH, Progress, paint_steps

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The name of a group."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One session: day and month, what and where, one word for its state, and its progress."""

    session_id: str
    day: str
    month: str
    title: str
    place: str
    word: str
    tone: str = "t2"
    progress: Progress | None = None
    said: str = ""


class SessionsModel(QAbstractListModel):
    """Headings and lines, one under the other."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.entries: tuple[Heading | Line, ...] = ()

    def show(self, entries: Sequence[Heading | Line]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give the words of an entry, and the entry itself to the delegate."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return entry.text if isinstance(entry, Heading) else entry.said
        return entry if role == _ROLE.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read, and lines be chosen."""
        entry = self.entries[index.row()] if index.isValid() else None
        if isinstance(entry, Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _LineDelegate(QStyledItemDelegate):
    """Paints a heading or a session."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(_ROLE.UserRole), Heading)
        return QSize(200, (26 if index.row() == 0 else 50) if heading else 64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ROLE.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if isinstance(entry, Heading):
            painter.setFont(theme.font(12, 600))
            painter.setPen(theme.colour("t3"))
            words = QRectF(area.x() + 12, area.bottom() - 24, area.width(), 20)
            painter.drawText(words, _MIDDLE, entry.text)
        else:
            _paint_band(painter, option, area)
            _paint_line(painter, entry, area)
        painter.restore()


def _paint_band(painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
    state = QStyle.StateFlag
    selected, hovered = option.state & state.State_Selected, option.state & state.State_MouseOver
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or hovered:
        painter.setBrush(theme.colour("accbg" if selected else "hov"))
        painter.drawRoundedRect(area, 6, 6)
    if option.state & state.State_HasFocus and ring_shown(option.widget):
        painter.setPen(QPen(theme.colour("acc"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)


def _paint_line(painter: QPainter, line: Line, area: QRectF) -> None:
    upper, lower = area.y() + 7, area.y() + 35
    left, right = area.x() + 64, area.right() - 13
    word = theme.font(13, 400 if line.tone == "t2" else 600)
    width = QFontMetricsF(word).horizontalAdvance(line.word) + 2
    room = right - left - (WIDTH + 12 if line.progress else 0)
    title = QFontMetricsF(theme.font(14, 600)).elidedText(
        line.title, Qt.TextElideMode.ElideRight, right - width - left - 12
    )
    small, middle = theme.font(13), Qt.AlignmentFlag.AlignHCenter
    place = QFontMetricsF(small).elidedText(line.place, Qt.TextElideMode.ElideRight, room)
    for words, font, tone, spot, side in (
        (line.day, theme.font(16, 600), "text", QRectF(area.x() + 6, upper, 48, 24), middle),
        (line.month, theme.font(12), "t3", QRectF(area.x() + 6, lower, 48, 20), middle),
        (title, theme.font(14, 600), "text", QRectF(left, upper, 300, 20), _MIDDLE),
        (line.word, word, line.tone, QRectF(right - width, upper, width, 20), _MIDDLE),
        (place, small, "t2", QRectF(left, lower, room, 20), _MIDDLE),
    ):
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        painter.drawText(spot, _MIDDLE | side, words)
    if line.progress:
        paint_steps(painter, line.progress, right - WIDTH, lower + 10)


class SessionsView(QListView):
    """The list; arrows choose, Enter or a click opens."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.entries = SessionsModel(self)
        self.setModel(self.entries)
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        RingByKeyboard(self)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def select(self, session_id: str) -> None:
        """Choose a session's line."""
        for at, entry in enumerate(self.entries.entries):
            if isinstance(entry, Line) and entry.session_id == session_id:
                self.setCurrentIndex(self.entries.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; walk with J and K too."""
        walk = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif walk is not None and not event.modifiers():
            super().keyPressEvent(QKeyEvent(event.type(), walk, event.modifiers()))
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(_ROLE.UserRole)
        if isinstance(entry, Line):
            self.opened.emit(entry.session_id)
