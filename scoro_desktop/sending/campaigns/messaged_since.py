"""People who got a message of another campaign after those of one were held against what was sent by then.

Whoever had got one before the check was left out by it, and a person may have taken them in again: that stands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.campaigns.types import CHECKED, HOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson


def hours_of(campaign: Campaign) -> int:
    """Returns the hours within which nobody is sent to twice; 0 where the campaign names none."""
    hours = campaign.mapping.get(HOURS)
    return hours if isinstance(hours, int) and hours > 0 else 0


def counts_from(campaign: Campaign, now: datetime) -> datetime | None:
    """Returns the time from which a message counts: that of the check, and no earlier than the hours of the campaign.

    None where it names no hours. What a version before has checked bears no time, and where the clock was put back
    since, that is none: then all of the hours count.
    """
    hours = hours_of(campaign)
    if not hours:
        return None
    begin = now - timedelta(hours=hours)
    checked = campaign.mapping.get(CHECKED)
    at = datetime.fromisoformat(checked) if isinstance(checked, str) else begin
    return max(begin, at) if at <= now else begin


def messaged(
    wait_for: Waits, campaign: Campaign, page: Sequence[CampaignPerson], since: datetime | None
) -> dict[int, Why]:
    """Tells which of these rows a campaign has reached since then, or may have; blocks. None: nobody for that."""
    if since is None or not page:
        return {}
    persons = [each.person for each in page]
    found = wait_for(
        lambda stores: stores.campaigns.messaged_since(campaign.application_id, campaign.address, persons, since),
        reading=True,
    )
    return {each.id: Why.MESSAGED_LATELY for each in page if each.person in found}
