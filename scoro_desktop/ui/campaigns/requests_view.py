"""The requests of a campaign above the people of the one that is chosen, or beside them where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns import campaign_words, requests_model, rows_table
from scoro_desktop.ui.campaigns.people_model import PeopleModel, Shown
from scoro_desktop.ui.campaigns.people_table import PeopleTable
from scoro_desktop.ui.campaigns.requests_model import COUNT, NUMBER, PEOPLE, STATE, WHEN, RequestsModel
from scoro_desktop.ui.campaigns.running_room import WIDE
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.appearance import scaled
from scoro_desktop.ui.kit.splitter import Splitter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend
    from scoro_desktop.ui.campaigns.requests_model import ShownRequests
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

_WIDTHS: Final = {NUMBER: 64, STATE: 120, PEOPLE: 108, COUNT: 112, WHEN: 168}
"""In pixels; the answer has the rest."""
LOW: Final = 260
"""In pixels: lower, and wide enough, the tables stand beside each other."""


class RequestsView(QWidget):
    """`body_wanted(int)`: what a request carries is to be shown, by its id."""

    body_wanted = Signal(int)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign: Campaign | None = None
        self.model = RequestsModel(storage, colours, self)
        self._split = split = Splitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        self.table = QTableView(split)
        rows_table.set_up(self.table, self.model, self.tr("Requests of the campaign"), requests_model.RIGHT)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        plain_table.give_widths(self.table, _WIDTHS)
        below = QWidget(split)
        self.heading = QLabel(below)
        self.heading.setProperty("role", "label")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.body = QPushButton(self.tr("Show the request…"), below)
        self.body.setToolTip(self.tr("Shows exactly what was sent to the server, without the keys"))
        self.body.clicked.connect(self._ask_for_body)
        self.people_model = PeopleModel(storage, colours, self)
        self.people = PeopleTable(self.people_model, self.tr("People in this request"), below)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.heading, 1)
        row.addWidget(self.body)
        self._below = inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(row)
        inside.addWidget(self.people, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addWidget(split)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.model.modelReset.connect(self._choose_first)
        self.model.read.connect(self._read)
        self._show_chosen()

    def show_requests(self, campaign: Campaign, shown: ShownRequests, count: int) -> None:
        """Shows requests, of which there are so many; the one that was chosen stays so where they are the same."""
        self._campaign = campaign
        self.model.show_pages(shown, count)
        if count and not self.table.currentIndex().isValid():
            self._choose_first()
        self._show_chosen()

    def chosen(self) -> CampaignSend | None:
        """Returns the request whose people are shown; None for none, and until it is read."""
        return self.model.request_at(self.table.currentIndex().row())

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self.model.set_colours(colours)
        self.people_model.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the two tables beside each other where one below the other would have room for a row."""
        super().resizeEvent(event)
        is_low = self.height() < scaled(LOW) and self.width() >= WIDE
        self._split.setOrientation(Qt.Orientation.Horizontal if is_low else Qt.Orientation.Vertical)
        self._below.setContentsMargins(12 if is_low else 0, 0 if is_low else 8, 0, 0)

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)

    def _read(self) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        request, campaign = self.chosen(), self._campaign
        if request is None or campaign is None:
            words = self.tr("Choose a request") if self.model.rowCount() else self.tr("No requests")
            self.heading.setText(words)
            self.body.setEnabled(False)
            self.people_model.show_rows(None, 0, ())
            return
        number = campaign_words.number(self.table.currentIndex().row() + 1)
        people = campaign_words.people(request.people)
        self.heading.setText(self.tr("Request {number}: {people}").format(number=number, people=people))
        self.body.setEnabled(campaign.deleted_at is None)
        shown = Shown(campaign.id, send_id=request.id)
        self.people_model.show_rows(shown, request.people, campaign.columns)

    def _ask_for_body(self) -> None:
        if (request := self.chosen()) is not None:
            self.body_wanted.emit(request.id)
