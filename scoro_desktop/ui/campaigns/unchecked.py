"""The second step of a campaign of which nothing is known yet, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.check_step import CheckStep

translate = QCoreApplication.translate


def show_not_checked(check: CheckStep, campaign: Campaign) -> None:
    """Shows that a campaign was checked before this start of the app, if at all."""
    check.campaign = campaign
    check.show_unchecked(
        translate("campaigns", "Not checked since the app was started."),
        translate("campaigns", "People may have changed since. Nothing is sent by the check."),
    )


def show_no_keys(check: CheckStep) -> None:
    """Shows that nobody can be looked up without the keys of the account."""
    check.show_unchecked(
        translate("campaigns", "Nobody could be looked up: the account has no keys now."),
        translate("campaigns", "Choose an account with keys, then check again. The list is kept."),
    )


def show_no_dates(check: CheckStep) -> None:
    """Shows that a date of the account's own condition cannot be worked out."""
    check.show_unchecked(
        translate("campaigns", "The account’s own condition has a date that cannot be worked out."),
        translate("campaigns", "Is the clock of this computer right? Set it, then check again."),
    )
