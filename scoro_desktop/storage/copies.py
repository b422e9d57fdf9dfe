"""Copies of the database beside it: one a day of what is well, and of what is damaged before anything is written to it.

There are no keys in them, as there are none in the database.
"""

from __future__ import annotations

import contextlib
import glob
import re
import shutil
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.beside import SETTING, UNFINISHED, beside, damaged_name
from scoro_desktop.storage.database import Place, connect, copy_to, failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS: Final = 2
"""The number of daily copies that are kept. Ours."""
DAMAGED: Final = 3
"""The number of copies of a damaged database kept beside the first, which was made when least was lost. Ours."""
_SHRUNK: Final = 0.5
"""A database that has so much less in it than one of before may be another that was begun anew. Ours."""
_ROOM: Final = 3
"""A daily copy is made where the disk has room for so many more of them. Ours."""
COPYING: Final = threading.Lock()
"""Held while a copy is made, and while one is written anew without what was deleted."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_VERSION: Final = re.compile(r"v\d+")


@dataclass(frozen=True)
class Kept:
    """A copy that was made when all was well, and when (UTC, aware)."""

    path: Path
    made_at: datetime


class Copies:
    """The copies of a database that is open at a place. Any thread may use them; a disk may be slow to make one."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._damaged: Path | None = None

    def keep_damaged(self) -> Path:
        """Copy the database as it is, once in a run of the app. Raises StorageFailed."""
        if self._damaged is None:
            self._damaged = self._copy(damaged_name())
            _remove(_named(self.place.path, re.compile(r"damaged-[\d-]+"))[1:-DAMAGED])
        return self._damaged

    def has_room(self) -> bool:
        """Tells whether the disk has room for one more copy, for whoever could not make one and asks again."""
        path = self.place.path
        try:
            return shutil.disk_usage(path.parent).free > path.stat().st_size
        except OSError:
            return False

    def keep_daily(self) -> bool:
        """Copy the database, which was found to be well, unless that was done today; whether it was done now.

        Raises StorageFailed.
        """
        path = self.place.path
        name = f"{datetime.now(UTC):%Y-%m-%d}"
        copy = beside(path, name)
        if copy.is_file() and not copy.is_symlink():  # a link is taken for no copy by `kept`, and replaced
            return False
        with contextlib.suppress(OSError):
            if shutil.disk_usage(path.parent).free < _ROOM * path.stat().st_size:
                return False
        self._copy(name)
        _remove(_outdated(_named(path, _DAY)))
        return True

    def keep_now(self) -> Path:
        """Copy the database as the copy of today, whatever was copied today already. Raises StorageFailed.

        It has no mark: what is sent in the rest of this run would not make it known as a copy.
        """
        return self._copy(f"{datetime.now(UTC):%Y-%m-%d}", SETTING)

    def _copy(self, name: str, *less: str) -> Path:
        target = beside(self.place.path, name)
        with COPYING, failures(), contextlib.closing(connect(self.place.path, self.place)) as connection:
            copy_to(connection, target, *less)
        return target


def kept(database: Path) -> list[Kept]:
    """The copies that could be put in the place of a database, the newest first: daily ones, and of older versions."""
    found = [*_named(database, _DAY), *_named(database, _VERSION)]
    made = []
    for path in found:
        with contextlib.suppress(OSError):
            made.append(Kept(path, datetime.fromtimestamp(path.stat().st_mtime, UTC)))
    return sorted(made, key=lambda each: each.made_at, reverse=True)


def all_copies(database: Path) -> list[Path]:
    """Every copy beside a database, whatever it was made of; what is left of one that nobody finishes is removed.

    To be called with `COPYING` held: there is one app over a folder, so nobody else makes one then.
    """
    with contextlib.suppress(OSError):
        _remove([*database.parent.glob(f"{glob.escape(database.stem)}.*{UNFINISHED}")])
    return _named(database, re.compile(r"\d{4}-\d\d-\d\d|v\d+|damaged-[\d-]+"))


def _named(database: Path, name: re.Pattern[str]) -> list[Path]:
    """The files beside a database that are called so, in the order of their names."""

    def found() -> Iterator[Path]:
        with contextlib.suppress(OSError):
            for path in database.parent.iterdir():
                begins, ends = f"{database.stem}.", database.suffix
                middle = path.name.removeprefix(begins).removesuffix(ends)
                if path.name == f"{begins}{middle}{ends}" and name.fullmatch(middle) and not path.is_symlink():
                    yield path

    return sorted(found())


def _outdated(paths: list[Path]) -> list[Path]:
    """The daily copies that newer ones stand for; never the last one that holds far more than any of these."""
    older, newest = paths[:-DAYS], paths[-DAYS:]
    largest = max(map(_size, newest), default=0)
    richer = [path for path in older if largest < _size(path) * _SHRUNK]
    return [path for path in older if path not in richer[-1:]]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
