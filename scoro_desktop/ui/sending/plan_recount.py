"""The count of a plan when it is due, by the same questions as a confirmation asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.scorocode.sms_reach import PEOPLE
from scoro_desktop.sending.later.due_check import NotNow
from scoro_desktop.sending.later.judging import Recount
from scoro_desktop.storage.planned_types import Ask, AskCode
from scoro_desktop.ui.sending.last_count import count_to_confirm, first_absent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.runtime.current_account import ApiClient


def recount(make_client: Callable[[], ApiClient], draft: Draft, unchecked: Sequence[str]) -> Recount | Ask | NotNow:
    """Counts who matches, and who of them gets it; blocks. `unchecked`: fields that must be there."""
    absent = first_absent(make_client, draft.collection, unchecked)
    if absent is not None:
        return Ask(AskCode.FIELD_ABSENT, {"path": absent.path})
    needs_phone = CHANNELS[draft.channel].needs_phone and draft.collection == PEOPLE
    found = count_to_confirm(make_client, draft.collection, draft.outgoing_query(), needs_phone=needs_phone)
    if not isinstance(found, Failure):
        return Recount(found.count, found.reach, may_be_everyone=found.may_be_everyone)
    return NotNow(found.reason) if found.outcome is Outcome.NOT_SENT else Recount(None, reason=found.reason)
