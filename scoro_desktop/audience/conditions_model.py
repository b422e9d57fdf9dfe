"""The parts that a query is shown as: conditions, what none can show, and groups of them."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scoro_desktop import late
from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.wire import JsonObject, JsonValue

Kind: TypeAlias = Literal["all", "any"]


@late.dataclass(frozen=True)
class Condition:
    """A field, how it is compared, and with what (`conditions_operators.Takes` says what each operator is given).

    `any_case`: small letters and capitals are the same; only for `PATTERNS`. `spelled_out`: equality that is written
    with `$eq`; only for IS and NO_VALUE.
    """

    field: str
    operator: Operator
    value: JsonValue = None
    any_case: bool = False
    spelled_out: bool = False


@late.dataclass(frozen=True)
class Raw:
    """A part of a query that cannot be shown as a condition, as it came: one key with its value, or {}."""

    value: JsonObject


@dataclass(frozen=True)
class Group:
    """Conditions of which all must hold, or any. `listed`: all of them, written as `$and` and not as one object.

    Without items and as the whole of a query it selects everyone: whoever sends it must not let that happen by neglect.
    """

    kind: Kind = "all"
    items: "tuple[Item, ...]" = ()
    listed: bool = False


Item: TypeAlias = Condition | Raw | Group
