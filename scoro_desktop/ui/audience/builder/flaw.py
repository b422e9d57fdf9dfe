"""Findings about the content of a row: whether it is a condition, and why not."""

import enum
from collections.abc import Sequence
from typing import TypeAlias

from scoro_desktop import late
from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.ui.audience.builder.value_kinds import ValueKind
from scoro_desktop.wire import JsonValue


class Flaw(enum.StrEnum):
    """A reason why there is no condition yet."""

    NO_FIELD = "no_field"
    FIELD_IS_OPERATOR = "field_is_operator"
    NO_VALUE = "no_value"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_COUNT = "not_a_count"
    RANGE_OPEN = "range_open"
    NOT_A_SPAN = "not_a_span"


@late.dataclass(frozen=True)
class ShownList:
    """The list that `source` makes when shown as `kind`."""

    source: Sequence[JsonValue]
    kind: ValueKind
    values: list[JsonValue]
    flaw: Flaw | None


Shape: TypeAlias = tuple[str, FieldType, Operator, ValueKind]


@late.dataclass(frozen=True)
class Judged:
    """A row's content when it was judged (`shape`, `values`, `count`, `relative`), and what was found."""

    shape: Shape
    values: Sequence[JsonValue]
    count: JsonValue
    relative: object
    value: JsonValue
    flaw: Flaw | None
