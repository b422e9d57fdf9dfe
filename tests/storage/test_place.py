"""The place of the database: what is written is found there again, whatever the folder is called and becomes of it."""

import contextlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.storage.database import MISSING, NO_SPACE_FOR_NAME, StorageFailed, open_database, place_of
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.history import History, HistoryFilter
from tests.storage.kept_drafts import save
from tests.storage.sends import PUSH

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file that is open can be taken away on Windows")


def delete_the_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def delete_the_files(path: Path) -> None:
    for file in path.parent.iterdir():
        file.unlink()


def delete_the_database(path: Path) -> None:
    path.unlink()


def delete_its_log(path: Path) -> None:
    path.with_name(path.name + "-wal").unlink()


def move_the_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def move_it_and_make_another(path: Path) -> None:
    move_the_folder(path)
    open_database(path).close()


def put_another_in_its_place(path: Path) -> None:
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


@pytest.mark.parametrize(
    "act",
    [
        delete_the_folder,
        delete_the_files,
        delete_the_database,
        delete_its_log,
        move_the_folder,
        move_it_and_make_another,
        put_another_in_its_place,
    ],
)
def test_what_would_not_be_found_again_is_not_taken(
    act: Callable[[Path], None], connection: sqlite3.Connection, path: Path
) -> None:
    history, drafts = History(connection), Drafts(place_of(connection))
    history.record(PUSH)
    act(path)
    with pytest.raises(StorageFailed) as caught:
        history.record(PUSH)
    assert caught.value.code == MISSING
    with pytest.raises(StorageFailed) as caught:
        save(drafts, "push", {"form": {}})
    assert caught.value.code == MISSING


def test_what_is_put_back_takes_sends_again(connection: sqlite3.Connection, path: Path) -> None:
    history = History(connection)
    path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(StorageFailed):
        history.record(PUSH)
    path.parent.with_name("elsewhere").rename(path.parent)
    history.record(PUSH)
    save(Drafts(place_of(connection)), "push", {"form": {}})
    assert history.count(HistoryFilter()) == 1


def test_a_file_that_goes_while_a_send_is_written_is_noticed_before_it_may_leave(
    connection: sqlite3.Connection, path: Path
) -> None:
    def go(statement: str) -> None:
        if statement.startswith("COMMIT"):
            shutil.rmtree(path.parent)

    connection.set_trace_callback(go)
    with pytest.raises(StorageFailed) as caught:
        History(connection).record(PUSH)
    assert caught.value.code == MISSING


@pytest.mark.parametrize("name", [b"caf\xe9", b"a?mode=ro&b#c", b"100%25", "Мои данные".encode(), b"line\nbreak", b"'"])
def test_a_folder_may_be_called_anything(name: bytes, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)) / "scoro.db"
    for number in range(2):
        with contextlib.closing(open_database(path)) as connection:
            History(connection).record(PUSH)
            save(Drafts(place_of(connection)), "push", {"form": {"n": number}})
            assert place_of(connection).path == path
    with contextlib.closing(open_database(path)) as connection:
        assert History(connection).count(HistoryFilter()) == 2
        assert Drafts(place_of(connection)).load("push") == {"form": {"n": 1}}
    assert [each.name for each in path.parent.iterdir()] == ["scoro.db"]


def test_a_path_that_is_too_long_is_called_so(tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 500:
        folder /= "f" * 50
    with pytest.raises(StorageFailed) as caught:
        open_database(folder / "scoro.db")
    assert caught.value.code == NO_SPACE_FOR_NAME
    with pytest.raises(StorageFailed) as caught:
        open_database(tmp_path / ("f" * 300) / "scoro.db")
    assert caught.value.code == "OS"
    assert isinstance(caught.value.__cause__, OSError)


def test_a_connection_of_somebody_else_has_no_place() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection, pytest.raises(TypeError):
        place_of(connection)
