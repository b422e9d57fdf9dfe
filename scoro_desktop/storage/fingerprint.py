"""The fingerprint of a message: a short text that two messages share if no reader could tell them apart."""

import json

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.wire import JsonObject, JsonValue, in_turns


def fingerprint(code: str, request: JsonObject) -> str:
    """The same for requests that are equal but for the order of keys and what no reader sees.

    `code`: of the channel, whose entry tells what that is. Numbers count by their value: 1 and 1.0 are one. Raises
    ValueError for NaN and infinities.
    """
    import hashlib  # brings the system's cryptography along: 3 MB

    channel = known(code)
    read = request if channel is None else CHANNELS[channel].as_read(request)
    text = _written(read)
    if ".0" in text or "e+" in text:  # most have none, and a query of 1 MB is not gone through for it
        text = _written(_whole_numbers(read))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _written(value: JsonValue) -> str:
    return in_turns(value, _dumps, sorts=True)


def _dumps(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))


def _whole_numbers(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {key: _whole_numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
