"""A query as conditions that can be shown and edited one by one, and back, nothing lost on the way.

`to_query(from_query(query))` is the query again, to the type of each number and the order of each key, whatever the
query is. `from_query(to_query(group))` is `normal(group)`: the same conditions in the same order.

A query and the groups in it nest no deeper here than `strict.MAX_DEPTH` allows; far past it Python's own limit on
recursion raises RecursionError. Values are handed on as they are, never copied: treat them as frozen too.
"""

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from scoro_desktop.audience.conditions_model import Condition, Group, Item, Kind, Raw
from scoro_desktop.audience.conditions_operators import PATTERNS, Operator, fits, relative_operator
from scoro_desktop.audience.conditions_pairs import COMPARISONS, NAMES, PAIRS, pair_of, with_ranges
from scoro_desktop.audience.conditions_values import is_field_name, pattern_of, text_of_pattern
from scoro_desktop.audience.operators import EXTENDED_JSON
from scoro_desktop.wire import JsonObject, JsonValue

__all__ = [
    "Condition",
    "Group",
    "Item",
    "Kind",
    "Raw",
    "from_query",
    "item_from_query",
    "item_to_query",
    "normal",
    "to_query",
]

_KINDS: Final[dict[str, Kind]] = {"$and": "all", "$or": "any"}


def from_query(query: JsonObject) -> Group:
    """The conditions of a query. What none of them can show is kept as Raw in its place."""
    items = tuple(_entries(query))
    if len(items) == 1 and isinstance(items[0], Group):
        return items[0]
    return Group("all", items)


def to_query(group: Group) -> JsonObject:
    """The query that conditions make. That of a group without items is {}: see `Group`."""
    query = _side_by_side(group)
    return _written(normal(group)) if query is None else query


def _side_by_side(group: Group) -> JsonObject | None:
    """The query of conditions that all must hold, each on a field of its own, as most have; None for any others."""
    if group.kind != "all" or group.listed:
        return None
    query: JsonObject = {}
    for item in group.items:
        if not isinstance(item, Condition) or item.field in query or item.field.startswith("$"):
            return None
        query[item.field] = _comparison(item)
    return query


def normal(group: Group) -> Group:
    """The same conditions in the form in which they come back from a query.

    Neighbours on one field that are one condition together, as "at least" and "at most" are "between", become it; a
    group within a group that says no more than its one item gives way to it; and a group of which all must hold is
    `listed` where one object cannot hold it: a field twice that cannot share one object of operators, or two groups of
    a kind.
    """
    while _is_object(group) and len(group.items) == 1 and isinstance(group.items[0], Group):
        group = group.items[0]
    return _normal(group)


def item_to_query(item: Item) -> JsonObject:
    """The query that one item is by itself; `item_from_query` makes the same condition or part of it again."""
    return _written(_normal_item(item) if isinstance(item, Group) else item)


def item_from_query(query: JsonObject) -> Item:
    """The one item that a query is. {} is Raw: in a list it stands for everyone, which an empty group does not."""
    return _element(query)


# From a query


def _entries(query: JsonObject) -> Iterator[Item]:
    for key, value in query.items():
        if key in _KINDS and isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            elements = tuple(_element(each) for each in value if isinstance(each, dict))
            yield Group(_KINDS[key], elements, listed=key == "$and")
        elif not is_field_name(key):
            yield Raw({key: value})
        elif (operators := _operators(value)) is None:
            yield _equality(key, value, {key: value})
        elif not _options_in_place(operators):
            yield Raw({key: value})
        else:
            yield from _comparisons(key, operators)


def _element(query: JsonObject) -> Item:
    items = tuple(_entries(query))
    if not items:
        return Raw(query)
    return items[0] if len(items) == 1 else Group("all", items)


def _operators(value: JsonValue) -> JsonObject | None:
    """The value if it is an object of operators, and not a value that a field is equal to."""
    if isinstance(value, dict) and value and all(key.startswith("$") and key not in EXTENDED_JSON for key in value):
        return value
    return None


def _options_in_place(operators: JsonObject) -> bool:
    """Tells whether `$options`, if there, stand right after the `$regex` that they belong to."""
    names = list(operators)
    return "$options" not in names or names[names.index("$options") - 1 : names.index("$options")] == ["$regex"]


