"""The chips of the page History without a mouse, and as a screen reader is told of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.history_periods import Span
from scoro_desktop.ui.history.history_chips import HistoryChips
from scoro_desktop.ui.history.range_dialog import RangeDialog
from scoro_desktop.ui.kit.appearance import Appearance
from tests.ui.ink import ink

PERIODS = ("Today", "7 days", "30 days", "Range…", "All time")


@pytest.fixture
def styled(qapp: QApplication) -> None:
    Appearance(qapp, "light")


@pytest.fixture
def chips(qtbot: QtBot) -> Iterator[HistoryChips]:
    """Below a field, so that the keyboard is elsewhere at first."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit(page))
    chips = HistoryChips(page)
    column.addWidget(chips)
    page.resize(1000, 200)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield chips
    page.close()


def chip(chips: HistoryChips, words: str) -> QPushButton:
    (found,) = (each for each in chips.findChildren(QPushButton) if each.text() == words)
    return found


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, QPushButton) else type(widget).__name__


def chosen(chips: HistoryChips) -> str:
    (found,) = (each for each in PERIODS if chip(chips, each).isChecked())
    return found


def test_one_of_several_periods_is_told_as_that(chips: HistoryChips) -> None:
    told = [QAccessible.queryAccessibleInterface(chip(chips, each)) for each in PERIODS]
    assert {each.role() for each in told} == {QAccessible.Role.RadioButton}
    assert {each.text(QAccessible.Text.Description) for each in told} == {"Period"}
    assert [each.state().checked for each in told] == [0, 1, 0, 0, 0]
    on_or_off = [QAccessible.queryAccessibleInterface(chip(chips, each)) for each in ("Campaigns", "★")]
    assert {each.role() for each in on_or_off} == {QAccessible.Role.CheckBox}


def test_the_arrows_go_along_the_periods_and_the_space_bar_chooses(chips: HistoryChips, qtbot: QtBot) -> None:
    QTest.keyClick(chips.window().windowHandle(), Qt.Key.Key_Tab)
    assert focused() == "7 days", "the one that is chosen"
    window = chips.window().windowHandle()
    with qtbot.assertNotEmitted(chips.changed):
        for wanted in ("30 days", "Range…", "All time", "Today"):
            QTest.keyClick(window, Qt.Key.Key_Right)
            assert focused() == wanted
    assert chosen(chips) == "7 days"
    assert chips.findChildren(RangeDialog) == []
    QTest.keyClick(window, Qt.Key.Key_Left)
    with qtbot.waitSignal(chips.changed):
        QTest.keyClick(window, Qt.Key.Key_Space)
    assert chosen(chips) == "All time"
    assert chips.period.span is Span.ALL
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert focused() not in PERIODS, "one stop for all of them"


@pytest.mark.looks
def test_every_chip_has_the_same_room_beside_its_words_and_one_line_for_all(styled: None, chips: HistoryChips) -> None:
    shown = [
        each for each in chips.findChildren(QAbstractButton) if each.property("role") == "chip" and each.isVisible()
    ]
    words = {each.text(): ink(each) for each in shown if each.text() not in {"★", "7 days"}}  # 7 days: on
    beside = {text: place.left() for text, place in words.items()}
    assert max(beside.values()) - min(beside.values()) <= 2, beside
    assert len({each.height() for each in shown}) == 1
    high = [words[each].top() for each in ("Today", "30 days", "All time", "Channel ▾")]  # each has a d or an l
    assert len(set(high)) == 1, words
