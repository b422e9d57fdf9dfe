"""Takes a database to the newest version, whatever in it is damaged, and keeps a copy of it as it was."""

import contextlib
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from scoro_desktop.storage.beside import UNFINISHED, beside, damaged_name
from scoro_desktop.storage.database_errors import StorageFailed, is_damage
from scoro_desktop.storage.migrations import Mending, Migration
from scoro_desktop.storage.private_files import open_private

APPLICATION_ID: Final = 0x53434F52
"""Stands in the file's header ("SCOR"), so that a database of another application is never taken for ours."""
RowChange: TypeAlias = tuple[tuple[str, tuple[object, ...]], ...]
"""All that is changed for a row: statements with their values."""


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Take a database to the newest version. Raises sqlite3.Error, and StorageFailed where it could not be copied."""
    old = version_of(connection)
    if old == 0 and _begin(connection, migrations):
        return
    if 0 < old < len(migrations):
        copy_to(connection, beside(path, f"v{old}" if _is_whole(connection) else damaged_name()))
    for version, statements in enumerate(migrations[old:], start=old + 1):
        wanted = [each for each in statements if not isinstance(each, Mending)]
        rows = [row for each in statements if isinstance(each, Mending) for row in _rows_to_mend(connection, each)]
        try:
            _step(connection, version, wanted, rows)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            for row in rows:
                _change_alone(connection, row)
            _step(connection, version, wanted, execute=_execute_without_reading)


def _begin(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> bool:
    """Makes the newest tables in an empty file, all at once: there are no rows to change, and one wait for the disk.

    The value is False where another process makes them at this moment, or there is something in the file.
    """
    with _whole(connection):
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables or version_of(connection):
            return False
        for statement in itertools.chain.from_iterable(migrations):
            if not isinstance(statement, Mending):
                connection.execute(statement)
        _sign(connection, len(migrations))
    return True


def _sign(connection: sqlite3.Connection, version: int) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tells whether a copy is one to go back to."""
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return False


def _execute(connection: sqlite3.Connection, statement: str) -> None:
    connection.execute(statement)


def _execute_without_reading(connection: sqlite3.Connection, statement: str) -> None:
    """Does what a statement does to the text of a table: no index is made or dropped, no row is read for a new column.

    SQLite reads every row of a table with checks before it gives it another column (sqlite.org/lang_altertable.html,
    4), and a damaged one would stop it. The text is taken from an empty table that was changed so.
    """
    if statement.startswith(("CREATE INDEX", "DROP INDEX")):  # to drop one reads all of its pages
        return
    if not statement.startswith("ALTER TABLE"):
        connection.execute(statement)
        return
    text = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    table = statement.split()[2]
    with contextlib.closing(sqlite3.connect(":memory:")) as empty:
        empty.execute(*connection.execute(text, (table,)).fetchone())
        empty.execute(statement)
        (changed,) = empty.execute(text, (table,)).fetchone()
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (changed, table))
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("CREATE TABLE of_a_moment (x INTEGER) STRICT")  # other connections read the text again
    connection.execute("DROP TABLE of_a_moment")


def _rows_to_mend(connection: sqlite3.Connection, mending: Mending) -> Sequence[RowChange]:
    """Looks before the transaction: after a read of a damaged page within one, SQLite writes nothing more."""
    from scoro_desktop.storage.mending import rows_to_mend  # wanted once in the life of a database

    return rows_to_mend(connection, mending)


def _step(
    connection: sqlite3.Connection,
    version: int,
    statements: Sequence[str],
    rows: Sequence[RowChange] = (),
    execute: Callable[[sqlite3.Connection, str], None] = _execute,
) -> None:
    """Take the database to a version, unless another process did while this one waited for its turn."""
    with _whole(connection):
        if version_of(connection) < version:
            for statement in statements:
                execute(connection, statement)
            for sql, values in itertools.chain.from_iterable(rows):
                connection.execute(sql, values)
            _sign(connection, version)


def _change_alone(connection: sqlite3.Connection, row: RowChange) -> None:
    """Changes one row; where it, or what it is found by, is damaged, it stays as it is."""
    try:
        with _whole(connection):
            for sql, values in row:
                connection.execute(sql, values)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise


@contextlib.contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def copy_to(connection: sqlite3.Connection, target: Path, *less: str) -> None:
    """Copy the whole database to `target`; what stands there is replaced only by a finished copy.

    `less`: names of settings that the copy is to be without; of a database that is well alone.
    Raises StorageFailed for an error of the system, sqlite3.Error for one of the database.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        unfinished.unlink(missing_ok=True)
        os.close(open_private(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        with contextlib.closing(sqlite3.connect(unfinished)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")  # nothing beside it: an unfinished copy is thrown away
            connection.backup(copy)
            for name in less:
                with copy:
                    copy.execute("DELETE FROM settings WHERE name = ?", (name,))
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        if isinstance(error, sqlite3.Error):
            raise
        raise StorageFailed("OS", str(error)) from error


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 for a database that has none."""
    version: int
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return version
