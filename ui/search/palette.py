"""The palette: go somewhere or find words, with the keyboard alone."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lrt_desk.i18n import t, tn
from lrt_desk.rules.dates import local
from lrt_desk.store.queries import search, sessions
from ui import theme
from ui.desk import Desk
from ui.icons import paint_icon
from ui.sessions.words import day_and_month, stand
from ui.widgets.basics import Icon, box, column, keycap, label, row, rule

Index = QModelIndex | QPersistentModelIndex
WIDTH, TOP, ROWS = 640, 112, 9
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A row: where it leads, with the positions of the letters that match."""

    icon: str
    text: str
    note: str
    session_id: str
    block_id: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    heading: str = ""


class _OfferDelegate(QStyledItemDelegate):
    """Paints a group's name above its first row, and the row."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: Offer = index.data(_ROLE)
        return QSize(100, 72 if offer.heading else 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        middle = Qt.AlignmentFlag.AlignVCenter
        if offer.heading:
            painter.setFont(theme.font(12, 600))
            painter.setPen(theme.colour("t3"))
            painter.drawText(QRectF(area.x() + 12, area.y() + 8, 400, 20), middle, offer.heading)
            area = area.adjusted(0, 32, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accbg"))
            painter.drawRoundedRect(area, 6, 6)
        icon = QPointF(area.x() + 12, area.center().y() - 9)
        paint_icon(painter, offer.icon, "t2", icon, 18)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("t3"))
        width = painter.fontMetrics().horizontalAdvance(offer.note) + 2
        note = QRectF(area.right() - width - 12, area.y(), width, area.height())
        painter.drawText(note, middle, offer.note)
        _paint_marked(painter, offer, QRectF(area.x() + 40, area.y(), note.x() - 60, area.height()))
        painter.restore()


def _paint_marked(painter: QPainter, offer: Offer, area: QRectF) -> None:
    left, at = area.x(), 0
    painter.setFont(theme.font(14, 600))
    cut = Qt.TextElideMode.ElideRight
    text = painter.fontMetrics().elidedText(offer.text, cut, int(area.width()))
    for start, end in (*offer.marks, (len(text), len(text))):
        for piece, strong in ((text[at:start], False), (text[start:end], True)):
            painter.setFont(theme.font(14, 600 if strong else 400))
            painter.setPen(theme.colour("acc" if strong else "text"))
            line = QRectF(left, area.y(), area.right() - left, area.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, piece)
            left += painter.fontMetrics().horizontalAdvance(piece)
        at = end


class Palette(QWidget):
    """Covers the window with a backdrop; Escape gives the cursor back to where it was."""

    def __init__(self, window: QWidget, desk: Desk, open_session: Callable[..., None]) -> None:
        super().__init__(window)
        self._desk, self._open_session = desk, open_session
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setProperty("kind", "palette")
        self.field.setAccessibleName(t("Zoek een vergadering of woorden in verslagen"))
        self.field.setPlaceholderText(t("Zoek een vergadering of woorden in verslagen"))
        self.list = QListWidget()
        self.list.setAccessibleName(t("Gevonden"))
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = label("", "meta")
        self._card = self._lay_out()
        self.field.textChanged.connect(self._find)
        self.list.itemClicked.connect(self._run)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette over the window."""
        self._before = self.window().focusWidget()
        self.field.clear()
        self._find("")
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus()

    def shut(self) -> None:
        """Take the palette away and return the cursor."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and walk the rows from the field."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._fit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self.field and self._key(event)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the backdrop."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(8, 11, 15, 150))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close when the backdrop is clicked."""
        self.shut()

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            return False
        return True

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        offer: Offer = item.data(_ROLE)
        self._before = None
        self.hide()
        self._open_session(offer.session_id, offer.block_id)

    def _find(self, words: str) -> None:
        offers, count = self._offers(words.strip())
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(offer.text)
            item.setData(_ROLE, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text}, {offer.note}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count.setText(tn("{n} treffer", "{n} treffers", count) if words.strip() else "")
        self._fit()

    def _offers(self, words: str) -> tuple[list[Offer], int]:
        today = local(self._desk.archive.now()).date()
        places = []
        for line in sessions(self._desk.archive):
            name = f"{line.body} {day_and_month(line.date, today)}"
            at = f"{name} {line.reference}".casefold().find(words.casefold())
            if at >= 0:
                end = min(at + len(words), len(name))
                marks = ((at, end),) if words and at < end else ()
                note = stand(line.state).word
                places.append(
                    Offer(icon="calendar", text=name, note=note, session_id=line.id, marks=marks)
                )
        hits = [
            Offer(
                icon="file-text",
                text=hit.snippet,
                note=f"{hit.reference.partition('/')[0]} {day_and_month(hit.date, today)}",
                session_id=hit.session_id,
                block_id=hit.block_id or "",
                marks=hit.marks,
            )
            for hit in (search(self._desk.archive, words) if words else ())
        ]
        shown = places[: 3 if hits else ROWS]
        found = _headed(t("Ga naar"), shown) + _headed(t("In verslagen"), hits[: ROWS - len(shown)])
        return found, len(places) + len(hits)

    def _fit(self) -> None:
        area = self.window().rect()
        self.setGeometry(area)
        height = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        self.list.setFixedHeight(min(height, max(area.height() - TOP - 180, 80)) + 12)
        layout = self._card.layout()
        if layout is not None:
            layout.activate()
            self._card.resize(WIDTH, layout.sizeHint().height())
        self._card.move((self.width() - WIDTH) // 2, TOP)

    def _lay_out(self) -> QFrame:
        card = box("popup")
        card.setParent(self)
        card.setFixedWidth(WIDTH)
        layout = column(card)
        head = row(margins=(20, 14, 16, 14), gap=12)
        head.addWidget(Icon("search", "t2", size=20))
        head.addWidget(self.field, 1)
        head.addWidget(keycap("Esc"))
        layout.addLayout(head)
        layout.addWidget(rule())
        middle = column(margins=(8, 0, 8, 0))
        middle.addWidget(self.list)
        layout.addLayout(middle)
        layout.addWidget(rule())
        foot = row(margins=(18, 10, 18, 10), gap=6)
        for key, words in (("↑ ↓", t("kies")), ("Enter", t("voer uit"))):
            foot.addWidget(keycap(key))
            foot.addWidget(label(words, "meta"))
            foot.addSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._count)
        layout.addLayout(foot)
        return card


def _headed(name: str, offers: list[Offer]) -> list[Offer]:
    return [
        Offer(
            icon=offer.icon,
            text=offer.text,
            note=offer.note,
            session_id=offer.session_id,
            block_id=offer.block_id,
            marks=offer.marks,
            heading=name if at == 0 else "",
        )
        for at, offer in enumerate(offers)
    ]
