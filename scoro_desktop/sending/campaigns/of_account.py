"""The account that a campaign was prepared for: it is checked and sent with no other, and as that was then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.campaigns.types import LOCKED, NotPossible

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.campaigns.types import Campaign


class OtherAccount(NotPossible):
    """A campaign was to be checked or approved with another account than it was prepared for."""

    def __init__(self, campaign_id: int) -> None:
        super().__init__(campaign_id, "other_account")


def is_of(campaign: Campaign, account: Account) -> bool:
    """Tells whether a campaign was prepared for an account, whose people and own condition are those of then.

    The sandbox's address is another with each start.
    """
    if campaign.account_id != account.id or campaign.environment != account.environment:
        return False
    if account.environment is Environment.SANDBOX:
        return True
    is_there = (campaign.address, campaign.application_id) == (account.address, account.application_id)
    return is_there and campaign.mapping.get(LOCKED, account.locked_clause) == account.locked_clause


def must_be_of(campaign: Campaign, account: Account) -> None:
    """Raises OtherAccount where it is not."""
    if not is_of(campaign, account):
        raise OtherAccount(campaign.id)
