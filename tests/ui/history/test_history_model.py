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

Record = Callable[..., Send]


@pytest.fixture
def model(qtbot: QtBot, history: History) -> HistoryModel:
    return HistoryModel(history, LIGHT)


def texts(model: HistoryModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_row_says_what_was_sent_and_what_came_of_it(model: HistoryModel, sent: Record) -> None:
    sent(Sent(2498), environment=Environment.PRODUCTION)
    sent(
        Failure(Outcome.REFUSED, "server_said_no", "403", "Access\ndenied"), channel="sms", everyone=True, query_text=""
    )
    sent(Failure(Outcome.UNKNOWN, "read_timeout"), expected=None, summary="")
    sent(None, everyone=True, query_text="", expected=None, collection="users")
    model.refresh()
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
    model.refresh()
    cell = model.index(0, OUTCOME)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == LIGHT.good
    model.set_colours(DARK)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == DARK.good


def test_counts_of_any_size_are_shown(model: HistoryModel, sent: Record) -> None:
    for count in (0, 2**31, 10**25):
        sent(Sent(count), expected=count)
    model.refresh()
    assert [texts(model, row)[RESULT] for row in range(3)] == [f"{10**25}", "2,147,483,648", "0"]


def test_a_new_send_comes_in_above_and_moves_nothing_else(model: HistoryModel, sent: Record, qtbot: QtBot) -> None:
    first = sent(summary="first")
    model.refresh()
    kept = QPersistentModelIndex(model.index(0, MESSAGE))
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.row_changed(sent(None, summary="second"))
    assert (kept.row(), kept.data()) == (1, "first")
    assert texts(model, 0)[MESSAGE] == "second"
    assert model.row_of(first.id) == 1


def test_a_send_that_is_settled_changes_in_its_row(
    model: HistoryModel, history: History, sent: Record, qtbot: QtBot
) -> None:
    open_send = sent(None)
    sent()
    model.refresh()
    assert texts(model, 1)[OUTCOME] == "Sending…"
    settled = history.settle(open_send.id, Sent(7))
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.row_changed(settled)
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert texts(model, 1)[OUTCOME] == "Sent"


def test_a_send_leaves_a_filter_that_it_no_longer_matches(
    model: HistoryModel, history: History, sent: Record, qtbot: QtBot
) -> None:
    sends = [sent(None, summary=str(n)) for n in range(3)]
    model.set_filter(HistoryFilter(outcome=Outcome.SENDING))
    settled = history.settle(sends[1].id, Sent(7))
    with qtbot.waitSignal(model.rowsRemoved), qtbot.assertNotEmitted(model.modelReset):
        model.row_changed(settled)
    assert [texts(model, row)[MESSAGE] for row in range(model.rowCount())] == ["2", "0"]
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.row_changed(sent())
    assert model.row_of(settled.id) is None


def test_what_another_window_sent_comes_in_too(model: HistoryModel, sent: Record) -> None:
    sent(summary="elsewhere")
    model.row_changed(sent(summary="here"))
    assert [texts(model, row)[MESSAGE] for row in range(model.rowCount())] == ["here", "elsewhere"]


def test_only_the_pages_that_are_looked_at_are_read(
    model: HistoryModel, sent: Record, connection: sqlite3.Connection
) -> None:
    for n in range(350):
        sent(None, summary=str(n))
    model.refresh()
    read: list[str] = []
    connection.set_trace_callback(read.append)
    assert texts(model, 0)[MESSAGE] == "349"
    assert texts(model, 99)[MESSAGE] == "250"
    assert len(read) == 2  # which sends, and these
    assert texts(model, 349)[MESSAGE] == "0"
    assert len(read) == 4
    assert model.index(349, TOOK).data() == ""
    connection.set_trace_callback(None)


def test_a_history_that_cannot_be_read_is_said_to_be_so(
    model: HistoryModel, sent: Record, connection: sqlite3.Connection, qtbot: QtBot
) -> None:
    send = sent()
    model.refresh()
    connection.execute("DROP TABLE sends")
    with qtbot.waitSignal(model.failed) as failed:
        assert model.index(0, MESSAGE).data() is None
    assert "no such table" in failed.args[0]
    with qtbot.waitSignal(model.failed):
        model.row_changed(send)
    with qtbot.waitSignal(model.failed):
        model.refresh()
    assert model.rowCount() == 0


def test_a_row_that_is_damaged_says_so_and_the_others_are_shown(
    model: HistoryModel, sent: Record, connection: sqlite3.Connection
) -> None:
    sends = [sent(None) for _ in range(3)]
    connection.execute("UPDATE sends SET created_at = 'torn' WHERE id = ?", (sends[1].id,))
    model.refresh()
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
    model.refresh()
    model.set_filter(HistoryFilter(outcome=Outcome.SENDING))
    model.row_changed(sent(None))
    model.row_changed(history.settle(sends[0].id, Sent(1)))
    assert model.rowCount() == 3
