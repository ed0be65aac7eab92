"""The window: it only puts sidebar, screens and the message line together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from lrt_desk.i18n import t
from ui.desk import Desk
from ui.sidebar import Destination, Sidebar
from ui.welcome.welcome_screen import WelcomeScreen
from ui.widgets.basics import column, row
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from lrt_desk.errors import DeskError
    from lrt_desk.model.change import Change
    from lrt_desk.store.archive import Archive
    from ui.search.palette import Palette
    from ui.sessions.session_screen import SessionScreen

_WIDE_FROM = 1440
_TYPED = frozenset({"Block", "Action", "Decision"})
_SESSIONS = "sessions"
_TABS = 5


class MainWindow(QMainWindow):
    """Welcome without an archive; with one, the frame. Its title names nothing confidential.

    Screens are imported and made when they are first needed: the window is there before them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("LRT Desk")
        self.setMinimumSize(1024, 680)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.desk: Desk | None = None
        self._warned = False
        self._to_open: tuple[Path, Path | None] | None = None
        self._session: SessionScreen | None = None
        self._palette: Palette | None = None
        self.welcome = WelcomeScreen()
        self.welcome.opened.connect(self.show_archive)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)

    @property
    def session(self) -> SessionScreen:
        """The screen of one session, made when first asked for."""
        if self._session is None:
            from ui.sessions.session_screen import SessionScreen

            self._session = SessionScreen(self._open_desk(), self.messages.say)
            self._session.tabs.currentChanged.connect(lambda _at: self._fit())
            self._screens.addWidget(self._session)
        return self._session

    @property
    def palette_(self) -> Palette:
        """The palette, made when first asked for."""
        if self._palette is None:
            from ui.search.palette import Palette

            self._palette = Palette(self, self._open_desk(), self.open_session)
        return self._palette

    def open_soon(self, path: Path, passphrase_file: Path | None = None) -> None:
        """Open an archive once the window has been painted."""
        self._to_open = (path, passphrase_file)
        self.welcome.wait()

    def show_archive(self, archive: Archive) -> None:
        """Show an open archive; the window closes it in the end."""
        from ui.importing import Importer
        from ui.sessions.sessions_screen import SessionsScreen
        from ui.verdict_panel import VerdictPanel

        self.desk = Desk(archive, self)
        self.desk.changed.connect(self._on_change)
        self.desk.refused.connect(self._show_problem)
        self.desk.failed.connect(self.show_fault)
        self.messages = MessageBar(t("Sluit bericht"))
        self.importer = Importer(self.desk, self._say_busy)
        self.importer.recorded.connect(self._show_imported)
        self.verdict = VerdictPanel()
        self.importer.judged.connect(
            lambda name, found, sound: self.verdict.show_verdict(name, found, sound=sound)
        )
        self.sidebar = Sidebar(
            (Destination(key=_SESSIONS, name=t("Vergaderingen"), icon="calendar"),)
        )
        self.sessions = SessionsScreen(self.desk, self.choose_minutes)
        self._screens = QStackedWidget()
        self._put_together()
        self._connect()
        self._refresh_sidebar()
        self.go_to_sessions()

    def go_to_sessions(self) -> None:
        """Show all sessions."""
        self._leave()
        self._screens.setCurrentWidget(self.sessions)
        self.sidebar.mark(_SESSIONS)
        self.sessions.list.setFocus()
        self._fit()

    def open_session(self, session_id: str, block_id: str = "") -> None:
        """Show one session, on a paragraph where one is given."""
        from lrt_desk.model.ids import Id

        self._leave()
        self._screens.setCurrentWidget(self.session)
        self.session.open(Id(session_id))
        if block_id:
            self.session.point_at(Id(block_id))
        self.sidebar.mark(_SESSIONS, session_id)
        self.session.part().panes()[0].setFocus()
        self._fit()

    def choose_minutes(self) -> None:
        """Ask which minutes to import."""
        from ui.importing import kinds
        from ui.widgets.choosers import paths_to_open

        if paths := paths_to_open(self, t("Kies verslagen om te importeren"), kinds()):
            self.importer.take(paths)

    def undo(self) -> None:
        """Take back the last change and say which one that was."""
        self._step_back_or_forward(t("Ongedaan gemaakt: {label}."), back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step_back_or_forward(t("Opnieuw uitgevoerd: {label}."), back=False)

    def show_fault(self, report: str) -> None:
        """Say that the fault is ours, and offer a report without confidential words."""
        if self.desk is not None:
            self.messages.warn(
                t("Er ging iets mis in het programma. Er is niets gewijzigd."),
                t("Probeer het opnieuw of stuur het rapport naar de beheerder."),
                t("Kopieer rapport"),
                lambda: QGuiApplication.clipboard().setText(report),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the sidebar to the rail in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and only then open what waits to be opened."""
        super().paintEvent(event)
        if self._to_open is not None:
            where, self._to_open = self._to_open, None
            QTimer.singleShot(0, lambda: self.welcome.open_path(*where))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self.desk is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the minutes that were dropped, and judge other PDFs."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls())
        if self.desk is not None and paths:
            event.acceptProposedAction()
            self.importer.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, then close the archive.

        What cannot be saved keeps the window open once, so that the words can be copied.
        """
        self.welcome.close_unfinished()
        if self.desk is not None:
            if not self._leave() and not self._warned:
                self._warned = True
                event.ignore()
                return
            self.desk.archive.close()
            self.desk = None
        super().closeEvent(event)

    def _put_together(self) -> None:
        frame, right = QWidget(), QWidget()
        frame.setProperty("surface", "bg")
        layout = row(frame, gap=0)
        layout.addWidget(self.sidebar)
        layout.addWidget(right, 1)
        inner = column(right)
        self._screens.addWidget(self.sessions)
        inner.addWidget(self._screens, 1)
        inner.addWidget(self.verdict)
        inner.addWidget(self.messages)
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)

    def _connect(self) -> None:
        self.sidebar.went.connect(lambda _key: self.go_to_sessions())
        self.sidebar.opened.connect(self.open_session)
        self.sidebar.searched.connect(self._find)
        self.sessions.opened.connect(self.open_session)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            ("Ctrl+K", self._find),
            ("Ctrl+2", self.go_to_sessions),
            ("F6", lambda: self._next_pane(1)),
            ("Shift+F6", lambda: self._next_pane(-1)),
            ("Ctrl+\\", self._toggle_sidebar),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        for at in range(_TABS):
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            shortcut.activated.connect(lambda to=at: self._turn_to(to))

    def _open_desk(self) -> Desk:
        if self.desk is None:
            raise RuntimeError("no archive is open")
        return self.desk

    def _leave(self) -> bool:
        """Write down what is still being typed; False when that did not work."""
        return self._session is None or self._session.leave()

    def _find(self) -> None:
        self.palette_.open()

    def _turn_to(self, tab: int) -> None:
        if self._screens.currentWidget() is self._session and self._session is not None:
            self._session.tabs.setCurrentIndex(tab)

    def _step_back_or_forward(self, words: str, *, back: bool) -> None:
        if self.desk is None:
            return
        self._leave()
        change = self.desk.undo() if back else self.desk.redo()
        if change is not None:
            self.messages.say(words.format(label=change.label))

    def _on_change(self, change: Change) -> None:
        if self.desk is None:
            return
        self._refresh_sidebar()
        if not change.kinds <= _TYPED and self.desk.archive.undo_label() == change.label:
            self.messages.say(change.label, t("Maak ongedaan"), self.undo)

    def _refresh_sidebar(self) -> None:
        if self.desk is None:
            return
        from lrt_desk.rules.dates import clock, local
        from lrt_desk.store.queries import sessions
        from ui.sessions.entries import doubts_by_session, in_progress

        archive = self.desk.archive
        today = local(archive.now()).date()
        lines = in_progress(sessions(archive), doubts_by_session(archive), today)
        self.sidebar.show_sessions(lines)
        now = clock(local(archive.now()).time())
        self.sidebar.say_saved(t("Alles bewaard, {time}", time=now))

    def _show_problem(self, problem: DeskError) -> None:
        self.messages.warn(problem.message, problem.remedy)

    def _show_imported(self, session_id: str, words: str) -> None:
        self.open_session(session_id)
        self.messages.say(words)

    def _say_busy(self, words: str) -> None:
        if words:
            self.messages.say(words)

    def _fit(self) -> None:
        if self.desk is not None:
            shown = self._screens.currentWidget()
            live = (
                self._session is not None
                and shown is self._session
                and (self._session.wants_rail())
            )
            self.sidebar.set_narrow(live or self.width() < _WIDE_FROM)

    def _toggle_sidebar(self) -> None:
        self.sidebar.set_narrow(self.sidebar.width() > 100)

    def _next_pane(self, step: int) -> None:
        here_now = self._screens.currentWidget()
        screen = self.sessions if here_now is self.sessions else self.session
        panes = [self.sidebar.first(), *screen.panes()]
        panes = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = self.focusWidget()
        here = next(
            (
                at
                for at, pane in enumerate(panes)
                if focus and (pane is focus or pane.isAncestorOf(focus))
            ),
            0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
