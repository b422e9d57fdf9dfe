"""The choice of a file with the dialogs of the system. Tests put a path in their place."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from scoro_desktop.ui.kit import files_folder

translate = QCoreApplication.translate
SUFFIX: Final = "json"


def to_read(parent: QWidget) -> Path | None:
    """Asks for a file; None if the person thinks better of it."""
    dialog = _dialog(parent, translate("files", "Import"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def to_write(parent: QWidget) -> Path | None:
    """Asks where to write, and whether to replace what stands there; None for neither."""
    dialog = _dialog(parent, translate("files", "Export"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(f"{parent.windowTitle().lower()}.{SUFFIX}")
    return _chosen(dialog)


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    return QFileDialog(parent, title, files_folder.begin(), _kinds())


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = bool(dialog.exec())
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    if not accepted or not chosen:
        return None
    files_folder.keep(Path(chosen[0]))
    return Path(chosen[0])


def _kinds() -> str:
    return ";;".join((f"JSON (*.{SUFFIX})", translate("files", "All files") + " (*)"))
