"""Those in doubt, sent to once more: asked for, and planned in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.ui.campaigns import campaign_questions, campaign_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.erasing import Steps
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class SendingAgain(QObject):
    """`planned(Campaign)`: it can go on. `outdated`: it runs by now, or nobody is in doubt. `failed(error)`."""

    planned = Signal(object)
    outdated = Signal()
    failed = Signal(object)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self._storage = storage
        self._parent = parent

    def ask(self, campaign: Campaign, doubts: int) -> None:
        """Asks, and plans everybody in doubt with the request that they were in."""
        if not campaign_questions.send_again(self._parent, min(doubts, campaign_words.C_INT_MAX)):
            return

        def again(stores: Stores) -> Steps:
            return stores.campaigns.sending_again(campaign.id)

        def planned() -> None:
            self._storage.count(
                self, lambda stores: stores.campaigns.existing(campaign.id), self.planned.emit, self._not_planned
            )

        self._storage.go_through(self, again, planned, self._not_planned)

    def _not_planned(self, error: Exception) -> None:
        if isinstance(error, NotPossible):
            self.outdated.emit()
        else:
            self.failed.emit(error)
