"""A log of what went wrong in the app itself: where, and never with what.

Of an exception it has the class and the places in the code. Its words are left out, since they may quote a message, a
query or a key; so are the values of variables.
"""

from __future__ import annotations

import contextlib
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.private_files import open_private

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "scoro-desktop.log"
BEFORE: Final = "scoro-desktop.old.log"
MOST: Final = 256 * 1024
"""The most bytes that it may have before it becomes the one before, which goes. Ours."""
_CHAIN_MAX: Final = 8
_ROOTS: Final = frozenset({"scoro_desktop", "site-packages", "tests"})
"""Folders from which on places are named."""


class ErrorLog:
    """The log in a data folder. Any thread may write to it; a disk that does not take it is no further trouble."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / NAME
        self._lock = threading.Lock()

    def write(self, text: str) -> None:
        """Adds a text, with the time (UTC) before it."""
        entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {text.rstrip()}\n"
        with self._lock, contextlib.suppress(OSError):
            with contextlib.suppress(FileNotFoundError):
                if self._path.stat().st_size + len(entry) > MOST:
                    self._path.replace(self.folder / BEFORE)
            with open(self._path, "a", encoding="utf-8", errors="replace", opener=_private) as file:
                file.write(entry)


def place_of(error: BaseException) -> str:
    """Returns the place where an exception arose: its class and the innermost line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {where}"


def wordless_text(error: BaseException) -> str:
    """Names the exceptions, one the cause of the other, and their places: nothing of what they say.

    Places are named from the folder of the program on: who uses the computer often stands in what comes before.
    """
    parts = []
    for one in _chain(error):
        stack = "".join(traceback.format_list([_named(each) for each in traceback.extract_tb(one.__traceback__)]))
        parts.append(f"Traceback (most recent call last):\n{stack}{type(one).__module__}.{type(one).__qualname__}\n")
    return "\nwhich led to\n\n".join(reversed(parts))


def _named(frame: traceback.FrameSummary) -> traceback.FrameSummary:
    parts = PurePath(frame.filename).parts
    known = [at for at, part in enumerate(parts) if part in _ROOTS]
    name = "/".join(parts[known[-1] :] if known else parts[-2:])
    return traceback.FrameSummary(name, frame.lineno, frame.name, line=frame.line)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen and len(seen) < _CHAIN_MAX:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _private(path: str, flags: int) -> int:
    return open_private(Path(path), flags)
