import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, Send
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.history.kept_view import KeptView
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest
from tests.storage.sends import new_send
from tests.ui.history.page import Page

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_database(tmp_path / "scoro.db")) as connection:
        yield connection


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    """Each look at one of its clocks is two seconds after the one before."""
    times = iter(START + timedelta(seconds=2 * n) for n in range(1_000_000))
    moments = itertools.count(step=2.0)
    return History(connection, lambda: next(times), lambda: next(moments))


@pytest.fixture
def storage(qtbot: QtBot, connection: sqlite3.Connection, tmp_path: Path) -> Iterator[AsyncStorage]:
    """The window's side of the same database."""
    threads = Storage(tmp_path / "scoro.db")
    storage = AsyncStorage(threads)
    yield storage
    rest(storage)
    storage.close()
    threads.close()


@pytest.fixture
def sent(history: History) -> Callable[..., Send]:
    """Records a send, and settles it unless `reply` is None."""

    def record(reply: Sent | Failure | None = Sent(5), **changes: object) -> Send:  # noqa: B008 (frozen)
        send = history.record(new_send(**changes))
        return history.settle(send.id, reply) if reply else send

    return record


@pytest.fixture
def seed(connection: sqlite3.Connection) -> Callable[..., Send]:
    """Records a send of so many days ago, and what came of it."""

    def record(summary: str, reply: Sent | Failure = Sent(5), *, days: float = 0, **changes: object) -> Send:  # noqa: B008
        at = datetime.now(UTC) - timedelta(days=days)
        history = History(connection, lambda: at)
        return history.settle(history.record(new_send(summary=summary, **changes)).id, reply)

    return record


@pytest.fixture
def make_page(qtbot: QtBot, storage: AsyncStorage) -> Callable[..., Page]:
    def make(kept: KeptView | None = None) -> Page:
        pane = HistoryPane(storage, LIGHT)
        pane.kept = kept
        pane.resize(1280, 600)
        qtbot.addWidget(pane)
        pane.show_as(page=True)
        assert pane.head is not None  # all of it is made by then
        with qtbot.waitExposed(pane):
            pane.show()
        rest(storage)
        return Page(pane, storage)

    return make
