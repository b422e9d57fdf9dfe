"""The bars of the chart by day as rows of a table: nothing is made for a cell that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scoro_desktop.ui.history.day_chart import days_words
from scoro_desktop.ui.words.line_words import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from scoro_desktop.storage.history_days import Bar

DAY, SENDS, FAILED, PEOPLE = range(4)
NUMBERS: Final = frozenset({SENDS, FAILED, PEOPLE})
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class DaysModel(QAbstractTableModel):
    """Nothing until `show_bars` is called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Shows these, a row each."""
        self.beginResetModel()
        self._bars = bars
        self.endResetModel()

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the bars."""
        return 0 if parent.isValid() else len(self._bars)

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else PEOPLE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns, above what stands in them."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Day"), self.tr("Sends"), self.tr("Failed"), self.tr("Recipients"))[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell."""
        return (self.text_at(row, column), None) if 0 <= row < len(self._bars) else None

    def text_at(self, row: int, column: int) -> str:
        """The words of a cell."""
        bar = self._bars[row]
        return days_words(bar) if column == DAY else number_text(self.number_at(row, column))

    def number_at(self, row: int, column: int) -> int:
        """The number that a cell shows."""
        count = self._bars[row].count
        return (count.sends, count.failed, count.people)[column - SENDS]

    def longest(self, column: int) -> str:
        """The text in a column that takes the most room: of numbers the largest."""
        rows = range(len(self._bars))
        if column == DAY:
            return max((self.text_at(row, DAY) for row in rows), key=len, default="")
        return number_text(max((self.number_at(row, column) for row in rows), default=0))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return self.text_at(index.row(), index.column()) if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
