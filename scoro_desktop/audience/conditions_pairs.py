"""Comparisons by their operators in a query, and two of them that are one condition together."""

from collections.abc import Iterable, Iterator
from typing import Final

from scoro_desktop.audience.conditions_model import Condition, Item, Raw
from scoro_desktop.audience.conditions_operators import Operator, relative_pair
from scoro_desktop.audience.conditions_values import is_range
from scoro_desktop.wire import JsonValue

COMPARISONS: Final = {
    "$eq": Operator.IS,
    "$ne": Operator.IS_NOT,
    "$in": Operator.ONE_OF,
    "$nin": Operator.NONE_OF,
    "$all": Operator.ALL_OF,
    "$gt": Operator.MORE,
    "$gte": Operator.AT_LEAST,
    "$lt": Operator.LESS,
    "$lte": Operator.AT_MOST,
    "$size": Operator.ITEMS,
}
NAMES: Final = {
    **{operator: name for name, operator in COMPARISONS.items()},
    **dict.fromkeys((Operator.IN_LAST, Operator.SINCE), "$gte"),
    **dict.fromkeys((Operator.LONGER_AGO, Operator.EARLIER), "$lt"),
}
PAIRS: Final = {
    Operator.BETWEEN: ("$gte", "$lte"),
    Operator.DURING: ("$gte", "$lt"),
    Operator.IN_NEXT: ("$gte", "$lt"),
}


def pair_of(start: JsonValue, name: str, end: JsonValue) -> Operator | None:
    """The one condition that `$gte` and the comparison after it are, if they are one."""
    if name == "$lte" and is_range([start, end]):
        return Operator.BETWEEN
    return relative_pair(start, end) if name == "$lt" and isinstance(start, dict) else None


def with_ranges(items: Iterable[Item]) -> Iterator[Item]:
    """The same conditions, neighbours that are one together as that one."""
    waiting: Item | None = None
    for item in items:
        both = None if waiting is None else _as_one(waiting, item)
        if waiting is not None and both is None:
            yield waiting
        waiting = both or item
    if waiting is not None:
        yield waiting


def _as_one(first: Item, second: Item) -> Condition | None:
    """The one condition that two neighbours are once they stand in one object, if they are one."""
    one, other = _half(first), _half(second)
    if one is None or other is None or one[:2] != (other[0], "$gte"):
        return None
    pair = pair_of(one[2], *other[1:])
    return None if pair is None else Condition(one[0], pair, [one[2], other[2]])


def _half(item: Item) -> tuple[str, str, JsonValue] | None:
    """Field, operator and operand of what may be one end of a range."""
    if isinstance(item, Condition):
        return (item.field, NAMES[item.operator], item.value) if item.operator in NAMES else None
    if isinstance(item, Raw) and len(item.value) == 1:
        ((field, operators),) = item.value.items()
        if isinstance(operators, dict) and len(operators) == 1:
            ((name, operand),) = operators.items()
            return field, name, operand
    return None
