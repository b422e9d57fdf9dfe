"""Tells whether a push that was sent can be replaced on the devices that still show it, and what it is apart from
that.
"""

import copy

from scoro_desktop.messages.made_up_names import is_made_up, made_up
from scoro_desktop.wire import JsonObject, JsonValue

ANDROID_TAG = ("msg", "data", "gcm", "notification", "tag")
"""A later notification with the same tag takes the place of the first (Google's legacy server reference)."""
IPHONE_COLLAPSE_ID = ("msg", "data", "apns", "collapseId")
"""The same with the same apns-collapse-id (Apple, "Sending notification requests to APNs")."""

APNS_ID = ("msg", "data", "apns", "id")


def as_another(request: JsonObject) -> JsonObject:
    """The request as another message, which takes no other's place: names that were made up are made up anew.

    Those that were one stay one. A name that somebody chose stays: so did they want it.
    """
    result, new = copy.deepcopy(request), dict[str, str]()
    for *way, last in (ANDROID_TAG, IPHONE_COLLAPSE_ID):
        inner: JsonValue = result
        for key in way:
            inner = inner.get(key) if isinstance(inner, dict) else None
        if isinstance(inner, dict) and is_made_up(inner.get(last)):
            inner[last] = new.setdefault(str(inner[last]), made_up())
    return result


def replaceable_on(request: JsonObject) -> tuple[str, ...]:
    """Of "gcm" and "apns" those on whose devices a push with the same names would replace this one."""
    places = (("gcm", ANDROID_TAG), ("apns", IPHONE_COLLAPSE_ID))
    return tuple(section for section, path in places if _text_at(request, path))


def names(request: JsonObject) -> tuple[str | None, ...]:
    """Returns the names that it takes another's place by: the tag of Android, then the collapse id of iPhones."""
    return tuple(_value_at(request, path) for path in (ANDROID_TAG, IPHONE_COLLAPSE_ID))


def as_read(request: JsonObject) -> JsonObject:
    """The request less what its readers never see of it: the names it is replaced by, its id, the wish for a log.

    Two that are equal so are one message, of which somebody would get two.
    """
    rest = _without(request, ("debug",))
    for path in (ANDROID_TAG, IPHONE_COLLAPSE_ID, APNS_ID):
        rest = _without(rest, path)
    return rest


def _without(value: JsonObject, path: tuple[str, ...]) -> JsonObject:
    key, *rest = path
    if key not in value:
        return value
    if not rest:
        return {name: each for name, each in value.items() if name != key}
    inner = value[key]
    return {**value, key: _without(inner, tuple(rest))} if isinstance(inner, dict) else value


def _text_at(request: JsonObject, path: tuple[str, ...]) -> bool:
    return bool(_value_at(request, path))


def _value_at(request: JsonObject, path: tuple[str, ...]) -> str | None:
    """Returns the text at a place; None where there is none, or an empty one."""
    value: JsonValue = request
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) and value else None
