"""Values as the database sees them: their order, their equality, and the dates that JSON has no type for."""

import functools
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, final

from scoro_desktop.sandbox.extended import Foreign, is_extended, read_extended
from scoro_desktop.sandbox.refusals import QueryRefused

MAX_DEPTH: Final = 100
"""Levels of nesting in a query: as many as a BSON document may have (MongoDB manual, "Limits and Thresholds")."""

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_RFC_3339: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?"
    r"([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)


@final
class _Missing:
    """The type of `MISSING`, which stands where a document has no such field."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()

# MongoDB manual, "Comparison/Sort Order". What JSON cannot carry (ObjectId, binary, ...) no document here has.
_RANKS: Final[Mapping[type, int]] = {
    _Missing: 1,
    type(None): 1,
    int: 2,
    float: 2,
    str: 3,
    dict: 4,
    list: 5,
    bool: 6,
    datetime: 7,
}


def moment(text: str) -> datetime | None:
    """The time that an RFC 3339 date-time names, in UTC; None if `text` is anything else."""
    if not _RFC_3339.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def literal(value: object, depth: int = 0) -> Any:
    """A value out of a query as the database would hold it: `{"$date": ...}` becomes a datetime, at any depth.

    What else Extended JSON writes becomes a number, a `Pattern` or a `Foreign`. `$date` takes an RFC 3339 string,
    milliseconds since 1970, or `{"$numberLong": "..."}`. Raises QueryRefused for another `$date`, and for nesting past
    `MAX_DEPTH`.
    """
    if depth > MAX_DEPTH:
        raise QueryRefused(f"the query is nested more than {MAX_DEPTH} levels deep")
    if isinstance(value, dict):
        if value.keys() == {"$date"}:
            return _date(value["$date"])
        if is_extended(value) and len(value) == 1:
            return read_extended(value)
        return {key: literal(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [literal(item, depth + 1) for item in value]
    return value


def _date(value: object) -> datetime:
    if isinstance(value, str):
        found = moment(value)
        if found is not None:
            return found
    if isinstance(value, dict) and value.keys() == {"$numberLong"}:
        text = value["$numberLong"]
        if isinstance(text, str) and re.fullmatch(r"-?[0-9]{1,19}", text):
            value = int(text)
    if isinstance(value, int) and not isinstance(value, bool):
        try:
            return EPOCH + timedelta(milliseconds=value)
        except OverflowError:
            pass
    raise QueryRefused("$date needs an RFC 3339 date-time or milliseconds since 1970")


def is_number(value: object) -> bool:
    """Tells whether it is a number: `true` and `false` are not."""
    return value.__class__ is int or value.__class__ is float


def whole_number(operand: object) -> int | None:
    """The whole number that it is, as 2 or 2.0; None for anything else, true and false included."""
    if isinstance(operand, int) and not isinstance(operand, bool):
        return operand
    return int(operand) if isinstance(operand, float) and operand.is_integer() else None


def equal(value: object, operand: object) -> bool:
    """Tells whether a value of a document is the one that a query asks for.

    A date of the document equals the RFC 3339 string of the same moment. In documents the order of the keys counts.
    """
    if isinstance(value, datetime):
        if isinstance(operand, str):
            operand = moment(operand)
        return isinstance(operand, datetime) and value == operand
    if isinstance(value, list):
        return (
            isinstance(operand, list)
            and len(value) == len(operand)
            and all(equal(mine, theirs) for mine, theirs in zip(value, operand, strict=True))
        )
    if isinstance(value, dict):
        return (
            isinstance(operand, dict)
            and list(value) == list(operand)
            and all(equal(mine, theirs) for mine, theirs in zip(value.values(), operand.values(), strict=True))
        )
    if is_number(value):
        return is_number(operand) and value == operand
    return value.__class__ is operand.__class__ and value == operand


def _rank(value: Any) -> float:
    return value.rank if isinstance(value, Foreign) else _RANKS[value.__class__]


def compare(left: Any, right: Any) -> int:
    """Negative, 0 or positive, as `left` stands before, with or after `right` in the database's order of all values."""
    if isinstance(left, datetime) and isinstance(right, str):
        right = moment(right) or right
    rank = _rank(left)
    if rank != (other := _rank(right)):
        return -1 if rank < other else 1
    if isinstance(left, list):
        for mine, theirs in zip(left, right, strict=False):
            if order := compare(mine, theirs):
                return order
        return len(left) - len(right)
    if isinstance(left, dict):
        # Field by field: the type of the value, then the name of the field, then the value.
        for (name, mine), (other_name, theirs) in zip(left.items(), right.items(), strict=False):
            if (before := _rank(mine)) != (behind := _rank(theirs)):
                return -1 if before < behind else 1
            if name != other_name:
                return -1 if name < other_name else 1
            if order := compare(mine, theirs):
                return order
        return len(left) - len(right)
    if rank == _RANKS[_Missing]:
        return 0
    return int(left > right) - int(left < right)


def sort_key(value: Any) -> tuple[int, Any]:
    """A key that sorts as `compare` does, quickly for what has an order in Python too."""
    rank = _RANKS[value.__class__]
    if rank == _RANKS[_Missing]:
        return rank, 0
    return rank, functools.cmp_to_key(compare)(value) if isinstance(value, (dict, list)) else value
