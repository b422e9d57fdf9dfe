import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History, Send
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Job, Storage, Wanted
from scoro_desktop.ui.history.history_model import MESSAGE, OUTCOME
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest

pytestmark = pytest.mark.looks

T = TypeVar("T")
Record = Callable[..., Send]
UNKNOWN = Failure(Outcome.UNKNOWN, "reset")


@pytest.fixture
def make_pane(qtbot: QtBot, storage: AsyncStorage) -> Callable[[], HistoryPane]:
    def make() -> HistoryPane:
        pane = HistoryPane(storage, LIGHT)
        pane.resize(1280, 400)
        qtbot.addWidget(pane)
        with qtbot.waitExposed(pane):
            pane.show()
        rest(storage)
        return pane

    return make


def search_field(pane: HistoryPane) -> QLineEdit:
    name = "Search the history by words of a message or a note"
    (field,) = (field for field in pane.findChildren(QLineEdit) if field.accessibleName() == name)
    return field


def choice(pane: HistoryPane, name: str) -> QComboBox:
    (box,) = (box for box in pane.findChildren(QComboBox) if box.accessibleName() == name)
    return box


def button(widget: QWidget, text: str) -> QPushButton:
    (found,) = (each for each in widget.findChildren(QPushButton) if each.text() == text)
    return found


def column(pane: HistoryPane, number: int) -> list[str]:
    rest(pane._storage)
    model = pane.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def seen(pane: QWidget) -> str:
    if isinstance(pane, HistoryPane):
        rest(pane._storage)
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def details_of(pane: HistoryPane) -> list[SendDetails]:
    rest(pane._storage)
    return [details for details in pane.findChildren(SendDetails) if details.isVisible()]


def test_an_empty_history_says_what_will_be_here(make_pane: Callable[[], HistoryPane], sent: Record) -> None:
    pane = make_pane()
    assert "Nothing sent yet" in seen(pane)
    assert not pane.table.isVisible()
    assert not button(pane, "Details").isEnabled()
    pane.sends_changed(sent(None))
    rest(pane._storage)
    assert pane.table.isVisible()
    assert "Nothing sent yet" not in seen(pane)
    assert column(pane, OUTCOME) == ["Sending…"]


def test_a_word_that_is_typed_finds_its_messages(
    make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot
) -> None:
    sent(summary="sale", words="A big summer sale")
    sent(summary="news", words="What is new")
    pane = make_pane()
    with qtbot.waitSignal(pane.table.model().modelReset):
        QTest.keyClicks(search_field(pane), "BIG summ")
    assert column(pane, MESSAGE) == ["sale"]
    with qtbot.waitSignal(pane.table.model().modelReset):
        QTest.keyClicks(search_field(pane), "xyz")
    assert "Nothing found" in seen(pane)
    QTest.mouseClick(button(pane, "Clear search and filters"), Qt.MouseButton.LeftButton)
    assert column(pane, MESSAGE) == ["news", "sale"]
    assert search_field(pane).text() == ""
    assert pane.table.isVisible()


def test_a_burst_of_keys_searches_once(make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot) -> None:
    sent(words="discounts")
    pane = make_pane()
    resets: list[None] = []
    pane.table.model().modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(pane.table.model().modelReset):
        QTest.keyClicks(search_field(pane), "discounts")
    assert len(resets) == 1


def test_outcome_and_account_filter(make_pane: Callable[[], HistoryPane], sent: Record) -> None:
    sent(summary="1", account_id="a", account_name="Shop")
    sent(UNKNOWN, summary="2", account_id="a", account_name="Shop")
    sent(UNKNOWN, summary="3", account_id="b", account_name="Café")
    pane = make_pane()
    outcome, account = choice(pane, "Show only this outcome"), choice(pane, "Show only this account")
    assert [account.itemText(n) for n in range(account.count())] == ["Any account", "Café", "Shop"]
    outcome.setCurrentText("Unknown")
    assert column(pane, MESSAGE) == ["3", "2"]
    account.setCurrentText("Shop")
    assert column(pane, MESSAGE) == ["2"]
    outcome.setCurrentText("Refused")
    assert "Nothing found" in seen(pane)


def test_an_account_that_sends_for_the_first_time_can_be_chosen(
    make_pane: Callable[[], HistoryPane], sent: Record
) -> None:
    sent(account_id="b", account_name="Shop")
    pane = make_pane()
    account = choice(pane, "Show only this account")
    account.setCurrentText("Shop")
    pane.sends_changed(sent(account_id="a", account_name="Bank"))
    rest(pane._storage)
    assert [account.itemText(n) for n in range(account.count())] == ["Any account", "Bank", "Shop"]
    assert account.currentText() == "Shop"
    assert len(column(pane, MESSAGE)) == 1


