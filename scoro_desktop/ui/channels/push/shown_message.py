"""A push as each platform shows it: texts, badge, sound and colour, or why there is nothing to see."""

import enum
from dataclasses import dataclass

from scoro_desktop import wire
from scoro_desktop.messages.channels.push import limits
from scoro_desktop.messages.channels.push.android import GcmNotification
from scoro_desktop.messages.channels.push.apple import Alert, Aps, Sound
from scoro_desktop.messages.channels.push.model import Push
from scoro_desktop.ui.phone.shown_words import NO_WORDS, Words


class Fate(enum.StrEnum):
    """The fate of a section on a device."""

    SHOWN = "shown"
    SILENT = "silent"
    """Nothing is shown: the app is given data, a number for its icon or a sound."""
    EMPTY = "empty"
    OFF = "off"
    UNREADABLE = "unreadable"
    """The request carries something in its place that is no section."""


@dataclass(frozen=True)
class Shown:
    """One platform's view of a message. `colour` is "#rrggbb"; `badge` is at least 0, and 0 takes the number away."""

    fate: Fate
    title: Words = NO_WORDS
    subtitle: Words = NO_WORDS
    body: Words = NO_WORDS
    badge: int | None = None
    sound: str = ""
    colour: str = ""


def on_android(message: Push | None) -> Shown:
    """Returns what Android shows. None is a message that cannot be read."""
    gcm = message.data.gcm if message is not None and message.data is not None else None
    if gcm is None:
        return Shown(_absent(message, "gcm"))
    note = gcm.notification or GcmNotification()
    title_args = _listed(note.title_loc_args) if note.title_loc_args else ()
    body_args = _listed(note.body_loc_args) if note.body_loc_args else ()
    title = _words(note.title, note.title_loc_key, title_args)
    body = _words(note.body, note.body_loc_key, body_args)
    return Shown(
        _fate(shown=title is not NO_WORDS or body is not NO_WORDS, given=bool(gcm.data)),
        title=title,
        body=body,
        sound=note.sound or "",
        colour=note.color if note.color and limits.COLOR.fullmatch(note.color) else "",
    )


def on_iphone(message: Push | None) -> Shown:
    """Returns what iOS shows. None is a message that cannot be read."""
    apns = message.data.apns if message is not None and message.data is not None else None
    if apns is None:
        return Shown(_absent(message, "apns"))
    aps = apns.aps or Aps()
    alert = Alert(body=aps.alert) if isinstance(aps.alert, str) else aps.alert or Alert()
    title = _words(alert.title, alert.title_loc_key, alert.title_loc_args)
    subtitle = _words(alert.subtitle, alert.subtitle_loc_key, alert.subtitle_loc_args)
    body = _words(alert.body, alert.loc_key, alert.loc_args)
    sound = (aps.sound.name if isinstance(aps.sound, Sound) else aps.sound) or ""
    badge = aps.badge if aps.badge is not None and aps.badge >= 0 else None
    given = bool(apns.custom) or aps.content_available == 1 or badge is not None or bool(sound)
    return Shown(
        _fate(shown=any(each is not NO_WORDS for each in (title, subtitle, body)), given=given),
        title=title,
        subtitle=subtitle,
        body=body,
        badge=badge,
        sound=sound,
    )


def _absent(message: Push | None, section: str) -> Fate:
    if message is None or "data" in message.extra or (message.data is not None and section in message.data.extra):
        return Fate.UNREADABLE
    return Fate.OFF


def _fate(*, shown: bool, given: bool) -> Fate:
    if shown:
        return Fate.SHOWN
    return Fate.SILENT if given else Fate.EMPTY


def _words(text: str | None, key: str | None, values: tuple[str, ...] | None) -> Words:
    """The text wins over the key, as in Google's own library for apps."""
    if text and text.strip():
        return Words(text)
    return Words(key=key, values=values or ()) if key and key.strip() else NO_WORDS


def _listed(values: str) -> tuple[str, ...]:
    """The values that Android is given as JSON within a text; those that cannot be read as they stand."""
    try:
        read = wire.read(values)
    except ValueError:
        read = None
    if not isinstance(read, list):
        return (values,)
    return tuple(each if isinstance(each, str) else wire.pretty(each) for each in read)
