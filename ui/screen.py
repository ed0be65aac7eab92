"""What every screen is: shown or stale, and refreshed by the kinds of facts it shows."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lrt_desk.model.change import Change
from ui.desk import Desk


class Screen(QWidget):
    """A part of the window that shows facts; `KINDS` are the model classes it looks at.

    A visible screen refreshes when one of its kinds changed; a hidden one remembers that it must.
    """

    KINDS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Show the facts as they are now."""
        raise NotImplementedError

    def show_now(self) -> None:
        """Refresh at once when visible, else when next shown."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_change(self, change: Change) -> None:
        if change.kinds & self.KINDS:
            self.show_now()
