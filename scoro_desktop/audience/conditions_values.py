"""Values that a condition can be edited with, and the one way a text is turned into a pattern that finds it."""

import json
import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, TypeGuard, cast

from scoro_desktop import wire
from scoro_desktop.invisible import trimmed
from scoro_desktop.wire import JsonObject, JsonValue

_NOT_SHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that a line of text cannot show as they are: controls, breaks of lines, halves of characters."""

_RFC_3339: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?"
    r"([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)
_SPECIAL: Final = re.compile(r"[\\^$.|?*+()\[\]{}]")
_ESCAPED: Final = re.compile(r"\\([\\^$.|?*+()\[\]{}])")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def is_line(text: str) -> bool:
    """Tells whether a text can stand in one line of an editor, letter for letter, and is not empty."""
    return bool(text) and _NOT_SHOWN.search(text) is None


def one_line(text: str) -> str:
    """A text as `is_line` wants it: a space for each character that a line cannot show. May be empty."""
    return _NOT_SHOWN.sub(" ", text)


def one_value(text: str) -> str:
    """A value as it is meant by whoever typed or pasted it: in one line, with nothing around it that is not seen.

    May be empty. A blank, a zero width space or a mark of direction at an end comes along when a cell or a line is
    copied; it would make `is not` hold for everyone.
    """
    line = _NOT_SHOWN.sub(" ", text.replace("\r\n", "\n"))
    return line.strip() if line.isascii() else trimmed(line)


def is_field_name(name: str) -> bool:
    """Tells whether a condition can be put on it: not empty, in one line, and no operator."""
    return is_line(name) and not name.startswith("$")


def is_number(value: JsonValue) -> TypeGuard[int | float]:
    """A number, which true and false are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_int64(value: JsonValue) -> bool:
    """A whole number that 64 bits hold, as BSON has them."""
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def is_date_object(value: JsonValue) -> TypeGuard[JsonObject]:
    """Tells whether it is a date in MongoDB's notation that can be shown: {"$date": RFC 3339 or milliseconds since
    1970}.
    """
    return isinstance(value, dict) and value.keys() == {"$date"} and moment(value) is not None


def moment(value: JsonValue) -> datetime | None:
    """The moment that a value names, with its offset from UTC; None where it names none.

    An RFC 3339 date-time (finer than microseconds: cut off), or {"$date": ...} with one or with milliseconds.
    """
    if isinstance(value, dict) and value.keys() == {"$date"}:
        inner = value["$date"]
        if isinstance(inner, int) and not isinstance(inner, bool):
            try:
                return _EPOCH + timedelta(milliseconds=inner)
            except OverflowError:
                return None
        value = inner
    if not isinstance(value, str) or not _RFC_3339.fullmatch(value):
        return None
    try:
        when = datetime.fromisoformat(value.upper())
        when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return when


def rfc_3339(when: datetime) -> str:
    """Writes a moment that knows its offset as a query has it; UTC as Z."""
    text = when.isoformat(timespec="milliseconds" if when.microsecond else "seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def is_single(value: JsonValue) -> bool:
    """Tells whether one editor can hold it: a line of text, a number, true or false, a date."""
    if isinstance(value, str):
        return bool(value) and _NOT_SHOWN.search(value) is None  # `is_line`, without a call for each letter
    return isinstance(value, bool) or is_number(value) or is_date_object(value)


def is_comparable(value: JsonValue) -> bool:
    """Tells whether something can be more or less than it."""
    return is_single(value) and not isinstance(value, bool)


def is_range(value: JsonValue) -> TypeGuard[list[JsonValue]]:
    """[lowest, highest], both of one type."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(map(is_comparable, value))
        and _family(value[0]) is _family(value[1])
    )


def is_many(value: JsonValue) -> TypeGuard[list[JsonValue]]:
    """A list with a line for each value: all texts, none with space around it, or all numbers; not empty.

    It is asked of all values at once, since there may be 50,000: one by one took seven times as long.
    """
    if not isinstance(value, list) or not value:
        return False
    kinds = set(map(type, value))
    if kinds == {str}:
        texts = cast("list[str]", value)
        return all(texts) and is_line("".join(texts)) and texts == [*map(str.strip, texts)]
    return kinds <= {int, float}


def is_item_count(value: JsonValue) -> bool:
    """A whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _family(value: JsonValue) -> type:
    return float if is_number(value) else type(value)


def read_number(text: str) -> int | float | None:
    """The number that is written, as JSON writes numbers; None where it is none, or one too large to be sent."""
    try:
        value = wire.read(one_value(text))
    except ValueError:
        return None
    return value if is_number(value) and math.isfinite(value) else None


def pattern_of(text: str, *, start: bool = False, end: bool = False) -> str:
    """The pattern for `$regex` that finds a text as it is, anywhere, or only at the start or the end."""
    return ("^" if start else "") + _SPECIAL.sub(r"\\\g<0>", text) + ("$" if end else "")


def text_of_pattern(pattern: str) -> tuple[str, bool, bool] | None:
    """Returns what `pattern_of` made this pattern of: (text, start, end); None where it makes no such pattern."""
    start = pattern.startswith("^")
    rest = pattern[start:]
    # The dollar at the end is the pattern's own unless a backslash, itself not escaped, stands before it.
    body = rest[:-1]
    end = rest.endswith("$") and (len(body) - len(body.rstrip("\\"))) % 2 == 0
    text = _ESCAPED.sub(r"\1", body if end else rest)
    return (text, start, end) if pattern_of(text, start=start, end=end) == pattern else None


def as_text(value: JsonValue) -> str:
    """A text that stands for a value in a line: itself, a number as JSON, a date's own text; else JSON."""
    if isinstance(value, str):
        return value
    if is_date_object(value) and (when := moment(value)) is not None:
        inner = value["$date"]
        return inner if isinstance(inner, str) else rfc_3339(when)
    return json.dumps(value, ensure_ascii=False)


def as_numbers(texts: Sequence[JsonValue]) -> list[JsonValue]:
    """The numbers that texts stand for; what stands for none is left a text."""
    result: list[JsonValue] = []
    for each in texts:
        number = read_number(each) if isinstance(each, str) else None
        result.append(each if number is None else number)
    return result
