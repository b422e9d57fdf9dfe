"""MongoDB filters, compiled into closures: `compile_query(query)` says of a document whether it matches.

Written from the manual's pages on query operators and on no other implementation. Dates: JSON has none, so a query
names one as an RFC 3339 string or as `{"$date": ...}`; both match a date of a document. The rest of Extended JSON is
read too (`extended`).
"""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeAlias, TypeGuard

from scoro_desktop.sandbox import patterns
from scoro_desktop.sandbox.extended import Pattern, is_extended
from scoro_desktop.sandbox.paths import Document, Leaf, reach
from scoro_desktop.sandbox.refusals import QueryRefused
from scoro_desktop.sandbox.types_of_values import type_test
from scoro_desktop.sandbox.values import MAX_DEPTH, MISSING, compare, equal, is_number, literal, moment, whole_number

Predicate: TypeAlias = Callable[[Document], bool]
Condition: TypeAlias = Callable[[Sequence[Leaf]], bool]
Test: TypeAlias = Callable[[Any], bool]


def compile_query(query: object) -> Predicate:
    """A function that says whether a document matches `query`, a filter as it came in JSON. `{}` matches everything.

    Raises QueryRefused for what is no filter: not an object, an operator that is unknown or not for filters, an operand
    that its operator does not take, nesting past `MAX_DEPTH`.
    """
    return _filter(query, 0)


def _filter(query: object, depth: int) -> Predicate:
    if depth > MAX_DEPTH:
        raise QueryRefused(f"the query is nested more than {MAX_DEPTH} levels deep")
    if not isinstance(query, dict):
        raise QueryRefused("a query must be an object")
    parts = [
        _logical(key, value, depth) if key.startswith("$") else _field(key, value, depth)
        for key, value in query.items()
    ]
    if len(parts) == 1:
        return parts[0]
    return lambda document: all(part(document) for part in parts)


def _logical(name: str, operand: object, depth: int) -> Predicate:
    if name not in {"$and", "$or", "$nor"}:
        raise QueryRefused(f"unknown top level operator: {name}")
    if not isinstance(operand, list) or not operand:
        raise QueryRefused(f"{name} must be a non-empty array")
    parts = [_filter(item, depth + 1) for item in operand]
    if name == "$and":
        return lambda document: all(part(document) for part in parts)
    if name == "$or":
        return lambda document: any(part(document) for part in parts)
    return lambda document: not any(part(document) for part in parts)


def _field(path: str, value: object, depth: int) -> Predicate:
    leaves = reach(path)
    condition = _conditions(value, depth + 1) if _has_operators(value) else _any(_equals(literal(value, depth + 1)))
    return lambda document: condition(leaves(document))


def _has_operators(value: object) -> TypeGuard[dict[str, object]]:
    """Tells whether an object holds operators rather than being a value. `{"$date": ...}` and its like are values.

    An object with both is taken for a value by some servers and refused by others: here it is refused.
    """
    if not isinstance(value, dict) or is_extended(value):
        return False
    operators = sum(key.startswith("$") for key in value)
    if operators and operators < len(value):
        raise QueryRefused("operators and fields cannot stand in one object")
    return bool(operators)


def _conditions(operators: Mapping[str, object], depth: int) -> Condition:
    if depth > MAX_DEPTH:
        raise QueryRefused(f"the query is nested more than {MAX_DEPTH} levels deep")
    if "$options" in operators and "$regex" not in operators:
        raise QueryRefused("$options needs a $regex")
    conditions: list[Condition] = []
    for name, operand in operators.items():
        if name == "$options":
            continue
        if name == "$regex":
            conditions.append(_any(patterns.compile_pattern(operand, operators.get("$options", ""))))
        elif name in _OPERATORS:
            conditions.append(_OPERATORS[name](operand, depth))
        else:
            raise QueryRefused(f"unknown operator: {name}")
    if len(conditions) == 1:
        return conditions[0]
    return lambda leaves: all(condition(leaves) for condition in conditions)


def _any(test: Test) -> Condition:
    """A leaf passes, or an element of a leaf that is an array."""

    return lambda leaves: any(
        test(value) or (expands and any(test(element) for element in value)) for value, expands in leaves
    )


def _whole(test: Test) -> Condition:
    """A leaf passes as it is."""
    return lambda leaves: any(test(value) for value, _ in leaves)


def _not(condition: Condition) -> Condition:
    return lambda leaves: not condition(leaves)


def _equals(operand: Any) -> Test:
    if isinstance(operand, Pattern):
        return operand.test
    if operand is None:
        return lambda value: value is None or value is MISSING
    if isinstance(operand, bool):
        return lambda value: value is operand
    if isinstance(operand, str) and moment(operand) is None:
        return lambda value: value.__class__ is str and bool(value == operand)
    return lambda value: equal(value, operand)


def _plain(operand: object, depth: int) -> Any:
    """A value to compare with: no pattern (MongoDB: "Can't have RegEx as arg"), and nothing that seems an operator."""
    if _has_operators(operand):
        raise QueryRefused(f"unknown operator: {next(name for name in operand if name.startswith('$'))}")
    value = literal(operand, depth)
    if isinstance(value, Pattern):
        raise QueryRefused("a regular expression cannot be compared with: use $regex, $in or $not")
    return value


def _ordered(holds: Callable[[Any, Any], bool], with_equal: bool) -> Callable[[object, int], Condition]:
    def build(operand: object, depth: int) -> Condition:
        return _any(_order_test(holds, with_equal, _plain(operand, depth)))

    return build