def _comparisons(field: str, operators: JsonObject) -> Iterator[Item]:
    entries = deque(operators.items())
    while entries:
        name, operand = entries.popleft()
        following = entries[0] if entries else ("", None)
        if name == "$regex" and following[0] == "$options":
            entries.popleft()
            yield _pattern(field, operand, {name: operand, "$options": following[1]})
        elif name == "$regex":
            yield _pattern(field, operand, {name: operand})
        elif name == "$gte" and (pair := pair_of(operand, *following)) is not None:
            entries.popleft()
            yield Condition(field, pair, [operand, following[1]])
        elif isinstance(operand, dict) and (relative := relative_operator(name, operand)) is not None:
            yield Condition(field, relative, operand)
        elif name == "$eq":
            yield _equality(field, operand, {field: {name: operand}}, spelled_out=True)
        elif name == "$ne" and operand is None:
            yield Condition(field, Operator.HAS_VALUE)
        elif name == "$exists" and isinstance(operand, bool):
            yield Condition(field, Operator.EXISTS if operand else Operator.MISSING)
        elif name in COMPARISONS and fits(COMPARISONS[name], operand):
            yield Condition(field, COMPARISONS[name], operand)
        else:
            yield Raw({field: {name: operand}})


def _equality(field: str, value: JsonValue, otherwise: JsonObject, *, spelled_out: bool = False) -> Item:
    if value is None:
        return Condition(field, Operator.NO_VALUE, spelled_out=spelled_out)
    if fits(Operator.IS, value):
        return Condition(field, Operator.IS, value, spelled_out=spelled_out)
    return Raw(otherwise)


def _pattern(field: str, pattern: JsonValue, whole: JsonObject) -> Item:
    found = text_of_pattern(pattern) if isinstance(pattern, str) else None
    if found is None or whole.get("$options", "i") != "i":
        return Raw({field: whole})
    text, start, end = found
    if not fits(Operator.CONTAINS, text) or (start and end):
        return Raw({field: whole})
    operator = Operator.STARTS if start else Operator.ENDS if end else Operator.CONTAINS
    return Condition(field, operator, text, any_case="$options" in whole)


# To a query


def _is_object(group: Group) -> bool:
    return group.kind == "all" and not group.listed


def _normal(group: Group) -> Group:
    items = tuple([_normal_item(each) if isinstance(each, Group) else each for each in group.items])
    if not _is_object(group):
        return Group(group.kind, items, listed=group.kind == "all")
    items = tuple(with_ranges(items))
    in_object = tuple(replace(each, listed=each.kind == "all") if isinstance(each, Group) else each for each in items)
    return Group("all", in_object) if _fit_one_object(in_object) else Group("all", items, listed=True)


def _normal_item(item: Item) -> Item:
    while isinstance(item, Group) and _is_object(item) and len(item.items) == 1:
        item = item.items[0]
    if not isinstance(item, Group):
        return item
    group = _normal(item)
    return group.items[0] if _is_object(group) and len(group.items) == 1 else group


def _fit_one_object(items: tuple[Item, ...]) -> bool:
    """Tells whether the items can stand in one object in their order, so that reading it finds them again."""
    fields: set[str] = set()
    for each in items:
        if not isinstance(each, Condition) or each.field in fields or each.field.startswith("$"):
            break
        fields.add(each.field)
    else:
        return True  # as most do, and with each key of the keyboard
    if any(isinstance(each, Raw) and len(each.value) != 1 for each in items):
        return False
    keys = set()
    for key, run in itertools.groupby((_written(each) for each in items), lambda each: next(iter(each))):
        values = [each[key] for each in run]
        if key in keys or (len(values) > 1 and (key.startswith("$") or not _can_share(values))):
            return False
        keys.add(key)
    return True


def _can_share(values: list[JsonValue]) -> bool:
    names: list[str] = []
    for value in values:
        operators = _operators(value)
        if operators is None or not _options_in_place(operators):
            return False
        names += operators
    return len(set(names)) == len(names)


def _written(item: Item) -> JsonObject:
    if isinstance(item, Raw):
        return item.value
    if isinstance(item, Condition):
        return {item.field: _comparison(item)}
    if not _is_object(item):
        return {"$or" if item.kind == "any" else "$and": [_written(each) for each in item.items]}
    result: JsonObject = {}
    for each in item.items:
        written = {each.field: _comparison(each)} if isinstance(each, Condition) else _written(each)
        for key, value in written.items():
            present = result.get(key)
            shared = isinstance(present, dict) and isinstance(value, dict)
            result[key] = {**present, **value} if shared else value  # type: ignore[dict-item]
    return result


def _comparison(condition: Condition) -> JsonValue:
    operator, value = condition.operator, condition.value
    if operator in {Operator.IS, Operator.NO_VALUE}:
        return {"$eq": value} if condition.spelled_out else value
    if operator in PATTERNS:
        text = value if isinstance(value, str) else ""
        pattern = pattern_of(text, start=operator is Operator.STARTS, end=operator is Operator.ENDS)
        return {"$regex": pattern, "$options": "i"} if condition.any_case else {"$regex": pattern}
    if isinstance(value, list) and operator in PAIRS:
        return dict(zip(PAIRS[operator], value, strict=True))
    if operator is Operator.HAS_VALUE:
        return {"$ne": None}
    if operator in {Operator.EXISTS, Operator.MISSING}:
        return {"$exists": operator is Operator.EXISTS}
    return {NAMES[operator]: value}
