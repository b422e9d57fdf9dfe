"""The first rows of a file as a table, as they are read at the moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from scoro_desktop.invisible import escaped
from scoro_desktop.ui.campaigns import row_words
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from scoro_desktop.recipients.source import Row
    from scoro_desktop.ui.kit.appearance import Colours

CELL: Final = 200
"""Characters of a value that stand in the table. Ours: Qt lays out whole what it is given."""
_ROW_HEIGHT: Final = 26
_WIDTH: Final = 150
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class FirstRowsModel(QAbstractTableModel):
    """A few dozen rows, so nothing here is fetched by need. The key column stands out."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._rows: Sequence[Row] = ()
        self._titles: Sequence[str] = ()
        self._key = -1

    def show_rows(self, titles: Sequence[str], rows: Sequence[Row]) -> None:
        """Shows other rows, under these titles."""
        self.beginResetModel()
        self._titles, self._rows = titles, rows
        self.endResetModel()

    def show_key(self, column: int) -> None:
        """Marks the column by which people are found; -1 for none."""
        self._key = column
        if self._titles:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._titles) - 1)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._titles) - 1))

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._colours = colours

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles, and the numbers of the rows as the sheet has them."""
        if role == Qt.ItemDataRole.FontRole and orientation is Qt.Orientation.Horizontal and section == self._key:
            bold = QFont()
            bold.setWeight(QFont.Weight.DemiBold)
            return bold
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return _cell(self._titles[section])
        return str(self._rows[section].number)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole}:
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colours.danger) if row.bad else None
        value = row.cells[index.column()] if index.column() < len(row.cells) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row_words.bad_row(row.bad) if row.bad else escaped(value[: 10 * CELL]))
        return _cell(value)


class FirstRows(QTableView):
    """The view on them; the numbers at the left are those of the sheet."""

    def __init__(self, model: FirstRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("First rows of the list"))
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultSectionSize(_WIDTH)
        columns.setStretchLastSection(True)


def _cell(text: str) -> str:
    return escaped(without_breaks(text if len(text) <= CELL else text[: CELL - 1] + "…"))
