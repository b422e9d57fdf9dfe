"""The things that a message was made from, kept with it: its template, and how a campaign with it was led."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoro_desktop.messages.campaign_plan import CampaignPlan
    from scoro_desktop.sending.later.frozen import TemplateMark
    from scoro_desktop.wire import JsonObject


def kept(plan: CampaignPlan | None, template: TemplateMark | None) -> JsonObject:
    """Both as they are kept; what is not there has no key."""
    campaign: JsonObject = {} if plan is None else {"campaign": plan.to_json()}
    return campaign if template is None else {**campaign, "template": template.to_json()}


def template_of(state: JsonObject) -> TemplateMark | None:
    """The template in what was kept."""
    if state.get("template") is None:
        return None
    from scoro_desktop.sending.later.frozen import TemplateMark

    return TemplateMark.from_json(state["template"])


def plan_of(state: JsonObject) -> CampaignPlan | None:
    """The way a campaign was led, in what was kept."""
    if state.get("campaign") is None:
        return None
    from scoro_desktop.messages.campaign_plan import CampaignPlan

    return CampaignPlan.from_json(state["campaign"])
