"""Tells whether a filter selects everyone, or nobody, whoever there is: conditions that are none."""

from scoro_desktop.audience.operators import FIELD
from scoro_desktop.jsontext.tree import Path
from scoro_desktop.wire import JsonObject, JsonValue


def constant(query: JsonObject) -> bool | None:
    """True if the filter selects everyone, False if nobody, None if that depends on whom it is asked of.

    It knows what follows from the shape of a filter: an empty one selects everyone, `$nin: []` excludes nobody, every
    document has an `_id`, and how `$and`, `$or`, `$nor` and `$not` join these. Two conditions that only together
    leave nobody out are beyond it; the count before sending shows them.
    """
    return _all([_entry(key, value) for key, value in query.items()])


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
    if isinstance(value, dict) and value and all(each in FIELD for each in value):
        return _all([_operator(key, operator, operand) for operator, operand in value.items()])
    return None


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
