"""Files of people, opened so that none can hold the app up: regular ones of a bounded size, and nothing else."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from scoro_desktop.recipients.source import UnreadableFileError

_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
"""A pipe would keep whoever opens it until somebody opens its other end."""
_FLAGS: Final = os.O_RDONLY | _NO_WAIT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


@contextlib.contextmanager
def opened(path: Path, most_bytes: int) -> Iterator[BinaryIO]:
    """Opens a file to be read, and looks at its end whether it is still the same.

    Raises UnreadableFileError: `no_file`, `not_there`, `unreadable`, `empty`, `too_big` and `changed`.
    """
    try:
        _check_kind(path.stat())  # before it is opened: opening alone moves some devices
        number = os.open(path, _FLAGS)
    except FileNotFoundError:
        raise UnreadableFileError("not_there") from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError("unreadable", reason=_reason(error)) from None
    with os.fdopen(number, "rb") as file:
        before = os.fstat(number)
        _check_kind(before)
        if not before.st_size:
            raise UnreadableFileError("empty")
        if before.st_size > most_bytes:
            raise UnreadableFileError("too_big", limit=most_bytes)
        try:
            yield file
            after = os.fstat(number)
        except OSError as error:
            raise UnreadableFileError("unreadable", reason=_reason(error)) from None
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise UnreadableFileError("changed")


def _check_kind(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFileError("no_file")


def _reason(error: Exception) -> str:
    """The system's words for it, less the path: a file may be named after somebody."""
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
