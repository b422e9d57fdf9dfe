"""A table written anew from its rows while the app goes on using it, in steps of some milliseconds.

What an UPDATE or a DELETE leaves of a row stands on in the gaps of pages that were divided before, with SQLite's
`secure_delete` too. So rows are copied into a table beside it, which changes made meanwhile reach by triggers; then the
two change places, and the pages of the old one are given back, which `secure_delete` fills with zeros. VACUUM does the
same to the whole file at once: 31 s for a history of a million sends, in which nothing else is written.
"""

import contextlib
import re
import sqlite3
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Final

from scoro_desktop.storage.database import StorageFailed, failures, transaction

STEP_S: Final = 0.02
"""The seconds that a step is meant to take: a send that waits for one hardly waits. Ours."""
_FIRST: Final = 100
"""Rows of the first step, whose time says how many the next ones have."""
_MOST: Final = 5_000
_ANEW: Final = "_anew"


@dataclass(frozen=True)
class Rewriting:
    """A table with an `id`. `without`: a condition of SQL on rows that are dropped; `blank`: SQL in the place of a
    column, for the rows of `blank_where`.
    """

    table: str
    without: str = "0"
    blank: Mapping[str, str] = field(default_factory=dict)
    blank_where: str = "0"


def rewrite(connection: sqlite3.Connection, how: Rewriting) -> Generator[None, None, None]:
    """Goes through the steps; each is a transaction of its own. What an earlier one left over is cleared first.

    A process that ends between two steps leaves the table as it was, and the new one beside it. Raises StorageFailed.
    """
    yield from _drop(connection, how.table + _ANEW)
    with failures():
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({how.table})")]
    try:
        with transaction(connection):
            _make(connection, how.table, columns)
        yield
        yield from _copy(connection, how, columns)
    finally:
        with contextlib.suppress(sqlite3.ProgrammingError):  # the connection is closed, and they are with it
            for name in _triggers(how.table):
                connection.execute(f"DROP TRIGGER IF EXISTS temp.{name}")
    yield from _drop(connection, how.table + _ANEW)


def _triggers(table: str) -> tuple[str, str, str]:
    return f"{table}_added", f"{table}_changed", f"{table}_removed"


def _make(connection: sqlite3.Connection, table: str, columns: list[str]) -> None:
    """A table like another, with its indexes, and with what brings the changes of the other one there."""
    anew = table + _ANEW
    texts = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema "
        "WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC",
        (table,),
    ).fetchall()
    for kind, name, sql in texts:
        if kind == "table":
            connection.execute(re.sub(rf'^CREATE TABLE\s+"?{name}"?', f"CREATE TABLE {anew}", sql, count=1))
        else:
            text = re.sub(rf'^(CREATE (?:UNIQUE )?INDEX)\s+"?{name}"?', rf"\1 {name}{_ANEW}", sql, count=1)
            connection.execute(re.sub(rf'\bON\s+"?{table}"?', f"ON {anew}", text, count=1))
    added, changed, removed = _triggers(table)
    put = f"INSERT INTO {anew} ({', '.join(columns)}) VALUES ({', '.join(f'NEW.{each}' for each in columns)})"  # noqa: S608
    take = f"DELETE FROM {anew} WHERE id = OLD.id"  # noqa: S608
    for name, event, acts in ((added, "INSERT", put), (changed, "UPDATE", f"{take}; {put}"), (removed, "DELETE", take)):
        connection.execute(f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table} BEGIN {acts}; END")


def _copy(connection: sqlite3.Connection, how: Rewriting, columns: list[str]) -> Generator[None, None, None]:
    """The rows in the order of their ids, some at a time; with the last of them the tables change places."""
    table, anew = how.table, how.table + _ANEW
    values = ", ".join(
        f"CASE WHEN {how.blank_where} THEN {how.blank[each]} ELSE {each} END" if each in how.blank else each
        for each in columns
    )
    last = f"SELECT max(id), count(*) FROM (SELECT id FROM {table} WHERE id > ? ORDER BY id LIMIT ?)"  # noqa: S608
    copy = (
        f"INSERT INTO {anew} ({', '.join(columns)}) SELECT {values} FROM {table} AS t WHERE id > ? AND id <= ? "  # noqa: S608
        f"AND NOT ({how.without}) AND NOT EXISTS (SELECT 1 FROM {anew} WHERE id = t.id) ORDER BY id"
    )
    after, limit = 0, _FIRST
    while True:
        begun = time.perf_counter()
        with transaction(connection):
            to, count = connection.execute(last, (after, limit)).fetchone()
            if to is not None:
                connection.execute(copy, (after, to))
            if count < limit:
                _change_places(connection, how)
                return
        after = to
        limit = _next_limit(limit, time.perf_counter() - begun)
        yield


def _change_places(connection: sqlite3.Connection, how: Rewriting) -> None:
    """Has each of two tables, and each of their indexes, the pages of the other; within a transaction."""
    table, anew = how.table, how.table + _ANEW
    (before,) = connection.execute(f"SELECT count(*) FROM {table} WHERE NOT ({how.without})").fetchone()  # noqa: S608
    (after,) = connection.execute(f"SELECT count(*) FROM {anew}").fetchone()  # noqa: S608
    if before != after:
        raise StorageFailed("OTHER_ROWS", f"{table}: {before} and {after}")
    for name in _triggers(table):
        connection.execute(f"DROP TRIGGER temp.{name}")
    own, others = _roots(connection, table), _roots(connection, anew)
    change = "UPDATE sqlite_schema SET rootpage = CASE rootpage WHEN :own THEN :other ELSE :own END"
    places = [{"own": root, "other": others[_name_anew(name, table)]} for name, root in own.items()]
    connection.execute("PRAGMA writable_schema = ON")
    connection.executemany(f"{change} WHERE rootpage IN (:own, :other)", places)
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("CREATE TABLE of_a_moment (x INTEGER) STRICT")  # other connections read the schema again
    connection.execute("DROP TABLE of_a_moment")


def _roots(connection: sqlite3.Connection, table: str) -> dict[str, int]:
    """The first page of a table and of each of its indexes, those of its constraints included."""
    sql = "SELECT name, rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage"
    return dict(connection.execute(sql, (table,)))


def _name_anew(name: str, table: str) -> str:
    automatic = f"sqlite_autoindex_{table}_"
    if name.startswith(automatic):
        return f"sqlite_autoindex_{table}{_ANEW}_{name.removeprefix(automatic)}"
    return name + _ANEW


def _drop(connection: sqlite3.Connection, table: str) -> Generator[None, None, None]:
    """Drops a table in steps, where it is there: its pages are filled with zeros."""
    with failures():
        sql = "SELECT type, name FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL"
        found = connection.execute(sql, (table,)).fetchall()
    for name in (name for kind, name in found if kind == "index"):
        with transaction(connection):
            connection.execute(f"DROP INDEX {name}")
        yield
    last = f"SELECT id FROM {table} ORDER BY id DESC LIMIT ?"  # noqa: S608
    limit = _FIRST
    while found:
        begun = time.perf_counter()
        with transaction(connection):
            taken = connection.execute(f"DELETE FROM {table} WHERE id IN ({last})", (limit,)).rowcount  # noqa: S608
            if taken < limit:
                connection.execute(f"DROP TABLE {table}")
                return
        limit = _next_limit(limit, time.perf_counter() - begun)
        yield


def _next_limit(limit: int, took_s: float) -> int:
    """The rows of the next step, by the time of this one."""
    return max(20, min(_MOST, limit * 2, int(limit * STEP_S / max(took_s, 1e-4))))
