"""A push message: `msg` of `sendpush`."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from scoro_desktop.messages.channels.entry import Message
from scoro_desktop.messages.channels.push import android_rules, apple_rules
from scoro_desktop.messages.channels.push.android import Gcm, GcmNotification
from scoro_desktop.messages.channels.push.apple import Alert, Apns, Aps
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.messages.section import Section
from scoro_desktop.messages.shape import misfits, unknown_keys, unsendable
from scoro_desktop.messages.texts import strings
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class PushData(Section):
    """`msg.data`: one section for each platform."""

    gcm: Gcm | None = None
    apns: Apns | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Push(Message):
    """A push as it is sent. `text` stands beside `data` in Scorocode's Russian documentation."""

    data: PushData | None = None
    text: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)

    @property
    def gcm(self) -> Gcm | None:
        """The Android section, if there is one."""
        return self.data.gcm if self.data else None

    @property
    def apns(self) -> Apns | None:
        """The iOS section, if there is one."""
        return self.data.apns if self.data else None

    def problems(self, now: dt.datetime | None = None) -> list[Problem]:
        """Everything that is wrong with it; nothing is raised. `now` has a time zone; None is the present moment."""
        return list(self._problems(now or dt.datetime.now(dt.UTC)))

    def has_moment(self) -> bool:
        """An expiration may pass."""
        apns = None if self.data is None else self.data.apns
        return apns is not None and apns.expiration is not None

    def shown_texts(self) -> Iterator[str]:
        """The texts on both platforms, titles first; then what the app on the device is given."""
        gcm, apns = self.gcm or Gcm(), self.apns or Apns()
        notification = gcm.notification or GcmNotification()
        aps = apns.aps or Aps()
        alert = Alert(body=aps.alert) if isinstance(aps.alert, str) else aps.alert or Alert()
        for text in (notification.title, alert.title, notification.body, alert.body, self.text):
            yield text or ""
        for rest in (notification.to_wire(), alert.to_wire(), gcm.data or {}, apns.custom):
            yield from strings(rest)

    def _problems(self, now: dt.datetime) -> Iterator[Problem]:
        at_message, at_data = ("msg",), ("msg", "data")
        gcm, apns = (None, None) if self.data is None else (self.data.gcm, self.data.apns)
        if self.extra:
            yield from misfits(self, at_message)
            yield from unknown_keys(self, at_message)
        if self.data is not None and self.data.extra:
            yield from misfits(self.data, at_data)
            yield from unknown_keys(self.data, at_data)
        empty: list[str] = []
        full: list[str] = []
        if gcm is not None:
            (full if android_rules.says_something(gcm) else empty).append("gcm")
            yield from android_rules.problems(gcm, (*at_data, "gcm"))
        if apns is not None:
            (full if apple_rules.says_something(apns) else empty).append("apns")
            yield from apple_rules.problems(apns, (*at_data, "apns"), now)
        if not full:
            yield Problem("nothing_to_send", at_data)
        for section in empty if full else ():
            yield Problem("empty_section", (*at_data, section), {"section": section}, Severity.WARNING)
        yield from unsendable(self.wire, at_message)
