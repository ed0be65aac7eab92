"""Tables of the design: rows of cells with chips, icons and second lines, painted by tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.widgets.cells import Cell, CellDelegate, HeadView

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, its width in pixels (0 takes what is left), and its side."""

    head: str
    width: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; `key` is what the screen knows it by, `nested` rows belong to the one above."""

    key: str
    cells: tuple[Cell, ...]
    height: int = 45
    nested: bool = False


class RowModel(QAbstractTableModel):
    """Rows as Qt wants to hear of them."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; those that stay in place keep their selection."""
        fresh = tuple(rows)
        same = [row.key for row in fresh] == [row.key for row in self.rows]
        if same:
            self.rows = fresh
            if fresh:
                corner = self.index(len(fresh) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count rows; cells have none under them."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a cell to eye and ear, and the cell itself to the delegate."""
        if not index.isValid():
            return None
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken() or None
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.hint or None
        if role == Qt.ItemDataRole.UserRole:
            return cell
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns, and the rows by their first words."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way == Qt.Orientation.Horizontal:
            return self.columns[section].head
        return self.rows[section].key


class Table(QTableView):
    """A table whose rows are chosen with keys or mouse; Enter opens, letters act."""

    opened = Signal(str)
    """The key of the row on which Enter was pressed, or that was double-clicked."""
    lettered = Signal(str)
    """A letter typed on the selected rows."""
    chosen = Signal()
    removing = Signal()
    """Delete was pressed on the selected rows."""

    def __init__(self, name: str, columns: Sequence[Column], *, many: bool = False) -> None:
        super().__init__()
        self.rows = RowModel(columns, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self._lay_out_heads(columns)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen.emit())
        if many:
            self._offer_all()
        self.doubleClicked.connect(lambda index: self.opened.emit(self.key_at(index.row())))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows, with their heights and spans."""
        self.rows.show(rows)
        self.clearSpans()
        for at, row in enumerate(self.rows.rows):
            if self.rowHeight(at) != row.height:
                self.setRowHeight(at, row.height)
            for column, cell in enumerate(row.cells):
                if cell.span > 1:
                    self.setSpan(at, column, 1, cell.span)

    def key_at(self, row: int) -> str:
        """Give the key of a row."""
        return self.rows.rows[row].key

    def selected_keys(self) -> tuple[str, ...]:
        """Give the keys of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.key_at(row) for row in rows)

    def choose(self, key: str) -> None:
        """Select the row with a key, and go there."""
        for at, row in enumerate(self.rows.rows):
            if row.key == key:
                self.selectRow(at)

    def natural_height(self) -> int:
        """Count the pixels all rows and the heads take."""
        return sum(row.height for row in self.rows.rows) + self.horizontalHeader().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, clear with Escape, walk with J and K, hand other letters on."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.key_at(self.currentIndex().row()))
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif key == Qt.Key.Key_Delete:
            self.removing.emit()
        elif text in {"j", "k"}:
            step = 1 if text == "j" else -1
            row = min(max(self.currentIndex().row() + step, 0), self.rows.rowCount() - 1)
            self.selectRow(row)
        elif text.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.lettered.emit(text.lower())
        else:
            super().keyPressEvent(event)

    def _offer_all(self) -> None:
        heads = self.horizontalHeader()
        if isinstance(heads, HeadView):
            heads.tick_with(self._all_chosen)
            heads.setSectionsClickable(True)
            heads.sectionClicked.connect(self._choose_all)
            self.chosen.connect(heads.viewport().update)

    def _all_chosen(self) -> bool | None:
        """Tell whether all rows are chosen; None for some of them."""
        count = len(self.selectionModel().selectedRows())
        return None if 0 < count < self.rows.rowCount() else count > 0

    def _choose_all(self, section: int) -> None:
        if section == 0:
            self.clearSelection() if self._all_chosen() else self.selectAll()

    def _lay_out_heads(self, columns: Sequence[Column]) -> None:
        heads = HeadView(self)
        self.setHorizontalHeader(heads)
        heads.setFixedHeight(36)
        heads.setMinimumSectionSize(24)
        self.verticalHeader().hide()
        for at, column in enumerate(columns):
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            heads.set_side(at, side)
            mode = QHeaderView.ResizeMode
            heads.setSectionResizeMode(at, mode.Fixed if column.width else mode.Stretch)
            if column.width:
                self.setColumnWidth(at, column.width)
