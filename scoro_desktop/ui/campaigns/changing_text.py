"""Another text for those of a campaign who have none yet: filled in for each of them, or for nobody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.types import Campaign
from scoro_desktop.ui.campaigns import campaign_words, running_words
from scoro_desktop.ui.campaigns.checking_task import CheckingTask
from scoro_desktop.ui.campaigns.trouble_words import trouble_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.request import Request
    from scoro_desktop.sending.campaigns.preparing import NoText
    from scoro_desktop.ui.campaigns.running_view import RunningView
    from scoro_desktop.ui.runtime.services import Services


class ChangingText(QObject):
    """`used(Campaign)`: the rest of the one that is looked at gets the new text. `failed_elsewhere(str)`: why the rest
    of another one does not. `campaign`: the one that is looked at, whose rest is meant as a text is used.
    """

    used = Signal(object)
    failed_elsewhere = Signal(str)

    def __init__(self, services: Services, view: RunningView, campaign: Callable[[], Campaign | None]) -> None:
        super().__init__(view)
        self._services = services
        self._view = view.new_text
        self._campaign = campaign
        self._filled_in: dict[int, tuple[Request, CheckingTask]] = {}  # what is under way, by campaigns
        view.new_text.use_wanted.connect(self._use)

    def under_way(self, campaign_id: int) -> Request | None:
        """Returns the text that is being filled in for the rest of a campaign; None where none is."""
        found = self._filled_in.get(campaign_id)
        return None if found is None else found[0]

    def stop(self) -> None:
        """Uses no text for the rest of the campaign that is looked at: another window asks which one goes."""
        campaign = self._campaign()
        if campaign is not None and campaign.id in self._filled_in:
            self._filled_in.pop(campaign.id)[1].stop()

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

        task = CheckingTask(self._services.background, self)  # each its own: another campaign's goes on beside it
        self._filled_in[campaign.id] = message, task
        self._view.show_busy(is_busy=True)
        wait_for, body = self._services.storage.wait_for, message.to_wire()
        task.begin(
            lambda told, wanted: preparing.change_text(wait_for, campaign, account, body, told=told, wanted=wanted),
            partial(self._came, campaign.id),
            partial(self._failed, campaign.id),
        )

    def _came(self, campaign_id: int, came: Campaign | NoText) -> None:
        self._filled_in.pop(campaign_id, None)
        if not isinstance(came, Campaign):
            self._say(campaign_id, running_words.no_text(came))
        elif self._is_seen(campaign_id):
            self._view.clear()
            self.used.emit(came)

    def _failed(self, campaign_id: int, error: Exception) -> None:
        self._filled_in.pop(campaign_id, None)
        if self._is_seen(campaign_id):
            self._view.show_busy(is_busy=False)
        self._say(campaign_id, " ".join(trouble_words(error)))

    def _say(self, campaign_id: int, why: str) -> None:
        """Says why a text was not used."""
        if self._is_seen(campaign_id):
            self._view.show_busy(is_busy=False)
            self._view.say(why)
        else:
            words = self.tr("The text of another campaign was not changed. {why}").format(why=why)
            self.failed_elsewhere.emit(words)

    def _is_seen(self, campaign_id: int) -> bool:
        """Tells whether the one whose text was changed is looked at still."""
        campaign = self._campaign()
        return campaign is not None and campaign.id == campaign_id
