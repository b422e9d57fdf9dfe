"""The account that the second step of a campaign is shown for: another one, or the same with other parts, is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.sending.campaigns.of_account import is_of
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.check_step import CheckStep

translate = QCoreApplication.translate


def may_show(check: CheckStep, campaign: Campaign, account: Account | None) -> bool:
    """Tells whether what is known of a campaign is of the account in use, as that is now; says so where it is not."""
    if account is None or is_of(campaign, account):
        return account is not None
    if campaign.account_id == account.id:
        title = translate("campaigns", "The account was changed: {account}.")
        words = translate("campaigns", "Its people, or its own condition, may be others now. Check everyone again.")
    else:
        title = translate("campaigns", "Another account is chosen: {account}.")
        words = translate(
            "campaigns", "It has other people. Check everyone again for it, or choose the previous account."
        )
    check.show_unchecked(title.format(account=account_lines.account_line(account)), words)
    return False


def follow(check: CheckStep, account: Account | None) -> bool:
    """Ends what is under way of the campaign of the second step where it is not of the account in use, as that is now;
    tells whether it did. What is about to start goes through the account that was confirmed, whichever is chosen.
    """
    campaign = check.campaign
    if account is None or campaign is None or (check.is_starting and account.id != campaign.account_id):
        return False
    if may_show(check, campaign, account):
        return False
    check.call_off()
    check.task.stop()
    return True
