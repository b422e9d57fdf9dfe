"""Words for when the app cannot start: there is no window yet to show them in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.database import BrokenDatabase, NewerDatabase, StorageError

translate = QCoreApplication.translate


def already_running(data_dir: Path) -> str:
    """A second copy over the same folder would fight with the first over drafts and outcomes."""
    return translate(
        "startup", "Scoro Desktop is running already. Its window is open, or just closing.\n\nFolder: {folder}"
    ).format(folder=data_dir)


def folder_unusable(data_dir: Path, error: OSError) -> str:
    """The data folder cannot be made."""
    return translate("startup", "The data folder cannot be used: {reason}\n\nFolder: {folder}").format(
        reason=error.strerror or type(error).__name__, folder=data_dir
    )


def storage_unusable(data_dir: Path, error: StorageError) -> str:
    """The database cannot be opened. Nothing in it was changed."""
    if isinstance(error, NewerDatabase):
        words = translate(
            "startup",
            "The data was written by a newer version of Scoro Desktop. Install that version, or a newer one. "
            "Nothing was changed.",
        )
    elif isinstance(error, BrokenDatabase):
        words = translate(
            "startup",
            "The file with drafts and history is damaged, so it was left alone. Move it away to start anew, "
            "or put back a copy of it.",
        )
    else:
        words = translate("startup", "Drafts and history cannot be opened. Is the disk full, or the folder read-only?")
    return translate("startup", "{words}\n\nFolder: {folder}\nTechnical: {detail}").format(
        words=words, folder=data_dir, detail=error
    )
