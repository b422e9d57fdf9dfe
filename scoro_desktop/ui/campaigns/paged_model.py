"""A table of any length over rows of the disk: only the pages that are looked at are read."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QColor

    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

PAGE_ROWS: Final = 100
KEPT_PAGES: Final = 8
"""More than a screen can show at once, so that scrolling back and forth reads nothing twice."""
ASKED_PAGES: Final = 3
"""So many pages are waited for at once: a bar that is dragged passes many that nobody looks at any more."""
DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
FOREGROUND: Final = int(Qt.ItemDataRole.ForegroundRole)
ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
"""As numbers, which is how Qt asks for them: to look up a name of Qt takes longer than all else that a cell needs."""
Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class PagedModel(QAbstractTableModel):
    """Nothing until `show_pages` is called. `failed(why)`: the rows cannot be read. `read`: a page is there."""

    failed = Signal(str)
    read = Signal()

    def __init__(self, storage: AsyncStorage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._of: Hashable = None
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: dict[int, None] = {}
        self._state = 0  # of the rows: a page that was asked for in another is of no use

    def read_page(self, of: Any, offset: int, limit: int, stores: Stores) -> Sequence[Any]:
        """Reads some of the rows that are shown (`of`), on the thread of the tables."""
        raise NotImplementedError

    def show_pages(self, of: Hashable, count: int) -> None:
        """Shows rows, of which there are `count`; the same ones are read anew, and the view stays where it is."""
        self._state += 1
        self._asked.clear()
        if of == self._of:
            self._grow(count)
            for number in list(self._pages):  # what is seen stays until it was read anew
                self._ask(number)
            return
        self.beginResetModel()
        self._of, self._count = of, count
        self._pages.clear()
        self.endResetModel()

    def show_read(self, of: Hashable, count: int, first: Sequence[Any]) -> None:
        """Shows rows of which the first page was read with their count."""
        self._state += 1
        self.beginResetModel()
        self._of, self._count = of, count
        self._pages = OrderedDict({0: first})
        self._asked.clear()
        self.endResetModel()

    def row_at(self, row: int) -> Any:
        """Returns what stands in a row; None if there is no such row, or it is not read yet."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Counts the rows that are shown."""
        return 0 if parent.isValid() else self._count

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell, and their colour where it has one; None while it is not read."""
        raise NotImplementedError

    def tip_at(self, row: int, column: int) -> str | None:
        """Returns what is told of a cell under the mouse; None for nothing."""
        raise NotImplementedError

    def text_at(self, row: int, column: int) -> str | None:
        """Returns the words of a cell; None while it is not read."""
        cell = self.cell(row, column)
        return None if cell is None else cell[0]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Returns the content of one cell."""
        if role == DISPLAY:
            return self.text_at(index.row(), index.column())
        if role == TOOL_TIP:
            return self.tip_at(index.row(), index.column())
        if role == FOREGROUND:
            cell = self.cell(index.row(), index.column())
            return None if cell is None else cell[1]
        return None

    def changed(self, first: int, last: int) -> None:
        """Has rows drawn anew."""
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _grow(self, count: int) -> None:
        """Takes another number of rows, at the end."""
        before = self._count
        if count > before:
            self.beginInsertRows(QModelIndex(), before, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(QModelIndex(), count, before - 1)
            self._count = count
            self.endRemoveRows()

    def _ask(self, number: int) -> None:
        if number in self._asked or self._of is None:
            return
        of, state = self._of, self._state

        def is_wanted() -> bool:
            return state == self._state and number in self._asked

        def done(page: Sequence[Any]) -> None:
            if not is_wanted():
                return
            del self._asked[number]
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            self.changed(number * PAGE_ROWS, min((number + 1) * PAGE_ROWS, self._count) - 1)
            self.read.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            if is_wanted():  # it stays asked for: whoever draws it would ask again and again
                self.failed.emit(disk_words.technical(error))

        self._asked[number] = None
        if len(self._asked) > ASKED_PAGES:
            del self._asked[next(iter(self._asked))]  # it is asked for anew where it is seen
        self._storage.read(
            self,
            lambda stores: self.read_page(of, number * PAGE_ROWS, PAGE_ROWS, stores),
            done,
            failed,
            wanted=is_wanted,
        )
