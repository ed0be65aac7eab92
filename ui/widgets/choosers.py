"""The system's own file choosers, the only windows that open over the window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def path_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where to save a file; None when the user turns back."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def path_to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask which file to open."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None


def paths_to_open(parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
    """Ask which files to open."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return tuple(map(Path, chosen))


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
