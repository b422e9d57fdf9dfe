"""The database that was used last in a folder of this computer is known again, and no other is taken for it."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoro_desktop.storage import lineage
from scoro_desktop.storage.beside import MARK, SETTING
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import StorageFailed, open_database, place_of, transaction
from scoro_desktop.storage.history import History
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import Ask, AskCode
from scoro_desktop.storage.stores import Stores
from tests.sending.later.plans import new_plan
from tests.storage.campaigns.samples import new_campaign
from tests.storage.sends import new_send

HERE, THERE = b"this one", b"another"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "scoro.sqlite3"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_database(path)) as opened:
        yield opened


def mark(connection: sqlite3.Connection) -> object:
    return Stores(connection).settings.all().get(SETTING)


def is_another(connection: sqlite3.Connection, machine: bytes = HERE) -> bool:
    return Stores(connection).is_another(mark(connection), machine)


def send(connection: sqlite3.Connection) -> None:
    History(connection).record(new_send())


def test_a_database_without_a_mark_is_known_until_there_is_one(connection: sqlite3.Connection, path: Path) -> None:
    assert not is_another(connection)
    send(connection)
    assert not is_another(connection), "of a version before"
    lineage.renew(connection, path.parent, HERE)
    assert not is_another(connection)
    assert is_another(connection, THERE)
    (path.parent / MARK).unlink()
    assert is_another(connection), "the database was copied alone"


def test_one_that_is_begun_anew_is_no_other(connection: sqlite3.Connection, path: Path) -> None:
    lineage.renew(connection, path.parent, HERE)
    with contextlib.closing(open_database(path.with_name("new.sqlite3"))) as fresh:
        assert not is_another(fresh)
        send(fresh)
        assert is_another(fresh), "a copy of before there were marks"


def test_a_copy_of_before_is_another(connection: sqlite3.Connection, path: Path) -> None:
    lineage.renew(connection, path.parent, HERE)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backup = path.with_name("backup.sqlite3")
    shutil.copy(path, backup)
    lineage.renew(connection, path.parent, HERE)
    assert not is_another(connection)
    with contextlib.closing(open_database(backup)) as opened:
        assert is_another(opened)


def test_a_copy_that_is_made_in_the_middle_has_no_mark(connection: sqlite3.Connection, path: Path) -> None:
    send(connection)
    lineage.renew(connection, path.parent, HERE)
    copy = Copies(place_of(connection)).keep_now()
    with contextlib.closing(open_database(copy)) as opened:
        assert mark(opened) is None
        assert is_another(opened)
    assert not is_another(connection)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_whatever_ends_it_in_the_middle_the_database_is_known(
    connection: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The file is written, then the database, then the file once more."""
    lineage.renew(connection, path.parent, HERE)
    done: list[object] = []

    def ends(do: object) -> None:
        if len(done) == step:
            raise OSError("the end")
        done.append(do)

    write = lineage._write

    def writing(folder: Path, *marks: str) -> None:
        ends(marks)
        write(folder, *marks)

    @contextlib.contextmanager
    def changing(of: sqlite3.Connection) -> Iterator[None]:
        ends(of)
        with transaction(of):
            yield

    monkeypatch.setattr(lineage, "_write", writing)
    monkeypatch.setattr(lineage, "transaction", changing)
    with pytest.raises(StorageFailed):
        lineage.renew(connection, path.parent, HERE)
    assert not is_another(connection)
    monkeypatch.undo()
    lineage.renew(connection, path.parent, HERE)
    assert not is_another(connection)


def test_the_file_is_the_users_own_and_no_link_is_followed(
    connection: sqlite3.Connection, path: Path, tmp_path: Path
) -> None:
    lineage.renew(connection, path.parent, HERE)
    beside = path.parent / MARK
    assert beside.stat().st_mode & 0o077 == 0
    assert HERE.decode() not in beside.read_text()
    beside.unlink()
    (tmp_path / "of another").write_text("untouched")
    beside.symlink_to(tmp_path / "of another")
    assert is_another(connection)
    lineage.renew(connection, path.parent, HERE)
    assert (tmp_path / "of another").read_text() == "untouched"
    assert not is_another(connection)


def test_what_is_planned_asks_and_what_is_over_stays(connection: sqlite3.Connection) -> None:
    def states() -> list[tuple[str, str]]:
        return connection.execute("SELECT state, why FROM planned ORDER BY id").fetchall()

    planned = Planned(connection)
    for _ in range(3):
        planned.add(new_plan())
    planned.ask(2, Ask(AskCode.LATE))
    with transaction(connection):
        planned.claim(3, 1)
    lineage.doubt_plans(connection)
    assert states() == [("asked", "put_back"), ("asked", "put_back"), ("fired", "")]


def test_what_is_left_of_campaigns_stands_still(connection: sqlite3.Connection) -> None:
    wishes = ("prepare", "ready", "pause", "stop")
    campaigns = Campaigns(connection)
    for wish in wishes:
        number = campaigns.create(new_campaign())
        sql = (
            "UPDATE campaigns SET wish = ?, pause = ?, approved_at = iif(? = 'prepare', NULL, created_at) WHERE id = ?"
        )
        connection.execute(sql, (wish, "by_person" if wish == "pause" else "", wish, number))
    lineage.doubt_plans(connection)
    found = connection.execute("SELECT wish, pause FROM campaigns ORDER BY id").fetchall()
    assert found == [("prepare", ""), ("pause", "put_back"), ("pause", "put_back"), ("stop", "")]
