"""A push message: `msg` of `sendpush`."""

import dataclasses
from dataclasses import dataclass

from scoro_desktop.messages.android import Gcm
from scoro_desktop.messages.apple import Apns
from scoro_desktop.messages.section import Section
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class PushData(Section):
    """`msg.data`: one section for each platform."""

    gcm: Gcm | None = None
    apns: Apns | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Push(Section):
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
