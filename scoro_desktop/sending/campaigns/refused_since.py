"""People who must not be written to any more: they came onto the do-not-send list after the check, or got a message.

Days may lie between the check of a campaign and its start, and between a pause and going on.
"""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.phones import ways_on_list
from scoro_desktop.scorocode.recipients import AT_ONCE, USERS, any_of, text_of
from scoro_desktop.sending.campaigns.keys import Keys
from scoro_desktop.sending.campaigns.messaged_since import messaged
from scoro_desktop.storage.campaigns.apart import counts_from
from scoro_desktop.storage.campaigns.states import TAKEN_ON, Why
from scoro_desktop.storage.campaigns.types import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from scoro_desktop.scorocode.recipients import Asking
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.storage.campaigns.states import PersonState
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
    from scoro_desktop.storage.do_not_send import Refusal
    from scoro_desktop.storage.stores import Stores

Refused: TypeAlias = "Mapping[KeyKind, set[str]]"
"""Keys by which people of the ledger are known: ids, phones and e-mails as those are compared."""
ROWS_AT_ONCE: Final = 1_000
"""Rows of a campaign that are read, and counted, at once: their ids are 13 kB. Ours."""
OUT_AT_ONCE: Final = 100
"""Rows that are left out in one write. Ours."""


def refused_since(wait_for: Waits, asking: Asking, campaign: Campaign) -> Refused:
    """Finds everything that came onto the list since the people of a campaign were held against it; blocks.

    Raises what `Asking` raises, which is asked for the ids that e-mails belong to: somebody may have got another one
    since the check, and who was checked by a version before stands there without one.
    """
    refused: Refused = {KeyKind.ID: set(), KeyKind.PHONE: set(), KeyKind.EMAIL: set()}
    emails = Keys(KeyKind.EMAIL)
    asked = []
    for each in wait_for(partial(_new, campaign), reading=True):
        if each.kind is KeyKind.EMAIL:
            asked += emails.asked(each.key, each.written)
        if each.kind in refused:
            refused[each.kind].add(each.key)
    rest = iter(dict.fromkeys(asked))
    while part := list(itertools.islice(rest, AT_ONCE)):
        users = asking.find(USERS, any_of(KeyKind.EMAIL, part), ())
        refused[KeyKind.ID] |= {text_of(each, "_id") for each in users}
    return refused


def is_refused(person: CampaignPerson, refused: Refused) -> bool:
    """Tells whether somebody is among them."""
    if person.person in refused[KeyKind.ID] or person.email_key in refused[KeyKind.EMAIL]:
        return True
    return not refused[KeyKind.PHONE].isdisjoint(ways_on_list(person.phone_key))


def pages(wait_for: Waits, campaign_id: int, states: Collection[PersonState]) -> Iterator[list[CampaignPerson]]:
    """Yields the rows of a campaign that are in these states, some at a time."""
    after = 0
    while page := wait_for(partial(_page, campaign_id, tuple(states), after), reading=True):
        yield page
        after = page[-1].id


def leave_out(wait_for: Waits, asking: Asking, campaign: Campaign) -> None:
    """Takes them out of what has not left of a campaign that runs; blocks. Nothing of it may leave meanwhile.

    Who comes onto the list later is taken out by each request as it begins (`leaving_out.leave_out_now`).

    Raises what the ledger and `Asking` raise.
    """
    refused = refused_since(wait_for, asking, campaign)
    since = counts_from(campaign.mapping, datetime.now(UTC))
    if since is None and not any(refused.values()):
        return
    for page in pages(wait_for, campaign.id, TAKEN_ON):
        out = messaged(wait_for, campaign, page, since)
        out |= {each.id: Why.DO_NOT_SEND for each in page if is_refused(each, refused)}
        rows = list(out)
        for start in range(0, len(rows), OUT_AT_ONCE):
            part = {each: out[each] for each in rows[start : start + OUT_AT_ONCE]}
            wait_for(partial(_skip, campaign.id, part))


def _new(campaign: Campaign, stores: Stores) -> list[Refusal]:
    last = campaign.mapping.get(REFUSALS)
    if isinstance(last, int):
        return stores.do_not_send.after(campaign.account_id, last)
    return stores.do_not_send.since(campaign.account_id, campaign.created_at)  # of a version before


def _page(campaign_id: int, states: tuple[PersonState, ...], after: int, stores: Stores) -> list[CampaignPerson]:
    return stores.campaigns.rows(campaign_id, states=states, after=after, limit=ROWS_AT_ONCE)


def _skip(campaign_id: int, rows: Mapping[int, Why], stores: Stores) -> None:
    stores.campaigns.skip(campaign_id, rows, "run")
