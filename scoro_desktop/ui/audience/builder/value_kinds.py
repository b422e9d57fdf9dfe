"""Kinds that values are edited as, and the values when the kind changes."""

import enum
from collections.abc import Mapping, Sequence
from typing import Final

from scoro_desktop.audience.conditions_operators import TAKES, Operator, Takes
from scoro_desktop.audience.conditions_values import as_numbers, as_text, is_number, moment
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.wire import JsonValue


class ValueKind(enum.StrEnum):
    """Names the kind that a value is edited as."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"


NATURAL: Final = {
    FieldType.STRING: ValueKind.TEXT,
    FieldType.POINTER: ValueKind.TEXT,
    FieldType.RELATION: ValueKind.TEXT,
    FieldType.NUMBER: ValueKind.NUMBER,
    FieldType.BOOLEAN: ValueKind.YES_NO,
    FieldType.DATE: ValueKind.DATE,
}
"""The kind that the values of a field have, by its type; a list or an object may hold any."""

_ORDERED: Final = (ValueKind.NUMBER, ValueKind.TEXT, ValueKind.DATE)
_BY_TAKES: Final[Mapping[Takes, tuple[ValueKind, ...]]] = {
    Takes.SINGLE: _ORDERED,
    Takes.RANGE: _ORDERED,
    Takes.MANY: (ValueKind.TEXT, ValueKind.NUMBER),
    Takes.TEXT: (ValueKind.TEXT,),
}
KINDS: Final[Mapping[Operator, tuple[ValueKind, ...]]] = {
    **{operator: _BY_TAKES.get(TAKES[operator], ()) for operator in Operator},
    Operator.IS: tuple(ValueKind),
    Operator.IS_NOT: tuple(ValueKind),
}
"""The kinds that a value of each operator may be edited as, none where there is no value to choose."""
_EARLIEST_YEAR: Final = 100
"""Qt's editor of dates begins there; an earlier date is edited as text."""


def is_editable_date(value: JsonValue) -> bool:
    """Tells whether the editor of dates can show it."""
    when = moment(value)
    return when is not None and when.year >= _EARLIEST_YEAR


def is_blank(value: JsonValue) -> bool:
    """Tells whether nothing stands there."""
    return value is None or value == ""


def as_kind(values: Sequence[JsonValue], kind: ValueKind) -> list[JsonValue]:
    """Values as texts; as numbers, those that are none as the texts they are."""
    if kind is ValueKind.NUMBER:
        return as_numbers([each if is_number(each) or each is None else as_text(each) for each in values])
    return [None if each is None else as_text(each) for each in values]


def converted_values(values: Sequence[JsonValue], before: ValueKind, kind: ValueKind) -> list[JsonValue] | None:
    """The values as another kind, None where they cannot be."""
    if before is ValueKind.YES_NO or kind is ValueKind.YES_NO:
        return None
    if kind is ValueKind.DATE:
        dates = all(each is None or (isinstance(each, str) and is_editable_date(each)) for each in values)
        return list(values) if dates else None
    return as_kind(values, kind)
