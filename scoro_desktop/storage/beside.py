"""Files beside a database: the names of its copies, and the mark by which it is known again (`lineage.py`); how SQLite
is given the name of any of them with options.
"""

import binascii
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote_from_bytes

from scoro_desktop.storage.private_files import open_private

UNFINISHED: Final = ".unfinished"
"""The end of the name of a copy that is being made."""
MARK: Final = "scoro-desktop.mark"
"""The file with the mark. It holds no key, and nothing that tells which computer it is."""
SETTING: Final = "lineage"
"""The name of the mark among the settings of the database."""
_MOST: Final = 200
"""Characters of the file that are read: it has two lines at most."""


def beside(database: Path, name: str) -> Path:
    """The path of a copy of the database that has a name of its own."""
    return database.with_name(f"{database.stem}.{name}{database.suffix}")


def address(path: Path, options: str) -> str:
    """The URI of a file for `sqlite3.connect`, with options such as `mode=rw` (sqlite.org/uri.html).

    `Path.as_uri` does much the same, but loads an HTTP client with TLS for it from Python 3.14 on.
    """
    name = path.absolute().as_posix()
    root = "file://" if name.startswith("/") else "file:///"  # a drive's letter has no slash before it
    return f"{root}{quote_from_bytes(os.fsencode(name), safe='/:')}?{options}"


def damaged_name() -> str:
    """The name of a copy of what is damaged, made at this moment."""
    return f"damaged-{datetime.now(UTC):%Y-%m-%d-%H%M%S-%f}"


def made_for(mark: str, machine: bytes) -> str:
    """A mark as it stands in the file; `machine`: what tells this computer from others."""
    return f"{mark}-{binascii.crc32(mark.encode() + machine):08x}"


def marks(folder: Path) -> list[str]:
    """The marks in the file of a folder; none where it is not there or cannot be read."""
    try:
        with os.fdopen(open_private(folder / MARK, os.O_RDONLY), encoding="ascii", errors="replace") as file:
            return file.read(_MOST).splitlines()
    except OSError:
        return []
