"""Files that are the user's own and nobody else's: opened without following a link, and looked at before they are used.

Others may be able to write to the folder: then any file that the app is about to write to may be a link that leads to
another file of the user's, which would be overwritten.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import Final, Literal, TypeAlias

Why: TypeAlias = Literal["link", "hard_link", "not_a_file", "foreign", "foreign_folder"]

OTHERS: Final = 0o077
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
"""A FIFO would keep whoever opens it until somebody opens its other end."""
_BINARY: Final = getattr(os, "O_BINARY", 0)
_HAS_OWNERS: Final = sys.platform != "win32"


class UnsafeFileError(OSError):
    """A file or a folder that may be another's is not used. `why` says what is the matter with `path`."""

    def __init__(self, why: Why, path: Path) -> None:
        super().__init__(None, f"{path.name}: {why}")
        self.why = why
        self.path = path


def open_private(path: Path, flags: int) -> int:
    """Open a regular file that is the caller's own, by no other name, and take the rights on it from everybody else.

    The value is a file descriptor. Raises UnsafeFileError, and OSError as `os.open` does.
    """
    check_private(path)
    file = os.open(path, flags | _NO_LINK | _NO_WAIT | _BINARY, 0o600)
    try:
        found = os.fstat(file)
        _check(found, path)  # of the file that was opened, whatever stood there a moment before
        if _HAS_OWNERS and stat.S_IMODE(found.st_mode) & OTHERS:
            with contextlib.suppress(OSError):  # a disk without rights (FAT): others may then write to the folder too
                os.fchmod(file, stat.S_IMODE(found.st_mode) & ~OTHERS)
    except BaseException:
        os.close(file)
        raise
    return file


def check_private(path: Path) -> None:
    """Look at a file before something else opens it, without opening it: none is well. Raises UnsafeFileError."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    _check(found, path)


def check_folder(folder: Path) -> None:
    """Look at the folder that files are kept in. A link to it is the user's own or the system's, and so is the folder.

    Raises UnsafeFileError, OSError where there is none.
    """
    if not _HAS_OWNERS:
        return
    for found in (folder.lstat(), folder.stat()):
        if found.st_uid not in {os.geteuid(), 0}:
            raise UnsafeFileError("foreign_folder", folder)


def others_may_write(folder: Path) -> bool:
    """Tells whether other users can put files into a folder. A group that only the user is in is no others.

    False where that cannot be told. (A user's own group has the user's number, as useradd and adduser give it.)
    """
    if not _HAS_OWNERS:
        return False
    try:
        found = folder.stat()
    except OSError:
        return False
    by_group = bool(found.st_mode & stat.S_IWGRP) and found.st_gid != found.st_uid
    return by_group or bool(found.st_mode & stat.S_IWOTH)


def _check(found: os.stat_result, path: Path) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise UnsafeFileError("link", path)
    if not stat.S_ISREG(found.st_mode):
        raise UnsafeFileError("not_a_file", path)
    if _HAS_OWNERS and found.st_uid != os.geteuid():
        raise UnsafeFileError("foreign", path)
    if found.st_nlink > 1:
        raise UnsafeFileError("hard_link", path)
