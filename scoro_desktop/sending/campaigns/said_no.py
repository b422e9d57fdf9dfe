"""People of whom one row of a list says that they want nothing: no other row of theirs is sent to."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import SAID_NO, Judged

if TYPE_CHECKING:
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.storage.campaigns.types import CampaignPerson
    from scoro_desktop.storage.stores import Stores

AT_ONCE: Final = 250
"""The rows of one write, as those of the check. Ours."""


def leave_out(wait_for: Waits, campaign_id: int) -> None:
    """Leaves out every row of somebody of whom one says no: which of them is the newest nobody can tell; blocks."""
    ids = iter(wait_for(lambda stores: stores.campaigns.said_no(campaign_id), reading=True))
    while part := tuple(itertools.islice(ids, AT_ONCE)):
        rows = wait_for(partial(_rows, part), reading=True)
        wait_for(partial(_judge, campaign_id, [_out(each) for each in rows]))


def _out(row: CampaignPerson) -> Judged:
    return Judged(
        row.id, PersonState.LEFT_OUT, row.person, row.phone_key, Why.DO_NOT_SEND, SAID_NO, email_key=row.email_key
    )


def _rows(ids: tuple[int, ...], stores: Stores) -> list[CampaignPerson]:
    return stores.campaigns.people(ids)


def _judge(campaign_id: int, judged: list[Judged], stores: Stores) -> None:
    stores.campaigns.judge(campaign_id, judged)
