"""The view on people of a campaign: rows of the file, with what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from scoro_desktop.ui.campaigns import people_model, rows_table
from scoro_desktop.ui.campaigns.people_model import PeopleModel

if TYPE_CHECKING:
    from scoro_desktop.storage.campaigns.types import CampaignPerson

_STATE: Final = 110
_ROW: Final = 56
_CELL: Final = 80
_WIDEST: Final = 260
_WIDEST_STATE: Final = 420
"""Of the state, which may name the columns in which two rows differ."""
_PADDING: Final = 28
_MEASURED: Final = 40
"""Rows: as many as a screen shows."""


class PeopleTable(QTableView):
    """`chosen`: another row is the current one, or it is read now."""

    chosen = Signal()

    def __init__(self, model: PeopleModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._is_fit = False  # to what stands in it
        rows_table.set_up(self, model, name)
        model.modelReset.connect(self._reset)
        model.read.connect(self._read)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def current(self) -> CampaignPerson | None:
        """Returns who stands in the current row; None for none, and until it is read."""
        return self._people.person_at(self.currentIndex().row())

    def selected_people(self) -> list[CampaignPerson]:
        """Lists who is selected, as far as that is read."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
        return [person for row in rows if (person := self._people.person_at(row)) is not None]

    def step(self, by: int) -> None:
        """Goes to the next row, or the one before."""
        self.go_to(self.currentIndex().row() + by)

    def go_to(self, row: int) -> None:
        """Selects a row; the first or the last where there is no such one."""
        count = self._people.rowCount()
        if count:
            self.selectRow(max(0, min(row, count - 1)))

    def _reset(self) -> None:
        self._is_fit = False
        self._fit()

    def _read(self) -> None:
        if not self._is_fit:
            self._is_fit = True
            self._fit()
        self.chosen.emit()

    def _fit(self) -> None:
        """Makes columns as wide as their first rows, once those are read."""
        model, metrics = self._people, self.fontMetrics()
        people = model.first(_MEASURED) if self._is_fit else []
        is_of_no_file = bool(people) and not any(each.row for each in people)
        self.setColumnHidden(people_model.ROW, is_of_no_file)
        for column in range(model.columnCount()):
            words = (str(model.headerData(column, Qt.Orientation.Horizontal)), model.longest(column, people))
            widest = _PADDING + max(map(metrics.horizontalAdvance, words))
            least = {people_model.ROW: _ROW, people_model.STATE: _STATE}.get(column, _CELL)
            most = _WIDEST_STATE if column == people_model.STATE else _WIDEST
            self.setColumnWidth(column, max(least, min(widest, most)))
