"""Those in doubt, sent to once more: asked for, and planned in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.ui.campaigns import campaign_questions, campaign_words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
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

    def __init__(self, storage: AsyncStorage, doubted: SignalInstance, parent: QWidget) -> None:
        """`doubted`: something went wrong in the app; what is planned by then is not gone on with."""
        super().__init__(parent)
        self._storage = storage
        self._parent = parent
        self._is_wanted = False
        doubted.connect(self._doubt)

    def ask(self, campaign: Campaign, doubts: int) -> None:
        """Asks, and plans everybody in doubt with the request that they were in."""
        if not campaign_questions.send_again(self._parent, min(doubts, campaign_words.C_INT_MAX)):
            return

        self._is_wanted = True

        def again(stores: Stores) -> Steps:
            return stores.campaigns.sending_again(campaign.id)

        def planned() -> None:
            self._storage.count(self, lambda stores: stores.campaigns.existing(campaign.id), told, self._not_planned)

        def told(now: Campaign) -> None:
            if self._is_wanted:
                self.planned.emit(now)
            else:
                self.outdated.emit()

        self._storage.go_through(self, again, planned, self._not_planned)

    def _doubt(self) -> None:
        self._is_wanted = False

    def _not_planned(self, error: Exception) -> None:
        if isinstance(error, NotPossible):
            self.outdated.emit()
        else:
            self.failed.emit(error)
