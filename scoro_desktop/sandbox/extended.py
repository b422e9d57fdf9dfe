"""Values that JSON has no notation for, as MongoDB Extended JSON (v2) writes them: {"$oid": ...} and the like."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from scoro_desktop.sandbox.patterns import compile_pattern
from scoro_desktop.sandbox.refusals import QueryRefused

_WHOLE: Final = re.compile(r"-?[0-9]{1,19}")
_OID: Final = re.compile(r"[0-9a-fA-F]{24}")
_DOUBLES: Final = {"Infinity": math.inf, "-Infinity": -math.inf, "NaN": math.nan}


@dataclass(frozen=True)
class Foreign:
    """A value of a type that no document here has: equal to none of theirs. `rank`: where its type sorts.

    (MongoDB manual, "Comparison/Sort Order"; as in `values`, where arrays are 5, booleans 6 and dates 7.)
    """

    rank: float


@dataclass(frozen=True)
class Pattern(Foreign):
    """A regular expression, which `test` finds in a string."""

    test: Callable[[Any], bool]


def is_extended(value: Mapping[str, object]) -> bool:
    """Tells whether an object stands for such a value; a date, which `values` reads, is one too."""
    return (len(value) == 1 and next(iter(value)) in {"$date", *_READERS}) or {"$ref", "$id"} <= value.keys()


def read_extended(value: Mapping[str, Any]) -> Any:
    """The value, other than a date or a reference to a document. Raises QueryRefused where it is not written right."""
    ((name, inner),) = value.items()
    return _READERS[name](inner)


def _whole(name: str, bits: int) -> Callable[[object], int]:
    def read(inner: object) -> int:
        if isinstance(inner, str) and _WHOLE.fullmatch(inner) and -(2 ** (bits - 1)) <= int(inner) < 2 ** (bits - 1):
            return int(inner)
        raise QueryRefused(f"{name} needs a whole number of {bits} bits, written as a string")

    return read


def _double(inner: object) -> float:
    if isinstance(inner, str):
        try:
            return _DOUBLES[inner] if inner in _DOUBLES else float(Decimal(inner))
        except (InvalidOperation, ValueError, OverflowError):
            pass
    raise QueryRefused("$numberDouble needs a number, written as a string")


def _decimal(inner: object) -> float:
    """A decimal that a double holds to the last digit: any other is more or less than every double."""
    if isinstance(inner, str):
        try:
            number = Decimal(inner)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and math.isfinite(float(number)) and Decimal(float(number)) == number:
            return float(number)
    raise QueryRefused("$numberDecimal needs a number, written as a string, that a double holds exactly")


def _object_id(inner: object) -> Foreign:
    if not isinstance(inner, str) or not _OID.fullmatch(inner):
        raise QueryRefused("$oid needs 24 hexadecimal digits")
    return Foreign(5.5)


def _pattern(inner: object) -> Pattern:
    if not isinstance(inner, dict) or inner.keys() != {"pattern", "options"}:
        raise QueryRefused("$regularExpression needs an object with pattern and options")
    return Pattern(9, compile_pattern(inner["pattern"], inner["options"]))


def _never(name: str) -> Callable[[object], Foreign]:
    def refuse(_: object) -> Foreign:
        raise QueryRefused(f"the sandbox does not read {name}")

    return refuse


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "$oid": _object_id,
    "$numberInt": _whole("$numberInt", 32),
    "$numberLong": _whole("$numberLong", 64),
    "$numberDouble": _double,
    "$numberDecimal": _decimal,
    "$regularExpression": _pattern,
    "$uuid": lambda _: Foreign(5.4),
    "$binary": lambda _: Foreign(5.4),
    "$timestamp": lambda _: Foreign(8),
    "$symbol": lambda _: Foreign(3),
    "$code": lambda _: Foreign(9),
    "$dbPointer": lambda _: Foreign(9),
    **{name: _never(name) for name in ("$minKey", "$maxKey", "$undefined")},
}
