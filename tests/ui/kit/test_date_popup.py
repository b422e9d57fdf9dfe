"""The calendar that opens below a date: every day can be read, in the colours of the app."""

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import DARK, LIGHT, Appearance, Colours
from scoro_desktop.ui.kit.date_popup import OwnDate
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDateTimeEdit
from tests.ui.test_contrast import contrast

pytestmark = pytest.mark.looks

DIGITS = 6
"""So many pixels high are the digits of a day at least; dots that stand for them are not."""


def opened(edit: NoWheelDateTimeEdit | OwnDate) -> QCalendarWidget:
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(edit.width() - 12, edit.height() // 2))
    calendar = edit.calendarWidget()
    assert calendar.isVisible()
    return calendar


def height_of_words(image: QImage) -> int:
    """The rows of pixels that differ from the corner, where nothing is drawn."""
    ground = image.pixelColor(0, 0)
    rows = [y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != ground]
    return max(rows) - min(rows) + 1 if rows else 0


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
@pytest.mark.parametrize("kind", ["moment", "day"])
def test_each_day_can_be_read_and_weekends_are_not_red(
    qtbot: QtBot, qapp: QApplication, kind: str, scheme: str, colours: Colours
) -> None:
    Appearance(qapp, scheme)
    day = QDate(2026, 11, 30)
    edit = NoWheelDateTimeEdit() if kind == "moment" else OwnDate()
    edit.setDate(day)
    qtbot.addWidget(edit)
    edit.setCalendarPopup(True)
    edit.resize(240, 32)
    edit.show()
    calendar = opened(edit)
    (table,) = calendar.findChildren(QTableView)
    model = table.model()
    first = next(column for column in range(model.columnCount()) if table.columnWidth(column))
    for row in range(1, model.rowCount()):
        for column in range(first, model.columnCount()):
            cell = table.viewport().grab(table.visualRect(model.index(row, column))).toImage()
            assert height_of_words(cell) >= DIGITS
    seen = calendar.grab().toImage()
    drawn = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert QColor(Qt.GlobalColor.red).name() not in drawn
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        button = calendar.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        arrow = button.icon().pixmap(16, 16).toImage()
        middle = {arrow.pixelColor(x, y).name() for x in range(16) for y in range(16) if arrow.pixelColor(x, y).alpha()}
        assert max(contrast(each, colours.surface) for each in middle) >= 3
    calendar.window().close()
