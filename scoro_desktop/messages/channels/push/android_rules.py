"""The problems of the Android section of a push."""

import json
from collections.abc import Iterator
from typing import Final

from scoro_desktop.messages.channels.push import limits
from scoro_desktop.messages.channels.push.android import Gcm, GcmNotification
from scoro_desktop.messages.identifiers import identifier_problems, key_problems
from scoro_desktop.messages.problems import FieldPath, Problem, Severity
from scoro_desktop.messages.shape import has_text, misfits, printable, unknown_keys
from scoro_desktop.wire import JsonObject, JsonValue

_WITHOUT_BLANKS: Final = frozenset({"icon", "click_action", "title_loc_key", "body_loc_key"})
"""Names of Android's resources and intents (Android, "App resources overview", "Intents and intent filters")."""


_NOTHING: Final = GcmNotification()


def says_something(gcm: Gcm) -> bool:
    """Tells whether a device is shown or given anything."""
    return bool(gcm.data) or (gcm.notification is not None and gcm.notification != _NOTHING)


def problems(gcm: Gcm, path: FieldPath) -> Iterator[Problem]:
    """Every problem of the section, which stands at `path`."""
    if gcm.extra:
        yield from misfits(gcm, path)
    if gcm.protocol is not None and gcm.protocol not in limits.PROTOCOLS:
        yield Problem("bad_protocol", (*path, "protocol"), {"value": printable(gcm.protocol)})
    if gcm.notification is not None:
        yield from _notification(gcm.notification, (*path, "notification"))
    for key, value in (gcm.data or {}).items():
        yield from _data(key, value, (*path, "data", key))
    if gcm.extra:
        yield from _options(gcm.extra, path)
        yield from unknown_keys(gcm, path, known=limits.ANDROID_OPTIONS)
    size = gcm.bytes
    if size > limits.ANDROID_PAYLOAD_BYTES:
        params: dict[str, str | int | float] = {"section": "gcm", "bytes": size, "limit": limits.ANDROID_PAYLOAD_BYTES}
        yield Problem("payload_too_big", path, params)


def _notification(shown: GcmNotification, path: FieldPath) -> Iterator[Problem]:
    if shown.extra:
        yield from misfits(shown, path)
    if not has_text(shown.title, shown.body, shown.title_loc_key, shown.body_loc_key):
        yield Problem("empty_notification", path)
    for named in ("icon", "sound", "tag", "click_action", "android_channel_id", "title_loc_key", "body_loc_key"):
        text = getattr(shown, named)
        if text is not None:
            yield from identifier_problems(text, (*path, named), blanks=named not in _WITHOUT_BLANKS)
    if shown.color is not None and not limits.COLOR.fullmatch(shown.color):
        yield Problem("bad_color", (*path, "color"), {"value": printable(shown.color)})
    for args, key, args_key in (
        (shown.body_loc_args, shown.body_loc_key, "body_loc_args"),
        (shown.title_loc_args, shown.title_loc_key, "title_loc_args"),
    ):
        if args is not None:
            if not _is_list_of_texts(args):
                yield Problem("args_not_a_list", (*path, args_key))
            if not has_text(key):
                missing = args_key.replace("args", "key")
                yield Problem("args_without_key", (*path, args_key), {"key": missing}, Severity.WARNING)
    for key in shown.extra:
        if key in limits.IOS_ONLY_KEYS:
            yield Problem("ios_only_key", (*path, key), {"key": key}, Severity.WARNING)
    if shown.extra:
        yield from unknown_keys(shown, path, known=limits.IOS_ONLY_KEYS)


def _data(key: str, value: JsonValue, path: FieldPath) -> Iterator[Problem]:
    if key in limits.RESERVED_DATA_KEYS or key.startswith(limits.RESERVED_DATA_PREFIXES):
        yield Problem("reserved_key", path, {"key": printable(key)})
    yield from key_problems(key, path)
    if not isinstance(value, str):
        yield Problem("data_not_text", path, {"key": printable(key)}, Severity.WARNING)


def _options(extra: JsonObject, path: FieldPath) -> Iterator[Problem]:
    for option, value in extra.items():
        if option not in limits.ANDROID_OPTIONS:
            continue
        yield Problem("undocumented_option", (*path, option), {"option": option}, Severity.WARNING)
        allowed = _allowed(option, value)
        if allowed:
            yield Problem("bad_option", (*path, option), {"option": option, "allowed": allowed})


def _allowed(option: str, value: JsonValue) -> str:
    """Lists the values that the option takes, if this is none of them; else empty."""
    if option == "priority":
        return "" if value in limits.ANDROID_PRIORITIES else "|".join(limits.ANDROID_PRIORITIES)
    if option == "time_to_live":
        least, most = limits.TIME_TO_LIVE_SECONDS
        return "" if type(value) is int and least <= value <= most else f"{least}-{most}"
    if option == "dry_run":
        return "" if isinstance(value, bool) else "boolean"
    return "" if isinstance(value, str) else "text"


def _is_list_of_texts(args: str) -> bool:
    try:
        value = json.loads(args)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
