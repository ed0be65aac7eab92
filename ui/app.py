"""The window's own process: fonts, look, one window, and what happens to faults."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lrt_desk.i18n import language
from ui import theme
from ui.desk import report_of
from ui.jobs import collect_here, finish
from ui.main_window import MainWindow


def main(archive: Path | None = None, passphrase_file: Path | None = None) -> int:
    """Show the window until it is closed; gives the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("LRT Desk")
    app.setDesktopFileName("lrt-desk")
    QLocale.setDefault(QLocale("nl_NL" if language() == "nl" else "en_GB"))
    translator = QTranslator(app)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", where):
        app.installTranslator(translator)
    theme.install(app)
    collect_here(app)
    window = MainWindow()
    _tell_faults(window)
    if archive is not None:
        window.open_soon(archive, passphrase_file)
    window.show()
    status = app.exec()
    finish()
    return status


def _tell_faults(window: MainWindow) -> None:
    """Show faults of ours that no command caught, without their confidential words."""

    def hook(
        _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        window.show_fault(report_of(fault))

    sys.excepthook = hook
