"""The people of a campaign as a table of any length: only the pages that are looked at are read from the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.campaigns import campaign_words, row_words
from scoro_desktop.ui.campaigns.paged_model import NO_INDEX, Index, PagedModel
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.campaigns.types import CampaignPerson
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

CELL: Final = 200
"""Characters of a value that stand in the table. Ours: Qt lays out whole what it is given."""
ROW, STATE, FIRST = range(3)


@dataclass(frozen=True)
class Shown:
    """The rows of a campaign that a table shows: all, those of a state, left out for a reason, or in a request."""

    campaign_id: int
    state: PersonState | None = None
    why: str = ""
    send_id: int | None = None


class PeopleModel(PagedModel):
    """Nobody until `show_rows` is called."""

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(storage, parent)
        self._colours = colours
        self._shown: Shown | None = None
        self._columns: tuple[str, ...] = ()

    def show_rows(self, shown: Shown | None, count: int, columns: tuple[str, ...]) -> None:
        """Shows rows, of which there are `count`; the same ones are read anew, and the view stays where it is."""
        self._shown, self._columns = shown, columns
        self.show_pages(None if shown is None else (shown, columns), count)

    def read_page(self, of: tuple[Shown, object], offset: int, limit: int, stores: Stores) -> Sequence[CampaignPerson]:
        """Reads some of them."""
        shown, _ = of
        return stores.campaigns.rows(
            shown.campaign_id,
            states=() if shown.state is None else (shown.state,),
            why=shown.why or None,
            send_id=shown.send_id,
            offset=offset,
            limit=limit,
        )

    def set_colours(self, colours: Colours) -> None:
        """Draws the states in the colours of another scheme."""
        self._colours = colours
        self.changed(0, self.rowCount() - 1)

    def person_at(self, row: int) -> CampaignPerson | None:
        """Returns who stands in a row; None if there is no such row, or it is not read yet."""
        found: CampaignPerson | None = self.row_at(row)
        return found

    def first(self, rows: int) -> list[CampaignPerson]:
        """Lists who stands in the first rows, as far as that is read."""
        found = (self.person_at(row) for row in range(min(rows, self.rowCount())))
        return [each for each in found if each is not None]

    def longest(self, column: int, people: Sequence[CampaignPerson]) -> str:
        """Returns the text in a column, of those of some people, that has the most characters."""
        if column == ROW:
            return campaign_words.number(max((each.row for each in people), default=0))
        if column == STATE:
            words = {(each.state, each.why, each.detail): each for each in people}
            return max((state_words(each, self._columns) for each in words.values()), key=len, default="")
        at = column - FIRST
        return _cell(max((each.values[at] for each in people if at < len(each.values)), key=len, default=""))

    def columnCount(self, parent: Index = NO_INDEX) -> int:
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

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell, and their colour."""
        person = self.person_at(row)
        if person is None:
            return None
        if column >= FIRST:
            return _cell(person.values[column - FIRST]) if column - FIRST < len(person.values) else "", None
        if column == STATE:
            colour = QColor(campaign_words.person_colour(person.state, self._colours))
            return state_words(person, self._columns), colour
        return campaign_words.number(person.row) if person.row else "–", QColor(self._colours.muted)

    def tip_at(self, row: int, column: int) -> str | None:
        """Returns what is told of a cell under the mouse."""
        person = self.person_at(row)
        if person is None:
            return None
        if column == STATE:
            return tip(row_words.tip_of(person.why, person.detail, self._columns) or state_words(person))
        if column == ROW:
            return self.text_at(row, column)
        value = person.values[column - FIRST] if column - FIRST < len(person.values) else ""
        return tip(escaped(value[: 10 * CELL]))


def state_words(person: CampaignPerson, columns: Sequence[str] = ()) -> str:
    """Says what became of a row. `columns`: those of its list, by name."""
    words = (
        row_words.why_exactly(person.why, person.detail, columns)
        if person.why
        else campaign_words.person_word(person.state)
    )
    return row_words.may_have(words) if person.may_have else words


def _cell(text: str) -> str:
    """Writes a text in one line, with what cannot be seen as JSON escapes it: nothing turns the text beside it."""
    return escaped(without_breaks(text if len(text) <= CELL else text[: CELL - 1] + "…"))
