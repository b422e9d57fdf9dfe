"""The history that an account does not keep any longer is deleted while the window is used."""

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.retention import Retention
from tests.storage.sends import new_send
from tests.storage.test_history_retention import keep

WAIT_MS = 20_000


def test_it_deletes_a_few_a_turn_and_begins_again(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "scoro.db"
    with contextlib.closing(open_database(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        keep(connection, "a1", 30)
        for days in (*[60] * 60, 1):
            at = datetime.now(UTC) - timedelta(days=days)
            history = History(connection, lambda at=at: at)  # type: ignore[misc]
            history.settle(history.record(new_send()).id, Sent(1))
        threads = Storage(path)
        storage = AsyncStorage(threads)
        retention = Retention(storage, storage)
        with qtbot.waitSignal(retention.deleted, timeout=WAIT_MS) as deleted:
            retention.begin()
            retention.begin()  # a second beginning meanwhile is none
        assert deleted.args == [60]
        assert history.count(HistoryFilter()) == 1
        qtbot.waitUntil(lambda: not retention._is_at_work, timeout=WAIT_MS)
        connection.execute("UPDATE sends SET created_at = '2020-01-01T00:00:00+00:00'")
        Copies(threads.place).keep_daily()
        with qtbot.waitSignal(retention.deleted, timeout=WAIT_MS) as deleted:
            retention.begin()
        assert deleted.args == [1]
        qtbot.waitUntil(lambda: not retention._is_at_work, timeout=WAIT_MS)
        title = "Распродажа".encode()
        assert not any(title in each.read_bytes() for each in tmp_path.iterdir()), "the copy is clean too"
        storage.close()
        threads.close()
