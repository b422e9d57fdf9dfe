"""The parts of a message, read as the platforms behind the API would read it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.values import moment

MAX_PAYLOAD: Final = 4096
"""Bytes of one message to one device: Google, legacy HTTP reference; Apple, "Generating a remote notification"."""
MAX_COLLAPSE_ID: Final = 64
"""Bytes of `apns-collapse-id` (Apple, "Sending notification requests to APNs")."""

_APNS_HEADERS: Final = frozenset({"id", "topic", "collapseId", "expiration", "priority"})
_PRIORITIES: Final = (1, 5, 10)
_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


@dataclass(frozen=True)
class Shown:
    """The message as one device shows it. `extra`: compact JSON of the data that came along, "" for none."""

    title: str
    subtitle: str
    body: str
    badge: int | None
    sound: str
    extra: str


@dataclass(frozen=True)
class PushMessage:
    """A push as it arrives: None for a platform that it says nothing to."""

    android: Shown | None
    iphone: Shown | None


def push_message(msg: object) -> PushMessage:
    """`msg` of a `sendpush`. Raises Refused (400) for what the documentation or a platform would not take."""
    data = _object(_object(msg, "msg").get("data"), "msg.data")
    gcm, apns = data.get("gcm"), data.get("apns")
    return PushMessage(
        None if gcm is None else _android(_object(gcm, "msg.data.gcm")),
        None if apns is None else _iphone(_object(apns, "msg.data.apns")),
    )


def sms_text(msg: object) -> str:
    """`msg.text` of a `sendsms`. Raises Refused (400) if there is no text in it."""
    text = _object(msg, "msg").get("text")
    if text is not None and not isinstance(text, str):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.text must be a string")
    if not text or not text.strip():
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.text is missing or empty")
    return text


def _android(gcm: Mapping[str, Any]) -> Shown:
    if gcm.get("protocol") not in (None, "", "http", "xmpp"):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.gcm.protocol must be http or xmpp")
    payload = {name: _object(gcm[name], f"msg.data.gcm.{name}") for name in ("notification", "data") if gcm.get(name)}
    _check_size(payload, "msg.data.gcm")
    notification = payload.get("notification", {})
    return Shown(
        title=_text(notification.get("title")),
        subtitle="",
        body=_text(notification.get("body")),
        badge=None,
        sound=_text(notification.get("sound")),
        extra=_extra(payload.get("data", {})),
    )


def _iphone(apns: Mapping[str, Any]) -> Shown:
    _check_headers(apns)
    payload = {name: value for name, value in apns.items() if name not in _APNS_HEADERS}
    aps = _object(payload.get("aps", {}), "msg.data.apns.aps")
    _check_size(payload, "msg.data.apns")
    alert = aps.get("alert")
    if alert is not None and not isinstance(alert, str | dict):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.apns.aps.alert must be a string or an object")
    words = alert if isinstance(alert, dict) else {"body": alert}
    badge, sound = aps.get("badge"), aps.get("sound")
    if badge is not None and (isinstance(badge, bool) or not isinstance(badge, int)):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.apns.aps.badge must be a whole number")
    return Shown(
        title=_text(words.get("title")),
        subtitle=_text(words.get("subtitle")),
        body=_text(words.get("body")),
        badge=badge,
        sound=_text(sound.get("name") if isinstance(sound, dict) else sound),
        extra=_extra({name: value for name, value in payload.items() if name != "aps"}),
    )


def _check_headers(apns: Mapping[str, Any]) -> None:
    """The fields that travel as HTTP headers to Apple, which refuses a message for any that is wrong."""
    for name in ("id", "topic", "collapseId", "expiration"):
        if not isinstance(apns.get(name), str | None):
            raise Refused(HTTPStatus.BAD_REQUEST, f"msg.data.apns.{name} must be a string")
    if apns.get("id") and not _UUID.fullmatch(apns["id"]):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.apns.id must be a UUID")
    if len((apns.get("collapseId") or "").encode()) > MAX_COLLAPSE_ID:
        raise Refused(HTTPStatus.BAD_REQUEST, f"msg.data.apns.collapseId is longer than {MAX_COLLAPSE_ID} bytes")
    if apns.get("expiration") and moment(apns["expiration"]) is None:
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.apns.expiration must be an RFC 3339 date-time")
    priority = apns.get("priority")
    if priority is not None and (isinstance(priority, bool) or priority not in _PRIORITIES):
        raise Refused(HTTPStatus.BAD_REQUEST, "msg.data.apns.priority must be 10, 5 or 1")


def _object(value: object, name: str) -> Mapping[str, Any]:
    if value is None:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is missing")
    if not isinstance(value, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} must be an object")
    return value


def _check_size(payload: Mapping[str, Any], name: str) -> None:
    size = len(_compact(payload).encode())
    if size > MAX_PAYLOAD:
        raise Refused(
            HTTPStatus.BAD_REQUEST, f"{name} has {size} bytes: more than the {MAX_PAYLOAD} that are delivered"
        )


def _extra(values: Mapping[str, Any]) -> str:
    return _compact(values) if values else ""


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _text(value: object) -> str:
    """Returns the text that is shown for a field that should be a string: other values as they stand in JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else _compact(value)
