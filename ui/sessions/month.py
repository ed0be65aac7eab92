"""A month as a grid of weeks, Monday first, with what falls on each day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from lrt_desk.i18n import t
from lrt_desk.rules.screen_dates import long_date, weekday_in_short
from ui import theme
from ui.widgets.cells import HeadView
from ui.widgets.focus_ring import RingByKeyboard, ring_shown

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
WEEK_WIDTH = 40
_WEEKS = 6
_ROLE = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something on a day; `tone` next, later or past."""

    text: str
    tone: str
    session_id: str


def first_monday(month: dt.date) -> dt.date:
    """Give the Monday on which the grid of a month starts."""
    first = month.replace(day=1)
    return first - dt.timedelta(days=first.weekday())


class MonthModel(QAbstractTableModel):
    """Weeks as rows; the week number, then seven days, as columns."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.month = dt.date(2000, 1, 1)
        self.today = self.month
        self.entries: Mapping[dt.date, tuple[Entry, ...]] = {}

    def show(
        self, month: dt.date, today: dt.date, entries: Mapping[dt.date, tuple[Entry, ...]]
    ) -> None:
        """Show a month; `month` is any day in it."""
        self.beginResetModel()
        self.month, self.today, self.entries = month.replace(day=1), today, entries
        self.endResetModel()

    def day(self, index: Index) -> dt.date:
        """Give the day of a cell; the week number stands for its Monday."""
        days = index.row() * 7 + max(index.column() - 1, 0)
        return first_monday(self.month) + dt.timedelta(days=days)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the weeks that touch the month."""
        if parent.isValid():
            return 0
        start = first_monday(self.month)
        return sum(
            (start + dt.timedelta(weeks=week)).replace(day=1) <= self.month
            for week in range(_WEEKS)
        )

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the week number and its days."""
        return 0 if parent.isValid() else 8

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give the day to the eye, and the day with its entries to the ear."""
        if not index.isValid():
            return None
        day = self.day(index)
        if index.column() == 0:
            week = str(day.isocalendar().week)
            return {
                _ROLE.DisplayRole: week,
                _ROLE.AccessibleTextRole: t("week {number}", number=week),
            }.get(_ROLE(role))
        entries = self.entries.get(day, ())
        if role == _ROLE.DisplayRole:
            return str(day.day)
        if role == _ROLE.AccessibleTextRole:
            return ", ".join((long_date(day), *(entry.text for entry in entries)))
        return entries if role == _ROLE.UserRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Name the columns: wk, ma, di …"""
        if role != _ROLE.DisplayRole or way != Qt.Orientation.Horizontal:
            return None
        return t("wk") if section == 0 else weekday_in_short(section - 1)


class _DayDelegate(QStyledItemDelegate):
    """Paints one day: its number top right, its entries below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if index.column() == 0:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("t3"))
            words = QRectF(area.x(), area.y() + 8, area.width() - 7, 20)
            painter.drawText(words, _RIGHT, index.data())
        else:
            self._paint_day(painter, option, model, index)
        painter.restore()

    def _paint_day(
        self, painter: QPainter, option: QStyleOptionViewItem, model: MonthModel, index: Index
    ) -> None:
        area, day = QRectF(option.rect), model.day(index)
        here, weekend = day.month == model.month.month, day.weekday() > 4
        painter.fillRect(area, theme.colour("surf" if here and not weekend else "bg"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, -0.5, -0.5))
        if option.state & QStyle.StateFlag.State_HasFocus and ring_shown(option.widget):
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 4, 4)
        number = QRectF(area.right() - 32, area.y() + 6, 26, 22)
        if day == model.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("acc"))
            painter.drawRoundedRect(number, 11, 11)
        painter.setFont(theme.font(13, 500))
        strong = "text" if here and not weekend else "t3"
        painter.setPen(theme.colour("onacc" if day == model.today else strong))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(number, centre if day == model.today else _RIGHT, str(day.day))
        for at, entry in enumerate(index.data(_ROLE.UserRole)):
            top = area.y() + 32 + at * 25
            if top + 22 <= area.bottom():
                _paint_entry(painter, entry, QRectF(area.x() + 4, top, area.width() - 9, 22))


def _paint_entry(painter: QPainter, entry: Entry, area: QRectF) -> None:
    ground, ink = {
        "next": ("acc", "onacc"), "later": ("accbg", "acc"), "past": ("neubg", "t2"),
    }[entry.tone]  # fmt: skip
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(area, 4, 4)
    painter.setFont(theme.font(12, 600))
    painter.setPen(theme.colour(ink))
    painter.drawText(area.adjusted(6, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, entry.text)


class MonthView(QTableView):
    """The month; arrows walk over the days, weekends are narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.month = MonthModel(self)
        self.setModel(self.month)
        self.setAccessibleName(t("Maand"))
        self.setItemDelegate(_DayDelegate(self))
        RingByKeyboard(self)
        heads = HeadView(self, pad=7)
        self.setHorizontalHeader(heads)
        heads.setFixedHeight(28)
        for section in range(8):
            heads.set_side(section, Qt.AlignmentFlag.AlignRight)
            heads.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: Any) -> None:
        """Give weekend days two thirds of a working day."""
        super().resizeEvent(event)
        day = (self.viewport().width() - WEEK_WIDTH - 1) / (5 + 2 * 0.61)
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, WEEK_WIDTH)
        for section in range(1, 8):
            self.setColumnWidth(section, int(day if section < 6 else day * 0.61))
