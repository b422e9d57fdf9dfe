"""The errors of the database, and which of them come from damage in the file."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MISSING: Final = "MISSING"
"""The code of a write that would go into a file that is not in its place any more."""
UNREADABLE: Final = "UNREADABLE"
"""The code of a row that the file gives and that is not what was written there."""
NO_INDEX: Final = "NO_INDEX"
"""The code of a read by an index that could not be made, for the table was damaged."""
NO_SPACE_FOR_NAME: Final = "NAME_TOO_LONG"


class StorageError(Exception):
    """Something could not be read from the disk or written to it."""


class NewerDatabase(StorageError):  # noqa: N818 - each name says what is the matter
    """The database was written by a newer version of the app. It is left as it is."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(f"the database has version {version}, versions up to {known} are known")
        self.version = version
        self.known = known


class BrokenDatabase(StorageError):  # noqa: N818
    """The file is damaged, or is no database of this app. It is left as it is."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class StorageFailed(StorageError):  # noqa: N818
    """A read or a write failed, and nothing of it took effect.

    `code` is SQLite's own, as "SQLITE_FULL", "SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_CANTOPEN"; "OS" for an
    error of the system, which is its cause; `MISSING` and `NO_SPACE_FOR_NAME`.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail

    @property
    def is_damage(self) -> bool:
        """Tells whether it comes from what stands in the file: neither the disk nor anybody else is in the way."""
        return self.code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or self.code in {UNREADABLE, NO_INDEX}

    @property
    def is_held(self) -> bool:
        """Tells whether another program holds the file, which ends by itself."""
        return self.code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"))


@contextlib.contextmanager
def failures() -> Iterator[None]:
    """Turn the database's own errors into StorageFailed."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFailed(code_of(error), str(error)) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Tells whether an error comes from what stands in the file."""
    return StorageFailed(code_of(error), str(error)).is_damage


def code_of(error: sqlite3.Error) -> str:
    """SQLite's own code for an error, or one of ours."""
    # Errors that the Python module raises by itself carry no code of SQLite. Of these it is an OperationalError where
    # what was read is no UTF-8.
    none = UNREADABLE if isinstance(error, sqlite3.OperationalError) else "SQLITE_MISUSE"
    code: str = getattr(error, "sqlite_errorname", none)
    return NO_INDEX if code == "SQLITE_ERROR" and str(error).startswith("no such index") else code
