"""JSON as it goes over the wire: its types, the one way it is written and the strict way it is read."""

import contextlib
import json
import marshal
import math
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, Union, cast

JsonValue: TypeAlias = Union["dict[str, JsonValue]", "list[JsonValue]", str, int, float, bool, None]
JsonObject: TypeAlias = dict[str, JsonValue]

CONTENT_TYPE: Final = "application/json"

_PART: Final = 1_000
"""Items of a list that are written at once: a tenth of a millisecond of short texts. Ours."""
_DEPTH: Final = 50
"""Brackets within which long lists are looked for; what is deeper is written at once. In Python 3.11 each costs two
functions that call one another, of which there may be a thousand. Ours."""

MAX_DEPTH: Final = 500
"""The most brackets that may be open at once in what is read. Python's reader goes deeper, how deep depends on its
version; the walks through a value afterwards do not: 1,000 functions that call one another are too many for each."""


def compact(value: Mapping[str, JsonValue] | JsonValue) -> bytes:
    """The bytes that are sent: UTF-8, no spaces, keys in the order they have.

    Raises ValueError for NaN and infinities, UnicodeEncodeError (a ValueError) for a lone surrogate.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def in_turns(value: JsonValue, dumps: Callable[[JsonValue], str], *, sorts: bool = False) -> str:
    """Returns what `dumps` gives, which puts nothing between what it writes; a long list is written part by part.

    `sorts`: `dumps` sorts keys. For threads: written at once, 1 MB holds the interpreter for 4 to 10 ms, and the window
    waits for it. What has no long list, as most, is written at once.
    """
    return _in_turns(value, dumps, sorts, _DEPTH) if _has_long_list(value) else dumps(value)


def _in_turns(value: JsonValue, dumps: Callable[[JsonValue], str], sorts: bool, depth: int) -> str:
    if not depth:
        return dumps(value)
    if isinstance(value, dict):
        keys = sorted(value) if sorts else value
        return "{" + ",".join([f"{dumps(key)}:{_in_turns(value[key], dumps, sorts, depth - 1)}" for key in keys]) + "}"
    if isinstance(value, list) and len(value) > _PART:
        parts = [dumps(value[at : at + _PART])[1:-1] for at in range(0, len(value), _PART)]
        return "[" + ",".join(parts) + "]"
    if isinstance(value, list):
        return "[" + ",".join([_in_turns(each, dumps, sorts, depth - 1) for each in value]) + "]"
    return dumps(value)


def compact_in_turns(value: Mapping[str, JsonValue] | JsonValue) -> bytes:
    """Returns what `compact` gives, and raises as that does; for threads (`in_turns`)."""
    return in_turns(cast("JsonValue", value), _compact_text).encode("utf-8")


def _compact_text(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _has_long_list(value: JsonValue) -> bool:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            if len(each) > _PART:
                return True
            waiting += [inner for inner in each if type(inner) is dict or type(inner) is list]
    return False


def pretty(value: Mapping[str, JsonValue] | JsonValue) -> str:
    """The same JSON for people: two spaces of indent, nothing escaped that need not be."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def pretty_beginning(value: Mapping[str, JsonValue] | JsonValue, length: int) -> str:
    """Returns what `pretty` gives, cut off somewhere behind `length` characters: the rest is not written."""
    pieces: list[str] = []
    written = 0
    for piece in json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2).iterencode(value):
        pieces.append(piece)
        written += len(piece)
        if written > length:
            break
    return "".join(pieces)


class StrictText:
    """A text, and what strict reading of it gives, as bytes: neither can change, nor be of something else.

    It reads the text by itself, when it is made, on whichever thread; never raises. So whoever has a text in hand that
    is equal to its own need not read that again.
    """

    __slots__ = ("_said", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: bytes | None = None  # where it is no JSON, or none that could be sent
        with contextlib.suppress(ValueError):
            text.encode()
            self._said = self._written(read(text))

    @property
    def text(self) -> str:
        """Returns the text."""
        return self._text

    def gives(self, value: JsonValue) -> bool:
        """Tells whether it says a value as that is now, to the type of each number and the order of each key."""
        try:
            return self._said is not None and self._said == self._written(value)
        except ValueError:
            return False

    def _written(self, value: JsonValue) -> bytes:
        """Writes a value; raises ValueError where it holds a lone surrogate, which only an escape can have brought."""
        return compact(value) if "\\u" in self._text else _packed(value)


def _packed(value: JsonValue) -> bytes:
    """Returns what is the same for values that are written alike, and for no others; 1 MB takes a tenth of `compact`.

    Python's own format of version 2 has types, the order of keys and every bit of a float, and does not refer back to
    what is one object (docs.python.org, "marshal", "version"). It is for a comparison at once, and kept nowhere.
    """
    return marshal.dumps(value, 2)


def same(one: JsonValue, other: JsonValue) -> bool:
    """Tells whether two values are written alike; what is one and the same object in both is not written for it.

    Raises ValueError as `compact` does.
    """
    if one is other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(value, other[key]) for key, value in one.items())
    return compact(one) == compact(other)


def _refuse_constant(name: str) -> JsonValue:
    raise ValueError(f"{name} is not JSON")


def _unique_keys(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return result


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError("a number is too large")
    return number


def read(text: str | bytes) -> JsonValue:
    """Strict JSON: no NaN or Infinity, no number that would become one, no key twice in one object.

    Raises ValueError for anything that is not such JSON, bytes that are not UTF-8 and what is
    nested past `MAX_DEPTH` included.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value: JsonValue = json.loads(
            text, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_unique_keys
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if text.count("[") + text.count("{") <= MAX_DEPTH:  # it cannot, then, and a long list is not gone through for it
        return value
    level: list[JsonValue] = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            if isinstance(inner, dict | list)
        ]
        if not level:
            return value
    raise ValueError("nested too deeply")
