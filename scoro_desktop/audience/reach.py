"""Tells whether a filter selects everyone, or nobody, whoever there is: conditions that are none."""

from typing import Final

from scoro_desktop.audience.operators import FIELD
from scoro_desktop.jsontext.tree import Path
from scoro_desktop.wire import JsonObject, JsonValue

_TELLING: Final = frozenset({"$in", "$nin", "$all", "$not", "$exists"})
"""Operators of a field with which a condition may hold for everyone, or for nobody, whoever there is."""


def constant(query: JsonObject) -> bool | None:
    """True if the filter selects everyone, False if nobody, None if that depends on whom it is asked of.

    It knows what follows from the shape of a filter: an empty one selects everyone, `$nin: []` excludes nobody, every
    document has an `_id`, and how `$and`, `$or`, `$nor` and `$not` join these. Two conditions that only together
    leave nobody out are beyond it; the count before sending shows them.
    """
    parts: list[bool | None] = []
    for key, value in query.items():
        # What a field equals or is compared with says something of whoever is asked, and so do most.
        tells = key.startswith("$") or (isinstance(value, dict) and not value.keys().isdisjoint(_TELLING))
        parts.append(_entry(key, value) if tells else None)
    return _all(parts)


def reason(query: JsonObject) -> Path:
    """The path to the innermost filter that makes a filter select everyone: what is to be marked."""
    for key, value in query.items():
        if key in {"$and", "$or"} and isinstance(value, list):
            for index, each in enumerate(value):
                if isinstance(each, dict) and constant(each) is True:
                    return (key, index, *reason(each))
    return ()


def _entry(key: str, value: JsonValue) -> bool | None:
    if key in {"$and", "$or", "$nor"}:
        filters = [constant(each) for each in value if isinstance(each, dict)] if isinstance(value, list) else []
        if key == "$and":
            return _all(filters)
        selected = _any(filters)
        return selected if key == "$or" else _opposite(selected)
    if not isinstance(value, dict) or not value or not value.keys() <= FIELD:
        return None
    return _all([_operator(key, operator, operand) for operator, operand in value.items()])


def _operator(field: str, operator: str, operand: JsonValue) -> bool | None:
    if operand == [] and operator in {"$in", "$all", "$nin"}:
        return operator == "$nin"
    if operator == "$not" and isinstance(operand, dict):
        return _opposite(_entry(field, operand))
    if operator == "$exists" and field == "_id":
        return operand is True
    return None


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _any(parts: list[bool | None]) -> bool | None:
    if True in parts:
        return True
    return None if None in parts else False


def _opposite(part: bool | None) -> bool | None:
    return None if part is None else not part
