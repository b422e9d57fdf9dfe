"""Rows that a person excluded from a list: excluded again where that is read anew, and looked up with it. Blocks."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.campaigns.states import PersonState, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.sending.campaigns.preparing import Join
    from scoro_desktop.storage.campaigns.types import CampaignPerson, Judged
    from scoro_desktop.storage.stores import Stores

AT_ONCE: Final = 500
"""The rows of one page, and of one write. Ours."""


def exclude_again(wait_for: Waits, before: int, now: int) -> None:
    """Leaves out of a campaign whom a person left out of the one before, whose list was the same.

    A row is known by its number and its key. Where that row is no more, the list was changed: every row with its key is
    left out then, for a message to somebody who was excluded is worse than one that is missing.
    """
    by_hand = _rows(wait_for, before, (PersonState.LEFT_OUT,), Why.BY_HAND)
    refused = _rows(wait_for, before, (PersonState.LEFT_OUT,), Why.DO_NOT_SEND)
    both = (each for each in refused if each.detail == Why.BY_HAND)
    excluded = {(each.row, each.key) for each in itertools.chain(by_hand, both)}
    if not excluded:
        return
    keys = {key for _, key in excluded}
    alike = [(each.row, each.key, each.id) for each in _rows(wait_for, now, (PersonState.READ,)) if each.key in keys]
    moved = {key for _, key in excluded - {(row, key) for row, key, _ in alike}}
    out = [row_id for row, key, row_id in alike if (row, key) in excluded or key in moved]
    for start in range(0, len(out), AT_ONCE):
        wait_for(functools.partial(_leave_out, now, out[start : start + AT_ONCE]))


def judged_with_them(
    wait_for: Waits, campaign_id: int, join: Join, rows: Iterator[CampaignPerson], wanted: Callable[[], bool]
) -> Iterator[Judged]:
    """Yields the judgements of rows, and those of the excluded ones before them, who stay so.

    So another row of somebody who was excluded is a double of that one, as it was before; and whoever is taken in again
    is known. Raises what `join` raises.
    """
    ids = {each.id for each in _rows(wait_for, campaign_id, (PersonState.LEFT_OUT,), Why.BY_HAND)}
    excluded = _rows(wait_for, campaign_id, (PersonState.LEFT_OUT,), Why.BY_HAND)
    for each in join(itertools.chain(excluded, rows), wanted):
        yield _stays_out(each) if each.id in ids else each


def _stays_out(judged: Judged) -> Judged:
    """The judgement of an excluded row; `detail`: what else is the matter, which is told once it is taken in.

    Of one on the do-not-send list it is BY_HAND: it stays excluded once that list has it no more.
    """
    if judged.why == Why.DO_NOT_SEND:
        return dataclasses.replace(judged, detail=judged.detail or Why.BY_HAND)
    return dataclasses.replace(judged, state=PersonState.LEFT_OUT, why=Why.BY_HAND, detail=judged.why)


def _rows(
    wait_for: Waits, campaign_id: int, states: Collection[PersonState], why: str | None = None
) -> Iterator[CampaignPerson]:
    after = 0
    while page := wait_for(functools.partial(_page, campaign_id, states, why, after), reading=True):
        yield from page
        after = page[-1].id


def _page(
    campaign_id: int, states: Collection[PersonState], why: str | None, after: int, stores: Stores
) -> list[CampaignPerson]:
    return stores.campaigns.rows(campaign_id, states=states, why=why, after=after, limit=AT_ONCE)


def _leave_out(campaign_id: int, ids: list[int], stores: Stores) -> None:
    stores.campaigns.leave_out(campaign_id, ids)