def test_a_new_send_is_selected_and_the_selection_stays_while_others_settle(
    make_pane: Callable[[], HistoryPane], history: History, sent: Record, qtbot: QtBot
) -> None:
    sent(summary="chosen", words="chosen")
    open_send = sent(None, summary="open", words="open")
    pane = make_pane()
    pane.table.selectRow(1)
    pane.sends_changed(sent(None, summary="new", words="new"))

    def selected() -> list[str]:
        rest(pane._storage)
        return [index.siblingAtColumn(MESSAGE).data() for index in pane.table.selectionModel().selectedRows()]

    assert selected() == ["new"]
    pane.table.selectRow(2)
    pane.sends_changed(history.settle(open_send.id, Sent(1)))
    assert selected() == ["chosen"]
    assert column(pane, MESSAGE) == ["new", "open", "chosen"]
    search_field(pane).setText("cho")
    QTest.keyClick(search_field(pane), Qt.Key.Key_Return)
    assert column(pane, MESSAGE) == selected() == ["chosen"]
    search_field(pane).setText("open")
    QTest.keyClick(search_field(pane), Qt.Key.Key_Return)
    assert (column(pane, MESSAGE), selected()) == (["open"], [])
    assert not button(pane, "Use again").isEnabled()


def test_use_again_hands_over_the_whole_send(make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot) -> None:
    send = sent()
    pane = make_pane()
    pane.table.selectRow(0)
    with qtbot.waitSignal(pane.use_again) as used:
        QTest.mouseClick(button(pane, "Use again"), Qt.MouseButton.LeftButton)
    assert used.args == [send]


def test_only_what_is_unknown_is_counted_again(
    make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot
) -> None:
    send = sent(UNKNOWN)
    sent()
    pane = make_pane()

    def menu() -> list[str]:
        return [action.text() for action in pane.table.actions() if action.isVisible() and action.isEnabled()]

    pane.table.selectRow(0)
    assert menu() == ["Details", "Use again", "Correct it…", "Note…", "Pin", "Copy as curl"]
    pane.table.selectRow(1)
    assert menu() == ["Details", "Use again", "Correct it…", "Count again", "Note…", "Pin", "Copy as curl"]
    with qtbot.waitSignal(pane.count_again) as counted:
        pane.table.actions()[3].trigger()
    assert counted.args == [send]


