"""The counts that a confirmation rests on, asked of the server in the background."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.scorocode.sms_reach import having_phone
from scoro_desktop.sending.checks import asks_again, reach_moved
from scoro_desktop.ui.audience.known_fields import exists
from scoro_desktop.ui.audience.live_count import Counted, count_with
from scoro_desktop.ui.words import recount_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.checks import Demand
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.runtime.current_account import ApiClient
    from scoro_desktop.wire import JsonObject


def count_to_confirm(
    make_client: Callable[[], ApiClient], collection: str, query: JsonObject, *, needs_phone: bool
) -> Counted | Failure:
    """Counts who matches and, where only people with a phone number get it, those of them; blocks."""
    counted = count_with(make_client, collection, query)
    if isinstance(counted, Failure) or not needs_phone or not counted.count:
        return counted
    client = make_client()
    try:
        reach = client.count(collection, having_phone(query))
    finally:
        client.close()
    # Counted while people came: nobody can have a phone number and not be there.
    return dataclasses.replace(counted, reach=None if isinstance(reach, Failure) else min(reach, counted.count))


def has_moved(
    account: Account, draft: Draft, answer: Counted | Failure, *, count: int | None, reach: int | None, was: Demand
) -> bool:
    """Tells whether the last count says something else than what was confirmed, so that it must be asked anew.

    `count` and `reach`: what was confirmed; `was`: what the confirmation had asked for.
    """
    if isinstance(answer, Failure):
        now, reach_now, may_be_everyone = None, None, draft.everyone
    else:
        now, reach_now = answer.count, answer.reach
        may_be_everyone = draft.everyone or answer.is_everyone or answer.may_be_everyone
    if asks_again(account, count, now, was=was, is_everyone=may_be_everyone):
        return True
    return reach_moved(account, reach, reach_now)


def moved(answer: Counted | Failure, *, count: int | None, reach: int | None) -> str:
    """Says from what to what it moved: the number that was read is the one of those who get it."""
    now = answer.count if isinstance(answer, Counted) else None
    reach_now = answer.reach if isinstance(answer, Counted) else None
    if reach is not None and (reach_now is not None or now is None):
        return recount_words.moved(reach, reach_now)
    return recount_words.moved(count, now)


def first_absent(make_client: Callable[[], ApiClient], collection: str, names: Sequence[str]) -> FieldFinding | None:
    """The first of these fields that no document of the collection has; blocks."""
    if not names:
        return None
    client = make_client()
    try:
        for name in names:
            found = exists(client, collection, name)
            if found is False:
                return FieldFinding("absent_field_widens", name)
            if found is None:  # whoever cannot be asked this cannot be asked the next either
                break
        return None
    finally:
        client.close()
