"""The table beside the chart by day: its rows are a model's, so that only what is seen is made."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.history_days import MOST_BARS, Bar, DayCount
from scoro_desktop.ui.history.days_model import NUMBERS, DaysModel
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.plain_cell import PlainCell

BEGIN = date(2026, 11, 1)
BARS = [
    Bar(BEGIN + timedelta(days=n), BEGIN + timedelta(days=n), DayCount(n, 2 * n, 1, 12_000 * n))
    for n in range(MOST_BARS)
]


class Counting(DaysModel):
    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    def text_at(self, row: int, column: int) -> str:
        self.made += 1
        return super().text_at(row, column)


def test_only_what_is_seen_is_made(qtbot: QtBot) -> None:
    model, table = Counting(), QTableView()
    plain_table.set_up(table, "Days", row_height=24)
    table.setModel(model)
    table.setItemDelegate(PlainCell(model, table, right=NUMBERS))
    table.setFixedSize(400, 130)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    model.show_bars(BARS)
    table.viewport().repaint()
    seen = table.viewport().height() // 24 + 2
    assert 0 < model.made <= 4 * seen < len(BARS)


def test_what_stands_in_it() -> None:
    model = DaysModel()
    model.show_bars(BARS)
    row = [str(model.index(3, column).data()) for column in range(model.columnCount())]
    assert row == ["11/4/26", "10", "6", "36,000"]
    assert [model.longest(column) for column in (1, 2, 3)] == ["184", "122", "732,000"]
    assert model.cell(len(BARS), 0) is None
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert titles == ["Day", "Sends", "Failed", "Recipients"]
    model.show_bars(())
    assert (model.rowCount(), model.longest(0), model.longest(1)) == (0, "", "0")