def _order_test(holds: Callable[[Any, Any], bool], with_equal: bool, operand: Any) -> Test:
    """Values of another type than the operand's never pass (MongoDB manual, "Type Bracketing")."""
    if operand is None:
        return _equals(None) if with_equal else lambda _: False
    if is_number(operand):
        return lambda value: is_number(value) and holds(value, operand)
    if isinstance(operand, str):
        when = moment(operand)
        return lambda value: (
            (value.__class__ is str and holds(value, operand))
            or (when is not None and isinstance(value, datetime) and holds(value, when))
        )
    if isinstance(operand, dict | list):
        return lambda value: value.__class__ is operand.__class__ and holds(compare(value, operand), 0)
    return lambda value: value.__class__ is operand.__class__ and holds(value, operand)


def _values(name: str, operand: object, depth: int) -> list[Any]:
    if not isinstance(operand, list):
        raise QueryRefused(f"{name} needs an array")
    if any(_has_operators(item) for item in operand):
        raise QueryRefused(f"{name} cannot contain operators")
    return [literal(item, depth + 1) for item in operand]


def _in(operand: object, depth: int, name: str = "$in") -> Condition:
    """Equality with any of the values: sets, since a list of ids can have many thousands."""
    strings: set[str] = set()
    numbers: set[int | float] = set()
    rest: list[Test] = []
    for item in _values(name, operand, depth):
        if is_number(item):
            numbers.add(item)
        elif isinstance(item, str) and moment(item) is None:
            strings.add(item)
        else:
            rest.append(_equals(item))

    def test(value: Any) -> bool:
        if value.__class__ is str:
            return value in strings or any(equals(value) for equals in rest)
        if is_number(value):
            return value in numbers
        return any(equals(value) for equals in rest)

    return _any(test)


def _all(operand: object, depth: int) -> Condition:
    if (
        isinstance(operand, list)
        and operand
        and all(isinstance(i, dict) and i.keys() == {"$elemMatch"} for i in operand)
    ):
        conditions = [_elem_match(item["$elemMatch"], depth + 1) for item in operand]
    else:
        conditions = [_any(_equals(item)) for item in _values("$all", operand, depth)]
    return lambda leaves: bool(conditions) and all(condition(leaves) for condition in conditions)


def _exists(operand: object, _: int) -> Condition:
    there = _whole(lambda value: value is not MISSING)
    # As in MongoDB, any operand is read as true or false, and only false, null and 0 are false.
    return _not(there) if operand is None or operand is False or (is_number(operand) and operand == 0) else there


def _size(operand: object, _: int) -> Condition:
    size = whole_number(operand)
    if size is None or size < 0:
        raise QueryRefused("$size needs a whole number that is not negative")
    return _whole(lambda value: value.__class__ is list and len(value) == size)


def _type(operand: object, _: int) -> Condition:
    return _any(type_test(operand))


def _finite(value: object) -> bool:
    return value.__class__ is int or (isinstance(value, float) and math.isfinite(value))


def _mod(operand: object, _: int) -> Condition:
    if not isinstance(operand, list) or len(operand) != 2 or not all(map(_finite, operand)):
        raise QueryRefused("$mod needs an array of two numbers: divisor and remainder")
    divisor, remainder = int(operand[0]), int(operand[1])
    if divisor == 0:
        raise QueryRefused("$mod cannot divide by 0")

    def test(value: Any) -> bool:
        if not is_number(value):
            return False
        whole = int(value)
        rest = abs(whole) % abs(divisor)  # the sign of the remainder is that of the dividend
        return (-rest if whole < 0 else rest) == remainder

    return _any(test)


def _elem_match(operand: object, depth: int) -> Condition:
    if not isinstance(operand, dict):
        raise QueryRefused("$elemMatch needs an object")
    first = next(iter(operand), "")
    if first.startswith("$") and first not in {"$and", "$or", "$nor"}:
        if not _has_operators(operand):
            raise QueryRefused("$elemMatch needs operators or a query")
        condition = _conditions(operand, depth + 1)
        return _whole(
            lambda value: value.__class__ is list and any(condition(((element, False),)) for element in value)
        )
    predicate = _filter(operand, depth + 1)

    def matches(element: Any) -> bool:
        if isinstance(element, list):  # an array is a document whose fields are its positions
            element = {str(position): item for position, item in enumerate(element)}
        return isinstance(element, dict) and predicate(element)

    return _whole(lambda value: value.__class__ is list and any(matches(element) for element in value))


def _negated(operand: object, depth: int) -> Condition:
    if isinstance(operand, dict) and operand.keys() == {"$regularExpression"}:
        return _not(_any(_equals(literal(operand, depth))))
    if not isinstance(operand, dict) or not _has_operators(operand):
        raise QueryRefused("$not needs an object with operators")
    return _not(_conditions(operand, depth + 1))


_OPERATORS: Final[Mapping[str, Callable[[object, int], Condition]]] = {
    "$eq": lambda operand, depth: _any(_equals(_plain(operand, depth))),
    "$ne": lambda operand, depth: _not(_any(_equals(_plain(operand, depth)))),
    "$gt": _ordered(operator.gt, with_equal=False),
    "$gte": _ordered(operator.ge, with_equal=True),
    "$lt": _ordered(operator.lt, with_equal=False),
    "$lte": _ordered(operator.le, with_equal=True),
    "$in": _in,
    "$nin": lambda operand, depth: _not(_in(operand, depth, "$nin")),
    "$all": _all,
    "$exists": _exists,
    "$size": _size,
    "$type": _type,
    "$mod": _mod,
    "$elemMatch": _elem_match,
    "$not": _negated,
}
