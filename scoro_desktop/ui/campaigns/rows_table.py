"""The habits that tables of a campaign's rows share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from scoro_desktop.ui.campaigns.coloured_cell import ColouredCell

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel

ROW_HEIGHT: Final = 26
COLOURED: Final = (0, 1)
"""The columns with a colour of their own: the number of a row, and its state."""


def set_up(table: QTableView, model: QAbstractTableModel, name: str) -> None:
    """Gives a table its model and its name; rows are chosen whole, and nothing in it is edited."""
    table.setAccessibleName(name)
    table.setModel(model)
    cell = ColouredCell(table)
    for column in COLOURED:  # Qt alone draws the others: calls of ours for each of them take half of a painting
        table.setItemDelegateForColumn(column, cell)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(ROW_HEIGHT)
    columns = table.horizontalHeader()
    columns.setHighlightSections(False)
    columns.setMinimumSectionSize(48)
    columns.setStretchLastSection(True)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
