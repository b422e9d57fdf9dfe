"""The one file that everything but the secrets is kept in: how it is opened, migrated, written and refused."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from scoro_desktop.storage.beside import address
from scoro_desktop.storage.cut_short import fill_up, put_back
from scoro_desktop.storage.database_errors import (
    MISSING,
    NO_SPACE_FOR_NAME,
    UNREADABLE,
    BrokenDatabase,
    NewerDatabase,
    StorageError,
    StorageFailed,
    code_of,
    failures,
)
from scoro_desktop.storage.migrating import APPLICATION_ID, copy_to, migrate, version_of
from scoro_desktop.storage.migrations import MIGRATIONS, Migration
from scoro_desktop.storage.private_files import UnsafeFileError, check_private, open_private

__all__ = [
    "APPLICATION_ID",
    "BESIDE",
    "DATABASE",
    "MISSING",
    "NO_SPACE_FOR_NAME",
    "UNREADABLE",
    "BrokenDatabase",
    "Connection",
    "NewerDatabase",
    "Place",
    "StorageError",
    "StorageFailed",
    "connect",
    "copy_to",
    "failures",
    "open_database",
    "place_of",
    "read_rows",
    "storable",
    "transaction",
]

DATABASE: Final = "scoro-desktop.sqlite3"
"""The name of the file in the data folder."""
CACHE_KIB: Final = 1_000
"""The KiB of pages that a connection which only reads keeps, where SQLite would keep 2,000. It goes through far more
than that, and what it reads again is in the memory of the system. Ours.
"""
BUSY_TIMEOUT_S: Final = 5.0
"""The longest time that a write waits for another process that is writing."""
BESIDE: Final = ("-wal", "-shm", "-journal")
"""The files that SQLite puts beside a database, by what is added to its name."""
_LONGEST_PATH: Final = 512 - len("-journal") - 1
"""SQLite's unix layer has 512 bytes for a path with all that it adds to it (MAX_PATHNAME in os_unix.c)."""


@dataclass(frozen=True)
class Place:
    """The files that a connection has open: the database at `path`, by the numbers of it and of its log of writes."""

    path: Path
    file: tuple[int, int] | None
    log: tuple[int, int] | None

    @classmethod
    def now(cls, path: Path) -> "Place":
        """The files that stand there at this moment."""
        return cls(path, *_numbers(path))

    def check(self) -> None:
        """Raises StorageFailed where what is written to the open files is not found there again.

        A file that was removed, moved or replaced under the app takes writes as before, and they are gone with it. The
        log without which the database is an older one is looked at as well.
        """
        try:
            found = self.path.stat()
            is_there = (found.st_dev, found.st_ino) == self.file
            if self.log is not None:
                found = self.path.with_name(self.path.name + "-wal").stat()
                is_there = is_there and (found.st_dev, found.st_ino) == self.log
        except OSError:
            is_there = False
        if not is_there:
            raise StorageFailed(MISSING, f"{self.path.name} was removed or replaced while it was open")


class Connection(sqlite3.Connection):
    """A connection that knows its place; before it is open all the way it has none.

    `wants_erasing`: something was marked to be erased over it (`erasing.py`).
    """

    place: Place | None = None
    wants_erasing = False


def place_of(connection: sqlite3.Connection) -> Place:
    """The place of a connection that `open_database` gave. Raises TypeError for any other."""
    place = connection.place if isinstance(connection, Connection) else None
    if place is None:
        raise TypeError("a connection without a place")
    return place


