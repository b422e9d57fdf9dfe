"""The comparisons that can be chosen without JSON: which there are, what each takes, which fit a type of field."""

import enum
from collections.abc import Callable, Mapping
from typing import Final

from scoro_desktop.audience.conditions_values import (
    is_comparable,
    is_item_count,
    is_line,
    is_many,
    is_range,
    is_single,
)
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.wire import JsonValue


class Operator(enum.StrEnum):
    """A comparison, by what it means in a query. The words for it depend on the field's type, and stand in `ui/`."""

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    ALL_OF = "all_of"
    MORE = "more"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"
    BETWEEN = "between"
    CONTAINS = "contains"
    STARTS = "starts"
    ENDS = "ends"
    HAS_VALUE = "has_value"
    NO_VALUE = "no_value"
    EXISTS = "exists"
    MISSING = "missing"
    ITEMS = "items"


class Takes(enum.Enum):
    """The operand of an operator. RANGE: [lowest, highest]. COUNT: a whole number from 0."""

    NOTHING = "nothing"
    SINGLE = "single"
    TEXT = "text"
    RANGE = "range"
    MANY = "many"
    COUNT = "count"


PATTERNS: Final = frozenset({Operator.CONTAINS, Operator.STARTS, Operator.ENDS})
"""They look into a text, and may take small letters and capitals for the same."""

TAKES: Final[Mapping[Operator, Takes]] = {
    **dict.fromkeys(Operator, Takes.SINGLE),
    Operator.HAS_VALUE: Takes.NOTHING,
    Operator.NO_VALUE: Takes.NOTHING,
    Operator.EXISTS: Takes.NOTHING,
    Operator.MISSING: Takes.NOTHING,
    Operator.ONE_OF: Takes.MANY,
    Operator.NONE_OF: Takes.MANY,
    Operator.ALL_OF: Takes.MANY,
    Operator.BETWEEN: Takes.RANGE,
    Operator.ITEMS: Takes.COUNT,
    **dict.fromkeys(PATTERNS, Takes.TEXT),
}
"""The operand that each operator takes."""

_FITS: Final[Mapping[Takes, Callable[[JsonValue], bool]]] = {
    Takes.NOTHING: lambda value: value is None,
    Takes.SINGLE: is_single,
    Takes.TEXT: lambda value: isinstance(value, str) and is_line(value),
    Takes.RANGE: is_range,
    Takes.MANY: is_many,
    Takes.COUNT: is_item_count,
}
_ORDER: Final = frozenset({Operator.MORE, Operator.AT_LEAST, Operator.LESS, Operator.AT_MOST})


def fits(operator: Operator, value: JsonValue) -> bool:
    """Tells whether a condition with this operator can have this value. Linear in the length of a list."""
    return (is_comparable if operator in _ORDER else _FITS[TAKES[operator]])(value)


_PRESENCE: Final = (Operator.HAS_VALUE, Operator.NO_VALUE, Operator.EXISTS, Operator.MISSING)
_EQUALITY: Final = (Operator.IS, Operator.IS_NOT)
_LISTS: Final = (Operator.ONE_OF, Operator.NONE_OF)
_TEXT: Final = (*_EQUALITY, *_LISTS, Operator.CONTAINS, Operator.STARTS, Operator.ENDS, *_PRESENCE)
_NUMBER: Final = (
    *_EQUALITY,
    Operator.MORE,
    Operator.AT_LEAST,
    Operator.LESS,
    Operator.AT_MOST,
    Operator.BETWEEN,
    *_LISTS,
    *_PRESENCE,
)
_DATE: Final = (
    Operator.AT_LEAST,
    Operator.MORE,
    Operator.AT_MOST,
    Operator.LESS,
    Operator.BETWEEN,
    *_PRESENCE,
)
_ARRAY: Final = (*_EQUALITY, Operator.ONE_OF, Operator.ALL_OF, Operator.NONE_OF, Operator.ITEMS, *_PRESENCE)
_BY_TYPE: Final[Mapping[FieldType, tuple[Operator, ...]]] = {
    FieldType.STRING: _TEXT,
    FieldType.POINTER: (*_EQUALITY, *_LISTS, *_PRESENCE),
    FieldType.NUMBER: _NUMBER,
    FieldType.DATE: _DATE,
    FieldType.BOOLEAN: (*_EQUALITY, *_PRESENCE),
    FieldType.ARRAY: _ARRAY,
    FieldType.RELATION: _ARRAY,
    FieldType.OBJECT: _PRESENCE,
    FieldType.FILE: _PRESENCE,
    FieldType.PASSWORD: _PRESENCE,
    FieldType.ACL: _PRESENCE,
}


def operators_for(kind: FieldType) -> tuple[Operator, ...]:
    """Those that fit a type of field, in the order in which they are offered; all of them where it is not known."""
    return _BY_TYPE.get(kind, tuple(Operator))
