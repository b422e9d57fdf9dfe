"""Values that JSON has no notation for, as MongoDB's Extended JSON (v2) writes them: whether they are any."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.conditions_values import is_int64, moment
from scoro_desktop.audience.operators import EXTENDED_JSON
from scoro_desktop.wire import JsonObject, JsonValue

_WHOLE: Final = late.pattern(r"-?[0-9]{1,19}")
_DECIMAL: Final = late.pattern(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?Infinity|NaN")
_OID: Final = late.pattern(r"[0-9a-fA-F]{24}")
_UUID: Final = late.pattern(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_BASE64: Final = late.pattern(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_SUBTYPE: Final = late.pattern(r"[0-9a-fA-F]{1,2}")
_REFERENCE: Final = frozenset({"$ref", "$id", "$db"})


def wrong_value(value: JsonObject) -> tuple[str, str] | None:
    """The key and what it expects (as the parameters of `wrong_operand`) of an object that is no such value.

    None where it is one, or where no key of it belongs to one.
    """
    keys = [key for key in value if key in EXTENDED_JSON]
    if not keys or (keys[0] in _REFERENCE and "$ref" in value):
        return None
    key = keys[0]
    expected, is_right = _VALUES.get(key, ("alone", lambda _: False))
    if len(value) > 1:
        return None if value.keys() == {"$code", "$scope"} else (key, "alone")
    return None if is_right(value[key]) else (key, expected)


def _text(pattern: re.Pattern[str]) -> Callable[[JsonValue], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _whole(bits: int) -> Callable[[JsonValue], bool]:
    def is_right(value: JsonValue) -> bool:
        written = isinstance(value, str) and _WHOLE.fullmatch(value) is not None
        return written and -(2 ** (bits - 1)) <= int(str(value)) < 2 ** (bits - 1)

    return is_right


def _is_date(value: JsonValue) -> bool:
    if isinstance(value, dict):
        return value.keys() == {"$numberLong"} and _whole(64)(value["$numberLong"])
    return is_int64(value) or (isinstance(value, str) and moment(value) is not None)


def _has(keys: set[str], is_right: Callable[[JsonObject], bool]) -> Callable[[JsonValue], bool]:
    return lambda value: isinstance(value, dict) and value.keys() == keys and is_right(value)


_IS_TEXT: Final[Callable[[JsonValue], bool]] = lambda value: isinstance(value, str)  # noqa: E731
_VALUES: Final[Mapping[str, tuple[str, Callable[[JsonValue], bool]]]] = {
    "$date": ("date", _is_date),
    "$oid": ("object_id", _text(_OID)),
    "$numberInt": ("whole_in_quotes", _whole(32)),
    "$numberLong": ("whole_in_quotes", _whole(64)),
    "$numberDouble": ("number_in_quotes", _text(_DECIMAL)),
    "$numberDecimal": ("number_in_quotes", _text(_DECIMAL)),
    "$uuid": ("uuid", _text(_UUID)),
    "$binary": (
        "binary",
        _has(
            {"base64", "subType"}, lambda value: _text(_BASE64)(value["base64"]) and _text(_SUBTYPE)(value["subType"])
        ),
    ),
    "$timestamp": ("timestamp", _has({"t", "i"}, lambda value: is_int64(value["t"]) and is_int64(value["i"]))),
    "$regularExpression": (
        "pattern",
        _has({"pattern", "options"}, lambda value: _IS_TEXT(value["pattern"]) and _IS_TEXT(value["options"])),
    ),
    "$symbol": ("text", _IS_TEXT),
    "$code": ("text", _IS_TEXT),
    "$dbPointer": ("object", lambda value: isinstance(value, dict)),
    "$minKey": ("one", lambda value: value == 1 and not isinstance(value, bool)),
    "$maxKey": ("one", lambda value: value == 1 and not isinstance(value, bool)),
    "$undefined": ("true", lambda value: value is True),
}
"""By its key, what a value expects and the check of it (MongoDB's specification "Extended JSON", version 2)."""
