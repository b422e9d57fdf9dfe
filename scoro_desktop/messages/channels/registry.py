"""The registry of channels: the entry of each. A channel without an entry is found by mypy, here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, assert_never

from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.messages.channels.entry import ChannelEntry
from scoro_desktop.messages.channels.push.entry import PUSH
from scoro_desktop.messages.channels.sms.entry import SMS
from scoro_desktop.wire import JsonObject, JsonValue


def _entry(channel: Channel) -> ChannelEntry:
    match channel:
        case Channel.PUSH:
            return PUSH
        case Channel.SMS:
            return SMS
        case _:
            assert_never(channel)


CHANNELS: Final[Mapping[Channel, ChannelEntry]] = MappingProxyType({each: _entry(each) for each in Channel})
"""Every channel, in the order of the tabs."""

COLLECTIONS: Final = tuple(dict.fromkeys(name for each in CHANNELS.values() for name in each.collections))
"""Every collection that a channel looks for recipients in."""
PEOPLE_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {each.collections[0]: each.people_field for each in CHANNELS.values() if each.people_field}
)
"""The field by which people are named in a collection that campaigns go to (reference: "One person")."""


def by_call(call: str) -> Channel | None:
    """Returns the channel that a call of the API sends by, whatever its case; None for any other call."""
    return next((each.channel for each in CHANNELS.values() if each.call == call.lower()), None)


def by_shape(message: JsonValue) -> Channel | None:
    """Returns the channel that a `msg` looks like one of; None where nothing tells."""
    if not isinstance(message, dict):
        return None
    return next((each.channel for each in CHANNELS.values() if each.mark in message), None)


def can_be_corrected(code: str) -> bool:
    """Tells whether messages of a stored code can take each other's place; those of an unknown one cannot."""
    channel = known(code)
    return channel is not None and CHANNELS[channel].can_be_corrected


def replaceable_on(code: str, request: JsonObject) -> tuple[str, ...]:
    """Returns the sections of a request on whose devices a later message can take its place."""
    channel = known(code)
    return () if channel is None else CHANNELS[channel].replaceable_on(request)
