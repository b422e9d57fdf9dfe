"""A row of the history as it is drawn, by its pixels."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history_filter import Column, Order
from scoro_desktop.ui.history import cell_words, history_model
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.kit.appearance import LIGHT, Appearance
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.language import Language
from tests.journey.stored import rest

pytestmark = pytest.mark.looks

Record = Callable[..., object]


def drawn(pane: HistoryPane, row: int, column: int) -> set[str]:
    """The colours in a cell."""
    table = pane.table
    place = table.visualRect(table.model().index(row, column))
    image: QImage = table.viewport().grab(place).toImage()
    points = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixelColor(point)).name().upper() for point in points}


def test_an_outcome_keeps_its_colour_in_a_selected_row(sent: Record, storage: AsyncStorage, qtbot: QtBot) -> None:
    for reply in (Sent(5), Failure(Outcome.UNKNOWN, "reset"), Failure(Outcome.REFUSED, "server_said_no")):
        sent(reply)
    pane = HistoryPane(storage, LIGHT)
    pane.resize(1280, 400)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    rest(storage)
    for row, colour in enumerate((LIGHT.danger, LIGHT.caution, LIGHT.good)):
        before = drawn(pane, row, history_model.OUTCOME)
        assert colour in before
        pane.table.selectRow(row)
        after = drawn(pane, row, history_model.OUTCOME)
        assert colour in after
        assert before != after, "it is seen that the row is selected"


def test_a_reason_has_more_room_than_the_account(sent: Record, storage: AsyncStorage, qtbot: QtBot) -> None:
    sent(Failure(Outcome.UNKNOWN, "stopped_waiting"))
    pane = HistoryPane(storage, LIGHT)
    qtbot.addWidget(pane)
    for width in (900, 1280, 1920):
        pane.resize(width, 400)
        pane.show()
        rest(storage)
        table = pane.table
        words = str(table.model().index(0, history_model.RESULT).data())
        assert table.columnWidth(history_model.RESULT) > table.fontMetrics().horizontalAdvance(words) + 8
        assert table.columnWidth(history_model.RESULT) > table.columnWidth(history_model.ACCOUNT)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_headings_are_read_to_their_ends_in_a_narrow_window(
    storage: AsyncStorage, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    """A screen of 1280 at 144 dpi has 853 pixels."""
    Appearance(qapp, "light")
    spoken, before = Language(qapp), QLocale()
    spoken.speak(language)
    pane = HistoryPane(storage, LIGHT)
    qtbot.addWidget(pane)
    pane.resize(853, 300)
    pane.show()
    rest(storage)
    table = pane.table
    shown = [each for each in range(table.model().columnCount()) if not table.isColumnHidden(each)]
    titles = {each: table.model().headerData(each, Qt.Orientation.Horizontal) for each in shown}
    spoken.forget()
    QLocale.setDefault(before)
    for column, title in titles.items():
        assert table.fontMetrics().horizontalAdvance(title) + 2 * 11 < table.columnWidth(column), title


@pytest.mark.parametrize(("system", "points_up"), [("linux", True), ("win32", False), ("darwin", False)])
@pytest.mark.parametrize("descending", [True, False])
def test_the_arrow_points_as_in_other_tables_of_the_system(
    storage: AsyncStorage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: str, points_up: bool, descending: bool
) -> None:
    """`points_up`: for the newest first. Qt draws an arrow that points up for its descending order."""
    pane = HistoryPane(storage, LIGHT)
    qtbot.addWidget(pane)
    rest(storage)
    monkeypatch.setattr("scoro_desktop.ui.history.history_table.sys", SimpleNamespace(platform=system))
    pane.table.show_order(Order(Column.WHEN, descending))
    shown = pane.table.horizontalHeader().sortIndicatorOrder()
    assert (shown is Qt.SortOrder.DescendingOrder) is (points_up is descending)


def test_a_name_is_whole_in_the_narrowest_window(storage: AsyncStorage, qtbot: QtBot) -> None:
    pane = HistoryPane(storage, LIGHT)
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    rest(storage)
    table = pane.table
    words = cell_words.brief_account("PRODUCTION · Shop live")
    assert table.columnWidth(history_model.ACCOUNT) >= table.fontMetrics().horizontalAdvance(words) + 16
    assert table.columnWidth(history_model.MESSAGE) >= 120


def test_the_name_of_an_account_is_read_in_a_narrow_column() -> None:
    """The environment before it gives way first."""
    assert cell_words.brief_account("PRODUCTION · Shop live") == "PROD · Shop live"
    assert cell_words.brief_account("test · Shop test") == "test · Shop test"
    assert cell_words.brief_account("sandbox · Mine · yours") == "sbx. · Mine · yours"
    assert cell_words.brief_account("Sandbox") == "Sandbox"


def test_a_column_that_is_too_narrow_draws_the_name(
    sent: Record, storage: AsyncStorage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(Sent(5), environment=Environment.PRODUCTION, account_id="shop", account_name="Shop live")
    pane = HistoryPane(storage, LIGHT)
    pane.resize(1000, 400)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    rest(storage)
    words: list[str] = []
    short = QFontMetrics.elidedText

    def shortened(*given: Any) -> str:
        words.append(short(*given))
        return words[-1]

    monkeypatch.setattr(QFontMetrics, "elidedText", shortened)
    drawn(pane, 0, history_model.ACCOUNT)
    assert "PROD · Shop live" in words
