"""The requests of a campaign as a table of any length, without their bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.paged_model import ALIGNMENT, DISPLAY, NO_INDEX, Index, PagedModel
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words.reason_words import short_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.campaigns.types import CampaignSend
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

NUMBER, STATE, PEOPLE, COUNT, WHEN, ANSWER = range(6)
_TO_THE_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TO_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = frozenset({NUMBER, PEOPLE, COUNT})


@dataclass(frozen=True)
class ShownRequests:
    """The requests of a campaign that a table shows: all, or those in a state."""

    campaign_id: int
    state: PersonState | None = None


class RequestsModel(PagedModel):
    """The requests of a campaign, a page at a time. `show_pages` is given a `ShownRequests`."""

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(storage, parent)
        self._colours = colours

    def read_page(self, of: ShownRequests, offset: int, limit: int, stores: Stores) -> Sequence[CampaignSend]:
        """Reads some of them."""
        states = () if of.state is None else (of.state,)
        return stores.campaigns.requests(of.campaign_id, states=states, offset=offset, limit=limit)

    def request_at(self, row: int) -> CampaignSend | None:
        """Returns the request in a row; None if there is none, or it is not read yet."""
        found: CampaignSend | None = self.row_at(row)
        return found

    def set_colours(self, colours: Colours) -> None:
        """Draws the states in the colours of another scheme."""
        self._colours = colours
        self.changed(0, self.rowCount() - 1)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """The columns."""
        return 0 if parent.isValid() else ANSWER + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns, above what stands in them."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return _side(section)
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("No."),
            self.tr("State"),
            self.tr("People"),
            self.tr("Sent"),
            self.tr("When"),
            self.tr("Answer"),
        )[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell, and their colour."""
        request = self.request_at(row)
        if request is None:
            return None
        colour = None
        if column == STATE:
            colour = QColor(campaign_words.person_colour(request.state, self._colours))
        elif column == NUMBER:
            colour = QColor(self._colours.muted)
        return self._words(row, column, request), colour

    def tip_at(self, row: int, column: int) -> str | None:
        """Returns what is told of a cell under the mouse."""
        words = self.text_at(row, column)
        return tip(words) if words else words

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Returns the content of one cell."""
        return _side(index.column()) if role == ALIGNMENT else super().data(index, role)

    def _words(self, row: int, column: int, request: CampaignSend) -> str:
        match column:
            case 0:
                return campaign_words.number(row + 1)
            case 1:
                return campaign_words.person_word(request.state)
            case 2:
                return campaign_words.number(request.people)
            case 3:
                return "" if request.count is None else campaign_words.number(request.count)
            case 4:
                at = request.settled_at or request.began_at
                return "" if at is None else campaign_words.when(at)
            case _:
                return answer_words(request)


def _side(column: int) -> Qt.AlignmentFlag:
    return _TO_THE_RIGHT if column in RIGHT else _TO_THE_LEFT


def answer_words(request: CampaignSend) -> str:
    """Says what came back, where that was not what was hoped for."""
    if request.state is PersonState.SENT or not (request.reason or request.http_status):
        return ""
    words = short_words(request.reason or "not_json_refusal", request.http_status)
    shown = request.http_status is not None and request.http_status != 200
    return f"{words} (HTTP {request.http_status})" if shown else words
