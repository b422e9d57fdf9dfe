"""The month as it is drawn."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.calendar.month import Cell, Entry, Month
from scoro_desktop.ui.calendar.month_grid import MonthGrid
from scoro_desktop.ui.kit.appearance import LIGHT

DAY = date(2026, 11, 18)


def entry(words: str) -> Entry:
    return Entry(("send", 1), datetime(2026, 11, 18, 9, 5, tzinfo=UTC), words, "Shop · Push", "Sent", "good")


class Watched(MonthGrid):
    """Notes what has to be drawn anew."""

    drawn = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.drawn = event.region()
        super().paintEvent(event)


@pytest.fixture
def grid(qtbot: QtBot) -> Watched:
    grid = Watched(LIGHT)
    qtbot.addWidget(grid)
    grid.resize(700, 480)
    grid.show_month(Month(2026, 11), DAY, DAY)
    grid.show_cells({DAY: Cell((entry("First"),)), date(2026, 11, 2): Cell((), 3)})
    with qtbot.waitExposed(grid):
        grid.show()
    qtbot.waitUntil(lambda: not grid.drawn.isEmpty())
    grid.drawn = QRegion()
    return grid


def picture(grid: MonthGrid) -> QImage:
    image = QImage(grid.size(), QImage.Format.Format_ARGB32)
    grid.render(image, QPoint())
    return image


def test_a_day_on_which_something_else_stands_is_drawn_alone_and_looks_as_if_all_were(
    grid: Watched, qtbot: QtBot
) -> None:
    """To draw all of the month took 6 ms, once for its sends and once more for what they came to."""
    before = picture(grid)
    grid.drawn = QRegion()
    grid.show_cells({DAY: Cell((entry("Second"),)), date(2026, 11, 2): Cell((), 3)})
    qtbot.waitUntil(lambda: not grid.drawn.isEmpty())
    anew = QRegion(grid.drawn)
    rect = anew.boundingRect()
    assert rect.width() <= grid.width() // 7 + 1
    assert rect.height() <= grid.height() // 6
    grid.render(before, rect.topLeft(), anew)
    assert before == picture(grid)


def test_what_the_sends_came_to_is_said_and_nothing_is_drawn_for_it(grid: Watched) -> None:
    grid.show_cells({DAY: Cell((entry("First"),), 0, "1 message, 5 recipients"), date(2026, 11, 2): Cell((), 3)})
    QCoreApplication.processEvents()
    assert "5 recipients" in grid.accessibleDescription()
    assert grid.drawn.isEmpty()


def test_what_goes_with_a_day_is_drawn_no_longer(grid: Watched, qtbot: QtBot) -> None:
    grid.show_cells({})
    qtbot.waitUntil(lambda: not grid.drawn.isEmpty())
    assert grid.drawn.contains(grid.rect().center())
    assert grid.entries_shown(DAY) == []
