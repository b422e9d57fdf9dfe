"""The reading that decides what is sent: the standard library's JSON, with nothing let through in silence."""

import itertools
import json
import math
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NoReturn

from scoro_desktop import late
from scoro_desktop.jsontext.problems import Severity, shown
from scoro_desktop.wire import JsonObject, JsonValue

MAX_DEPTH: Final = 50
"""The most brackets that may be open at once. MongoDB takes 100 levels (its manual, "MongoDB Limits: Nested Depth")."""

_DIGITS_A_DOUBLE_KEEPS: Final = 15
"""IEEE 754 binary64: any decimal of so many significant digits survives."""

_BRACKETS: Final = late.pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"?|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
_NUMBERS: Final = late.pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"|(?P<number>-?[0-9][0-9.eE+-]*)', re.DOTALL)
_MANTISSA: Final = late.pattern(r"[^eE]*")


@late.dataclass(frozen=True)
class NumberFlaw:
    """The fate of a number that does not arrive as it was written."""

    code: str
    params: dict[str, str | int | float]
    severity: Severity = Severity.ERROR


@late.dataclass(frozen=True)
class StrictReading:
    """The value of a text, and what in it would not arrive as it was written.

    `has_duplicates`: whether an object has a key twice. `flaws`: those of numbers, each by which number of the text it
    is, from 0.
    """

    value: JsonValue
    has_duplicates: bool
    flaws: tuple[tuple[int, NumberFlaw], ...]

    @property
    def is_exact(self) -> bool:
        """Tells whether the value is all that the text says. It is decided here, wherever the mistakes are found to
        stand.
        """
        if self.has_duplicates or not self.flaws:
            return not self.has_duplicates
        return all(flaw.severity is not Severity.ERROR for _, flaw in self.flaws)


def too_deep_at(text: str) -> int | None:
    """The offset of the first bracket that is nested deeper than `MAX_DEPTH`, if there is one."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match["open"]:
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif match["close"]:
            depth -= 1
    return None


def read_strictly(text: str) -> StrictReading | None:
    """The value of the text, or None if it is not JSON. Call it with text that is not nested too deeply."""
    duplicates: list[bool] = []
    flaws: list[tuple[int, NumberFlaw]] = []
    numbers = itertools.count()

    def pairs(items: list[tuple[str, JsonValue]]) -> JsonObject:
        result = dict(items)
        if len(result) != len(items):
            duplicates.append(True)
        return result

    def integer(written: str) -> int:
        at = next(numbers)
        if len(written) > _DIGITS_A_DOUBLE_KEEPS and (flaw := _integer_flaw(written)) is not None:
            flaws.append((at, flaw))
            if flaw.severity is Severity.ERROR:
                return 0
        return int(written)

    def floating(written: str) -> float:
        at = next(numbers)
        if (flaw := number_flaw(written)) is not None:
            flaws.append((at, flaw))
        return float(written)

    try:
        value = json.loads(
            text, object_pairs_hook=pairs, parse_int=integer, parse_float=floating, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError):
        return None
    return StrictReading(value, bool(duplicates), tuple(flaws))


def number_spans(text: str) -> Iterator[tuple[int, int]]:
    """Returns the start and end of each number in a text, in its order. The text must be JSON."""
    for match in _NUMBERS.finditer(text):
        if match["number"]:
            yield match.span()


def number_flaw(written: str) -> NumberFlaw | None:
    """Returns the flaw of a number by its letters; None if it reaches the wire and its reader as written."""
    if not set(written) & set(".eE"):
        return _integer_flaw(written)
    value = float(written)
    if math.isinf(value):
        return NumberFlaw("number_overflow", {"number": shown(written)})
    if value == 0.0:
        mantissa = _MANTISSA.match(written)
        lost = mantissa is not None and any(digit in "123456789" for digit in mantissa.group())
        return NumberFlaw("number_underflow", {"number": shown(written)}) if lost else None
    if Decimal(written) != Decimal(repr(value)):
        params: dict[str, str | int | float] = {"number": shown(written), "becomes": repr(value)}
        return NumberFlaw("number_precision", params, Severity.WARNING)
    return None


def _integer_flaw(written: str) -> NumberFlaw | None:
    limit = sys.get_int_max_str_digits()
    digits = len(written.lstrip("-"))
    if limit and digits > limit:
        return NumberFlaw("integer_too_long", {"digits": digits, "limit": limit})
    if digits <= _DIGITS_A_DOUBLE_KEEPS:
        return None
    value = int(written)
    try:
        kept = int(float(value)) == value
    except OverflowError:
        kept = False
    return None if kept else NumberFlaw("big_integer", {"number": shown(written)}, Severity.WARNING)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def is_json(text: str) -> bool:
    """Tells whether the text is JSON at all, whatever its keys and numbers are."""
    if too_deep_at(text) is not None:
        return False
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return False
    return True
