"""The chart by day, and the same as a table beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.history_days import Bar, bars, by_day
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.history.day_chart import HEIGHT, DayChart, days_words
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.words.line_words import number_text

if TYPE_CHECKING:
    from scoro_desktop.storage.history import HistoryFilter
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

CELL_PADDING: Final = 24
"""Pixels beside the words of a cell, as resources/style.qss has them."""


class DayPane(QWidget):
    """`opened(Period)`: the days of a bar are to be listed alone."""

    opened = Signal(object)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._asked = 0
        self._bars: list[Bar] = []
        self.chart = DayChart(colours, self)
        self.table = QTableWidget(0, 4, self)
        plain_table.set_up(self.table, self.tr("Sends by day, as a table"), row_height=24)
        self._titles = (self.tr("Day"), self.tr("Sends"), self.tr("Failed"), self.tr("Recipients"))
        for column, title in enumerate(self._titles):
            self.table.setHorizontalHeaderItem(column, _item(title, column))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setFixedHeight(HEIGHT)
        # Not by the contents: each cell that is put in would have all of them measured.
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.chart.moved.connect(self.table.selectRow)
        self.chart.opened.connect(self._open)
        self.table.currentCellChanged.connect(lambda row, *_: self.chart.take(row) if row >= 0 else None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.chart, 3)
        row.addWidget(self.table, 2)

    def read(self, wanted: HistoryFilter, period: Period) -> None:
        """Counts what a filter lets through by day, on the thread that reads."""
        self._asked += 1
        asked = self._asked
        zone = zone_of(here.zone())
        first, last = period.days(datetime.now(UTC).astimezone(zone).date())

        def done(found: list[Bar]) -> None:
            if asked == self._asked:
                self._show(found)

        self._storage.read(
            self,
            lambda stores: bars(by_day(stores.history.connection, wanted, zone), first, last),
            done,
            tolerate,
            lambda: asked == self._asked,
        )

    def _show(self, found: list[Bar]) -> None:
        self._bars = found
        self.chart.show_bars(found)
        self.table.clearSelection()
        self.table.setRowCount(len(found))
        metrics = self.table.fontMetrics()
        widths = [metrics.horizontalAdvance(title) for title in self._titles]
        for row, bar in enumerate(found):
            numbers = (bar.count.sends, bar.count.failed, bar.count.people)
            for column, text in enumerate((days_words(bar), *map(number_text, numbers))):
                self.table.setItem(row, column, _item(text, column))
                widths[column] = max(widths[column], metrics.horizontalAdvance(text))
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width + CELL_PADDING)
        self.table.scrollToBottom()

    def _open(self, bar: Bar) -> None:
        self.opened.emit(Period(Span.RANGE, bar.first, bar.last))


def _item(text: str, column: int) -> QTableWidgetItem:
    """A cell; numbers stand at the right."""
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
