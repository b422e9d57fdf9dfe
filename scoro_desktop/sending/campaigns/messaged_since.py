"""People who got a message of another campaign after those of one were held against what was sent by then.

Whoever had got one before the check was left out by it, and a person may have taken them in again: that stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.storage.campaigns.states import Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson


def messaged(
    wait_for: Waits, campaign: Campaign, page: Sequence[CampaignPerson], since: datetime | None
) -> dict[int, Why]:
    """Tells which of these rows a campaign has reached since then, or may have; blocks. None: nobody for that."""
    if since is None or not page:
        return {}
    persons = [each.person for each in page]
    found = wait_for(
        lambda stores: stores.campaigns.messaged_since(
            campaign.application_id, campaign.address, persons, since, campaign.id
        ),
        reading=True,
    )
    return {each.id: Why.MESSAGED_LATELY for each in page if each.person in found}
