"""The texts in JSON."""

from collections.abc import Iterator

from scoro_desktop.wire import JsonValue


def strings(value: JsonValue) -> Iterator[str]:
    """Every string value in reading order, without recursion: how deep the JSON goes is not ours to say."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            waiting.extend(reversed(each))
        elif isinstance(each, dict):
            waiting.extend(reversed(each.values()))
