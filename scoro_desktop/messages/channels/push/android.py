"""The Android section of a push: `msg.data.gcm`."""

import dataclasses
import functools
from dataclasses import dataclass

from scoro_desktop.messages.channels.push.sizes import bytes_of
from scoro_desktop.messages.section import Section
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class GcmNotification(Section):
    """The notification on Android: every key that it reads (limits.md, "Android section"); `*_args` are JSON in
    text.
    """

    title: str | None = None
    body: str | None = None
    android_channel_id: str | None = None
    icon: str | None = None
    sound: str | None = None
    tag: str | None = None
    color: str | None = None
    click_action: str | None = None
    body_loc_key: str | None = None
    body_loc_args: str | None = None
    title_loc_key: str | None = None
    title_loc_args: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Gcm(Section):
    """The section itself: how Google is to be reached, what is shown, and what the app on the device is given."""

    protocol: str | None = None
    notification: GcmNotification | None = None
    data: JsonObject | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def bytes(self) -> int:
        """The size of `notification` and `data`. The limit is `limits.ANDROID_PAYLOAD_BYTES`."""
        payload: JsonObject = {}
        for key in ("notification", "data"):
            if key in self.wire:
                payload[key] = self.wire[key]
        return bytes_of(payload)
