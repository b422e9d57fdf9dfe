"""A file that was cut short: SQLite reads nothing of it, although most of it may be whole.

In the place of pages that are missing stand some that no kind of page can be taken for: what stood there cannot be
read, all else can be, then. The file as it was is copied before.
"""

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

from scoro_desktop.storage.beside import beside, damaged_name
from scoro_desktop.storage.database_errors import StorageFailed
from scoro_desktop.storage.private_files import open_private

_HEADER: Final = 100
_MAGIC: Final = b"SQLite format 3\x00"


def fill_up(path: Path) -> Path | None:
    """Give a file that was cut short its length back, and say where the copy of it stands; None where it was not.

    A file that lost more than is left is not touched: there is more in any copy of before. Raises StorageFailed.
    """
    try:
        size = path.stat().st_size
        page, wanted = _page_and_size(path)
        if not page or not size < wanted <= 2 * size or _has_log(path):
            return None
        copy = _copied(path)
        with path.open("r+b") as file:
            file.truncate(size // page * page)  # half a page could be taken for rows that nobody wrote
            file.seek(0, os.SEEK_END)
            for _ in range((wanted - size // page * page) // page):
                file.write(
                    b"\xff" * page
                )  # of zeros, the last page of a long text would be taken for one that is whole
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageFailed("OS", str(error)) from error
    return copy


def put_back(copy: Path, path: Path) -> None:
    """Put the file as it was in the place of the one that was filled up and could not be used all the same."""
    with contextlib.suppress(OSError):
        for added in ("-wal", "-shm"):
            path.with_name(path.name + added).unlink(missing_ok=True)
        copy.replace(path)


def _page_and_size(path: Path) -> tuple[int, int]:
    """The lengths of a page and of the file, by its header; zeros where that is not known (sqlite.org/fileformat2)."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC) or header[24:28] != header[92:96]:
        return 0, 0
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    return page, page * int.from_bytes(header[28:32], "big")


def _has_log(path: Path) -> bool:
    """Tells whether there are writes beside the file: how long it is stands there, then."""
    logs = (path.with_name(path.name + added) for added in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size for log in logs)


def _copied(path: Path) -> Path:
    copy = beside(path, damaged_name())
    try:
        target_file = open_private(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        with os.fdopen(target_file, "wb") as target, path.open("rb") as file:
            shutil.copyfileobj(file, target)
            target.flush()
            os.fsync(target.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            copy.unlink()
        raise
    return copy
