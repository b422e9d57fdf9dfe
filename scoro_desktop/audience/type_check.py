"""Values of a query against the types of the fields that they are compared with."""

from collections.abc import Iterator, Mapping
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.conditions_values import moment
from scoro_desktop.audience.field_use import JOINING
from scoro_desktop.audience.operators import EXTENDED_JSON
from scoro_desktop.audience.relative_dates import KEY, rules_in
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.wire import JsonObject, JsonValue


@late.dataclass(frozen=True)
class TypeFinding:
    """A condition that compares a field with what its type never equals. `leaves_nobody_out`: it holds for everyone.

    `expected`: the field's type. `is_relative`: with a relative date.
    """

    path: str
    expected: FieldType
    leaves_nobody_out: bool
    is_relative: bool = False


_NUMBERS: Final = frozenset({"$numberInt", "$numberLong", "$numberDouble", "$numberDecimal"})
_PLAIN: Final = {
    FieldType.NUMBER: (int, float),
    FieldType.BOOLEAN: (bool,),
    FieldType.STRING: (str,),
    FieldType.POINTER: (str,),
}
"""JSON values that a field of a type is compared with. Arrays, objects and the rest may be compared with anything."""
_CHECKED: Final = frozenset({*_PLAIN, FieldType.DATE})
_TEXTS: Final = frozenset({FieldType.STRING, FieldType.POINTER})
SAMPLED: Final = 100
"""The number of values of a long list that are looked at: enough to see of which type they are."""
_OF_LISTS: Final = frozenset({"$elemMatch", "$size"})
_COMPARED: Final = frozenset({"$eq", "$ne", "$gt", "$gte", "$lt", "$lte"})


def is_plain_and_known(query: JsonObject, types: Mapping[str, FieldType]) -> bool:
    """Tells at a glance that there is nothing to be said of a query, as there is not of most.

    Each of its fields is among the known ones, and compared with plain values of its type alone.
    """
    for key, value in query.items():
        fitting = _PLAIN.get(types.get(key, FieldType.UNKNOWN), ())
        if isinstance(value, dict) and value:
            for operator, operand in value.items():
                if operator not in _COMPARED or type(operand) not in fitting:
                    return False
        elif type(value) not in fitting:
            return False
    return True


def check_types(query: JsonObject, types: Mapping[str, FieldType]) -> list[TypeFinding]:
    """Each field that clashes with its type, once: the condition that leaves nobody out, where there is one."""
    found: dict[str, TypeFinding] = {}
    for finding in _filter(query, types, negated=False):
        if finding.leaves_nobody_out or finding.path not in found:
            found[finding.path] = finding
    for use in rules_in(query):
        kind = types.get(use.field, FieldType.UNKNOWN)
        if kind in _PLAIN:
            found[use.field] = TypeFinding(use.field, kind, leaves_nobody_out=False, is_relative=True)
    return list(found.values())


def _filter(query: JsonValue, types: Mapping[str, FieldType], *, negated: bool) -> Iterator[TypeFinding]:
    if not isinstance(query, dict):
        return
    for key, value in query.items():
        if key in JOINING:
            for branch in value if isinstance(value, list) else ():
                yield from _filter(branch, types, negated=negated is not (key == "$nor"))
        elif (kind := types.get(key)) in _CHECKED and kind is not None:
            if isinstance(value, str) and kind in _TEXTS:  # as most are
                continue
            for holds in _held(value, kind):
                yield TypeFinding(key, kind, holds is not None and holds is not negated)


def _held(condition: JsonValue, kind: FieldType) -> Iterator[bool | None]:
    """For each comparison with what the type never equals: whether it holds for every document or for none.

    None where that depends on the document all the same.
    """
    is_text, has_operators = kind in _TEXTS, False
    for key in condition if isinstance(condition, dict) else ():
        has_operators = has_operators or (key.startswith("$") and key not in EXTENDED_JSON)
    if not isinstance(condition, dict) or not has_operators:
        if not _fits(condition, kind):
            yield False
        return
    for operator, operand in condition.items():
        if operator == "$not":
            yield from (None if holds is None else not holds for holds in _held(operand, kind))
        elif operator in _COMPARED:
            if not (is_text and isinstance(operand, str)) and not _fits(operand, kind):
                yield operator == "$ne"
        elif operator == "$regex":
            if not is_text:
                yield False
        elif operator in _OF_LISTS or (operator == "$mod" and kind is not FieldType.NUMBER):
            yield False
        elif operator in {"$in", "$nin", "$all"} and isinstance(operand, list) and operand:
            yield from _listed(operator, operand, kind)


def _listed(operator: str, operand: list[JsonValue], kind: FieldType) -> Iterator[bool | None]:
    if not any(_fits(each, kind) for each in operand):
        yield operator == "$nin"
    elif not all(_fits(each, kind) for each in operand[:SAMPLED]):
        yield False if operator == "$all" else None


def _fits(value: JsonValue, kind: FieldType) -> bool:
    if value is None:
        return True
    if kind is FieldType.DATE:
        return moment(value) is not None or (isinstance(value, dict) and ("$date" in value or KEY in value))
    if isinstance(value, bool):
        return kind is FieldType.BOOLEAN
    if isinstance(value, dict) and kind is FieldType.NUMBER:
        return value.keys() <= _NUMBERS
    return isinstance(value, _PLAIN[kind])
