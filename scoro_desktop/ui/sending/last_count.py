"""The counts that a confirmation rests on, asked of the server in the background."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.scorocode.sms_reach import having_phone
from scoro_desktop.ui.audience.known_fields import exists
from scoro_desktop.ui.audience.live_count import Counted, count_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
