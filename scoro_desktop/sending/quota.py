"""The pushes that an application may still send, where the server tells: `app`, with the masterKey.

SMS are not counted there (reference: campaigns-api, "app"), and whether the figure moves at once is not documented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.scorocode.reading import whole
from scoro_desktop.scorocode.replies import Failure

if TYPE_CHECKING:
    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.scorocode.lookups import LooksUp
    from scoro_desktop.wire import JsonValue


def is_told(account: Account, channel: Channel) -> bool:
    """Tells whether the server says how many messages of a channel are left to an account."""
    return CHANNELS[channel].has_quota and account.access_kind is AccessKind.MASTER


def pushes_left(client: LooksUp) -> int | None:
    """The number of pushes that may still go out; None where the server does not say. Keeps nothing else; blocks."""
    reply = client.look_up("app", {}, keep=False)  # it has every key of the application
    if isinstance(reply, Failure):
        return None
    limits = _inner(_inner(reply, "app"), "limits")
    allowed, used = whole(_inner(limits, "pushValue")), whole(_inner(limits, "pushUsed"))
    return None if allowed is None or used is None else max(0, allowed - used)


def _inner(value: JsonValue, key: str) -> JsonValue:
    return value.get(key) if isinstance(value, dict) else None