@pytest.mark.parametrize("way", ["double click", "Enter", "button"])
def test_details_open(make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot, way: str) -> None:
    sent(UNKNOWN)
    pane = make_pane()
    table = pane.table
    table.selectRow(0)
    if way == "double click":
        place = table.visualRect(table.model().index(0, MESSAGE)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    elif way == "Enter":
        pane.activateWindow()
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        QTest.keyClick(table, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(button(pane, "Details"), Qt.MouseButton.LeftButton)
    (details,) = details_of(pane)
    assert "The connection broke" in seen(details)
    QTest.mouseClick(button(pane, "Details"), Qt.MouseButton.LeftButton)
    assert details_of(pane) == [details]
    QTest.mouseClick(button(details, "Close"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pane.findChildren(SendDetails))


def test_open_details_follow_their_send(
    make_pane: Callable[[], HistoryPane], history: History, sent: Record, qtbot: QtBot
) -> None:
    send = sent(None)
    pane = make_pane()
    pane.table.selectRow(0)
    QTest.mouseClick(button(pane, "Details"), Qt.MouseButton.LeftButton)
    (details,) = details_of(pane)
    assert "has not answered yet" in seen(details)
    settled = history.settle(send.id, Sent(2500))
    pane.sends_changed(settled)
    assert "It was sent to 2,500 device(s)." in seen(details)
    with qtbot.waitSignal(pane.use_again) as used:
        QTest.mouseClick(button(details, "Use again"), Qt.MouseButton.LeftButton)
    assert used.args == [settled]
    assert details_of(pane) == []


def test_a_click_beside_the_rows_opens_nothing(
    make_pane: Callable[[], HistoryPane], sent: Record, qtbot: QtBot
) -> None:
    sent()
    pane = make_pane()
    beside = QPoint(20, pane.table.viewport().height() - 5)
    QTest.mouseDClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert details_of(pane) == []


def test_a_disk_that_fails_is_said_in_words(
    make_pane: Callable[[], HistoryPane], sent: Record, connection: sqlite3.Connection, qtbot: QtBot
) -> None:
    sent()
    pane = make_pane()
    connection.execute("DROP TABLE sends")
    pane.table.selectRow(0)
    QTest.mouseClick(button(pane, "Use again"), Qt.MouseButton.LeftButton)
    assert (
        "The history cannot be read from the disk: The disk refused it. (SQLITE_ERROR: no such table: sends)"
        in seen(pane)
    )


def test_a_history_that_cannot_be_read_at_the_start_is_said_to_be_so(
    make_pane: Callable[[], HistoryPane], connection: sqlite3.Connection
) -> None:
    connection.execute("ALTER TABLE sends RENAME TO away")
    pane = make_pane()
    assert "The history cannot be read from the disk" in seen(pane)
    assert "Nothing sent yet" not in seen(pane)
    connection.execute("ALTER TABLE away RENAME TO sends")
    pane.refresh()
    assert "cannot be read" not in seen(pane)


@pytest.mark.parametrize("width", [1280, 1024])
def test_every_column_that_shows_is_in_sight(
    make_pane: Callable[[], HistoryPane], sent: Record, width: int, qtbot: QtBot
) -> None:
    sent()
    pane = make_pane()
    pane.resize(width, 300)
    qtbot.waitUntil(lambda: pane.width() == width)
    assert not pane.table.horizontalScrollBar().isVisible()
    assert pane.table.columnWidth(MESSAGE) >= 200


def test_in_a_low_pane_an_empty_history_shows_what_there_is_room_for(
    make_pane: Callable[[], HistoryPane], qtbot: QtBot
) -> None:
    pane = make_pane()
    assert "Every message you send" in seen(pane)
    pane.setMinimumHeight(132)  # what the window leaves of it when it is low
    pane.resize(900, 132)
    qtbot.waitUntil(lambda: "Every message you send" not in seen(pane))
    title = next(label for label in pane.findChildren(QLabel) if label.text() == "Nothing sent yet")
    assert title.isVisible()
    assert title.visibleRegion().boundingRect().height() == title.height()
    pane.resize(900, 400)
    qtbot.waitUntil(lambda: "Every message you send" in seen(pane))


class LateReader(AsyncStorage):
    """Hands on what was read of one send only once `go_on` is set, though it was read before."""

    def __init__(self, storage: Storage) -> None:
        super().__init__(storage)
        self.go_on = threading.Event()

    def read(
        self,
        owner: QObject,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        wanted: Wanted = lambda: True,
    ) -> None:
        def late(stores: Stores) -> T:
            found = job(stores)
            if isinstance(found, Send):
                assert self.go_on.wait(20)
            return found

        super().read(owner, late, done, failed, wanted)


@pytest.mark.parametrize("opened", [False, True])
def test_a_send_that_is_settled_while_it_is_read_is_shown_as_settled(
    qtbot: QtBot, sent: Record, history: History, tmp_path: Path, opened: bool
) -> None:
    threads = Storage(tmp_path / "scoro.db")
    storage = LateReader(threads)
    pane = HistoryPane(storage, LIGHT)
    qtbot.addWidget(pane)
    pane.show()
    rest(storage)
    row = sent(None)
    pane.sends_changed(row)
    qtbot.waitUntil(lambda: bool(pane.table.selectionModel().selectedRows()))
    if opened:
        button(pane, "Details").click()
    pane.sends_changed(history.settle(row.id, UNKNOWN))
    storage.go_on.set()
    rest(storage)
    if not opened:
        button(pane, "Details").click()
    (details,) = details_of(pane)
    assert "It may have reached everyone" in seen(details)
    storage.close()
    threads.close()


def test_nothing_is_claimed_of_a_history_that_is_still_read(
    make_pane: Callable[[], HistoryPane], storage: AsyncStorage, qtbot: QtBot
) -> None:
    pane = make_pane()
    assert "Nothing sent yet" in seen(pane)
    held = threading.Event()
    storage._storage.reader.ask(lambda _stores: held.wait(20), lambda _done: None, lambda _error: None)
    try:
        pane.grab()  # lays it out
        before = pane.table.geometry()
        with qtbot.waitSignal(pane._reading.shown):
            pane.refresh()
        pane.grab()
        assert pane.table.geometry() == before, "nothing moves for it"
        assert before.contains(pane._reading.geometry())
        said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    finally:
        held.set()
    assert "Reading the history…" in said
    assert "Nothing sent yet" not in said
    assert "Nothing sent yet" in seen(pane)
    assert "Reading the history…" not in seen(pane)
