import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.storage.database import (
    DATABASE,
    BrokenDatabase,
    NewerDatabase,
    StorageFailed,
    connect,
    open_database,
    read_rows,
    storable,
    transaction,
)
from scoro_desktop.storage.migrations import MIGRATIONS

FIRST = ("CREATE TABLE notes (text TEXT) STRICT",)
SECOND = ("ALTER TABLE notes ADD COLUMN place TEXT", "UPDATE notes SET place = 'here'")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_what_a_commit_returned_from_is_on_the_disk(connection: sqlite3.Connection) -> None:
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "busy_timeout") == 5000
    assert pragma(connection, "user_version") == len(MIGRATIONS)


def test_nobody_else_reads_it(path: Path, connection: sqlite3.Connection) -> None:
    assert mode(path.parent) == 0o700
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    assert path.with_name(path.name + "-wal").exists()


def test_a_folder_that_was_there_keeps_its_mode_and_a_file_with_a_loose_mode_does_not(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    path = tmp_path / "scoro.db"
    open_database(path).close()
    path.chmod(0o644)
    open_database(path).close()
    assert mode(tmp_path) == 0o755
    assert mode(path) == 0o600


def test_what_was_written_is_there_at_the_next_start(path: Path) -> None:
    with contextlib.closing(open_database(path, (FIRST,))) as connection:
        connection.execute("INSERT INTO notes VALUES ('kept')")
    with contextlib.closing(open_database(path, (FIRST,))) as connection:
        assert read_rows(connection, "SELECT text FROM notes") == [("kept",)]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_database_is_migrated_and_a_copy_of_it_kept(path: Path) -> None:
    with contextlib.closing(open_database(path, (FIRST,))) as connection:
        connection.execute("INSERT INTO notes VALUES ('kept')")
    with contextlib.closing(open_database(path, (FIRST, SECOND))) as connection:
        assert read_rows(connection, "SELECT text, place FROM notes") == [("kept", "here")]
        assert pragma(connection, "user_version") == 2
    copy = path.with_name("scoro.v1.db")
    assert mode(copy) == 0o600
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT * FROM notes").fetchall() == [("kept",)]
        assert pragma(connection, "user_version") == 1


def test_a_new_database_has_the_tables_of_one_that_came_through_every_version(tmp_path: Path) -> None:
    def tables(path: Path) -> list[tuple[str, str]]:
        with contextlib.closing(open_database(path)) as connection:
            return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()

    old = tmp_path / "old.sqlite3"
    for version in range(1, len(MIGRATIONS)):
        open_database(old, MIGRATIONS[:version]).close()
    assert tables(old) == tables(tmp_path / "new.sqlite3")


def test_a_migration_that_fails_leaves_the_version_before_it(path: Path) -> None:
    with contextlib.closing(open_database(path, (FIRST,))) as connection:
        connection.execute("INSERT INTO notes VALUES ('kept')")
    half_wrong = (*SECOND, "CREATE TABLE notes (text TEXT)")
    with pytest.raises(StorageFailed):
        open_database(path, (FIRST, half_wrong))
    with contextlib.closing(open_database(path, (FIRST,))) as connection:
        assert read_rows(connection, "SELECT * FROM notes") == [("kept",)]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    open_database(path, (FIRST, SECOND)).close()
    before = path.read_bytes()
    with pytest.raises(NewerDatabase) as caught:
        open_database(path, (FIRST,))
    assert (caught.value.version, caught.value.known) == (2, 1)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a shopping list, and a long one\n" * 200)
    with pytest.raises(BrokenDatabase) as caught:
        open_database(path)
    assert caught.value.path == path
    assert path.read_bytes() == b"a shopping list, and a long one\n" * 200


def test_a_damaged_database_is_refused_and_left_alone(path: Path) -> None:
    open_database(path).close()
    damaged = path.read_bytes()[:100] + b"\xff" * 9000
    path.write_bytes(damaged)
    with pytest.raises(BrokenDatabase):
        open_database(path)
    assert path.read_bytes() == damaged


def test_a_database_of_another_application_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(BrokenDatabase, match="another application"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageFailed) as caught:
        open_database(tmp_path / "file" / "scoro.db")
    assert caught.value.code == "OS"


def test_a_transaction_is_all_or_nothing(connection: sqlite3.Connection) -> None:
    def write_twice() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO drafts (name, state) VALUES ('push', '{}')")
            connection.execute("INSERT INTO drafts (name, state) VALUES ('push', '{}')")

    with pytest.raises(StorageFailed) as caught:
        write_twice()
    assert caught.value.code.startswith("SQLITE_CONSTRAINT")
    assert read_rows(connection, "SELECT * FROM drafts") == []
    with transaction(connection):
        connection.execute("INSERT INTO drafts (name, state) VALUES ('push', '{}')")
    assert not connection.in_transaction


def test_a_transaction_undoes_its_writes_for_an_error_that_is_not_the_databases(connection: sqlite3.Connection) -> None:
    def write_and_fail() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO drafts (name, state) VALUES ('push', '{}')")
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    assert read_rows(connection, "SELECT * FROM drafts") == []


def test_a_read_that_fails_says_so(connection: sqlite3.Connection) -> None:
    with pytest.raises(StorageFailed, match="no such table"):
        read_rows(connection, "SELECT * FROM nowhere")


@pytest.mark.parametrize(("text", "kept"), [("a\ud83db", "a\ufffdb"), ("\ud83d\ude00", "😀"), ("ok", "ok")])
def test_what_utf8_cannot_carry_is_replaced(text: str, kept: str) -> None:
    assert storable(text) == kept


def test_a_connection_that_only_reads_keeps_fewer_pages(tmp_path: Path) -> None:
    """A history of a million sends fills what each of them may keep, in an app that only runs."""
    path = tmp_path / DATABASE
    with contextlib.closing(open_database(path)) as writer, contextlib.closing(connect(path)) as reader:
        kept = [abs(each.execute("PRAGMA cache_size").fetchone()[0]) for each in (writer, reader)]
    assert kept[1] <= kept[0] / 2
