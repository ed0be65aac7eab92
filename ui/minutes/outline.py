"""The agenda beside the minutes: one line an item, the current one marked."""

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
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lrt_desk.i18n import t, tn
from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.snapshot import SessionSnapshot
from ui import theme
from ui.widgets.wrapping import wrapped

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_LEFT = 34
_WIDTH = 196


class OutlineModel(QAbstractListModel):
    """Agenda items, with what stands under them so far."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.items: tuple[AgendaItem, ...] = ()
        self.notes: tuple[str, ...] = ()

    def show(self, shot: SessionSnapshot) -> None:
        """Show the items of a session."""
        notes = tuple(_note(shot, item) for item in shot.items)
        if shot.items == self.items:
            self.notes = notes
            if notes:
                self.dataChanged.emit(self.index(0), self.index(len(notes) - 1))
            return
        self.beginResetModel()
        self.items, self.notes = shot.items, notes
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count items."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give the title to the eye; number, title and note to the ear."""
        if not index.isValid():
            return None
        item, note = self.items[index.row()], self.notes[index.row()]
        if role == _ROLE.DisplayRole:
            return item.title
        if role == _ROLE.AccessibleTextRole:
            return " ".join((item.number, item.title, note))
        return (item, note) if role == _ROLE.UserRole else None


class _ItemDelegate(QStyledItemDelegate):
    """Paints number, title over at most two lines, and a note."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        item, _ = index.data(_ROLE.UserRole)
        return QSize(100, round(_title_height(item.title)) + 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, note = index.data(_ROLE.UserRole)
        state = QStyle.StateFlag
        chosen = bool(option.state & state.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if chosen or option.state & state.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accbg" if chosen else "hov"))
            painter.drawRoundedRect(area, 6, 6)
        if option.state & state.State_HasFocus:
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.colour("acc" if chosen else "t3"))
        number = QRectF(area.x() + 8, area.y() + 4, 24, 20)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, item.number.rstrip("."))
        painter.setFont(theme.font(14, 600 if chosen else 400))
        painter.setPen(theme.colour("text"))
        title = QRectF(area.x() + _LEFT, area.y() + 4, _WIDTH, _title_height(item.title))
        painter.drawText(title, "\n".join(_title_lines(item.title)))
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("t3"))
        painter.drawText(QRectF(title.x(), title.bottom(), _WIDTH, 18), note)
        painter.restore()


class Outline(QListView):
    """The items of one session; arrows and clicks choose one."""

    chose = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.items = OutlineModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_ItemDelegate(self))
        self.setAccessibleName(t("Agenda"))
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, item_id: str) -> None:
        """Make an item the current one."""
        for at, item in enumerate(self.items.items):
            if item.id == item_id:
                self.setCurrentIndex(self.items.index(at))

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chose.emit(self.items.items[index.row()].id)


def _title_lines(title: str) -> tuple[str, ...]:
    return wrapped(title, theme.font(14, 600), _WIDTH - _LEFT, most=3)


def _title_height(title: str) -> float:
    return len(_title_lines(title)) * QFontMetricsF(theme.font(14, 600)).lineSpacing() + 1


def _note(shot: SessionSnapshot, item: AgendaItem) -> str:
    count = sum(block.item_id == item.id for block in shot.blocks)
    return tn("{n} alinea", "{n} alinea’s", count) if count else t("Nog geen tekst")
