"""The values of a list that was pasted as JSON."""

import enum
import json

from scoro_desktop import wire
from scoro_desktop.audience.conditions_values import is_number
from scoro_desktop.wire import JsonValue


class Unread(enum.Enum):
    """The reason why no values are taken from a text."""

    NO_LIST = "no_list"
    TOO_LONG = "too_long"


class UnreadListError(Exception):
    """A text that no list of values can be read from."""

    def __init__(self, reason: Unread) -> None:
        super().__init__(reason.value)
        self.reason = reason


def read_json_list(text: str) -> list[str] | None:
    """The texts and numbers of a JSON list, also of one in a query, and of one of lists or objects of one value.

    None if the text is no JSON, or lists of it are better read as they are written. Raises UnreadListError if it is
    JSON of objects that no values can be taken from: the lines of such a text would be nonsense.
    """
    if text[:1] not in {"[", "{"}:
        return None
    try:
        value = _read(text)
    except ValueError:
        return None
    while isinstance(value, dict) and len(value) == 1:
        (value,) = value.values()
    if not isinstance(value, list):
        raise UnreadListError(Unread.NO_LIST)
    texts = [_scalar(each) for each in value]
    if None not in texts:
        return [each for each in texts if each is not None]
    if any(isinstance(each, dict) for each in value):
        raise UnreadListError(Unread.NO_LIST)
    return None


def _read(text: str) -> JsonValue:
    """The value of a JSON text, or the list of those that stand on a line each. Raises ValueError if it is neither."""
    try:
        return wire.read(text)
    except ValueError:
        lines = [each.strip() for each in text.splitlines()]
        if not all(each.startswith("{") and each.endswith("}") for each in lines if each):
            raise
        return [wire.read(each) for each in lines if each]


def _scalar(value: JsonValue) -> str | None:
    if isinstance(value, list) and len(value) == 1:
        (value,) = value
    elif isinstance(value, dict) and len(value) == 1:
        (value,) = value.values()
    if isinstance(value, str):
        return value
    return json.dumps(value) if is_number(value) else None
