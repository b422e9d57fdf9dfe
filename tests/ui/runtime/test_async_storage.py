import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.storage.sends import new_send


@pytest.fixture
def storage(qtbot: QtBot, tmp_path: Path) -> Iterator[AsyncStorage]:
    threads = Storage(tmp_path / "scoro.db")
    storage = AsyncStorage(threads)
    yield storage
    storage.close()
    threads.close()


def full(_stores: Stores) -> int:
    raise StorageFailed("SQLITE_FULL", "no room")


def test_answers_come_on_the_gui_thread_in_the_order_of_the_questions(qtbot: QtBot, storage: AsyncStorage) -> None:
    told: list[object] = []
    done_on: list[int] = []

    def record(stores: Stores) -> int:
        done_on.append(threading.get_ident())
        return stores.history.record(new_send()).id

    storage.write(storage, record, lambda send_id: told.append((send_id, threading.get_ident())))
    storage.write(storage, full, failed=lambda error: told.append((str(error), threading.get_ident())))
    storage.look(
        storage,
        lambda stores: stores.history.count(HistoryFilter()),
        lambda count: told.append((count, threading.get_ident())),
    )
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 3)
    here = threading.get_ident()
    assert told == [(1, here), ("SQLITE_FULL: no room", here), (1, here)]
    assert done_on[0] != here


def test_who_is_gone_is_not_told_and_a_write_that_failed_is_told_to_the_window(
    qtbot: QtBot, storage: AsyncStorage
) -> None:
    told: list[object] = []
    storage.unheard.connect(lambda error: told.append(error.code))
    owner = QObject()
    storage.write(owner, lambda _stores: 1, told.append)
    storage.look(owner, full, told.append, told.append)
    storage.write(owner, full, told.append, told.append)
    owner.deleteLater()
    with qtbot.waitSignal(storage.unheard):
        pass
    assert told == ["SQLITE_FULL"]


def test_an_exception_that_nobody_expects_ends_where_all_do(qtbot: QtBot, storage: AsyncStorage) -> None:
    def broken(_stores: Stores) -> None:
        raise LookupError("a mistake")

    with qtbot.captureExceptions() as caught, qtbot.waitCallback() as done:
        storage.write(storage, broken)
        storage.write(storage, lambda _stores: None, done)
    assert [str(error) for _, error, _ in caught] == ["a mistake"]


def test_it_says_that_the_disk_takes_its_time_until_it_answers(qtbot: QtBot, storage: AsyncStorage) -> None:
    go_on = threading.Event()
    storage.write(storage, lambda _stores: go_on.wait())
    with qtbot.waitSignal(storage.slow_changed):
        pass
    assert storage.is_slow
    with qtbot.waitSignal(storage.slow_changed):
        go_on.set()
    assert not storage.is_slow


def test_a_long_reading_is_no_slow_disk(qtbot: QtBot, storage: AsyncStorage) -> None:
    """A bar that came and went with it would move all of the window, and have it painted anew."""
    go_on = threading.Event()
    with qtbot.waitCallback() as read:
        storage.read(storage, lambda _stores: go_on.wait(20), read)
        assert not storage._slow.isActive()
        with qtbot.waitCallback() as written:
            storage.write(storage, lambda _stores: None, written)
            assert storage._slow.isActive()
        assert not storage._slow.isActive()  # though the reading goes on
        go_on.set()


def test_the_gui_thread_may_not_wait(storage: AsyncStorage) -> None:
    with pytest.raises(RuntimeError, match="does not wait"):
        storage.wait_for(lambda stores: stores.settings.all())
    read: list[object] = []
    beside = threading.Thread(target=lambda: read.append(storage.wait_for(lambda stores: stores.settings.all())))
    beside.start()
    beside.join()
    assert len(read) == 1


def test_what_is_counted_sees_every_change_that_was_asked_for_before(qtbot: QtBot, storage: AsyncStorage) -> None:
    told: list[object] = []
    threads: list[str] = []

    def count(stores: Stores) -> int:
        threads.append(threading.current_thread().name)
        return stores.history.count(HistoryFilter())

    for _ in range(3):
        storage.write(storage, lambda stores: stores.history.record(new_send()).id)
        storage.count(storage, count, told.append)
    storage.count(storage, full, told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: len(told) == 4)
    counted = [each for each in told if isinstance(each, int)]
    assert told == [*counted, "SQLITE_FULL: no room"]
    assert len(counted) == 3
    assert counted == sorted(counted)
    assert counted[-1] == 3
    assert all(
        seen in range(asked, 4) for asked, seen in enumerate(counted, 1)
    )  # what was asked later may be there too
    assert set(threads) == {"storage-counter"}
