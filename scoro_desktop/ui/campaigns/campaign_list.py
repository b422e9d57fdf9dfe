"""The list of campaigns, and what stands in its place while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.campaigns import list_model
from scoro_desktop.ui.campaigns.list_model import CampaignsModel
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.plain_cell import PlainCell
from scoro_desktop.ui.kit.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.words.later_words import Mark

ROW_HEIGHT: Final = 30
_PADDING: Final = 24
_BOLD: Final = 1.15
"""The times that the state is wider in its heavier font, at most."""
_WIDEST: Final = 260
_MESSAGE: Final = 200
"""The pixels that the message has at least, as far as it needs them."""


class CampaignTable(QTableView):
    """One line a campaign. `opened`: the selected one is to be opened, by a double click or Enter."""

    opened = Signal()

    def __init__(self, model: CampaignsModel, parent: QWidget) -> None:
        super().__init__(parent)
        plain_table.set_up(self, self.tr("Campaigns, newest first"), row_height=ROW_HEIGHT)
        self.setModel(model)
        self.setItemDelegate(PlainCell(model, self, bold={list_model.STATE}, right=list_model.NUMBERS))
        self.horizontalHeader().setSectionResizeMode(list_model.NAME, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens what is selected with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives each column what its words need; the message has the rest."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Makes the columns as wide as what stands in them; where the message has too little then, others give way.

        The account goes first, which stands in the campaign as well, then the ends of long states, and in large letters
        the channel and how many were left out.
        """
        wanted = {column: self._wanted(column) for column in range(self.model().columnCount())}
        room = self.viewport().width() - min(wanted.pop(list_model.NAME), _MESSAGE)
        self._hide(list_model.ACCOUNT, wanted, sum(wanted.values()) > room)
        over = sum(wanted.values()) - room
        wanted[list_model.STATE] -= max(0, min(over, wanted[list_model.STATE] - self._heading(list_model.STATE)))
        most = self.viewport().width() - self._heading(list_model.NAME)
        for column in (list_model.CHANNEL, list_model.LEFT_OUT):
            self._hide(column, wanted, sum(wanted.values()) > most)
        for column, width in wanted.items():
            self.setColumnWidth(column, width)

    def _hide(self, column: int, wanted: dict[int, int], is_hidden: bool) -> None:
        self.setColumnHidden(column, is_hidden)
        if is_hidden:
            del wanted[column]

    def _heading(self, column: int) -> int:
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return _PADDING + self.horizontalHeader().fontMetrics().horizontalAdvance(words)

    def _wanted(self, column: int) -> int:
        model, metrics = self.model(), QFontMetrics(self.font())
        rows = range(min(model.rowCount(), 50))
        widest = max((metrics.horizontalAdvance(str(model.index(row, column).data())) for row in rows), default=0)
        bold = _BOLD if column == list_model.STATE else 1.0
        return max(self._heading(column), min(_PADDING + round(widest * bold), _WIDEST))


class CampaignList(QWidget):
    """`opened(int)`: a campaign is to be opened, by its id. `write_wanted`: the message is to be written first."""

    opened = Signal(int)
    write_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CampaignsModel(colours, self)
        title = QLabel(self.tr("Campaigns"), self)
        title.setProperty("role", "heading")
        self.open_it = QPushButton(self.tr("Open"), self)
        self.open_it.clicked.connect(self._open)
        self.new = QPushButton(self.tr("New campaign"), self)
        self.new.setToolTip(self.tr("Goes to Compose: write the message there, then press “Campaign…”"))
        self.new.clicked.connect(self.write_wanted)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._stack = Stack(self)  # each in its place: with another parent it would be given its style twice
        self.table = CampaignTable(self._model, self._stack)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self._nothing = EmptyState(
            "people",
            self.tr("No campaign yet"),
            self.tr(
                "A campaign sends one message to the people of a list, with each one’s own words in it: Hi "
                "{{name|friend}}. Write the message on Compose, press “Campaign…” and choose the list. Nothing is "
                "sent before you have seen who gets what."
            ),
            self._stack,
        )
        self.write = self._nothing.add_button(self.tr("Write the message"))
        self.write.clicked.connect(self.write_wanted)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self.open_it)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        self.open_it.hide()  # none was read yet
        self.new.hide()

    def show_campaigns(self, campaigns: Sequence[Campaign]) -> None:
        """Shows the campaigns, the first one selected where none is."""
        self._problem.hide()
        self._model.show_campaigns(campaigns)
        had_keyboard = self.table.hasFocus()
        self._stack.setCurrentWidget(self.table if campaigns else self._nothing)
        if had_keyboard and not campaigns:
            self.go_to_start()
        self.open_it.setVisible(bool(campaigns))
        self.new.setVisible(bool(campaigns))
        if campaigns and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        self.table.fit()
        self._selected()

    def show_planned(self, planned: Mapping[int, Mark]) -> None:
        """Shows which of them are planned, by their ids."""
        if self._model.show_planned(planned):
            self.table.fit()

    def say_failed(self, words: str) -> None:
        """Says that the campaigns cannot be read."""
        self._problem.setText(words)
        self._problem.show()

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._model.set_colours(colours)

    def go_to_start(self) -> None:
        """Puts the keyboard where work begins."""
        start = self.table if self._stack.currentWidget() is self.table else self.write
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self) -> None:
        self.open_it.setEnabled(self.table.selectionModel().hasSelection())

    def _open(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        campaign = self._model.campaign_at(rows[0].row()) if rows else None
        if campaign is not None:
            self.opened.emit(campaign.id)
