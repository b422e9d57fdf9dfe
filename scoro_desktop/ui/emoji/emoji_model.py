"""Emoji in rows for a grid, each group under its heading."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scoro_desktop.messages.emoji import Emoji

COLUMNS: Final = 9

_AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
_HERE: Final = QModelIndex()
_STAND_ON: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EmojiModel(QAbstractTableModel):
    """Shows sections: a heading, empty for none, and the emoji under it. `name` says what one is called."""

    def __init__(self, name: Callable[[Emoji], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: list[str | Sequence[Emoji]] = []
        self.headings: dict[str, int] = {}

    def show_sections(self, sections: Sequence[tuple[str, Sequence[Emoji]]]) -> None:
        """Shows these, each as (heading, emoji)."""
        self.beginResetModel()
        self._rows = []
        self.headings = {}
        for heading, emoji in sections:
            if heading:
                self.headings[heading] = len(self._rows)
                self._rows.append(heading)
            self._rows += [emoji[start : start + COLUMNS] for start in range(0, len(emoji), COLUMNS)]
        self.endResetModel()

    def is_heading(self, row: int) -> bool:
        """Tells whether a row is a heading over all columns."""
        return isinstance(self._rows[row], str)

    def first(self) -> QModelIndex:
        """The first emoji, an index that is not valid where there is none."""
        rows = (row for row in range(len(self._rows)) if not self.is_heading(row))
        return self.index(next(rows, -1), 0)

    def rowCount(self, parent: _AnyIndex = _HERE) -> int:
        """Rows of emoji and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _HERE) -> int:
        """Emoji in a row."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The emoji or the heading, and for those who hear it the name of the emoji."""
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        if index.column() >= len(row):
            return None
        emoji = row[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return emoji.text
        return self._name(emoji) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Only an emoji can be stood on."""
        row = self._rows[index.row()]
        if isinstance(row, str) or index.column() >= len(row):
            return Qt.ItemFlag.NoItemFlags
        return _STAND_ON
