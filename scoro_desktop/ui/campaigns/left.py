"""The campaign that is opened in a window, handed to the one that takes its place in another language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.campaigns.campaign_view import CHECK, RUNNING

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.request import Request
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
    from scoro_desktop.ui.campaigns.one_campaign import OneCampaign
    from scoro_desktop.ui.campaigns.preparation import Audience, Preparation

translate = QCoreApplication.translate


class Left(NamedTuple):
    """A campaign as it was left. `channel`: of the tab that its message is written in; empty for none.

    `is_seen`: it, not the list, was on the page. `step`: the open one; `kept`: the id in the ledger of what is
    prepared; `came`: of the check; `is_stale`: rows were left out or taken in since; `is_checking`: it was under way.
    `running`: the one of the third step; `offered`: another text for its rest. `text_for`: the id of the one for
    the rest of which is what is written on Compose.
    """

    preparation: Preparation
    channel: str
    is_seen: bool
    step: int
    kept: int | None
    came: tuple[Campaign, Checked, Account] | None
    is_stale: bool
    is_checking: bool
    running: Campaign | None
    offered: Request | None
    text_for: int | None


def of(one: OneCampaign, page: CampaignsPage, channel: str) -> Left:
    """Takes it out of what led it until now, which hears of nothing any more."""
    preparation, came, is_stale, is_checking = one.preparation, None, False, False
    if one.step == CHECK and not (check := one.check).is_starting:
        is_stale, is_checking = check.is_stale, check.task.is_at_work
        if check.campaign is not None and check.checked is not None and check.account is not None:
            came = check.campaign, check.checked, check.account
    running = one.running.campaign if one.step == RUNNING or one.changes_text else None
    if running is not None:
        one.running.changing.stop()
    one.stop_checking()
    preparation.changed.disconnect()
    preparation.planned.disconnect()
    preparation.setParent(None)
    return Left(
        preparation,
        channel,
        not page.is_list,
        one.step,
        one.kept,
        came,
        is_stale,
        is_checking,
        running,
        None if running is None else page.one.running.new_text.message,
        one.text_for if one.changes_text else None,
    )


def renamed(preparation: Preparation, named: Callable[[Audience], Audience]) -> Preparation:
    """Has it called in the language of now what the language before had a word for."""
    if isinstance(preparation.place, str):
        preparation.name = translate("RecipientsStep", "Pasted cells")
    if preparation.offered is not None:
        preparation.offered = named(preparation.offered)
    if preparation.audience is not None:
        preparation.audience = named(preparation.audience)
        preparation.name = preparation.audience.title
    return preparation


def go_on(left: Left, page: CampaignsPage, one: OneCampaign) -> None:
    """Shows it where it was left; what was being checked is checked anew."""
    one.kept, one.text_for = left.kept, left.text_for
    one.right.ask()
    if left.is_seen:
        page.show_one()
    if left.running is not None and (left.text_for is not None or left.offered is not None):
        one.show_running(left.running)
        if left.offered is not None:
            one.running.offer_text(left.offered)
    elif left.running is not None:
        page.one.when_made(RUNNING, partial(one.show_running, left.running))
    elif left.came is not None:
        one.open_step(CHECK)
        one.show_checked(*left.came)
        if left.is_stale:
            one.check.count_again()
    elif left.is_checking:
        one.everyone.check_again()
    elif left.step == CHECK and left.kept is not None:
        kept, one.kept = left.kept, None
        one.open(kept)
    else:
        one.to_recipients()
