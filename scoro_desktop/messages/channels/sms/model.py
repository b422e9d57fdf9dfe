"""An SMS: `msg` of `sendsms`."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from scoro_desktop import late
from scoro_desktop.messages.channels.entry import Message
from scoro_desktop.messages.channels.sms import limits
from scoro_desktop.messages.channels.sms.parts import split
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.messages.shape import has_text, misfits, unknown_keys, unsendable
from scoro_desktop.messages.texts import strings
from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class Sms(Message):
    """An SMS as it is sent."""

    text: str | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)

    def problems(self, now: dt.datetime | None = None) -> list[Problem]:  # noqa: ARG002 (it does not expire)
        """Everything that is wrong with it; nothing is raised."""
        return list(self._problems())

    def shown_texts(self) -> Iterator[str]:
        """Its text, then whatever else it carries."""
        yield from strings(self.wire)

    def _problems(self) -> Iterator[Problem]:
        path = ("msg",)
        at_text = ("msg", "text")
        yield from misfits(self, path)
        yield from unknown_keys(self, path)
        if not has_text(self.text):
            yield Problem("empty_text", at_text)
        parts = len(split(self.text or "").parts)
        if parts > limits.SMS_PARTS:
            yield Problem("too_many_parts", at_text, {"parts": parts, "limit": limits.SMS_PARTS})
        elif parts > limits.SMS_PARTS_ADVISED:
            params = {"parts": parts, "advised": limits.SMS_PARTS_ADVISED}
            yield Problem("many_parts", at_text, params, Severity.WARNING)
        yield from unsendable(self.wire, path)
