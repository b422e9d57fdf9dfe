"""The people of a campaign when it is due: who of them is still found, and who must not be written to any more.

It only takes away: whoever was not among those that a person confirmed gets nothing, however many match by then.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoro_desktop.audience.relative_dates import CannotWorkOutError, holds_rules, work_out
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.scorocode.recipients import AT_ONCE, DEVICES, USERS, Asking, LookUpFailedError, any_of, both, text_of
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.scorocode.sms_reach import having_phone
from scoro_desktop.sending.campaigns.messaged_since import messaged
from scoro_desktop.sending.campaigns.refused_since import is_refused, pages, refused_since
from scoro_desktop.storage.campaigns.apart import counts_from, hours_of
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState, Why
from scoro_desktop.storage.campaigns.types import COUNT
from scoro_desktop.storage.planned_types import Ask, AskCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from scoro_desktop.audience.relative_dates import Instant
    from scoro_desktop.scorocode.lookups import LooksUp
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.sending.campaigns.refused_since import Refused
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson


@dataclass(frozen=True)
class PeopleNow:
    """The people of a campaign who would get it now.

    `found`: of those who were confirmed, less `out`, who is still there and matches; `out`: rows to be left out by
    now, with the reason; `audience`: how many matched the audience they were read from, then and now; None for a list.
    """

    found: int
    out: Mapping[int, Why] = field(default_factory=dict)
    audience: tuple[int, int] | None = None
    hours: int = 0

    def number_out(self, why: Why) -> int:
        """Counts those who are left out for a reason."""
        return sum(each is why for each in self.out.values())


@dataclass(frozen=True)
class NotFoundOut:
    """The server could not be asked. `has_left`: it may have been, and gave no answer that can be read."""

    reason: str
    has_left: bool


def people_now(
    wait_for: Waits,
    client: LooksUp,
    campaign_id: int,
    total: int | None,
    instant: Instant,
    wanted: Callable[[], bool],
) -> PeopleNow | Ask | NotFoundOut:
    """Finds out who of a campaign would get it now; blocks. `total`: the people whom a person confirmed."""
    campaign = wait_for(lambda stores: stores.campaigns.get(campaign_id), reading=True)
    if campaign is None or campaign.state is not CampaignState.READY or campaign.total != total:
        return Ask(AskCode.CAMPAIGN_CHANGED)
    recount = _Recount(wait_for, Asking(client, wanted), campaign, instant.at)
    try:
        return recount.done(instant)
    except LookUpFailedError as error:
        return NotFoundOut(error.failure.reason, error.failure.outcome is not Outcome.NOT_SENT)
    except NotWantedError:
        return NotFoundOut("not_wanted", has_left=False)
    except CannotWorkOutError:
        return Ask(AskCode.NO_DATES)


class _Recount:
    """One way through the people of a campaign."""

    def __init__(self, wait_for: Waits, asking: Asking, campaign: Campaign, now: datetime) -> None:
        self._wait_for = wait_for
        self._asking = asking
        self._campaign = campaign
        self._now = now

    def done(self, instant: Instant) -> PeopleNow:
        audience = self._audience(instant)
        refused = refused_since(self._wait_for, self._asking, self._campaign)
        found, out = 0, {}
        for page in pages(self._wait_for, self._campaign.id, (PersonState.PLANNED,)):
            taken = self._out_of(page, refused)
            out.update(taken)
            found += self._found([each.person for each in page if each.id not in taken])
        return PeopleNow(found, out, audience, hours_of(self._campaign.mapping))

    def _found(self, persons: Sequence[str]) -> int:
        """Counts who of these is there, can be reached, and matches the clause that goes with each request."""
        if not persons:
            return 0
        clause, channel = self._campaign.chosen or None, CHANNELS[Channel(self._campaign.channel)]
        if channel.collections[0] != DEVICES:
            query = both(any_of("_id", [*persons]), clause)
            return self._asking.count(USERS, having_phone(query) if channel.needs_phone else query)
        rest, owners = iter(persons), set()
        while part := list(itertools.islice(rest, AT_ONCE)):  # a device is no person: they are looked at by owner
            devices = self._asking.find(DEVICES, both(any_of("userId", [*part]), clause), ("userId",))
            owners |= {text_of(each, "userId") for each in devices}
        return len(owners)

    def _audience(self, instant: Instant) -> tuple[int, int] | None:
        was = self._campaign.mapping.get(COUNT)
        match self._campaign.source:
            case {"coll": str(collection), "query": dict(query)} if isinstance(was, int):
                worked_out = work_out(query, instant) if holds_rules(query) else query
                return was, self._asking.count(collection, worked_out)
            case _:
                return None

    def _out_of(self, page: Sequence[CampaignPerson], refused: Refused) -> dict[int, Why]:
        """Tells who of these must not be written to: a "no" first, then who was messaged within the hours."""
        since = counts_from(self._campaign.mapping, self._now)
        out = messaged(self._wait_for, self._campaign, page, since)
        return out | {each.id: Why.DO_NOT_SEND for each in page if is_refused(each, refused)}
