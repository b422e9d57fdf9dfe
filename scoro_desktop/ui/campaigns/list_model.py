"""Campaigns as a table: a row each, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import campaign_lines, line_words, wording
from scoro_desktop.ui.words.later_words import Mark

if TYPE_CHECKING:
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.kit.appearance import Colours

WHEN, NAME, ACCOUNT, CHANNEL, STATE, SENT, DOUBT, LEFT_OUT = range(8)
NUMBERS: Final = frozenset({SENT, DOUBT, LEFT_OUT})
_Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class CampaignsModel(QAbstractTableModel):
    """All campaigns as the disk has them: nobody has so many that they would not be read at once."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._campaigns: list[Campaign] = []
        self._planned: Mapping[int, Mark] = {}

    def show_planned(self, planned: Mapping[int, Mark]) -> bool:
        """Shows which of them are planned, by their ids; tells whether something else was shown before."""
        if planned == self._planned:
            return False
        self._planned = planned
        self.set_colours(self._colours)
        return True

    def show_campaigns(self, campaigns: Sequence[Campaign]) -> None:
        """Shows these; where they are the same ones, the selection stays."""
        same = [each.id for each in campaigns] == [each.id for each in self._campaigns]
        if same:
            self._campaigns = list(campaigns)
            if campaigns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(campaigns) - 1, LEFT_OUT))
            return
        self.beginResetModel()
        self._campaigns = list(campaigns)
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Draws the states in the colours of another scheme."""
        self._colours = colours
        if self._campaigns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._campaigns) - 1, LEFT_OUT))

    def campaign_at(self, row: int) -> Campaign | None:
        """Returns the campaign in a row; None where there is no such row."""
        return self._campaigns[row] if 0 <= row < len(self._campaigns) else None

    def rowCount(self, parent: _Index = NO_INDEX) -> int:
        """Counts the campaigns."""
        return 0 if parent.isValid() else len(self._campaigns)

    def columnCount(self, parent: _Index = NO_INDEX) -> int:
        """The columns are the constants of this module."""
        return 0 if parent.isValid() else LEFT_OUT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("When"),
            self.tr("Message"),
            self.tr("Account"),
            self.tr("Channel"),
            self.tr("State"),
            self.tr("Sent"),
            self.tr("In doubt"),
            self.tr("Left out"),
        )[section]

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """Returns the words of a cell, and their colour."""
        campaign = self.campaign_at(row)
        return None if campaign is None else (self._text(campaign, column), self._colour(campaign, column))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        campaign = self.campaign_at(index.row())
        if campaign is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(campaign, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._tip(campaign, index.column()))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(campaign, index.column())
            case Qt.ItemDataRole.FontRole if index.column() == STATE:
                bold = QFont()
                bold.setWeight(QFont.Weight.DemiBold)
                return bold
            case _:
                return None

    def _text(self, campaign: Campaign, column: int) -> str:
        match column:
            case 0:
                return campaign_words.when(campaign.began_at or campaign.created_at)
            case 1:
                return without_breaks(campaign.name) or self.tr("(no text)")
            case 2:
                account = wording.name_in_history(campaign.account_id, campaign.account_name)
                if wording.is_built_in(campaign.account_id):
                    return account
                environment = line_words.environment_word(campaign.environment)
                return self.tr("{environment} · {account}").format(account=account, environment=environment)
            case 3:
                return channel_name(campaign.channel)
            case 4:
                return self._mark(campaign).word or campaign_lines.state_word(campaign.state, campaign.pause)
            case 5:
                return campaign_words.number(sent(campaign))
            case 6:
                return campaign_words.number(campaign.counts.get(PersonState.UNKNOWN, 0))
            case _:
                return campaign_words.number(left_out(campaign))

    def _tip(self, campaign: Campaign, column: int) -> str:
        if column == STATE and campaign.pause:
            return campaign_words.pause_words(campaign.pause)
        mark = self._mark(campaign)
        return f"{mark.word}\n{mark.words}" if column == STATE and mark.word else self._text(campaign, column)

    def _mark(self, campaign: Campaign) -> Mark:
        mark = self._planned.get(campaign.id) if campaign.state is CampaignState.READY else None
        return mark or Mark()

    def _colour(self, campaign: Campaign, column: int) -> QColor | None:
        doubts = campaign.counts.get(PersonState.UNKNOWN, 0)
        if column == STATE and self._mark(campaign).asks:
            return QColor(self._colours.caution)
        if column == STATE:
            return QColor(campaign_words.state_colour(campaign.state, self._colours, doubts=doubts))
        if column == DOUBT:
            return QColor(self._colours.caution if doubts else self._colours.muted)
        if column in {WHEN, LEFT_OUT}:
            return QColor(self._colours.muted)
        return None


def sent(campaign: Campaign) -> int:
    """Counts the people whose request was sent."""
    return campaign.counts.get(PersonState.SENT, 0)


def left_out(campaign: Campaign) -> int:
    """Counts the people who get nothing, by a check or since the campaign was stopped."""
    return campaign.counts.get(PersonState.LEFT_OUT, 0) + campaign.counts.get(PersonState.SKIPPED, 0)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
