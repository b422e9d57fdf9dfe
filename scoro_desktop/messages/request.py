"""A whole request to send, less its keys: what a draft, a history row and a curl command have in common."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.entry import ChannelEntry, Message
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.section import read_value
from scoro_desktop.messages.shape import printable, unknown_key, unsendable
from scoro_desktop.messages.texts import strings
from scoro_desktop.wire import JsonObject, JsonValue

__all__ = ["ENVELOPE_KEYS", "Channel", "Request", "split_keys"]

ENVELOPE_KEYS: Final = ("app", "cli", "acc", "sess")
"""The keys of a body that say who sends (reference: "Messages"). They belong to the account, never to a request."""

_EXPECTED: Final = {"coll": "text", "query": "object", "msg": "object", "debug": "boolean"}


def split_keys(body: JsonObject) -> tuple[JsonObject, JsonObject]:
    """A body as (those of the four envelope keys that it has, everything else), both in the order of the body."""
    keys: JsonObject = {}
    rest: JsonObject = {}
    for key, value in body.items():
        (keys if key in ENVELOPE_KEYS else rest)[key] = value
    return keys, rest


@dataclass(frozen=True)
class Request:
    """`coll`, `query`, `msg` and `debug` of a body, and in `extra` whatever else it carries. No keys, ever.

    A query of None is an absent one: it selects everyone, as an empty one does.
    """

    channel: Channel
    collection: str | None = None
    query: JsonObject | None = None
    message: Message | None = None
    debug: bool | None = None
    extra: JsonObject = dataclasses.field(default_factory=dict)

    @property
    def entry(self) -> ChannelEntry:
        """The entry of its channel."""
        return CHANNELS[self.channel]

    @classmethod
    def from_wire(cls, channel: Channel, body: JsonObject) -> Self:
        """Read a body. The envelope keys are dropped; a value of a type that does not fit stays in `extra`."""
        _, extra = split_keys(body)
        known: dict[str, object] = {}
        for attribute, key, kind in (
            ("collection", "coll", str),
            ("query", "query", dict),
            ("message", "msg", CHANNELS[channel].message_type),
            ("debug", "debug", bool),
        ):
            value = read_value(extra[key], (kind,)) if key in extra else None
            if value is not None:
                known[attribute] = value
                del extra[key]
        return cls(channel, extra=extra, **known)  # type: ignore[arg-type]

    def to_wire(self) -> JsonObject:
        """The body less its keys: `coll`, `query`, `msg`, `debug`, then the rest. What is not set does not appear."""
        return self._write(None if self.message is None else self.message.to_wire())

    @functools.cached_property
    def wire(self) -> JsonObject:
        """The same, written once for all who only read it: nobody may change it."""
        return self._write(None if self.message is None else self.message.wire)

    def _write(self, message: JsonObject | None) -> JsonObject:
        wire: JsonObject = {}
        if self.collection is not None:
            wire["coll"] = self.collection
        if self.query is not None:
            wire["query"] = self.query
        if message is not None:
            wire["msg"] = message
        if self.debug is not None:
            wire["debug"] = self.debug
        for key, value in self.extra.items():
            if key not in ENVELOPE_KEYS:
                wire.setdefault(key, value)
        return wire

    def problems(self, now: dt.datetime | None = None) -> list[Problem]:
        """Everything that is wrong with the request and its message; nothing is raised.

        The query is for `audience` to judge; here it only has to be an object. `now` has a time zone;
        None is the present moment.
        """
        return list(self._problems(now))

    def _problems(self, now: dt.datetime | None) -> Iterator[Problem]:
        allowed = CHANNELS[self.channel].collections
        if self.collection is not None and self.collection not in allowed:
            params = {"collection": printable(self.collection), "allowed": "|".join(allowed)}
            yield Problem("bad_collection", ("coll",), params)
        elif self.collection is None and "coll" not in self.extra:
            yield Problem("no_collection", ("coll",))
        for key in self.extra:
            expected = _EXPECTED.get(key)
            if expected:
                # Null too: a query of null might be read as no query, which selects everyone.
                yield Problem("wrong_type", (key,), {"expected": expected})
            elif key not in ENVELOPE_KEYS:
                yield unknown_key((key,))
        if self.message is not None:
            yield from self.message.problems(now)
        elif "msg" not in self.extra:
            yield Problem("no_message", ("msg",))
        rest = dict(self.wire)
        for key in ("query", "msg"):
            rest.pop(key, None)
        if rest:
            yield from unsendable(rest, ())

    def summary(self) -> str:
        """One line of text that stands for the message in a list: its title, else its first text, else empty."""
        for text in self.message.shown_texts() if self.message is not None else strings(self.extra.get("msg")):
            line = " ".join(text.split())
            if line:
                return line
        return ""

    def words(self) -> str:
        """Every string of the message, one a line, for a search."""
        return "\n".join(strings(self._message_wire()))

    def _message_wire(self) -> JsonValue:
        return self.message.wire if self.message is not None else self.extra.get("msg")
