"""The problems of the iOS section of a push."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from scoro_desktop.messages.channels.push import limits
from scoro_desktop.messages.channels.push.apple import Alert, Apns, Aps, Sound
from scoro_desktop.messages.identifiers import identifier_problems, key_problems
from scoro_desktop.messages.moments import moment
from scoro_desktop.messages.problems import FieldPath, Problem, Severity
from scoro_desktop.messages.shape import has_text, misfits, printable, unknown_keys

_NOTHING: Final = Aps()


def says_something(apns: Apns) -> bool:
    """Tells whether a device is shown or given anything."""
    return bool(apns.custom and _custom_keys(apns)) or (apns.aps is not None and apns.aps != _NOTHING)


def problems(apns: Apns, path: FieldPath, now: dt.datetime) -> Iterator[Problem]:
    """Every problem of the section, which stands at `path`. Its expiration is held against `now` (with a time zone)."""
    if apns.custom:
        yield from misfits(apns, path)
    yield from _headers(apns, path)
    if apns.expiration is not None:
        yield from _expiration(apns.expiration, (*path, "expiration"), now)
    if apns.aps is not None:
        yield from _aps(apns.aps, (*path, "aps"))
        if apns.aps.content_available == 1 and _shows_nothing(apns.aps):
            if apns.priority != limits.BACKGROUND_PRIORITY:
                yield Problem("background_priority", (*path, "priority"), {"required": limits.BACKGROUND_PRIORITY})
            if not _custom_keys(apns):
                yield Problem("empty_background", path, severity=Severity.WARNING)
    size = apns.bytes
    if size > limits.APPLE_PAYLOAD_BYTES:
        params: dict[str, str | int | float] = {"section": "apns", "bytes": size, "limit": limits.APPLE_PAYLOAD_BYTES}
        yield Problem("payload_too_big", path, params)


def _headers(apns: Apns, path: FieldPath) -> Iterator[Problem]:
    if apns.id is not None:
        if limits.APNS_ID.fullmatch(apns.id):
            yield Problem("apns_id_for_many", (*path, "id"), severity=Severity.WARNING)
        else:
            yield Problem("bad_apns_id", (*path, "id"))
    if apns.topic is not None:
        yield from identifier_problems(apns.topic, (*path, "topic"), blanks=False)  # a bundle id, or one with a suffix
    if apns.collapse_id is not None:
        yield from identifier_problems(apns.collapse_id, (*path, "collapseId"))
    for key in apns.custom:
        yield from key_problems(key, (*path, key))
    if apns.collapse_id is not None:
        size = len(apns.collapse_id.encode("utf-8", "surrogatepass"))
        if size > limits.COLLAPSE_ID_BYTES:
            field = (*path, "collapseId")
            yield Problem("collapse_id_too_long", field, {"bytes": size, "limit": limits.COLLAPSE_ID_BYTES})
    if apns.priority is not None and apns.priority not in limits.APNS_PRIORITIES:
        allowed = "|".join(map(str, limits.APNS_PRIORITIES))
        yield Problem("bad_priority", (*path, "priority"), {"value": _shown_integer(apns.priority), "allowed": allowed})


def _expiration(text: str, path: FieldPath, now: dt.datetime) -> Iterator[Problem]:
    if text == limits.EXPIRATION_PATTERN:
        yield Problem("expiration_is_pattern", path)
        return
    when = moment(text)
    if when is None:
        yield Problem("bad_expiration", path)
    elif when <= now:
        yield Problem("expiration_past", path, severity=Severity.WARNING)
    elif when - now > dt.timedelta(days=limits.STORED_DAYS):
        yield Problem("expiration_far", path, {"days": limits.STORED_DAYS}, Severity.WARNING)


def _aps(aps: Aps, path: FieldPath) -> Iterator[Problem]:
    if aps.extra:
        yield from misfits(aps, path)
        yield from unknown_keys(aps, path)
    if isinstance(aps.alert, Alert):
        yield from _alert(aps.alert, (*path, "alert"))
    elif aps.alert is not None and not has_text(aps.alert):
        yield Problem("empty_alert", (*path, "alert"))
    for key, text in (
        ("category", aps.category),
        ("thread-id", aps.thread_id),
        ("target-content-id", aps.target_content_id),
        ("filter-criteria", aps.filter_criteria),
        ("sound", aps.sound),
    ):
        if text is not None:
            yield from identifier_problems(text, (*path, key))
    if aps.badge is not None and aps.badge < 0:
        yield Problem("negative_badge", (*path, "badge"))
    if isinstance(aps.sound, Sound):
        yield from _sound(aps.sound, (*path, "sound"))
    for key, flag in (("content-available", aps.content_available), ("mutable-content", aps.mutable_content)):
        if flag not in {None, 1}:
            yield Problem("must_be_one", (*path, key), {"key": key})
    if aps.interruption_level is not None and aps.interruption_level not in limits.INTERRUPTION_LEVELS:
        yield Problem(
            "bad_interruption_level",
            (*path, "interruption-level"),
            {"value": printable(aps.interruption_level), "allowed": "|".join(limits.INTERRUPTION_LEVELS)},
        )
    if aps.relevance_score is not None:
        yield from _in_range(aps.relevance_score, limits.RELEVANCE, (*path, "relevance-score"))


def _alert(alert: Alert, path: FieldPath) -> Iterator[Problem]:
    if alert.extra:
        yield from misfits(alert, path)
        yield from unknown_keys(alert, path)
    if not has_text(
        *(alert.title, alert.subtitle, alert.body, alert.title_loc_key, alert.subtitle_loc_key, alert.loc_key)
    ):
        yield Problem("empty_alert", path)
    for name, text in (
        ("title-loc-key", alert.title_loc_key),
        ("subtitle-loc-key", alert.subtitle_loc_key),
        ("loc-key", alert.loc_key),
        ("action-loc-key", alert.action_loc_key),
        ("launch-image", alert.launch_image),
    ):
        if text is not None:
            yield from identifier_problems(text, (*path, name))
    for args, key, args_key in (
        (alert.title_loc_args, alert.title_loc_key, "title-loc-args"),
        (alert.subtitle_loc_args, alert.subtitle_loc_key, "subtitle-loc-args"),
        (alert.loc_args, alert.loc_key, "loc-args"),
    ):
        if args is not None and not has_text(key):
            missing = args_key.replace("args", "key")
            yield Problem("args_without_key", (*path, args_key), {"key": missing}, Severity.WARNING)


def _sound(sound: Sound, path: FieldPath) -> Iterator[Problem]:
    yield from misfits(sound, path)
    yield from unknown_keys(sound, path)
    yield from identifier_problems(sound.name, (*path, "name"))
    if sound.critical not in {None, 1}:
        yield Problem("must_be_one", (*path, "critical"), {"key": "critical"})
    yield from _in_range(sound.volume, limits.VOLUME, (*path, "volume"))


def _in_range(value: float | None, allowed: tuple[int, int], path: FieldPath) -> Iterator[Problem]:
    minimum, maximum = allowed
    if value is not None and not minimum <= value <= maximum:
        yield Problem("out_of_range", path, {"minimum": minimum, "maximum": maximum})


def _shows_nothing(aps: Aps) -> bool:
    """Tells whether nothing of the push is seen or heard; a value of the wrong type counts as shown."""
    shown = (aps.alert, aps.badge, aps.sound, *(aps.extra.get(key) for key in ("alert", "badge", "sound")))
    return all(each is None for each in shown)


def _custom_keys(apns: Apns) -> set[str]:
    return set(apns.custom) - {field.key for field in apns.wire_fields()} if apns.custom else set()


def _shown_integer(value: int) -> str:
    """Python writes no integer of more than 4300 digits."""
    return str(value) if abs(value) < 10**20 else "…"
