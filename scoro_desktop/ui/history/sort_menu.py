"""The order of the rows, chosen by the headings of the columns or in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from scoro_desktop.storage.history_filter import NEWEST, Column, Order

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QWidget

_LARGEST_FIRST: Final = frozenset({Column.WHEN, Column.AUDIENCE, Column.RESULT, Column.TOOK})
"""Columns of numbers and times: the largest is looked for. Words are looked for from A on."""


class SortMenu(QMenu):
    """`changed`: another order was chosen."""

    changed = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Sort by"))
        self.order = NEWEST
        columns, ways = QActionGroup(self), QActionGroup(self)
        self._columns: dict[Column, QAction] = {}
        for number, column in enumerate(Column):
            action = self.addAction(str(model.headerData(number, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, column=column: self._set(Order(column, column in _LARGEST_FIRST)))
            self._columns[column] = columns.addAction(action)
        self.addSeparator()
        self._ways: dict[bool, QAction] = {}
        for descending, words in ((False, self.tr("Ascending")), (True, self.tr("Descending"))):
            action = self.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, way=descending: self._set(Order(self.order.column, way)))
            self._ways[descending] = ways.addAction(action)
        self.show_order(NEWEST)

    def press(self, column: Column) -> None:
        """Sorts by a column, or the other way round where it is sorted by it already."""
        if column is self.order.column:
            self._set(Order(column, not self.order.descending))
        else:
            self._set(Order(column, column in _LARGEST_FIRST))

    def show_order(self, order: Order) -> None:
        """Takes an order, without a word."""
        self.order = order
        self._columns[order.column].setChecked(True)
        self._ways[order.descending].setChecked(True)

    def _set(self, order: Order) -> None:
        self.show_order(order)
        self.changed.emit()
