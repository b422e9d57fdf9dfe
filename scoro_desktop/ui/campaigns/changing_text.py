"""Another text for those of a campaign who have none yet: filled in for each of them, or for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.types import Campaign
from scoro_desktop.ui.campaigns import campaign_words, running_words
from scoro_desktop.ui.campaigns.checking_task import CheckingTask
from scoro_desktop.ui.campaigns.trouble_words import trouble_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.sending.campaigns.preparing import NoText
    from scoro_desktop.ui.campaigns.running_view import RunningView
    from scoro_desktop.ui.runtime.services import Services


class ChangingText(QObject):
    """`used(Campaign)`: the rest gets the new text. `campaign`: the one whose rest is meant now."""

    used = Signal(object)

    def __init__(self, services: Services, view: RunningView, campaign: Callable[[], Campaign | None]) -> None:
        super().__init__(view)
        self._services = services
        self._view = view.new_text
        self._campaign = campaign
        self._task = CheckingTask(services.background, self)
        view.new_text.use_wanted.connect(self._use)

    def _use(self) -> None:
        """Fills the new text in for the rest; where it does not suit somebody, nothing changes."""
        campaign, message = self._campaign(), self._view.message
        account = None if campaign is None else self._services.campaigns.account_of(campaign)
        if campaign is None or message is None:
            return
        if account is None:
            self._view.say(campaign_words.pause_words("account_changed"))
            return
        from scoro_desktop.sending.campaigns import preparing

        self._view.use.setEnabled(False)
        wait_for, body = self._services.storage.wait_for, message.to_wire()
        self._task.begin(
            lambda told, wanted: preparing.change_text(wait_for, campaign, account, body, told=told, wanted=wanted),
            self._came,
            self._failed,
        )

    def _came(self, came: Campaign | NoText) -> None:
        self._view.use.setEnabled(True)
        if isinstance(came, Campaign):
            self._view.clear()
            self.used.emit(came)
        else:
            self._view.say(running_words.no_text(came))

    def _failed(self, error: Exception) -> None:
        self._view.use.setEnabled(True)
        self._view.say(" ".join(trouble_words(error)))
