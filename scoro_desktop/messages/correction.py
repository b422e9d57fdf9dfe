"""Whether a push that was sent can be replaced on the devices that still show it."""

from scoro_desktop.wire import JsonObject, JsonValue

ANDROID_TAG = ("msg", "data", "gcm", "notification", "tag")
"""A later notification with the same tag takes the place of the first (Google's legacy server reference)."""
IPHONE_COLLAPSE_ID = ("msg", "data", "apns", "collapseId")
"""The same with the same apns-collapse-id (Apple, "Sending notification requests to APNs")."""


def replaceable_on(request: JsonObject) -> tuple[str, ...]:
    """Of "gcm" and "apns" those on whose devices a push with the same names would replace this one."""
    places = (("gcm", ANDROID_TAG), ("apns", IPHONE_COLLAPSE_ID))
    return tuple(section for section, path in places if _text_at(request, path))


def _text_at(request: JsonObject, path: tuple[str, ...]) -> bool:
    value: JsonValue = request
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return isinstance(value, str) and bool(value)
