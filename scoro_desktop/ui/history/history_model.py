"""The history as a table of any length: it knows its true length and fetches only the pages that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import HistoryFilter, LostSend, SendLine
from scoro_desktop.storage.history_reading import PAGE_ROWS, HistoryReading, read_history, read_page
from scoro_desktop.ui.history import cell_words
from scoro_desktop.ui.history.cell_words import ACCOUNT, AUDIENCE, CHANNEL, MESSAGE, OUTCOME, RESULT, TOOK, WHEN
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.words import disk_words, outcome_words

__all__ = [
    "ACCOUNT",
    "AUDIENCE",
    "CHANNEL",
    "MESSAGE",
    "OUTCOME",
    "RESULT",
    "TOOK",
    "WHEN",
    "HistoryModel",
    "semi_bold",
]

ASKED_PAGES: Final = 3
"""So many pages are waited for at once: a bar that is dragged passes many that nobody looks at any more."""
KEPT_PAGES: Final = 8
"""More than a screen can show at once, so that scrolling back and forth reads nothing twice."""

_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Rows of the history, newest first; none until `refresh` or `set_filter` is called and answered.

    Everything is read on the thread of the storage: until its page is there, a row is blank. `taken(HistoryReading)`:
    what was asked for is shown now. `failed(why)` says in words that the history could not be read; the rows are empty
    then. A row that is damaged says so.
    """

    taken = Signal(object)
    failed = Signal(str)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._colours = colours
        self._filter = HistoryFilter()
        self._count = 0
        self._pages: OrderedDict[int, list[SendLine | LostSend]] = OrderedDict()
        self._asked_pages: dict[int, None] = {}  # in the order in which they were asked for
        self._state = 0  # of the rows: a page that was asked for in another is of no use
        self._asked = 0
        self.is_reading = False
        """Tells whether something else was asked for than is shown."""

    @property
    def filter(self) -> HistoryFilter:
        """Returns the filter in use."""
        return self._filter

    def set_filter(self, wanted: HistoryFilter, ids: Collection[int] = ()) -> None:
        """Shows only what this filter lets through; `ids`: of sends whose rows `taken` is to tell."""
        self._filter = wanted
        self._ask([0], ids, self._reset)

    def set_colours(self, colours: Colours) -> None:
        """Draws the outcomes in the colours of another scheme."""
        self._colours = colours
        self._rows_changed(0, self._count - 1)

    def row_changed(self, send_id: int) -> None:
        """Takes in a send that is new, or that was settled; every other row, and the selection, stay as they are."""
        self._ask(list(self._pages)[-2:], [send_id], lambda reading: self._take(reading, send_id))

    def _ask(self, pages: Collection[int], ids: Collection[int], take: Callable[[HistoryReading], None]) -> None:
        wanted = self._filter
        self._asked += 1
        asked = self._asked
        self.is_reading = True

        def done(reading: HistoryReading) -> None:
            if asked == self._asked:
                self.is_reading = False
            if wanted == self._filter:
                take(reading)
                self.taken.emit(reading)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            if asked == self._asked:
                self.is_reading = False
            if wanted == self._filter:
                if take == self._reset:
                    self._reset(HistoryReading(wanted, 0, {}, {}))
                self.failed.emit(disk_words.technical(error))

        self._storage.read(
            self,
            lambda stores: read_history(stores.history, wanted, pages, ids),
            done,
            failed,
            lambda: wanted == self._filter,
        )

    def _reset(self, reading: HistoryReading) -> None:
        self.beginResetModel()
        self._set(reading)
        self.endResetModel()

    def _set(self, reading: HistoryReading) -> None:
        self._state += 1
        self._asked_pages.clear()
        self._count = reading.count
        self._pages = OrderedDict(reading.pages)

    def _take(self, reading: HistoryReading, send_id: int) -> None:
        row, is_shown = reading.places[send_id]
        match reading.count - self._count, is_shown:
            case 1, True:
                self.beginInsertRows(QModelIndex(), row, row)
                self._set(reading)
                self.endInsertRows()
            case -1, False:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._set(reading)
                self.endRemoveRows()
            case 0, True:
                self._set(reading)
                self._rows_changed(row, row)
            case 0, False:
                pass
            case _:  # several were sent at once
                self._reset(reading)

    def send_at(self, row: int) -> SendLine | None:
        """Returns the send in a row; None if there is no such row, or it cannot be read."""
        found = self._found(row)
        return found if isinstance(found, SendLine) else None

    def _found(self, row: int) -> SendLine | LostSend | None:
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask_for_page(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Counts the sends that the filter lets through."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """The columns are the constants of this module."""
        return 0 if parent.isValid() else TOOK + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[section == TOOK]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:  # a narrow heading is shortened
            return None
        return (
            self.tr("When"),
            self.tr("Account"),
            self.tr("Channel"),
            self.tr("Message"),
            self.tr("Audience"),
            self.tr("Outcome"),
            self.tr("Count or error"),
            self.tr("Duration"),
        )[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell, and their colour: what `PlainCell` draws."""
        send = self._found(row)
        if isinstance(send, SendLine):
            return cell_words.text(send, column), self._foreground(send, column)
        if send is None or column != MESSAGE:
            return None
        return str(self._lost(column, Qt.ItemDataRole.DisplayRole)), QColor(self._colours.danger)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[index.column() == TOOK]
        if role not in _CELL_ROLES or (role == Qt.ItemDataRole.FontRole and index.column() != OUTCOME):
            return None
        send = self._found(index.row())
        if not isinstance(send, SendLine):
            return self._lost(index.column(), role) if isinstance(send, LostSend) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words.text(send, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell_words.tool_tip(send, index.column()))
        if role == Qt.ItemDataRole.FontRole:
            return semi_bold(QFont())
        return self._foreground(send, index.column())

    def _lost(self, column: int, role: int) -> Any:
        """The data of the cells in the row of a send that cannot be read."""
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colours.danger)
        if column != MESSAGE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("This row is damaged and cannot be read")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.tr("A message was sent here. The file with drafts and history is damaged in this place."))
        return None

    def _foreground(self, send: SendLine, column: int) -> QColor | None:
        if column == OUTCOME:
            return QColor(self._colours.of_role(outcome_words.role_of(send)))
        if column in {WHEN, TOOK} or (column == MESSAGE and not send.summary):
            return QColor(self._colours.muted)
        return None

    def _ask_for_page(self, number: int) -> None:
        if number in self._asked_pages:
            return
        wanted, state = self._filter, self._state

        def is_wanted() -> bool:
            return state == self._state and number in self._asked_pages

        def done(page: list[SendLine | LostSend]) -> None:
            if not is_wanted():
                return
            del self._asked_pages[number]
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            self._rows_changed(number * PAGE_ROWS, min((number + 1) * PAGE_ROWS, self._count) - 1)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            if is_wanted():  # it stays asked for: whoever draws it would ask again and again
                self.failed.emit(disk_words.technical(error))

        self._asked_pages[number] = None
        if len(self._asked_pages) > ASKED_PAGES:
            del self._asked_pages[next(iter(self._asked_pages))]  # it is asked for anew where it is seen
        self._storage.read(
            self, lambda stores: read_page(stores.history, wanted, number), done, failed, wanted=is_wanted
        )

    def _rows_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, TOOK))


_CELL_ROLES: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
    }
)


_ALIGNMENTS: Final = {
    is_number: side | Qt.AlignmentFlag.AlignVCenter
    for is_number, side in ((False, Qt.AlignmentFlag.AlignLeft), (True, Qt.AlignmentFlag.AlignRight))
}
"""By whether a column holds numbers."""


def semi_bold(font: QFont) -> QFont:
    """The font in which the outcome stands."""
    font = QFont(font)
    font.setWeight(QFont.Weight.DemiBold)
    return font
