"""The focus ring of lists: shown to who uses the keyboard, not to who clicks."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

_RING = "ring"
_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class RingByKeyboard(QObject):
    """Notes on a view whether its focus came by key, or keys were used since; owned by the view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.pressed.connect(lambda _index: self._note(shown=False))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at focus and keys, and keep nothing from the view."""
        if event.type() == QEvent.Type.KeyPress:
            self._note(shown=True)
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self._note(shown=event.reason() in _KEYS)
        return super().eventFilter(watched, event)

    def _note(self, *, shown: bool) -> None:
        self._view.setProperty(_RING, shown)


def ring_shown(view: QWidget | None) -> bool:
    """Tell whether the ring of a view may be drawn."""
    return view is not None and bool(view.property(_RING))
