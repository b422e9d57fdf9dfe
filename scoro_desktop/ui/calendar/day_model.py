"""The entries of a day as rows of a table: nothing is made for a cell that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTime
from PySide6.QtGui import QColor

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.calendar.month import Entry
    from scoro_desktop.ui.kit.appearance import Colours

TIME, MESSAGE, RESULT = range(3)
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class DayModel(QAbstractTableModel):
    """Nothing until `show_entries` is called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()
        self.colours: Colours | None = None
        """Those of the scheme, for what became of a message."""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these, a row each."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the entries."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else RESULT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("Message"), self.tr("Outcome"))[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell."""
        if not 0 <= row < len(self.entries):
            return None
        colour = None
        if column == RESULT and self.colours is not None and (role := self.entries[row].role) != "planned":
            colour = QColor(self.colours.of_role(role))
        return self.text_at(row, column), colour

    def text_at(self, row: int, column: int) -> str:
        """The words of a cell."""
        entry = self.entries[row]
        if column == TIME:
            return QLocale().toString(QTime(entry.at.hour, entry.at.minute), QLocale.FormatType.ShortFormat)
        return entry.words if column == MESSAGE else entry.state

    def texts(self, column: int) -> set[str]:
        """Returns the different texts in a column that has few of them: that of times or of results."""
        if column == RESULT:
            return {entry.state for entry in self.entries}
        rows = {(entry.at.hour, entry.at.minute): row for row, entry in enumerate(self.entries)}
        return {self.text_at(row, column) for row in rows.values()}

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role == Qt.ItemDataRole.ToolTipRole:
            entry = self.entries[index.row()]
            return tip(f"{entry.words}\n{entry.about}")
        return self.text_at(index.row(), index.column()) if role == Qt.ItemDataRole.DisplayRole else None
