"""The people of a campaign as a table of any length: only the pages that are looked at are read from the disk."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words, row_words
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.campaigns.types import CampaignPerson
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

PAGE_ROWS: Final = 100
KEPT_PAGES: Final = 8
"""More than a screen can show at once, so that scrolling back and forth reads nothing twice."""
ASKED_PAGES: Final = 3
"""So many pages are waited for at once: a bar that is dragged passes many that nobody looks at any more."""
CELL: Final = 200
"""Characters of a value that stand in the table. Ours: Qt lays out whole what it is given."""
ROW, STATE, FIRST = range(3)
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True)
class Shown:
    """The rows of a campaign that a table shows: all, those of a state, or those left out for a reason."""

    campaign_id: int
    state: PersonState | None = None
    why: str = ""


class PeopleModel(QAbstractTableModel):
    """None until `show_rows` is called. `failed(why)`: the rows cannot be read. `read`: a page is there."""

    failed = Signal(str)
    read = Signal()

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._colours = colours
        self._shown: Shown | None = None
        self._columns: tuple[str, ...] = ()
        self._count = 0
        self._pages: OrderedDict[int, list[CampaignPerson]] = OrderedDict()
        self._asked: dict[int, None] = {}
        self._state = 0  # of the rows: a page that was asked for in another is of no use

    @property
    def shown(self) -> Shown | None:
        """Returns which rows are shown."""
        return self._shown

    def show_rows(self, shown: Shown | None, count: int, columns: tuple[str, ...]) -> None:
        """Shows rows, of which there are `count`; the same ones are read anew, and the view stays where it is."""
        self._state += 1
        self._asked.clear()
        if (shown, columns) == (self._shown, self._columns):
            self._grow(count)
            for number in list(self._pages):  # what is seen stays until it was read anew
                self._ask(number)
            return
        self.beginResetModel()
        self._shown, self._count, self._columns = shown, count, columns
        self._pages.clear()
        self.endResetModel()

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

    def set_colours(self, colours: Colours) -> None:
        """Draws the states in the colours of another scheme."""
        self._colours = colours
        self._changed(0, self._count - 1)

    def person_at(self, row: int) -> CampaignPerson | None:
        """Returns who stands in a row; None if there is no such row, or it is not read yet."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the rows that are shown."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """The number of the row, what became of it, and the columns of the file."""
        return 0 if parent.isValid() else FIRST + len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        match section:
            case 0:
                return self.tr("Row")
            case 1:
                return self.tr("State")
            case _:
                return _cell(self._columns[section - FIRST])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole}:
            return None
        person = self.person_at(index.row())
        if person is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == STATE:
                return QColor(campaign_words.person_colour(person.state, self._colours))
            return QColor(self._colours.muted) if column == ROW else None
        if column == ROW:
            return campaign_words.number(person.row) if person.row else "–"
        if column == STATE:
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip(row_words.tip_of(person.why, person.detail, self._columns) or state_words(person))
            return state_words(person, self._columns)
        value = person.values[column - FIRST] if column - FIRST < len(person.values) else ""
        return _cell(value) if role == Qt.ItemDataRole.DisplayRole else tip(escaped(value[: 10 * CELL]))

    def _ask(self, number: int) -> None:
        if number in self._asked or self._shown is None:
            return
        shown, state = self._shown, self._state

        def is_wanted() -> bool:
            return state == self._state and number in self._asked

        def done(page: list[CampaignPerson]) -> None:
            if not is_wanted():
                return
            del self._asked[number]
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            self._changed(number * PAGE_ROWS, min((number + 1) * PAGE_ROWS, self._count) - 1)
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
            lambda stores: stores.campaigns.rows(
                shown.campaign_id,
                states=() if shown.state is None else (shown.state,),
                why=shown.why or None,
                offset=number * PAGE_ROWS,
                limit=PAGE_ROWS,
            ),
            done,
            failed,
            wanted=is_wanted,
        )

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


def state_words(person: CampaignPerson, columns: Sequence[str] = ()) -> str:
    """Says what became of a row. `columns`: those of its list, by name."""
    if person.why:
        return row_words.why_exactly(person.why, person.detail, columns)
    return campaign_words.person_word(person.state)


def _cell(text: str) -> str:
    """Writes a text in one line, with what cannot be seen as JSON escapes it: nothing turns the text beside it."""
    return escaped(without_breaks(text if len(text) <= CELL else text[: CELL - 1] + "…"))
