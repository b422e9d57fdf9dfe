"""The iOS section of a push: `msg.data.apns`."""

import dataclasses
import functools
from dataclasses import dataclass

from scoro_desktop import late
from scoro_desktop.messages.channels.push.sizes import bytes_of
from scoro_desktop.messages.section import Section, wire_key
from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class Alert(Section, joined_by="-"):
    """The notification on iOS, where `aps.alert` is an object."""

    title: str | None = None
    subtitle: str | None = None
    body: str | None = None
    launch_image: str | None = None
    title_loc_key: str | None = None
    title_loc_args: tuple[str, ...] | None = None
    subtitle_loc_key: str | None = None
    subtitle_loc_args: tuple[str, ...] | None = None
    loc_key: str | None = None
    loc_args: tuple[str, ...] | None = None
    action_loc_key: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@late.dataclass(frozen=True)
class Sound(Section):
    """A sound with its volume (0 to 1), where `aps.sound` is an object; `critical` is 1 or absent."""

    critical: int | None = None
    name: str | None = None
    volume: int | float | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Aps(Section, joined_by="-"):
    """The part of the payload that iOS itself reads."""

    alert: str | Alert | None = None
    badge: int | None = None
    sound: str | Sound | None = None
    thread_id: str | None = None
    category: str | None = None
    content_available: int | None = None
    mutable_content: int | None = None
    target_content_id: str | None = None
    interruption_level: str | None = None
    relevance_score: int | float | None = None
    filter_criteria: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Apns(Section, rest="custom"):
    """The section itself: headers of the delivery, `aps`, and the app's own keys beside it, of any JSON value."""

    id: str | None = None
    topic: str | None = None
    collapse_id: str | None = dataclasses.field(default=None, metadata=wire_key("collapseId"))
    expiration: str | None = None
    priority: int | None = None
    aps: Aps | None = None
    custom: JsonObject = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def bytes(self) -> int:
        """The size of `aps` and the custom keys. The limit is `limits.APPLE_PAYLOAD_BYTES`."""
        payload = dict(self.wire)
        for key in _headers():
            payload.pop(key, None)
        return bytes_of(payload)


@functools.cache
def _headers() -> frozenset[str]:
    return frozenset(field.key for field in Apns.wire_fields()) - {"aps"}
