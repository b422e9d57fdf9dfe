"""The comparisons that can be chosen without JSON: which there are, what each takes, which fit a type of field."""

import enum
from collections.abc import Callable, Mapping
from typing import Final

from scoro_desktop.audience.conditions_relative import is_ahead, is_back, is_start, is_whole
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
    IN_LAST = "in_last"
    LONGER_AGO = "longer_ago"
    IN_NEXT = "in_next"
    DURING = "during"
    SINCE = "since"
    EARLIER = "earlier"


class Takes(enum.Enum):
    """The operand of an operator. RANGE: [lowest, highest]. COUNT: a whole number from 0.

    SPAN: so many minutes, days, ... to or from now. PERIOD: a day, week, month or year (`conditions_relative`).
    """

    NOTHING = "nothing"
    SINGLE = "single"
    TEXT = "text"
    RANGE = "range"
    MANY = "many"
    COUNT = "count"
    SPAN = "span"
    PERIOD = "period"


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
    **dict.fromkeys((Operator.IN_LAST, Operator.LONGER_AGO, Operator.IN_NEXT), Takes.SPAN),
    **dict.fromkeys((Operator.DURING, Operator.SINCE, Operator.EARLIER), Takes.PERIOD),
    **dict.fromkeys(PATTERNS, Takes.TEXT),
}
"""The operand that each operator takes."""

_BY_TAKES: Final[Mapping[Takes, Callable[[JsonValue], bool]]] = {
    Takes.NOTHING: lambda value: value is None,
    Takes.SINGLE: is_single,
    Takes.TEXT: lambda value: isinstance(value, str) and is_line(value),
    Takes.RANGE: is_range,
    Takes.MANY: is_many,
    Takes.COUNT: is_item_count,
}
FITS: Final[Mapping[Operator, Callable[[JsonValue], bool]]] = {
    **{operator: _BY_TAKES[takes] for operator, takes in TAKES.items() if takes in _BY_TAKES},
    **dict.fromkeys((Operator.MORE, Operator.AT_LEAST, Operator.LESS, Operator.AT_MOST), is_comparable),
    **dict.fromkeys((Operator.IN_LAST, Operator.LONGER_AGO), is_back),
    Operator.IN_NEXT: is_ahead,
    Operator.DURING: is_whole,
    **dict.fromkeys((Operator.SINCE, Operator.EARLIER), is_start),
}


def fits(operator: Operator, value: JsonValue) -> bool:
    """Tells whether a condition with this operator can have this value. Linear in the length of a list."""
    return FITS[operator](value)


def relative_operator(name: str, operand: JsonValue) -> Operator | None:
    """The condition on a relative date that a comparison of a query is by itself; None where it is none."""
    for operator in {"$gte": (Operator.IN_LAST, Operator.SINCE), "$lt": (Operator.LONGER_AGO, Operator.EARLIER)}.get(
        name, ()
    ):
        if fits(operator, operand):
            return operator
    return None


def relative_pair(start: JsonValue, end: JsonValue) -> Operator | None:
    """The same of `$gte` and `$lt` together."""
    return next((each for each in (Operator.DURING, Operator.IN_NEXT) if fits(each, [start, end])), None)


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
    Operator.IN_LAST,
    Operator.LONGER_AGO,
    Operator.IN_NEXT,
    Operator.DURING,
    Operator.SINCE,
    Operator.EARLIER,
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
