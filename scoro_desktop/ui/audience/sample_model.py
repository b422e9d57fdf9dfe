"""Documents as a table: a row each, a column for each field that any of them has."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from scoro_desktop.audience.schema import without
from scoro_desktop.ui.audience.sample_words import shown
from scoro_desktop.ui.kit.plain_text import tip

FIRST: Final = ("username", "name", "phone", "email", "deviceType", "userId", "createdAt")
"""Fields that tell a person who somebody is stand first."""
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
        """The text of a cell; whole in its tool tip."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        value = self._documents[index.row()].get(self.fields[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(
                value.isoformat(sep=" ", timespec="milliseconds") if isinstance(value, datetime) else shown(value)
            )
        return shown(value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the fields."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.fields[section]
        return None
