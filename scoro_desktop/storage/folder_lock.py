"""The right to be the one app over a data folder: a lock of the operating system on a file in it.

It ends with the process that holds it, however that ends. So what a dead process left behind is never in the way, and
no number of a process has to be trusted that another may bear by now. (QLockFile takes the word of the number and of
the program's name: any Python that came to have the number would keep the folder for ever.)
"""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Final

from scoro_desktop.storage.private_files import check_folder, open_private

NAME: Final = "scoro-desktop.lock"
STARTING: Final = "starting"
READY: Final = "ready"
_MOST: Final = 100
"""Characters of the file that are looked at: it has some dozens."""
_HELD: Final = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)})

if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY: Final = 1 << 30
    """Nobody may read a byte that is locked there, so the one that is lies behind what the file holds."""

    def _lock(file: int) -> None:
        os.lseek(file, _FAR_AWAY, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """A lock that is held. `take` makes one; `release` gives it back, and so does the end of the process."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file: int | None = file

    @classmethod
    def take(cls, folder: Path) -> "FolderLock | None":
        """The lock of a folder; None while another process has it.

        Raises OSError if the folder cannot be used, UnsafeFileError among them.
        """
        check_folder(folder)
        path = folder / NAME
        while True:
            file = open_private(path, os.O_RDWR | os.O_CREAT)
            try:
                if not _is_locked_now(file):
                    os.close(file)
                    return None
                if _is_the_same(file, path):
                    lock = cls(path, file)
                    lock.say(STARTING)
                    return lock
            except BaseException:
                os.close(file)
                raise
            os.close(file)  # whoever had it took the file away between opening and locking it

    def say(self, state: str) -> None:
        """Writes down how far this process is: `STARTING`, or `READY` once it answers a second start."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):  # a full disk: the lock counts, not what is in it
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, f"{os.getpid()}\n{state}\n".encode("ascii"))

    def release(self) -> None:
        """Gives the lock back and takes its file away; once."""
        file, self._file = self._file, None
        if file is None:
            return
        if sys.platform == "win32":  # no file that is open can be taken away there
            os.close(file)
        with contextlib.suppress(OSError):  # it may stay: only the lock on it counts
            self._path.unlink()
        if sys.platform != "win32":
            os.close(file)


def holder(folder: Path) -> int | None:
    """The number of the process that took the lock last, as it wrote it down; None where that cannot be read."""
    number = _lines(folder)[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 11 else None


def is_starting(folder: Path) -> bool:
    """Tells whether the process that took the lock last has not said yet that it is ready."""
    return _lines(folder)[1] == STARTING


def _lines(folder: Path) -> tuple[str, str]:
    try:
        with os.fdopen(open_private(folder / NAME, os.O_RDONLY), encoding="ascii", errors="replace") as file:
            lines = file.read(_MOST).splitlines()
    except OSError:
        lines = []
    number, state, *_ = (*lines, "", "")
    return number, state


def _is_locked_now(file: int) -> bool:
    try:
        _lock(file)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _is_the_same(file: int, path: Path) -> bool:
    """Tells whether the file that is locked is the one that the next to come will open."""
    if sys.platform == "win32":  # a file that is open cannot have been taken away
        return True
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
