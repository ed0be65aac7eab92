"""First run: make an archive, open one, or look around in the demonstration."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QWidget

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.paths import state_dir, write_file
from ui.jobs import Job
from ui.sidebar import Mark
from ui.welcome.steps import ChooseStep, KitStep, PassphraseStep, UnlockStep
from ui.widgets.basics import box, column, label, row
from ui.widgets.choosers import path_to_open, path_to_save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from lrt_desk.store.archive import Archive
    from lrt_desk.store.keys import Key

SUFFIX = ".lrt"


def _kinds() -> str:
    return t("Archief van LRT Desk (*.lrt)")


class WelcomeScreen(QWidget):
    """One card in the middle of the window; each step says what happens next."""

    opened = Signal(object)
    """An open `Archive`, now of whoever listens."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bg")
        self._path: Path | None = None
        self._made: Archive | None = None
        self._wrong = label("", "secondary", tone="red", wrap=True)
        self.choose = ChooseStep(self._create, self._open, self._look_around)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.choose)
        self._lay_out()
        self._start_over()

    @cached_property
    def passphrase(self) -> PassphraseStep:
        """The step that asks for a new passphrase, made when first needed."""
        return PassphraseStep(self._create_with, self._start_over)

    @cached_property
    def unlock(self) -> UnlockStep:
        """The step that asks for the key of an archive, made when first needed."""
        return UnlockStep(self._unlock_with, self._unlock_by_code, self._start_over)

    @cached_property
    def kit(self) -> KitStep:
        """The step that saves the recovery kit, made when first needed."""
        return KitStep(self._save_kit, self._finish)

    def wait(self) -> None:
        """Show nothing yet: an archive is about to be opened."""
        self._card.hide()

    def open_path(self, path: Path, passphrase_file: Path | None = None) -> None:
        """Open an archive, asking for a passphrase where the keyring has no key."""
        from lrt_desk.store import keys
        from lrt_desk.store.archive import open_archive

        self._path = path
        try:
            self.opened.emit(open_archive(path, keys.key_for(path, passphrase_file)))
        except DeskError as problem:
            if not path.is_file() or passphrase_file is not None:
                self._refuse(problem)
            else:
                self.unlock.ask(path.name)
                self._go_to(self.unlock)

    def close_unfinished(self) -> None:
        """Let go of an archive whose kit was never saved."""
        if self._made is not None:
            self._made.close()
            self._made = None

    def _create(self) -> None:
        from lrt_desk.store import keys

        name = f"{t('Archief LRT')}{SUFFIX}"
        path = path_to_save(self, t("Waar komt het archief"), name, _kinds())
        if path is None:
            return
        self._path = path if path.suffix else path.with_suffix(SUFFIX)
        try:
            key = keys.key_for_new()
        except DeskError:
            self._go_to(self.passphrase)
            return
        self._make(key)

    def _create_with(self, words: str) -> None:
        from lrt_desk.store.keys import Key

        self._make(Key(passphrase=words))

    def _make(self, key: Key) -> None:
        from lrt_desk.store.archive import create_archive
        from lrt_desk.store.keys import remember

        if self._path is None:
            return
        try:
            self._made = create_archive(self._path, key)
            remember(self._made)
        except DeskError as problem:
            self._refuse(problem)
            return
        self._go_to(self.kit)

    def _save_kit(self) -> bool:
        from lrt_desk.documents import pdf
        from lrt_desk.documents.recovery import recovery_kit as kit_document
        from lrt_desk.store.keys import recovery_kit

        if self._made is None:
            return False
        name = f"{self._made.path.stem}-herstelkaart.pdf"
        path = path_to_save(self, t("Bewaar de herstelkaart"), name, "PDF (*.pdf)")
        if path is None:
            return False
        try:
            write_file(path, pdf.render(kit_document(recovery_kit(self._made))))
        except OSError:
            self._refuse(
                DeskError(
                    t("De herstelkaart kan hier niet worden bewaard."),
                    t("Kies een map waarin u mag schrijven."),
                )
            )
            return False
        self._wrong.hide()
        return True

    def _finish(self) -> None:
        archive, self._made = self._made, None
        if archive is not None:
            self.opened.emit(archive)

    def _open(self) -> None:
        path = path_to_open(self, t("Kies een archief"), _kinds())
        if path is not None:
            self._wrong.hide()
            self.open_path(path)

    def _unlock_with(self, words: str) -> None:
        from lrt_desk.store.keys import Key

        self._try(lambda: Key(passphrase=words))

    def _unlock_by_code(self, codes: str) -> None:
        from lrt_desk.store.keys import key_from_recovery

        self._try(lambda: key_from_recovery(codes))

    def _try(self, key: Callable[[], Key]) -> None:
        from lrt_desk.store.archive import open_archive

        if self._path is None:
            return
        try:
            archive = open_archive(self._path, key())
        except DeskError as problem:
            self.unlock.refuse(str(problem))
            return
        self.opened.emit(archive)

    def _look_around(self) -> None:
        from lrt_desk.store.keys import new_key

        path, key = state_dir() / f"{t('Voorbeeldarchief')}{SUFFIX}", new_key()
        self._wrong.hide()
        self.choose.say_busy(t("Het voorbeeldarchief wordt gemaakt, dat duurt enkele seconden"))
        job = Job(partial(_make_demonstration, path, key))
        job.done.connect(partial(self._open_demonstration, path, key))
        job.refused.connect(self._refuse)
        job.failed.connect(self._fail)
        job.start()

    def _open_demonstration(self, path: Path, key: Key, last_moment: dt.datetime) -> None:
        from lrt_desk.commands.demonstration import StoryClock
        from lrt_desk.store.archive import open_archive

        self.choose.say_busy("")
        try:
            archive = open_archive(path, key, clock=StoryClock(last_moment))
        except DeskError as problem:
            self._refuse(problem)
            return
        self.opened.emit(archive)

    def _fail(self, _report: str) -> None:
        self._refuse(
            DeskError(t("Het voorbeeldarchief kan niet worden gemaakt."), t("Probeer het opnieuw."))
        )

    def _refuse(self, problem: DeskError) -> None:
        self.choose.say_busy("")
        self._card.show()
        self._wrong.setText(str(problem))
        self._wrong.show()

    def _start_over(self) -> None:
        self._go_to(self.choose)

    def _go_to(self, step: QWidget) -> None:
        self._wrong.hide()
        self._card.show()
        if self._steps.indexOf(step) < 0:
            self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        step.setFocus()

    def _lay_out(self) -> None:
        card = box("card")
        card.setFixedWidth(560)
        inner = column(card, margins=(36, 32, 36, 32), gap=20)
        head = row(gap=14)
        head.addWidget(Mark())
        words: QLabel = label(t("LRT Desk"), "title")
        head.addWidget(words)
        head.addStretch(1)
        inner.addLayout(head)
        inner.addWidget(self._steps)
        inner.addWidget(self._wrong)
        line = row()
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        layout = column(self)
        layout.addStretch(2)
        layout.addLayout(line)
        layout.addStretch(3)
        self._card: QFrame = card
        self._steps.setAccessibleName(t("Archief kiezen"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _make_demonstration(path: Path, key: Key) -> dt.datetime:
    """Play the story into a new file, for a worker; gives the moment at which it ends."""
    from lrt_desk.commands.demonstration import create_demonstration

    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    with create_demonstration(path, key).archive as archive:
        return archive.now()
