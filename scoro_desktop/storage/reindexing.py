"""Makes the indexes of a database anew, where they are damaged and every row is whole: nothing is lost by it then.

SQLite's own REINDEX takes the pages of an index apart first, and stops at a damaged one. So each index is given a new
first page, is filled from the rows, and the pages it had are left to VACUUM (sqlite.org/fileformat2, 2.6).
"""

import contextlib
import sqlite3

from scoro_desktop.storage.database import Place, StorageFailed, connect, failures, read_rows, transaction


def is_well(connection: sqlite3.Connection) -> bool:
    """Tells whether every page is what it should be. Raises StorageFailed for what is no damage."""
    try:
        return read_rows(connection, "PRAGMA quick_check(1)") == [("ok",)]
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False


def rows_are_whole(connection: sqlite3.Connection) -> bool:
    """Tells whether every row of every table can be read to its end. Raises StorageFailed for what is no damage."""
    try:
        with failures():
            for name in _tables(connection):
                with contextlib.closing(connection.execute(f"SELECT * FROM {name} NOT INDEXED")) as rows:  # noqa: S608
                    for _row in rows:
                        pass
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False
    return True


def make_indexes_anew(place: Place) -> bool:
    """Make every index from the rows, all or none; tells whether the file is well then. Raises StorageFailed.

    For the thread that writes. A copy of the file is to be kept before.
    """
    with contextlib.closing(connect(place.path, place)) as connection:
        indexes = read_rows(connection, "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'")
        with transaction(connection):
            for name, table in indexes:
                _make_anew(connection, name, table)
            _refuse_damage(connection)
        with failures():
            connection.execute("VACUUM")
        return is_well(connection)


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").fetchall()
    return [name for (name,) in found]


def _refuse_damage(connection: sqlite3.Connection) -> None:
    """Raises StorageFailed where a table is damaged all the same: made anew, it would look as if it were whole.

    A look at one table passes over the pages that nothing uses any more (sqlite.org/pragma.html, integrity_check).
    """
    for name in _tables(connection):
        if connection.execute(f"PRAGMA quick_check({name})").fetchall() != [("ok",)]:
            raise StorageFailed("SQLITE_CORRUPT", f"the table {name} is damaged, not its indexes alone")


def _make_anew(connection: sqlite3.Connection, name: str, table: str) -> None:
    (column,) = connection.execute("SELECT name FROM pragma_table_info(?) LIMIT 1", (table,)).fetchone()
    connection.execute(f"CREATE INDEX of_a_moment ON {table} ({column}) WHERE 0")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'of_a_moment') "
        "WHERE name = ?",
        (name,),
    )
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'of_a_moment'")
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute(f"REINDEX {name}")
    connection.execute("CREATE TABLE of_a_moment (x INTEGER) STRICT")  # other connections read the text again
    connection.execute("DROP TABLE of_a_moment")
