"""The list of people who are not to be sent to, as a table of any length: only pages that are looked at are read."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns.refusal_words import key_text
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.do_not_send import Refusal
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

PAGE_ROWS: Final = 100
KEPT_PAGES: Final = 8
ASKED_PAGES: Final = 3
WHO, ADDED, BY, ORIGIN = range(4)
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class RefusalsModel(QAbstractTableModel):
    """None until `refresh`. `taken`: what was looked for is shown. `failed(why)`: it cannot be read."""

    taken = Signal()
    failed = Signal(str)

    def __init__(self, storage: AsyncStorage, account_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._account_id = account_id
        self._search = ""
        self._state = 0
        self.count = 0
        self.whole = 0
        """The number of keys on the list, whatever is looked for."""
        self._pages: OrderedDict[int, Sequence[Refusal]] = OrderedDict()
        self._asked: dict[int, None] = {}

    @property
    def search(self) -> str:
        """Returns what is looked for."""
        return self._search

    def refresh(self, search: str | None = None) -> None:
        """Reads everything anew, with another search if one is given."""
        wanted = self._search if search is None else search
        self._search = wanted
        self._state += 1
        state = self._state
        account = self._account_id

        def done(found: tuple[int, int, list[Refusal]]) -> None:
            if state == self._state:
                self.beginResetModel()
                self.whole, self.count, page = found
                self._pages = OrderedDict({0: page})
                self._asked.clear()
                self.endResetModel()
                self.taken.emit()

        self._storage.read(
            self,
            lambda stores: (
                stores.do_not_send.count(account),
                stores.do_not_send.count(account, wanted),
                stores.do_not_send.page(account, search=wanted, limit=PAGE_ROWS),
            ),
            done,
            self._not_read,
            wanted=lambda: state == self._state,
        )

    def refusal_at(self, row: int) -> Refusal | None:
        """Returns who stands in a row; None if there is no such row, or it is not read yet."""
        if not 0 <= row < self.count:
            return None
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts what was found."""
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Who"), self.tr("Added"), self.tr("By"), self.tr("From"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        refusal = self.refusal_at(index.row())
        if refusal is None:
            return None
        words = self._words(refusal, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if index.column() == WHO:
            return tip(self.tr("Written as: {text}").format(text=escaped(refusal.written)))
        return tip(words)

    def _words(self, refusal: Refusal, column: int) -> str:
        match column:
            case 0:
                return escaped(key_text(refusal.kind, refusal.key))
            case 1:
                local = QDateTime.fromMSecsSinceEpoch(round(refusal.added_at.timestamp() * 1000))
                return QLocale().toString(local, QLocale.FormatType.ShortFormat)
            case 2:
                return escaped(refusal.added_by)
            case _:
                return escaped(refusal.origin) or self.tr("pasted")

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        state, account, search = self._state, self._account_id, self._search

        def is_wanted() -> bool:
            return state == self._state and number in self._asked

        def done(page: list[Refusal]) -> None:
            if is_wanted():
                del self._asked[number]
                self._pages[number] = page
                if len(self._pages) > KEPT_PAGES:
                    self._pages.popitem(last=False)
                last = min((number + 1) * PAGE_ROWS, self.count) - 1
                self.dataChanged.emit(self.index(number * PAGE_ROWS, 0), self.index(last, ORIGIN))

        self._asked[number] = None
        if len(self._asked) > ASKED_PAGES:
            del self._asked[next(iter(self._asked))]  # it is asked for anew where it is seen
        self._storage.read(
            self,
            lambda stores: stores.do_not_send.page(account, search=search, offset=number * PAGE_ROWS, limit=PAGE_ROWS),
            done,
            self._not_read,
            wanted=is_wanted,
        )

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.failed.emit(disk_words.technical(error))
