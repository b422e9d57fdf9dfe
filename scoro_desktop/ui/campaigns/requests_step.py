"""Between a campaign and the table of its requests: counted when it is looked at, and anew with the campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.requests_model import ShownRequests

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.storage.campaigns.states import PersonState
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.campaigns.running_view import RunningView
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class RequestsStep(QObject):
    """`failed(Exception)`: they cannot be read."""

    failed = Signal(object)

    def __init__(self, storage: AsyncStorage, view: RunningView, campaign: Callable[[], Campaign | None]) -> None:
        super().__init__(view)
        self._storage = storage
        self._view = view
        self._campaign = campaign
        self._asked = 0
        view.requests_made.connect(self._made)

    def show(self) -> None:
        """Brings the table up to date, where it is seen: those in the state that is chosen, or all."""
        campaign, chosen = self._campaign(), self._view.sums.current()
        if campaign is None or not self._view.shows_requests or not self._view.has_requests:
            return
        self._asked += 1
        asked = self._asked
        state: PersonState | None = None if chosen is None else chosen.state

        def count(stores: Stores) -> int:
            return stores.campaigns.count_requests(campaign.id, states=() if state is None else (state,))

        def counted(number: int) -> None:
            if asked == self._asked and self._view.shows_requests:
                self._view.heading.setText(self.tr("%Ln request(s)", "", min(number, campaign_words.C_INT_MAX)))
                self._view.requests.show_requests(campaign, ShownRequests(campaign.id, state), number)

        self._storage.read(self, count, counted, self._not_read)

    def _made(self) -> None:
        self._view.requests.body_wanted.connect(self._show_body)
        self.show()

    def _show_body(self, send_id: int) -> None:
        def read(request: CampaignSend | None) -> None:
            if request is not None:
                from scoro_desktop.ui.campaigns.request_dialog import RequestDialog

                RequestDialog(request, self._view.window()).open()

        self._storage.read(self, lambda stores: stores.campaigns.send(send_id), read, self._not_read)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.failed.emit(error)
