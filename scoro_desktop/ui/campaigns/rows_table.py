"""The habits that tables of a campaign's rows share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractItemView, QTableView

from scoro_desktop.ui.campaigns.coloured_cell import ColouredCell
from scoro_desktop.ui.kit import plain_table

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel

COLOURED: Final = (0, 1)
"""The columns with a colour of their own: the number of a row, and its state."""


def set_up(table: QTableView, model: QAbstractTableModel, name: str) -> None:
    """Gives a table its model and its name; rows are chosen whole, and nothing in it is edited."""
    plain_table.set_up(table, name, chooses_several=True)
    table.setModel(model)
    cell = ColouredCell(table)
    for column in COLOURED:  # Qt alone draws the others: calls of ours for each of them take half of a painting
        table.setItemDelegateForColumn(column, cell)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setStretchLastSection(True)
