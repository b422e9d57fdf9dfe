import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.database import NewerDatabase, StorageFailed, open_database, read_rows
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.erasing import Steps
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from tests.storage.sends import new_send
from tests.storage.steps import go_through


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scoro.db"


@pytest.fixture
def storage(path: Path) -> Iterator[Storage]:
    storage = Storage(path)
    yield storage
    storage.close()


class Told:
    """Collects what was told of the jobs, in the order in which it was."""

    def __init__(self) -> None:
        self.words: list[object] = []
        self.threads: set[str] = set()

    def of(self, name: str) -> tuple[Callable[[object], None], Callable[[Exception], None]]:
        def tell(word: object) -> None:
            self.words.append((name, word))
            self.threads.add(threading.current_thread().name)

        return tell, lambda error: tell(type(error).__name__)


def test_what_is_asked_is_done_in_order_and_each_is_told_of_its_own(storage: Storage) -> None:
    told = Told()
    storage.writer.ask(lambda stores: stores.history.record(new_send()).id, *told.of("record"))
    storage.writer.ask(lambda stores: stores.history.settle(7, Sent(1)), *told.of("wrong"))
    storage.writer.ask(lambda stores: stores.history.settle(1, Sent(5)).count, *told.of("settle"))
    storage.writer.ask(lambda stores: stores.history.count(HistoryFilter()), *told.of("count"))
    storage.writer.wait_for(lambda _stores: None)
    assert told.words == [("record", 1), ("wrong", "KeyError"), ("settle", 5), ("count", 1)]
    assert told.threads == {"storage"}


def test_the_reader_sees_what_was_written_and_is_a_thread_of_its_own(storage: Storage) -> None:
    held, go_on = threading.Event(), threading.Event()
    storage.writer.wait_for(lambda stores: stores.history.record(new_send()))

    def hold(_stores: Stores) -> None:
        held.set()
        go_on.wait()

    storage.writer.ask(hold, lambda _: None, lambda _: None)
    held.wait()
    assert storage.reader.wait_for(lambda stores: stores.history.count(HistoryFilter())) == 1
    go_on.set()


def test_no_other_thread_can_use_the_tables(storage: Storage) -> None:
    stolen: list[Stores] = []
    storage.writer.wait_for(stolen.append)
    with pytest.raises(StorageFailed, match="thread"):
        stolen[0].history.count(HistoryFilter())


def test_what_was_asked_before_the_end_is_on_the_disk(path: Path) -> None:
    storage, told = Storage(path), Told()
    for _ in range(20):
        storage.writer.ask(lambda stores: stores.history.record(new_send()), *told.of("record"))
    assert storage.close()
    assert len(told.words) == 20
    with contextlib.closing(open_database(path)) as connection:
        assert Stores.over(connection).history.count(HistoryFilter()) == 20
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_end_waits_so_long_and_no_longer(path: Path) -> None:
    storage, go_on = Storage(path), threading.Event()
    storage.writer.ask(lambda _stores: go_on.wait(), lambda _: None, lambda _: None)
    assert not storage.close(timeout_s=0.01)
    go_on.set()
    assert storage.close()


def test_a_reading_is_called_off_at_the_end(path: Path) -> None:
    storage, told = Storage(path), Told()
    begun = threading.Event()

    def for_ever(stores: Stores) -> None:
        begun.set()
        stores.history._connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ).fetchone()

    storage.reader.ask(for_ever, *told.of("for ever"))
    storage.reader.ask(lambda stores: stores.history.count(HistoryFilter()), *told.of("dropped"))
    begun.wait()
    while not told.words:  # interrupting what has not begun to run yet ends nothing
        assert storage.close()
    assert told.words == [("for ever", "OperationalError")]


def test_a_reading_that_is_not_wanted_any_more_is_ended_and_the_next_is_done(storage: Storage) -> None:
    told, begun, overtaken = Told(), threading.Event(), threading.Event()

    def for_ever(stores: Stores) -> None:
        begun.set()
        read_rows(
            stores.history._connection,
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
        )

    storage.reader.ask(for_ever, *told.of("for ever"), lambda: not overtaken.is_set())
    begun.wait()
    overtaken.set()
    assert storage.reader.wait_for(lambda stores: stores.history.count(HistoryFilter())) == 0
    assert told.words == [("for ever", "NotWantedError")]


def test_what_is_not_wanted_when_its_turn_comes_is_not_begun(storage: Storage) -> None:
    told = Told()
    done: list[Stores] = []
    storage.reader.ask(done.append, *told.of("unwanted"), lambda: False)
    storage.reader.ask(lambda stores: stores.history.count(HistoryFilter()), *told.of("count"))
    storage.reader.wait_for(lambda _stores: None)
    assert not done
    assert told.words == [("unwanted", "NotWantedError"), ("count", 0)]