def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """Open the database at `path`, made or migrated as needed; for use from the calling thread only.

    The file is readable by its owner alone, and so is its folder where it is made here. An older database is copied
    beside itself, as "name.v1.db", before it is migrated, and one that was cut short before it is filled up. The
    connection commits by itself: several writes that
    belong together stand in `transaction`.

    Raises NewerDatabase, BrokenDatabase, StorageFailed for what is wrong with the disk and not with the file, and
    UnsafeFileError where something that may be another's stands in the place of a file.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(open_private(path, os.O_RDWR | os.O_CREAT))  # SQLite gives the files beside it the same mode
        for added in BESIDE:
            check_private(path.with_name(path.name + added))
    except UnsafeFileError:
        raise
    except OSError as error:
        raise StorageFailed("OS", str(error)) from error
    try:
        return _opened(path, migrations)
    except BrokenDatabase:
        copy = fill_up(path)
        if copy is None:
            raise
    try:
        return _opened(path, migrations)
    except (BrokenDatabase, NewerDatabase):
        put_back(copy, path)
        raise


def _opened(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    connection: Connection | None = None
    try:
        connection = _open(path)
        _refuse_strangers(connection, path, len(migrations))
        connection.execute("PRAGMA journal_mode = WAL")
        _set_up(connection)
        migrate(connection, path, migrations)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # now it has its log of writes open
        connection.place = Place.now(path)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise _opening_error(error, path) from error
        if isinstance(error, UnicodeDecodeError):  # Python, of SQLite's own error, which quotes what is damaged
            raise BrokenDatabase(path, "the text of its tables is damaged") from error
        raise
    return connection


def connect(path: Path, place: Place | None = None) -> Connection:
    """Another connection to a database that is there already; for use from the calling thread only.

    `place`: of the connection that has it open. Raises StorageFailed.
    """
    if place is not None:
        place.check()
    connection: Connection | None = None
    try:
        connection = _open(path)
        _set_up(connection)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise StorageFailed(code_of(error), str(error)) from error
        raise
    connection.place = place
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the writes inside, on the disk when it is left, or none of them.

    Raises StorageFailed for any error of the database, and where it is not in its place any more.
    """
    place = connection.place if isinstance(connection, Connection) else None
    if place is not None:
        place.check()
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            # Some errors, a full disk among them, have ended the transaction already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except sqlite3.Error as error:
        raise StorageFailed(code_of(error), str(error)) from error
    if place is not None:
        place.check()


def read_rows(connection: sqlite3.Connection, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query. Raises StorageFailed for any error of the database."""
    with failures():
        return connection.execute(sql, parameters).fetchall()


def storable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 cannot carry: each becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _set_up(connection: sqlite3.Connection) -> None:
    # With WAL, only FULL has a commit on the disk before it returns (sqlite.org/pragma.html#pragma_synchronous).
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted, and pages that are free, is filled with zeros


def _open(path: Path) -> Connection:
    """Open a file that is there: SQLite would make one where there is none, for everybody to read."""
    if sys.platform == "win32":  # nobody can take away a file there that is open, and a share has no such address
        return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, factory=Connection)
    return sqlite3.connect(
        address(path, "mode=rw"), uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, factory=Connection
    )


def _numbers(path: Path) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The numbers of a database and of its log, None for one that is not there."""
    numbers: list[tuple[int, int] | None] = []
    for each in (path, path.with_name(path.name + "-wal")):
        try:
            found = each.stat()
        except OSError:
            numbers.append(None)
        else:
            numbers.append((found.st_dev, found.st_ino))
    return numbers[0], numbers[1]


def _refuse_strangers(connection: sqlite3.Connection, path: Path, known: int) -> None:
    """Look before anything is written: a refused file stays as it was, byte for byte."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION_ID:
        raise BrokenDatabase(path, "a database of another application")
    version = version_of(connection)
    if version > known:
        raise NewerDatabase(version, known)


def _opening_error(error: sqlite3.Error, path: Path) -> StorageError:
    code = code_of(error)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return BrokenDatabase(path, str(error))
    if code == "SQLITE_CANTOPEN" and sys.platform != "win32" and len(os.fsencode(path.resolve())) > _LONGEST_PATH:
        return StorageFailed(NO_SPACE_FOR_NAME, f"{len(os.fsencode(path.resolve()))} bytes")
    return StorageFailed(code, str(error))
