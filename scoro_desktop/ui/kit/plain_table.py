"""The habits that all tables of rows share: whole rows are chosen, nothing is edited in place, Tab leaves the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_HEIGHT: Final = 26
_NARROWEST: Final = 48
"""Pixels, of a column."""
_AROUND: Final = 24
"""Pixels beside the words of a heading: its padding on both sides in the style sheet, or a little more."""


def set_up(table: QTableView, name: str, *, row_height: int = ROW_HEIGHT, chooses_several: bool = False) -> None:
    """Gives a table its habits and its name for screen readers. `row_height`: pixels.

    The height is fixed: any other way, Qt asks for every row to find the length of the table.
    """
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    several, one = QAbstractItemView.SelectionMode.ExtendedSelection, QAbstractItemView.SelectionMode.SingleSelection
    table.setSelectionMode(several if chooses_several else one)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_height)
    columns = table.horizontalHeader()
    columns.setHighlightSections(False)
    columns.setMinimumSectionSize(_NARROWEST)
    columns.setTextElideMode(Qt.TextElideMode.ElideRight)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def give_widths(table: QTableView, widths: Mapping[int, int]) -> None:
    """Gives columns their pixels, or as many as the words of a heading need, in whatever language and letters."""
    header, model = table.horizontalHeader(), table.model()
    for column, width in widths.items():
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        table.setColumnWidth(column, max(width, header.fontMetrics().horizontalAdvance(words) + _AROUND))
