"""`$type`: the types that the database knows by number and by name."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeAlias

from scoro_desktop.sandbox.refusals import QueryRefused
from scoro_desktop.sandbox.values import is_number, whole_number

Test: TypeAlias = Callable[[Any], bool]

# Number and name of every BSON type (MongoDB manual, "$type"), with what it means for the values held here.
# What JSON cannot carry is a type all the same: no value has it.
_INT_32: Final = range(-(2**31), 2**31)
_TYPES: Final[Mapping[str, tuple[int, Test]]] = {
    "double": (1, lambda value: value.__class__ is float),
    "string": (2, lambda value: isinstance(value, str)),
    "object": (3, lambda value: isinstance(value, dict)),
    "array": (4, lambda value: isinstance(value, list)),
    "binData": (5, lambda _: False),
    "undefined": (6, lambda _: False),
    "objectId": (7, lambda _: False),
    "bool": (8, lambda value: isinstance(value, bool)),
    "date": (9, lambda value: isinstance(value, datetime)),
    "null": (10, lambda value: value is None),
    "regex": (11, lambda _: False),
    "dbPointer": (12, lambda _: False),
    "javascript": (13, lambda _: False),
    "symbol": (14, lambda _: False),
    "javascriptWithScope": (15, lambda _: False),
    "int": (16, lambda value: value.__class__ is int and value in _INT_32),
    "timestamp": (17, lambda _: False),
    "long": (18, lambda value: value.__class__ is int and value not in _INT_32),
    "decimal": (19, lambda _: False),
    "minKey": (-1, lambda _: False),
    "maxKey": (127, lambda _: False),
}
_TYPES_BY_NUMBER: Final[Mapping[int, Test]] = dict(_TYPES.values())


def type_test(operand: object) -> Test:
    """Tells whether a value is of a type, or of any of an array of types. "number" is every kind of number.

    Raises QueryRefused for what names no type.
    """
    tests: list[Test] = []
    for kind in operand if isinstance(operand, list) else [operand]:
        number = whole_number(kind)
        if kind == "number":
            tests.append(is_number)
        elif isinstance(kind, str) and kind in _TYPES:
            tests.append(_TYPES[kind][1])
        elif number is not None and number in _TYPES_BY_NUMBER:
            tests.append(_TYPES_BY_NUMBER[number])
        else:
            raise QueryRefused("$type needs the number or the name of a type, or an array of them")
    if not tests:
        raise QueryRefused("$type needs at least one type")
    return lambda value: any(test(value) for test in tests)
