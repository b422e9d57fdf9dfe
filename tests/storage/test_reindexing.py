"""Damaged indexes are made anew from the rows, which are all whole; where a row is not, nothing is changed."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import StorageFailed, open_database, place_of
from scoro_desktop.storage.health import look_after
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.reindexing import make_indexes_anew
from tests.storage.sends import new_send
from tests.storage.test_damage import names, three_of_each, zero_a_leaf_of
from tests.storage.test_mending import cut_the_end_off, old_database

ALL = HistoryFilter()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "scoro.db"
    with contextlib.closing(open_database(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for number in range(200):
            History(connection).record(new_send(summary=f"Message {number}", words=f"word{number}"))
        three_of_each(connection)
    return path.read_bytes()


def all_indexes() -> list[str]:
    with contextlib.closing(sqlite3.connect(":memory:")) as empty:
        for statement in (
            each for migration in MIGRATIONS[:13] for each in migration if each.startswith(("CR", "AL", "\n"))
        ):
            empty.execute(statement)
        return [name for (name,) in empty.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")]


def everything(connection: sqlite3.Connection) -> list[list[object]]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").fetchall()
    return [connection.execute(f"SELECT * FROM {name} NOT INDEXED ORDER BY 1").fetchall() for (name,) in tables]


@pytest.mark.parametrize("index", all_indexes())
def test_each_index_is_made_anew_and_no_row_is_lost(index: str, filled: bytes, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(filled)
    zero_a_leaf_of(path, index)
    with contextlib.closing(open_database(path)) as connection:
        before = everything(connection)
        health = look_after(Copies(place_of(connection)))
        assert (health.is_well, health.can_be_mended) == (False, True)
        assert health.copy is not None
        assert health.copy.exists()
        assert make_indexes_anew(place_of(connection))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert everything(connection) == before
        assert History(connection).count(ALL) == 200
        assert History(connection).page(HistoryFilter(text="word59"), 0, 10)[0].summary == "Message 59"
        assert names(connection)["templates"] == {"One", "Two", "Three"}
        History(connection).record(new_send())
        assert look_after(Copies(place_of(connection))).is_well


def tear_the_end_of_a_text(path: Path) -> None:
    """Leaves the end of a long text what it was, on a page that says there is another behind it."""
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    page = data.rindex(b"xxxx") // 4096 * 4096
    data[page : page + 4] = b"\xff" * 4
    path.write_bytes(data)


def tear_two_leaves(path: Path) -> None:
    zero_a_leaf_of(path, "sends")
    zero_a_leaf_of(path, "sends_by_outcome")


@pytest.mark.parametrize("damage", [tear_two_leaves, tear_the_end_of_a_text, cut_the_end_off])
def test_where_a_row_is_damaged_too_nothing_is_changed(damage: Callable[[Path], None], path: Path) -> None:
    old_database(path, len(MIGRATIONS), 40)
    damage(path)
    with contextlib.closing(open_database(path)) as connection:
        assert not look_after(Copies(place_of(connection))).is_well
        before = connection.execute("SELECT name, rootpage, sql FROM sqlite_schema").fetchall()
        with pytest.raises(StorageFailed) as caught:
            make_indexes_anew(place_of(connection))
        assert caught.value.is_damage
        assert connection.execute("SELECT name, rootpage, sql FROM sqlite_schema").fetchall() == before


@pytest.mark.parametrize("version", [1, 3, 8, 13])
def test_a_damaged_index_of_a_version_before_is_made_anew(version: int, path: Path) -> None:
    old_database(path, version, 40)
    zero_a_leaf_of(path, "sends_by_outcome")
    with contextlib.closing(open_database(path)) as connection:
        assert look_after(Copies(place_of(connection))).can_be_mended
        assert make_indexes_anew(place_of(connection))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert History(connection).count(ALL) == 40
