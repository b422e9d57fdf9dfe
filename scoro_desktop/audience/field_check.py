"""Fields of a query against those that a collection has: misspelt names, and values of another type."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from scoro_desktop.audience.field_use import FieldUse
from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.wire import JsonValue


@dataclass(frozen=True)
class FieldFinding:
    """Something about a field of a query.

    Codes: `absent_field` (no document has it: the condition holds for nobody), `absent_field_widens` (no document has
    it, and the condition holds for everyone without it: an error), `type_clash` (it is compared with a value of
    another type, and so matches nothing). `expected`: the field's type by Scorocode's word.
    """

    code: str
    path: str
    expected: str = ""

    @property
    def stops(self) -> bool:
        """Whether it would reach people who were not meant."""
        return self.code == "absent_field_widens"


TAKES: Final = {
    FieldType.NUMBER: (int, float),
    FieldType.BOOLEAN: (bool,),
    FieldType.STRING: (str,),
    FieldType.DATE: (str, dict),
    FieldType.POINTER: (str,),
}
"""What a field of a type is compared with in JSON. Arrays, objects and the rest may be compared with anything."""


def names_to_look_up(uses: Iterable[FieldUse], fields: Iterable[Field]) -> tuple[str, ...]:
    """The fields of a query that nothing is known of, each by its whole path: a schema tells no paths into objects."""
    known = {field.name for field in fields}
    return tuple(use.path for use in uses if use.path not in known)


def check_fields(uses: Iterable[FieldUse], fields: Iterable[Field], absent: Collection[str]) -> list[FieldFinding]:
    """Everything to be said. `absent`: paths that were looked up, and that no document of the collection has."""
    known = {field.name: field for field in fields}
    findings = []
    for use in uses:
        if use.path in absent:
            findings.append(FieldFinding("absent_field_widens" if use.widens else "absent_field", use.path))
        elif (field := known.get(use.path)) is not None and _clashes(field.type, use.operands):
            findings.append(FieldFinding("type_clash", use.path, field.type.value))
    return findings


def _clashes(kind: FieldType, operands: tuple[JsonValue, ...]) -> bool:
    takes = TAKES.get(kind)
    return takes is not None and any(not _fits(value, takes) for value in operands)


def _fits(value: JsonValue, takes: tuple[type, ...]) -> bool:
    if isinstance(value, bool):
        return bool in takes
    return value is None or isinstance(value, takes)
