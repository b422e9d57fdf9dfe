"""Documents as a table: a row each, a column for each field that any of them has."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

FIRST: Final = ("username", "name", "phone", "email", "deviceType", "userId", "createdAt")
"""Fields that tell a person who somebody is stand first."""
Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


def shown(value: object) -> str:
    """A value as text: long integers and ids to the last digit, dates with their zone, the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return json.dumps(value, ensure_ascii=False, default=str)


class SampleModel(QAbstractTableModel):
    """At most a hundred documents, so nothing here is fetched by need."""

    def __init__(self, documents: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        self._documents = documents
        seen = Counter(name for document in documents for name in document)
        known = [name for name in FIRST if name in seen]
        rest = sorted((name for name in seen if name not in FIRST and name != "_id"), key=lambda name: -seen[name])
        self.fields = (*known, *rest, *(["_id"] if "_id" in seen else []))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many documents."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """How many fields."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell; whole in its tool tip."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return shown(self._documents[index.row()].get(self.fields[index.column()]))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the fields."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.fields[section]
        return None
