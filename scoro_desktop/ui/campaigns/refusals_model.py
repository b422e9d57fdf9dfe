"""The list of people who are not to be sent to, as a table of any length: only pages that are looked at are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns.paged_model import NO_INDEX, PAGE_ROWS, Index, PagedModel
from scoro_desktop.ui.campaigns.refusal_words import key_text
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from scoro_desktop.storage.do_not_send import Refusal
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

WHO, ADDED, BY, ORIGIN = range(4)


class RefusalsModel(PagedModel):
    """None until `refresh`. `taken`: what was looked for is shown."""

    taken = Signal()

    def __init__(self, storage: AsyncStorage, account_id: str, parent: QObject | None = None) -> None:
        super().__init__(storage, parent)
        self._account_id = account_id
        self._search = ""
        self._asking = 0
        self.whole = 0
        """The number of keys on the list, whatever is looked for."""

    @property
    def search(self) -> str:
        """Returns what is looked for."""
        return self._search

    @property
    def count(self) -> int:
        """Returns how many keys were found."""
        return self.rowCount()

    def refresh(self, search: str | None = None) -> None:
        """Reads everything anew, with another search if one is given."""
        wanted = self._search = self._search if search is None else search
        self._asking += 1
        asking, account = self._asking, self._account_id

        def done(found: tuple[int, int, list[Refusal]]) -> None:
            if asking == self._asking:
                self.whole, count, page = found
                self.show_read(wanted, count, page)
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
            wanted=lambda: asking == self._asking,
        )

    def read_page(self, of: str, offset: int, limit: int, stores: Stores) -> Sequence[Refusal]:
        """Reads some of those that were looked for."""
        return stores.do_not_send.page(self._account_id, search=of, offset=offset, limit=limit)

    def refusal_at(self, row: int) -> Refusal | None:
        """Returns who stands in a row; None if there is no such row, or it is not read yet."""
        found: Refusal | None = self.row_at(row)
        return found

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else ORIGIN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Who"), self.tr("Added"), self.tr("By"), self.tr("From"))[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell."""
        refusal = self.refusal_at(row)
        return None if refusal is None else (self._words(refusal, column), None)

    def tip_at(self, row: int, column: int) -> str | None:
        """Returns how the key was written, or the words of the cell whole."""
        refusal = self.refusal_at(row)
        if refusal is None:
            return None
        if column == WHO:
            return tip(self.tr("Written as: {text}").format(text=escaped(refusal.written)))
        return tip(self._words(refusal, column))

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

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.failed.emit(disk_words.technical(error))
