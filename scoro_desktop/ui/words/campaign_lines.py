"""A campaign as a line of the history, in words: its state, and what became of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.history_rows import OfCampaign
from scoro_desktop.ui.words.line_words import number_text
from scoro_desktop.ui.words.wording import C_INT_MAX

if TYPE_CHECKING:
    from scoro_desktop.storage.history import SendLine

translate = QCoreApplication.translate


def state_word(state: str, pause: str = "") -> str:
    """Names the state of a campaign (`CampaignState`) in a word or two; `pause`: the code of why it stands still."""
    match state:
        case "preparing":
            return translate("campaigns", "Being prepared")
        case "ready":
            return translate("campaigns", "Ready to start")
        case "running":
            return translate("campaigns", "Running")
        case "paused":
            return (
                translate("campaigns", "Paused") if pause == "by_person" else translate("campaigns", "Paused: see why")
            )
        case "stopped":
            return translate("campaigns", "Stopped")
        case "finished":
            return translate("campaigns", "Finished")
        case _:
            return state


def word(line: SendLine, of_finished: str) -> str:
    """Names the state of a line's campaign; `of_finished`: the word for what came of one that went to its end."""
    campaign = line.campaign
    if campaign is None or campaign.state == "finished":
        return of_finished
    return translate("campaigns", "Paused") if campaign.state == "paused" else state_word(campaign.state)


def role(campaign: OfCampaign, of_finished: str) -> str:
    """Names the colour of a campaign, as resources/style.qss names the roles of labels."""
    if campaign.unknown:
        return "warning"
    match campaign.state:
        case "running" | "ready":
            return "muted"
        case "paused":
            return "warning"
        case "stopped":
            return "problem"
        case _:
            return of_finished


def people(line: SendLine) -> list[str]:
    """Says how many of a campaign's people were sent to, and how many were not, short enough for a column."""
    campaign, sent = line.campaign or OfCampaign(""), line.count or 0
    said = [number_text(sent)]
    if line.expected is not None and line.expected != sent:
        said = [
            translate("Outcome", "{count} of {expected}").format(count=said[0], expected=number_text(line.expected))
        ]
    return said + rest(campaign)


def rest(campaign: OfCampaign) -> list[str]:
    """Counts those who were not sent to, or of whom nobody knows."""
    said = []
    if campaign.unknown:
        said.append(translate("campaigns", "%Ln in doubt", None, min(campaign.unknown, C_INT_MAX)))
    if campaign.refused:
        said.append(translate("campaigns", "%Ln refused", None, min(campaign.refused, C_INT_MAX)))
    if campaign.skipped:
        said.append(translate("campaigns", "%Ln skipped", None, min(campaign.skipped, C_INT_MAX)))
    return said
