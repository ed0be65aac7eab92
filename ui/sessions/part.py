"""What stands behind a tab of a session."""

from PySide6.QtWidgets import QWidget

from lrt_desk.model.ids import Id
from ui.desk import Desk
from ui.screen import Screen


class SessionPart(Screen):
    """A screen about one session, with the actions it puts in the header.

    `WANTS_RAIL`: it needs the width, so the sidebar shrinks.
    """

    WANTS_RAIL = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.session_id: Id | None = None

    def name(self) -> str:
        """Name the tab."""
        raise NotImplementedError

    def open(self, session_id: Id) -> None:
        """Turn to another session."""
        self.leave()
        self.session_id = session_id
        self.show_now()

    def panes(self) -> tuple[QWidget, ...]:
        """Name the places that F6 goes by, from left to right."""
        return ()

    def buttons(self) -> tuple[QWidget, ...]:
        """Make the buttons for the header, the primary one last."""
        return ()

    def leave(self) -> bool:
        """Write down what is still being typed; False when that did not work."""
        return True
