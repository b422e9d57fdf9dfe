"""Words for a campaign that runs: how far it is, how fast, and what a pause rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.sums_list import Sum
from scoro_desktop.ui.words import later_words
from scoro_desktop.ui.words.reason_words import reason_words

if TYPE_CHECKING:
    from datetime import datetime

    from scoro_desktop.sending.campaigns.preparing import NoText
    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.later_runner import LaterRunner

translate = QCoreApplication.translate

SETTLED: Final = (PersonState.SENT, PersonState.REFUSED, PersonState.UNKNOWN, PersonState.SKIPPED)
"""The states of people who are not sent to any more."""
ENDED: Final = (CampaignState.FINISHED, CampaignState.STOPPED)
_SHOWN: Final = (
    PersonState.SENT,
    PersonState.SENDING,
    PersonState.PLANNED,
    PersonState.NOT_SENT,
    PersonState.UNKNOWN,
    PersonState.REFUSED,
    PersonState.SKIPPED,
    PersonState.LEFT_OUT,
)


def settled(counts: Mapping[PersonState, int]) -> int:
    """Counts the people who are done with, whatever came of it."""
    return sum(counts.get(each, 0) for each in SETTLED)


def sum_lines(counts: Mapping[PersonState, int], colours: Colours, state_now: CampaignState) -> list[Sum]:
    """Lists how many people are in each state, all of them first.

    Nobody is being sent to between two requests: while it runs that line stays, and the others keep their places.
    """
    lines = [Sum(translate("campaigns", "Rows in the list"), sum(counts.values()), is_total=True)]
    always = {PersonState.SENT}
    if state_now not in ENDED:
        always.add(PersonState.PLANNED)
    if state_now is CampaignState.RUNNING:
        always.add(PersonState.SENDING)
    for state in _SHOWN:
        count = counts.get(state, 0)
        if count or state in always:
            colour = campaign_words.person_colour(state, colours) if count else colours.muted
            lines.append(Sum(campaign_words.person_word(state), count, state, colour=colour))
    return lines


def of_all(sent: int, total: int, *, is_sms: bool) -> str:
    """Says what the large number before it is."""
    if is_sms:
        if sent == total:
            return translate("campaigns", "SMS sent")
        return translate("campaigns", "of {total} SMS sent").format(total=campaign_words.number(total))
    if sent == total:
        return translate("campaigns", "people sent to")
    return translate("campaigns", "of {total} people sent to").format(total=campaign_words.number(total))


def speed(progress: Progress | None, now: datetime) -> str:
    """Says how fast it is, until when, and what is under way; empty where nothing runs."""
    if progress is None or (progress.state != "running" and not progress.open):
        return ""
    said = []
    if progress.rate:
        said.append(translate("campaigns", "{rate} requests a second").format(rate=_rate(progress.rate)))
    if progress.ends_in_s is not None and progress.state == "running":
        end = QDateTime.fromMSecsSinceEpoch(round((now + timedelta(seconds=progress.ends_in_s)).timestamp() * 1000))
        clock = QLocale().toString(end.time(), QLocale.FormatType.ShortFormat)
        said.append(
            translate("campaigns", "ends about {clock}, in {time}").format(
                clock=clock, time=campaign_words.lasting(progress.ends_in_s)
            )
        )
    if progress.open:
        said.append(translate("campaigns", "%Ln request(s) under way", None, progress.open))
    return " · ".join(said)


def ended(campaign: Campaign) -> str:
    """Says when it ended and how long it took; empty for one that has not.

    How long is not said where the clock was put back meanwhile.
    """
    if campaign.ended_at is None or campaign.began_at is None:
        return ""
    when = campaign_words.when(campaign.ended_at)
    took = (campaign.ended_at - campaign.began_at).total_seconds()
    is_stopped = campaign.state is CampaignState.STOPPED
    if took < 0:
        words = translate("campaigns", "Stopped {when}") if is_stopped else translate("campaigns", "Ended {when}")
        return words.format(when=when)
    if is_stopped:
        words = translate("campaigns", "Stopped {when}, after {time}")
    else:
        words = translate("campaigns", "Ended {when}, after {time}")
    return words.format(when=when, time=campaign_words.lasting(took))


def detail(code: str, found: str) -> str:
    """Says what a pause rests on, as far as it is known (`Campaign.pause_detail`)."""
    if not found:
        return ""
    match code:
        case "unknown" | "no_connection":
            return reason_words(found)
        case "refused_thrice" | "session_ended":
            return translate("campaigns", "The server’s code: {code}").format(code=found)
        case "count_above":
            sent, _, people = found.partition("/")
            return translate("campaigns", "Sent: {sent}, people: {people}").format(sent=sent, people=people)
        case "error" | "disk_full":
            return translate("campaigns", "Technical: {code}").format(code=found)
        case _:
            return ""


def no_text(found: NoText) -> str:
    """Says why another text is not used for the rest. Nothing was changed then."""
    if found.fields:
        return translate(
            "campaigns", "The list has nothing for {fields}. Correct the text on Compose, then press “Campaign…” again."
        ).format(fields=", ".join(found.fields))
    rows = ", ".join(map(campaign_words.number, found.rows))
    return translate(
        "campaigns",
        "%Ln people of the rest would have no text that can be sent, the first in row {rows}. Give its fields a "
        "fallback, or shorten it.",
        None,
        min(found.count, campaign_words.C_INT_MAX),
    ).replace("{rows}", rows)


def planned(later: LaterRunner, campaign: Campaign) -> tuple[str, str]:
    """The title and the words that say when a campaign is to start; empty for one that is not planned."""
    return later_words.campaign_note(later.plans, campaign.id, later.clock.now())


def _rate(rate: float) -> str:
    return QLocale().toString(rate, "f", 0 if round(rate, 1).is_integer() else 1)
