import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History, HistoryFilter, Send
from scoro_desktop.ui.history.history_model import MESSAGE, OUTCOME, RESULT, TOOK, WHEN, HistoryModel
from scoro_desktop.ui.kit.appearance import DARK, LIGHT
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest

Record = Callable[..., Send]


@pytest.fixture
def model(storage: AsyncStorage) -> HistoryModel:
    return HistoryModel(storage, LIGHT)


ANY = HistoryFilter()


def read(model: HistoryModel, wanted: HistoryFilter = ANY) -> None:
    model.set_filter(wanted)
    rest(model._storage)


def take(model: HistoryModel, send: Send) -> None:
    model.row_changed(send.id)
    rest(model._storage)


def row_of(model: HistoryModel, send: Send) -> int | None:
    rows = range(model.rowCount())
    return next((row for row in rows if (shown := model.send_at(row)) and shown.id == send.id), None)


def texts(model: HistoryModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_row_says_what_was_sent_and_what_came_of_it(model: HistoryModel, sent: Record) -> None:
    sent(Sent(2498), environment=Environment.PRODUCTION)
    sent(
        Failure(Outcome.REFUSED, "server_said_no", "403", "Access\ndenied"), channel="sms", everyone=True, query_text=""
    )
    sent(Failure(Outcome.UNKNOWN, "read_timeout"), expected=None, summary="")
    sent(None, everyone=True, query_text="", expected=None, collection="users")
    read(model)
    rows = [texts(model, row)[1:] for row in range(model.rowCount())]
    assert rows == [
        ["test · Shop", "Push", "Распродажа: Скидки до 50%", "Everyone in users", "Sending…", "", ""],
        ["test · Shop", "Push", "(no text)", "Part of devices", "Unknown", "No answer in time", "2.0 s"],
        [
            "test · Shop",
            "SMS",
            "Распродажа: Скидки до 50%",
            "Everyone: 2,500 device(s)",
            "Refused",
            "403 Access denied",
            "2.0 s",
        ],
        [
            "PRODUCTION · Shop",
            "Push",
            "Распродажа: Скидки до 50%",
            "2,500 device(s)",
            "Sent",
            "2,498 of 2,500",
            "2.0 s",
        ],
    ]
    assert "11/23/26" in texts(model, 0)[WHEN]


def test_an_outcome_has_its_colour(model: HistoryModel, sent: Record) -> None:
    sent()
    read(model)
    cell = model.index(0, OUTCOME)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == LIGHT.good
    model.set_colours(DARK)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == DARK.good


def test_counts_of_any_size_are_shown(model: HistoryModel, sent: Record) -> None:
    for count in (0, 2**31, 10**25):
        sent(Sent(count), expected=count)
    read(model)
    assert [texts(model, row)[RESULT] for row in range(3)] == [f"{10**25}", "2,147,483,648", "0"]


def test_a_new_send_comes_in_above_and_moves_nothing_else(model: HistoryModel, sent: Record, qtbot: QtBot) -> None:
    first = sent(summary="first")
    read(model)
    kept = QPersistentModelIndex(model.index(0, MESSAGE))
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        take(model, sent(None, summary="second"))
    assert (kept.row(), kept.data()) == (1, "first")
    assert texts(model, 0)[MESSAGE] == "second"
    assert row_of(model, first) == 1


def test_a_send_that_is_settled_changes_in_its_row(
    model: HistoryModel, history: History, sent: Record, qtbot: QtBot
) -> None:
    open_send = sent(None)
    sent()
    read(model)
    assert texts(model, 1)[OUTCOME] == "Sending…"
    settled = history.settle(open_send.id, Sent(7))
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        take(model, settled)
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert texts(model, 1)[OUTCOME] == "Sent"


def test_a_send_leaves_a_filter_that_it_no_longer_matches(
    model: HistoryModel, history: History, sent: Record, qtbot: QtBot
) -> None:
    sends = [sent(None, summary=str(n)) for n in range(3)]
    read(model, HistoryFilter(outcomes=frozenset({Outcome.SENDING})))
    settled = history.settle(sends[1].id, Sent(7))
    with qtbot.waitSignal(model.rowsRemoved), qtbot.assertNotEmitted(model.modelReset):
        take(model, settled)
    assert [texts(model, row)[MESSAGE] for row in range(model.rowCount())] == ["2", "0"]
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        take(model, sent())
    assert row_of(model, settled) is None


def test_what_another_window_sent_comes_in_too(model: HistoryModel, sent: Record) -> None:
    sent(summary="elsewhere")
    take(model, sent(summary="here"))
    assert [texts(model, row)[MESSAGE] for row in range(model.rowCount())] == ["here", "elsewhere"]


def test_only_the_pages_that_are_looked_at_are_read(model: HistoryModel, sent: Record, storage: AsyncStorage) -> None:
    for n in range(350):
        sent(None, summary=str(n))
    read(model)
    asked: list[str] = []
    storage.read(model, lambda stores: stores.history._connection.set_trace_callback(asked.append), lambda _: None)
    rest(storage)
    assert texts(model, 0)[MESSAGE] == "349"
    assert texts(model, 99)[MESSAGE] == "250"
    rest(storage)
    assert asked == []  # it came with the number of them
    assert texts(model, 349) == [None] * 8
    rest(storage)
    assert texts(model, 349)[MESSAGE] == "0"
    assert texts(model, 300)[MESSAGE] == "49"
    assert len(asked) == 2  # which sends, and these
    assert model.index(349, TOOK).data() == ""


def test_a_page_that_comes_too_late_is_not_shown(model: HistoryModel, sent: Record, storage: AsyncStorage) -> None:
    for n in range(120):
        sent(None, summary=str(n))
    read(model)
    assert texts(model, 119)[MESSAGE] is None
    take(model, sent(None, summary="new"))
    rest(storage)
    assert [texts(model, row)[MESSAGE] for row in (0, 1)] == ["new", "119"]
    assert texts(model, 120)[MESSAGE] is None
    rest(storage)
    assert texts(model, 120)[MESSAGE] == "0"


def test_of_two_filters_the_newer_is_shown(model: HistoryModel, sent: Record, storage: AsyncStorage) -> None:
    sent(summary="sent")
    sent(None, summary="sending")
    model.set_filter(HistoryFilter(outcomes=frozenset({Outcome.SENT})))
    model.set_filter(HistoryFilter(outcomes=frozenset({Outcome.SENDING})))
    reading = [model.is_reading]
    rest(storage)
    assert [*reading, model.is_reading] == [True, False]
    assert [texts(model, row)[MESSAGE] for row in range(model.rowCount())] == ["sending"]


def test_a_history_that_cannot_be_read_is_said_to_be_so(
    model: HistoryModel, sent: Record, connection: sqlite3.Connection, qtbot: QtBot, storage: AsyncStorage
) -> None:
    sends = [sent(None) for _ in range(101)]
    read(model)
    connection.execute("DROP TABLE sends")
    with qtbot.waitSignal(model.failed) as failed:
        assert model.index(100, MESSAGE).data() is None
    assert "no such table" in failed.args[0]
    with qtbot.assertNotEmitted(model.failed):  # drawn again, it is not asked for again
        assert model.index(100, MESSAGE).data() is None
        rest(storage)
    with qtbot.waitSignal(model.failed):
        model.row_changed(sends[0].id)
    assert model.rowCount() == 101
    with qtbot.waitSignal(model.failed):
        model.set_filter(model._filter)
    assert model.rowCount() == 0


def test_a_row_that_is_damaged_says_so_and_the_others_are_shown(
    model: HistoryModel, sent: Record, connection: sqlite3.Connection
) -> None:
    sends = [sent(None) for _ in range(3)]
    connection.execute("UPDATE sends SET created_at = 'torn' WHERE id = ?", (sends[1].id,))
    read(model)
    shown = [model.index(row, MESSAGE).data() for row in range(model.rowCount())]
    assert shown[1] == "This row is damaged and cannot be read"
    assert shown[0] == shown[2] != shown[1]
    assert model.send_at(1) is None
    assert "damaged in this place" in model.index(1, MESSAGE).data(Qt.ItemDataRole.ToolTipRole)


def test_it_is_a_model_as_qt_wants_one(
    model: HistoryModel, history: History, sent: Record, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    sends = [sent(None) for _ in range(3)]
    read(model)
    read(model, HistoryFilter(outcomes=frozenset({Outcome.SENDING})))
    take(model, sent(None))
    take(model, history.settle(sends[0].id, Sent(1)))
    assert model.rowCount() == 3
