"""Words for when the app cannot start: there is no window yet to show them in."""

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.database import BrokenDatabase, NewerDatabase, StorageError
from scoro_desktop.storage.trouble_log import NAME

translate = QCoreApplication.translate


def silent(data_dir: Path, process: int | None, trouble: OSError | None = None) -> str:
    """The first over this folder does not show its window, and a second over it would fight with it over drafts and
    outcomes. `process`: its number; `trouble`: why it could not even be asked.
    """
    words = translate(
        "startup",
        "Scoro Desktop is running already and does not answer. It may still be starting, be busy, or be stuck.\n\n"
        "Its window comes to the front as soon as it answers. A second copy is not started over the same data, so that "
        "nothing is lost. If it never answers, end it with the system's task manager and start again: drafts are kept.",
    )
    lines = [words, "", folder_line(data_dir)]
    if process is not None:
        lines.append(translate("startup", "Process: {number}").format(number=process))
    if trouble is not None:
        lines.append(technical_line(trouble.strerror or type(trouble).__name__))
    return "\n".join(lines)


def waiting() -> str:
    """What goes on while the first does not answer."""
    return translate("startup", "Waiting for it…")


def stop_waiting() -> str:
    """The button that ends the second start; the first stays as it is."""
    return translate("startup", "Do not wait")


def folder_unusable(data_dir: Path, error: OSError) -> str:
    """Nothing can be kept in the data folder, for a reason of the system."""
    code = error.errno
    if code in {errno.EACCES, errno.EPERM}:
        words = translate(
            "startup",
            "The data folder cannot be used: you have no right to write to it. Was the app once started by another "
            "user? Give yourself the right, and start again.",
        )
    elif code == errno.EROFS:
        words = translate("startup", "The data folder cannot be used: its disk can only be read.")
    elif code in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        words = translate("startup", "The data folder cannot be used: its disk is full. Make room and start again.")
    elif code in {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}:
        words = translate(
            "startup",
            "The data folder cannot be used: something else stands in its place, or in place of a file in it.",
        )
    elif code in {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}:
        words = translate(
            "startup",
            "The data folder cannot be used: its disk cannot lock files, and two programs could spoil "
            "each other's data.",
        )
    else:
        words = translate("startup", "The data folder cannot be used.")
    return "\n".join((words, "", folder_line(data_dir), technical_line(error.strerror or type(error).__name__)))


def broken(data_dir: Path) -> str:
    """The app itself failed before it had a window."""
    words = translate("startup", "Scoro Desktop could not start: something went wrong in the app. Nothing was sent.")
    log = translate("startup", "The log, for whoever looks after the app: {file}").format(file=data_dir / NAME)
    return "\n".join((words, "", log))


def folder_line(data_dir: Path) -> str:
    """Which folder it is about."""
    return translate("startup", "Folder: {folder}").format(folder=data_dir)


def technical_line(detail: str) -> str:
    """What the system said."""
    return translate("startup", "Technical: {detail}").format(detail=detail)


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
    return "\n".join((words, "", folder_line(data_dir), technical_line(str(error))))
