"""The head of the campaign that is opened, and its steps: what stands beside their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.ui.campaigns import campaign_words, listing
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RECIPIENTS, RUNNING
from scoro_desktop.ui.words import account_lines, campaign_lines

if TYPE_CHECKING:
    from scoro_desktop.messages.request import Request
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.campaigns.running_step import RunningStep
    from scoro_desktop.ui.kit.appearance import Colours


def show_approved(view: CampaignView, running: RunningStep, campaign: Campaign, colours: Colours) -> None:
    """Shows a campaign that was approved, with its third step open."""
    state, pause = running.state, running.pause
    doubts = running.counts().get(PersonState.UNKNOWN, 0)
    view.show_head(
        campaign.name,
        campaign_words.account_line(campaign),
        campaign_lines.state_word(state, pause),
        campaign_words.state_colour(state, colours, doubts=doubts),
        can_be_discarded=False,
    )
    lines = [(listing.said(campaign), ""), (listing.judged(campaign), ""), ("", "")]
    view.show_steps(RUNNING, lines, has_ended=state is CampaignState.FINISHED)


def show_prepared(
    view: CampaignView, message: Request | None, account: Account | None, colours: Colours, said: str | None
) -> None:
    """Shows one that is being prepared. `said`: of its recipients while the second step is open; None before."""
    view.show_head(
        "" if message is None else message.summary(),
        "" if account is None else account_lines.account_line(account),
        campaign_lines.state_word(CampaignState.PREPARING),
        campaign_words.state_colour(CampaignState.PREPARING, colours),
        can_be_discarded=True,
    )
    if said is None:
        view.show_steps(RECIPIENTS, [("", "")] * 3)
    else:
        change = QCoreApplication.translate("campaigns", "Change")
        view.show_steps(CHECK, [(said, change), ("", ""), ("", "")])
