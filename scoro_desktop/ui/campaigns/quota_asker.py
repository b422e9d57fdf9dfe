"""The share of the pushes that are left which a campaign uses, asked once it is checked; nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.sending import quota
from scoro_desktop.ui.runtime.background import LatestTask
from scoro_desktop.ui.words import overlap_words

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.check_step import CheckStep
    from scoro_desktop.ui.campaigns.facts_box import FactsBox
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import CurrentAccount


class QuotaAsker(QObject):
    """Belongs to the second step. Where the account has no masterKey, or the server is silent, nothing is claimed."""

    def __init__(self, background: Background, current: CurrentAccount, check: CheckStep, facts: FactsBox) -> None:
        super().__init__(check)
        self._current = current
        self._check = check
        self._facts = facts
        self._task = LatestTask(background, 0, self)
        check.changed.connect(self._ask)

    def _ask(self) -> None:
        self._task.forget()
        self._facts.show_quota("")
        campaign, checked, account = self._check.campaign, self._check.checked, self._current.account
        make_client = self._current.client()
        if campaign is None or checked is None or account is None or make_client is None:
            return
        if account.id != campaign.account_id or not quota.is_told(account, Channel(campaign.channel)):
            return
        people = checked.sums.ready

        def job() -> int | None:
            client = make_client()
            try:
                return quota.pushes_left(client)
            finally:
                client.close()

        def told(left: int | None) -> None:
            if left is not None:
                self._facts.show_quota(overlap_words.quota_of_people(people, left), is_too_much=people > left)

        self._task.ask(job, told, lambda _error: None)
