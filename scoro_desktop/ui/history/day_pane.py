"""The chart by day, and the same as a table beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.history_days import Bar, bars, by_day
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.history import days_model
from scoro_desktop.ui.history.day_chart import HEIGHT, HIGH, DayChart
from scoro_desktop.ui.history.days_model import DaysModel
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.appearance import scaled
from scoro_desktop.ui.kit.plain_cell import PlainCell
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from scoro_desktop.storage.history import HistoryFilter
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

CELL_PADDING: Final = 24
"""Pixels beside the words of a cell, as resources/style.qss has them."""
WIDEST: Final = 1.4
"""The times that the table is as wide as its words, at most. Ours."""
LOW_PAGE: Final = 436
"""In pixels: in a lower page the chart leaves the rows below it more room. Ours."""
HIGH_PAGE: Final = 800
"""Pixels of a page from which on the chart is higher. Ours: some fifteen rows are seen below it then."""
LOWEST_PAGE: Final = 330
"""In pixels: in a lower page the chart stands alone, which the keyboard goes through and a screen reader is told."""
LOW: Final = 88
"""In pixels: a heading and two days, or bars that still tell more from less. Ours."""


class DaysTable(QTableView):
    """`opened(int)`: the days of a row are to be listed, by Enter or a double click."""

    opened = Signal(int)

    def __init__(self, model: DaysModel, parent: QWidget) -> None:
        super().__init__(parent)
        plain_table.set_up(self, self.tr("Sends by day, as a table"), row_height=24)
        self.setModel(model)
        self.setItemDelegate(PlainCell(model, self, right=days_model.NUMBERS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(HEIGHT)
        # Not by the contents: all of them would be measured.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        # Not `activated`: some desktops send it for a single click.
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens with Enter."""
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)


class DayPane(QWidget):
    """`opened(Period)`: the days of a bar are to be listed alone."""

    opened = Signal(object)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._asked = 0
        self._bars: list[Bar] = []
        self.chart = DayChart(colours, self)
        self._model = DaysModel(self)
        self.table = DaysTable(self._model, self)
        self.chart.moved.connect(self.table.selectRow)
        self.chart.opened.connect(self._open)
        self.table.opened.connect(lambda row: self._open(self._bars[row]))
        self.table.selectionModel().currentRowChanged.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.chart, 3)
        row.addWidget(self.table, 2)

    def take_room(self, height: int) -> None:
        """Takes the height of the page: in a low one it leaves the rows below more room, in a high one it is higher."""
        own = LOW if height < scaled(LOW_PAGE) else HIGH if height >= scaled(HIGH_PAGE) else HEIGHT
        for part in (self.chart, self.table):
            part.setFixedHeight(own)
        self.table.setVisible(height >= scaled(LOWEST_PAGE))  # all above the rows scrolls there, and it would inside

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
        self._model.show_bars(found)
        metrics, whole = self.table.fontMetrics(), 2 * self.table.frameWidth()
        for column in range(self._model.columnCount()):
            title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            widest = max(map(metrics.horizontalAdvance, (title, self._model.longest(column))))
            self.table.setColumnWidth(column, widest + CELL_PADDING)
            whole += widest + CELL_PADDING
        whole += self.table.verticalScrollBar().sizeHint().width()
        self.table.setMinimumWidth(whole)
        self.table.setMaximumWidth(round(whole * WIDEST))  # the chart makes more of the room than four narrow columns
        self.table.scrollToBottom()

    def _take(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chart.take(current.row())

    def _open(self, bar: Bar) -> None:
        self.opened.emit(Period(Span.RANGE, bar.first, bar.last))
