"""The rescue of a table when the file is damaged: every row that is whole is read, whatever else is lost."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from scoro_desktop.storage.database import StorageFailed, failures, read_rows

T = TypeVar("T")


def readable_ids(connection: sqlite3.Connection, table: str) -> list[int]:
    """The numbers of the rows that can be reached, the highest first; a page that cannot be read is stepped over.

    Raises StorageFailed for what is no damage.
    """
    found: list[int] = []
    below: int = 2**63 - 1
    while True:
        try:
            with failures(), contextlib.closing(connection.execute(_walk(table), (below,))) as rows:
                for (number,) in rows:
                    found.append(number)
                    below = number
        except StorageFailed as error:
            if not error.is_damage:
                raise
        else:
            return found
        # Python looks one row ahead: one that stands just before a bad page is not given by the walk, but by itself.
        if (number := _row_below(connection, table, below)) is not None:
            found.append(number)
            below = number
            continue
        lower = _next_below(connection, table, below)
        if lower is None:
            return found
        below = lower


def row_of(connection: sqlite3.Connection, sql: str, parameters: Sequence[object]) -> tuple[Any, ...] | None:
    """The one row that a query asks for, letters that cannot be read replaced; None if it cannot be read at all.

    Raises StorageFailed for what is no damage.
    """
    strict = connection.text_factory
    connection.text_factory = _lenient
    try:
        return next(iter(read_rows(connection, sql, parameters)), None)
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return None
    finally:
        connection.text_factory = strict


def rows_of(connection: sqlite3.Connection, table: str, columns: str) -> list[tuple[Any, ...]]:
    """Every row of a table that can be read, in no order: at once, or one by one where the file is damaged.

    Letters that cannot be read are replaced then. Raises StorageFailed for what is no damage.
    """
    sql = f"SELECT {columns} FROM {table}"  # noqa: S608
    try:
        return read_rows(connection, sql)
    except StorageFailed as error:
        if not error.is_damage:
            raise
    rows = (row_of(connection, f"{sql} WHERE rowid = ?", (number,)) for number in readable_ids(connection, table))
    return [row for row in rows if row is not None]


def made_of(rows: Iterable[tuple[Any, ...]], make: Callable[[tuple[Any, ...]], T]) -> Iterator[T]:
    """The results of `make` for each row; one that holds what nobody wrote there is left out."""
    for row in rows:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            yield make(row)


def _next_below(connection: sqlite3.Connection, table: str, bound: int) -> int | None:
    """A bound, lower than this one, from which rows can be read again, as high as there is one; None if there is none.

    Rows before a bad page are found by halving the distance, so that none of them is stepped over.
    """
    bad, step = bound, 1
    good: int | None = None
    while bad - step > -(2**63):
        if _is_readable_below(connection, table, bad - step):
            good = bad - step
            break
        step *= 2
    if good is None:
        return None
    high = bad - step // 2 if step > 1 else bad
    while high - good > 1:
        middle = (high + good) // 2
        if _is_readable_below(connection, table, middle):
            good = middle
        else:
            high = middle
    return good


def _row_below(connection: sqlite3.Connection, table: str, bound: int) -> int | None:
    """The highest row below a bound; None if there is none, or it cannot be read."""
    try:
        rows = read_rows(connection, f"{_walk(table)} LIMIT 1", (bound,))
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return None
    return rows[0][0] if rows else None


def _is_readable_below(connection: sqlite3.Connection, table: str, bound: int) -> bool:
    try:
        read_rows(connection, f"{_walk(table)} LIMIT 1", (bound,))
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False
    return True


def _walk(table: str) -> str:
    return f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid < ? ORDER BY rowid DESC"  # noqa: S608


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
