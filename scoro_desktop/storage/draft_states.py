"""The state of a tab as text, apart from the drafts with names, which a start does without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scoro_desktop import wire

if TYPE_CHECKING:
    from scoro_desktop.wire import JsonObject


def state_text(state: JsonObject) -> str:
    """A tab's state as it is stored. Raises ValueError for NaN and infinities."""
    # Escaped to ASCII, unlike what goes over the wire: half an emoji, which a request refuses, is kept as typed.
    return json.dumps(state, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def read_state(text: str) -> JsonObject | None:
    """A tab's state as it was stored, None if it cannot be read."""
    try:
        state = wire.read(text)
    except ValueError:
        return None
    return state if isinstance(state, dict) else None
