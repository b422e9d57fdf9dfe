"""Words for failures of the disk, by their codes: why something could not be kept or read, and what to do."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.storage.copies import Kept
from scoro_desktop.storage.database import MISSING, NO_SPACE_FOR_NAME, BrokenDatabase, StorageError, StorageFailed

translate = QCoreApplication.translate


def reason(error: BaseException | None) -> str:
    """One or two sentences: what is the matter, and what helps."""
    if isinstance(error, BrokenDatabase):
        return damaged()
    if not isinstance(error, StorageFailed):
        return translate("disk", "It cannot be saved as it is.")
    code = error.code
    if code == "OS" and isinstance(error.__cause__, OSError):
        return of_system(error.__cause__.errno)
    if code == MISSING:
        return translate(
            "disk",
            "The data folder, or a file in it, was moved or deleted while the app was running. Put it back in its "
            "place, or close the app and start it again.",
        )
    if code == NO_SPACE_FOR_NAME:
        return translate("disk", "The path of the data folder is too long. Choose a folder with a shorter path.")
    if code == "SQLITE_FULL":
        return translate("disk", "The disk is full. Make room on it.")
    if error.is_held:
        return translate(
            "disk", "Another program holds the file with drafts and history. Close that program, or wait until it ends."
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return translate("disk", "The data folder can only be read. Give yourself the right to write to it.")
    if is_damage(error):
        return damaged()
    if code.startswith("SQLITE_IOERR"):
        return translate("disk", "The disk does not respond as it should: is it full, failing or disconnected?")
    if code == "SQLITE_CANTOPEN":
        return translate("disk", "The file with drafts and history cannot be opened. Is the data folder still there?")
    if code == "SQLITE_TOOBIG":
        return translate("disk", "It is longer than the file with drafts and history can hold.")
    return translate("disk", "The disk refused it.")


def technical(error: Exception) -> str:
    """The same, and behind it what the database said."""
    return translate("disk", "{reason} ({technical})").format(reason=reason(error), technical=said(error))


def said(error: Exception) -> str:
    """Returns what the database said, which names tables; of any other error its class, since its words may quote what
    somebody wrote.
    """
    return str(error) if isinstance(error, StorageError) else type(error).__name__


def damaged() -> str:
    """The file is not what it was."""
    return translate("disk", "The file with drafts and history is damaged.")


def mended() -> str:
    """Says that what was damaged could be made anew."""
    return translate(
        "disk",
        "The file with drafts and history was damaged and has been repaired. Nothing in it was lost. A copy of the "
        "file as it was found is kept beside it.",
    )


def with_unread_draft(words: str) -> str:
    """The same, where a form came up empty for it."""
    added = translate(
        "disk", "{words} The draft in the form cannot be read; a copy of the file is kept as it was found."
    )
    return added.format(words=words)


def way_back(database: Path, copies: Sequence[Kept]) -> str:
    """Says what to do about a damaged file: go back to the newest copy, or start anew."""
    folder = translate("disk", "Folder: {folder}").format(folder=path_text(database.parent))
    if not copies:
        words = translate(
            "disk",
            "There is no copy from before the damage. To start again, close the app and move “{name}” away, with the "
            "files that begin with the same name. Keep it: somebody who knows about such files may recover something.",
        ).format(name=database.name)
    else:
        words = translate(
            "disk",
            "A copy was made on {date}, before the damage. To go back to it, close the app, move “{name}” away with "
            "the files “{name}-wal” and “{name}-shm”, and give the copy “{copy}” the name “{name}”. What was written "
            "and sent since then is not in the copy: keep that in mind before you send anything again.",
        )
        made = QDateTime.fromSecsSinceEpoch(int(copies[0].made_at.timestamp()))
        date = QLocale().toString(made, QLocale.FormatType.ShortFormat)
        words = words.format(date=date, name=database.name, copy=copies[0].path.name)
    return f"{words}\n\n{folder}"


def is_damage(error: BaseException | None) -> bool:
    """Tells whether a failure comes from what stands in the file, and neither from the disk nor from anybody else."""
    return isinstance(error, BrokenDatabase) or (isinstance(error, StorageFailed) and error.is_damage)


def of_system(code: int | None) -> str:
    """Says what an error of the system means for the data folder."""
    if code in {errno.EACCES, errno.EPERM}:
        return translate(
            "disk",
            "You have no right to write to the data folder. Was the app once started by another user? Give yourself "
            "the right.",
        )
    if code == errno.EROFS:
        return translate("disk", "The disk of the data folder can only be read.")
    if code in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return translate("disk", "The disk is full. Make room on it.")
    if code in {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}:
        return translate("disk", "Something else is in the place of the data folder, or of a file in it.")
    if code in {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}:
        return translate(
            "disk", "The disk of the data folder cannot lock files, and two programs could spoil each other's data."
        )
    if code == errno.ENAMETOOLONG:
        return translate("disk", "The path of the data folder is too long. Choose a folder with a shorter path.")
    if code == errno.ELOOP:
        return translate("disk", "The links on the way to the data folder lead round in a circle.")
    if code == errno.ENOENT:
        return translate("disk", "The data folder is not there, and cannot be made.")
    return translate("disk", "The data folder cannot be used.")


def path_text(path: Path) -> str:
    """A path as it can be shown: what is no UTF-8 in it stands there in numbers."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
