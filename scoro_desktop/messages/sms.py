"""An SMS: `msg` of `sendsms`."""

import dataclasses
from dataclasses import dataclass

from scoro_desktop.messages.section import Section
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class Sms(Section):
    """An SMS as it is sent."""

    text: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)