def test_a_fault_of_a_reading_that_is_wanted_stays_what_it_is(storage: Storage) -> None:
    told = Told()
    storage.reader.ask(lambda stores: read_rows(stores.history._connection, "no SQL"), *told.of("fault"))
    storage.reader.wait_for(lambda _stores: None)
    assert told.words == [("fault", "StorageFailed")]


def test_a_database_that_cannot_be_used_says_so_at_once(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    with pytest.raises(NewerDatabase):
        Storage(path)


def test_a_reader_that_could_not_open_tries_again(storage: Storage, path: Path) -> None:
    away = path.with_name("elsewhere")
    path.rename(away)
    with pytest.raises(StorageFailed):
        storage.reader.wait_for(lambda stores: stores.history.count(HistoryFilter()))
    away.rename(path)
    assert storage.reader.wait_for(lambda stores: stores.history.count(HistoryFilter())) == 0


def test_work_in_steps_lets_everything_else_in_between(storage: Storage) -> None:
    told, ended, beside = Told(), threading.Event(), threading.Event()
    told_of_end, failed = told.of("steps")

    def done(result: None) -> None:
        told_of_end(result)
        ended.set()

    def steps(stores: Stores) -> Steps:
        for number in range(3):
            stores.history.record(new_send())
            storage.writer.ask(lambda stores: stores.history.count(HistoryFilter()), *told.of("other"))
            yield beside.set if number == 1 else None

    storage.writer.go_through(steps, done, failed)
    ended.wait()
    assert told.words == [("other", 1), ("other", 2), ("other", 3), ("steps", None)]
    assert beside.is_set()


def test_a_step_that_fails_ends_the_work_and_is_told(storage: Storage) -> None:
    told: list[Exception] = []
    closed: list[str] = []

    def broken() -> None:
        raise OSError("no such file")

    def steps(where: str) -> Steps:
        try:
            yield None
            yield broken if where == "beside" else None
            raise LookupError(where)
        finally:
            closed.append(threading.current_thread().name)

    def go_through_them(where: str) -> None:
        ended = threading.Event()

        def failed(error: Exception) -> None:
            told.append(error)
            ended.set()

        storage.writer.go_through(lambda _stores: steps(where), lambda _done: None, failed)
        ended.wait()

    go_through_them("beside")
    go_through_them("here")
    assert [type(each) for each in told] == [OSError, LookupError]
    assert closed == ["storage", "storage"]
    assert storage.writer.wait_for(lambda stores: stores.history.count(HistoryFilter())) == 0


def test_what_a_job_marks_is_erased_after_it_and_else_at_the_next_start(path: Path) -> None:
    storage = Storage(path)
    ended = threading.Event()
    new = [NewRefusal(KeyKind.EMAIL, f"mneme-{number}@example.com") for number in range(3)]
    storage.writer.wait_for(lambda stores: stores.do_not_send.add("acme", new, by="me"))
    removed = storage.writer.wait_for(lambda stores: stores.do_not_send.remove("acme", [2]))
    assert [each.key for each in removed] == ["mneme-1@example.com"]
    storage.writer.go_through(lambda stores: stores.erasing(), lambda _done: ended.set(), lambda _error: None)
    ended.wait()
    assert b"mneme-1@" not in b"".join(each.read_bytes() for each in path.parent.iterdir())
    storage.writer.wait_for(lambda stores: stores.do_not_send.remove("acme", [1]))
    assert storage.close(), "in the middle of it"
    with contextlib.closing(open_database(path)) as connection:
        go_through(Stores.over(connection).erasing_due())
        assert b"mneme-0@" not in b"".join(each.read_bytes() for each in path.parent.iterdir())
        assert read_rows(connection, "SELECT * FROM to_erase") == []


def test_what_counts_waits_for_no_write_and_sees_what_was_written(storage: Storage) -> None:
    storage.wait_for(lambda stores: stores.history.record(new_send()))
    held, go_on = threading.Event(), threading.Event()
    names: list[str] = []

    def hold(_stores: Stores) -> bool:
        held.set()
        return go_on.wait(20)

    def count(stores: Stores) -> int:
        names.append(threading.current_thread().name)
        return stores.history.count(HistoryFilter())

    storage.writer.ask(hold, print, print)
    assert held.wait(20)
    try:
        assert storage.wait_for(count, reading=True) == 1
    finally:
        go_on.set()
    assert names == ["storage-counter"]
    assert storage.counter() is storage.counter()


def test_what_counts_changes_nothing_and_what_it_raises_is_raised(storage: Storage) -> None:
    with pytest.raises(KeyError):
        storage.wait_for(lambda stores: stores.campaigns.existing(7), reading=True)
    assert storage.close()
