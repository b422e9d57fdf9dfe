"""A push in words: what its readers are shown, and where in it a text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.push.apple import Alert, Apns
from scoro_desktop.messages.channels.push.model import Push

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoro_desktop.messages.channels.entry import Message
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.wire import JsonObject, JsonValue

translate = QCoreApplication.translate


def sections() -> Mapping[str, str]:
    """The names of the two platforms, by the keys of their sections."""
    return {"gcm": translate("PushForm", "Android"), "apns": translate("PushForm", "iPhone")}


def parts(message: Message) -> list[tuple[str, list[str | None]]]:
    """Returns what readers are shown on each platform, and the text beside the sections."""
    if not isinstance(message, Push):
        return []
    notification = message.gcm.notification if message.gcm else None
    return [
        (
            translate("MessageParts", "Android"),
            [notification.title, notification.body] if notification else [],
        ),
        (translate("MessageParts", "iPhone"), _alert_lines(message.apns)),
        (translate("MessageParts", "Text"), [message.text]),
    ]


def confirmed(message: JsonObject) -> list[tuple[str, str]]:
    """Returns what a reader of each section sees, whatever stands in it."""
    data = message.get("data")
    data = data if isinstance(data, dict) else {}
    lines = []
    if isinstance(gcm := data.get("gcm"), dict):
        note = gcm.get("notification")
        shown = _texts(note, ("title", "body")) if isinstance(note, dict) else ""
        lines.append((translate("wording", "Android"), shown or translate("wording", "data only, nothing shown")))
    if isinstance(apns := data.get("apns"), dict):
        aps = apns.get("aps")
        alert = aps.get("alert") if isinstance(aps, dict) else None
        shown = alert if isinstance(alert, str) else ""
        shown = _texts(alert, ("title", "subtitle", "body")) if isinstance(alert, dict) else shown
        lines.append((translate("wording", "iPhone"), shown or translate("wording", "data only, nothing shown")))
    return lines


def place(path: FieldPath) -> str:
    """One place of a push, for people where they have a word for it, else as it is called in JSON."""
    match path:
        case ("msg", "text"):
            return translate("templates", "text")
        case ("msg", "data", "gcm", *rest):
            return translate("templates", "Android {place}").format(place=_field(rest))
        case ("msg", "data", "apns", *rest):
            return translate("templates", "iPhone {place}").format(place=_field(rest))
    return ""


def _alert_lines(apns: Apns | None) -> list[str | None]:
    alert = apns.aps.alert if apns and apns.aps else None
    if isinstance(alert, Alert):
        return [alert.title, alert.subtitle, alert.body]
    return [alert]


def _field(rest: Sequence[str]) -> str:
    match rest:
        case ["notification" | "aps", *_, "title"]:
            return translate("templates", "title")
        case ["notification" | "aps", *_, "body"] | ["aps", "alert"]:
            return translate("templates", "body")
        case ["aps", "alert", "subtitle"]:
            return translate("templates", "subtitle")
        case ["data", key, *_]:
            return translate("templates", "data “{key}”").format(key=key)
    return ".".join(rest)


def _texts(section: JsonValue, keys: tuple[str, ...]) -> str:
    values = [section.get(key) for key in keys] if isinstance(section, dict) else []
    return "\n".join(value for value in values if isinstance(value, str) and value)
