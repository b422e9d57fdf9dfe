"""Documents as a table: a row each, a column for each field that any of them has."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from scoro_desktop.audience.schema import without
from scoro_desktop.invisible import escaped
from scoro_desktop.ui.audience.sample_words import shown
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.kit.plain_text import tip

FIRST: Final = ("username", "name", "phone", "email", "deviceType", "userId", "createdAt")
"""Fields that tell a person who somebody is stand first."""
CELL: Final = 200
"""Characters of a value, or of a field's name, that stand in the table. Ours: Qt lays out whole what it is given, and
half a megabyte took it a second.
"""
TIP: Final = 2_000
"""Characters of a value that stand in its tool tip. Ours: more than a screen holds."""
Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class SampleModel(QAbstractTableModel):
    """At most a hundred documents, so nothing here is fetched by need.

    `secret`: dotted paths of fields that are never shown. `asked`: those that stand first, as the query is about them.
    """

    def __init__(
        self, documents: Sequence[Mapping[str, Any]], secret: Collection[str] = (), asked: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], str] = {}
        self._documents = [without(each, secret) for each in documents]
        seen = Counter(name for document in self._documents for name in document)
        first = dict.fromkeys((*FIRST[:1], *(path.partition(".")[0] for path in asked), *FIRST))
        known = [name for name in first if name in seen and name != "_id"]
        rest = sorted((name for name in seen if name not in first and name != "_id"), key=lambda name: -seen[name])
        self.fields = (*known, *rest, *(["_id"] if "_id" in seen else []))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Counts the documents."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Counts the fields."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, in one line and as long as one; with its lines, and more of it, in its tool tip."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        place = (index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            if place not in self._cells:
                self._cells[place] = _as_cell(shown(self._value(*place)))
            return self._cells[place]
        value = self._value(*place)
        exact = value.isoformat(sep=" ", timespec="milliseconds") if isinstance(value, datetime) else shown(value)
        return tip(escaped(shortened(exact, TIP)))

    def _value(self, row: int, column: int) -> object:
        return self._documents[row].get(self.fields[column])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the fields."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.title(section)
        return None

    def title(self, section: int) -> str:
        """Returns the name of a field, as long as one is shown."""
        return _as_cell(self.fields[section])


def _as_cell(text: str) -> str:
    """Writes a text in one line, with what cannot be seen as JSON escapes it: nothing turns the text beside it."""
    return escaped(without_breaks(shortened(text, CELL)))


def shortened(text: str, length: int) -> str:
    """Returns a text that is no longer than `length` characters; the last one tells where something is left out."""
    return text if len(text) <= length else text[: length - 1] + "…"
