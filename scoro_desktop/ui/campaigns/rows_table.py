"""The habits that tables of a campaign's rows share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QTableView

from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.plain_cell import PlainCell

if TYPE_CHECKING:
    from collections.abc import Collection

    from scoro_desktop.ui.campaigns.paged_model import PagedModel


def set_up(table: QTableView, model: PagedModel, name: str, right: Collection[int] = ()) -> None:
    """Gives a table its model and its name; rows are chosen whole, and nothing in it is edited.

    `right`: the columns of numbers.
    """
    plain_table.set_up(table, name, chooses_several=True)
    table.setModel(model)
    table.setItemDelegate(PlainCell(model, table, right=right))
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setStretchLastSection(True)
