"""The check of everyone in a list: it is read into the ledger, where it is not there as it is wanted, and looked up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scoro_desktop.ui.campaigns import listing, unchecked
from scoro_desktop.ui.campaigns.campaign_view import CHECK
from scoro_desktop.ui.runtime import here

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.preparing import Audience, List
    from scoro_desktop.storage.campaigns.types import Campaign, NewCampaign
    from scoro_desktop.ui.campaigns.one_campaign import OneCampaign
    from scoro_desktop.ui.runtime.current_account import ApiClient, CurrentAccount
    from scoro_desktop.ui.runtime.services import Services


class Everyone:
    """Leads the campaign that is opened from its list to what came of the check."""

    def __init__(self, services: Services, current: CurrentAccount, one: OneCampaign) -> None:
        self._services = services
        self._current = current
        self._one = one

    def check(self) -> None:
        """Reads the list into the ledger, looks everyone up, and checks what each would get."""
        prepared = self._prepared()
        if prepared is not None:
            self._read(*prepared)

    def check_again(self) -> None:
        """Looks everyone up anew. The list is read anew where it is to be read in another way than it was, or is the
        audience of the message.
        """
        kept, preparation = self._one.kept, self._one.preparation
        if kept is None:
            self.check()
            return
        has_list = preparation.place is not None or preparation.audience is not None
        prepared = self._prepared() if has_list else None
        if has_list and prepared is None:
            return

        def found(campaign: Campaign) -> None:
            if prepared is None or listing.is_kept_as(campaign, prepared[0]):
                self._look_up(campaign.id)
            else:
                self._read(*prepared)

        wait_for = self._services.storage.wait_for
        self._one.check.show_busy()
        self._one.check.task.begin(
            lambda _told, _wanted: wait_for(lambda stores: stores.campaigns.existing(kept), reading=True),
            found,
            self._one.check.show_failed,
        )

    def _prepared(self) -> tuple[NewCampaign, List | Audience] | None:
        """Returns the campaign that is prepared, and its list; None, and why, where it cannot be checked."""
        one = self._one
        through = self._through()
        if through is None:
            return None
        try:
            return listing.new_campaign(one.preparation, *through, here.instant())
        except listing.CannotWorkOutError:
            one.open_step(CHECK)
            unchecked.show_no_dates(one.check)
            return None

    def _through(self) -> tuple[Account, Callable[[], ApiClient]] | None:
        """Returns the account in use and what makes its client; None without keys, which are asked for."""
        account, make_client = self._current.account, self._current.client()
        if account is None or make_client is None:
            self._one.accounts_wanted.emit("", False)
            return None
        return account, make_client

    def _read(self, new: NewCampaign, people: List | Audience) -> None:
        """Reads a list; what was kept of it before is gone once it is read, and whom a person excluded stays so."""
        from scoro_desktop.sending.campaigns import excluded, preparing

        one, wait_for = self._one, self._services.storage.wait_for
        one.preparation.tell_plan()
        place, before = one.preparation.place, one.kept
        had = before if one.preparation.was_read == (place, before) else None
        one.check.campaign = None
        one.check.show_busy()
        one.open_step(CHECK)

        def read(told: Callable[[str, int, int], None], wanted: Callable[[], bool]) -> int:
            campaign_id = preparing.read_list(wait_for, new, people, told=told, wanted=wanted)
            if had is not None:
                excluded.exclude_again(wait_for, had, campaign_id)
            return campaign_id

        def done(campaign_id: int) -> None:
            one.forget_kept()
            one.preparation.was_read = place, campaign_id
            self._look_up(campaign_id)

        one.check.task.begin(read, done, one.check.show_failed, partial(listing.discard, self._services.storage))

    def _look_up(self, campaign_id: int) -> None:
        one = self._one
        one.kept = campaign_id
        self._services.starts.stop(campaign_id)
        through = self._through()
        if through is None:
            unchecked.show_no_keys(one.check)
            return
        account, make_client = through
        from scoro_desktop.sending.campaigns import preparing

        wait_for = self._services.storage.wait_for
        join = listing.joining(make_client, account, wait_for, campaign_id)
        one.check.task.begin(
            lambda told, wanted: preparing.check_all(wait_for, campaign_id, account, join, told=told, wanted=wanted),
            lambda came: one.show_checked(*came, account),
            one.check.show_failed,
        )
