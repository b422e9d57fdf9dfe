"""The selection in the rows of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.ui.history.history_model import HistoryModel
    from scoro_desktop.ui.history.history_table import HistoryTable

TWO: Final = 2
"""Sends that can be compared."""


class Selected:
    """The selected sends, by the ranges of their rows: `selectedRows` of Qt asks the model for each of a million."""

    def __init__(self, table: HistoryTable, model: HistoryModel) -> None:
        self._table = table
        self._model = model

    def line(self) -> SendLine | None:
        """Returns the selected send, the first where there are several; None where there is none, or it is not read."""
        selection = self._table.selectionModel().selection()
        return None if selection.isEmpty() else self._model.send_at(selection.first().top())

    def id(self) -> int | None:
        """Returns its id."""
        line = self.line()
        return None if line is None else line.id

    def number(self) -> int:
        """Counts them."""
        return sum(part.height() for part in self._table.selectionModel().selection().toList())

    def pair(self) -> tuple[int, int] | None:
        """Returns the ids of two; None where there are not exactly two, or one cannot be read."""
        if self.number() != TWO:
            return None
        parts = self._table.selectionModel().selection().toList()
        rows = [row for part in parts for row in range(part.top(), part.bottom() + 1)]
        one, other = map(self._model.send_at, rows)
        return None if one is None or other is None else (one.id, other.id)
