"""One request of a message, on a connection of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.ui.runtime.current_account import ApiClient
    from scoro_desktop.wire import JsonObject


def send_with(make_client: Callable[[], ApiClient], channel: Channel, body: JsonObject) -> Sent | Failure:
    """Sends once, on a connection of its own; blocks."""
    client = make_client()
    try:
        return client.send(channel, body)
    finally:
        client.close()
