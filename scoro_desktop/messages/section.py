"""Reading a section of a message from JSON and writing it back: one lossless way for all of them.

A section is a frozen dataclass. Each field says by its annotation what it takes (`str | None`, `int | None`,
`JsonObject | None`, another section, ...); whatever else the JSON object holds goes to the section's last field and is
written back as it came. So any JSON object survives reading and writing, and nobody repeats that care per field.
"""

import dataclasses
import functools
import typing
from dataclasses import dataclass
from typing import Any, ClassVar, Self, cast

from scoro_desktop.wire import JsonObject, JsonValue


@dataclass(frozen=True, eq=False, repr=False)
class WireField:
    """One field of a section: its attribute, its key in JSON, and the types of value it takes."""

    attribute: str
    key: str
    types: tuple[Any, ...]

    @functools.cached_property
    def section(self) -> "type[Section] | None":
        """The section that an object is read as, None for a field that takes none, or any object."""
        kinds = [typing.get_origin(each) or each for each in self.types]
        found = [each for each in kinds if isinstance(each, type) and issubclass(each, Section)]
        return found[0] if found and dict not in kinds else None

    @functools.cached_property
    def type_names(self) -> str:
        """Names the types that the field takes: text, integer, number, boolean, text_list, object, joined by |."""
        names = dict.fromkeys(_json_name(each) for each in self.types)
        if "number" in names:
            names.pop("integer", None)
        return "|".join(names)


def wire_key(name: str) -> dict[str, str]:
    """The metadata of a field whose key in JSON does not follow from its attribute's name."""
    return {"wire": name}


class Section:
    """A part of a message that is an object in JSON.

    Class keywords: `joined_by` is what stands in a key for the underscore of an attribute; `rest` names the field that
    holds everything else.
    """

    _joined_by: ClassVar[str] = "_"
    _rest: ClassVar[str] = "extra"

    def __init_subclass__(cls, *, joined_by: str = "_", rest: str = "extra") -> None:
        """Keep the two class keywords."""
        super().__init_subclass__()
        cls._joined_by = joined_by
        cls._rest = rest

    @classmethod
    @functools.cache
    def wire_fields(cls) -> tuple[WireField, ...]:
        """The fields that the section knows, in the order of the contract."""
        return tuple(
            WireField(
                attribute=each.name,
                key=each.metadata.get("wire", each.name.replace("_", cls._joined_by)),
                types=tuple(kind for kind in typing.get_args(each.type) if kind is not type(None)),
            )
            for each in dataclasses.fields(cast("Any", cls))
            if each.name != cls._rest
        )

    @classmethod
    @functools.cache
    def wire_fields_by_key(cls) -> dict[str, WireField]:
        """The same by their keys in JSON."""
        return {each.key: each for each in cls.wire_fields()}

    @classmethod
    def from_wire(cls, wire: JsonObject) -> Self:
        """Read a section. A known key whose value is of a type the field does not take stays with the rest."""
        rest = dict(wire)
        known: dict[str, object] = {}
        for field in cls.wire_fields():
            if field.key in rest:
                written = rest[field.key]
                value: object = written
                if isinstance(written, dict) and field.section is not None:
                    value = field.section.from_wire(written)
                elif type(written) not in field.types:  # of those that need no reading, which most are
                    value = read_value(written, field.types)
                if value is not None:
                    known[field.attribute] = value
                    del rest[field.key]
        return cls(**known, **{cls._rest: rest})

    def to_wire(self) -> JsonObject:
        """The JSON object: known keys in the order of the contract, then the rest. A field not set does not appear."""
        wire: JsonObject = {}
        for field in self.wire_fields():
            value = getattr(self, field.attribute)
            if isinstance(value, Section):
                wire[field.key] = value.to_wire()
            elif value is not None:
                wire[field.key] = list(value) if isinstance(value, tuple) else value
        return self._with_rest(wire) if getattr(self, self._rest) else wire

    @functools.cached_property
    def wire(self) -> JsonObject:
        """The same, written once for all who only read it: nobody may change it."""
        wire: JsonObject = {}
        for field in self.wire_fields():
            value = getattr(self, field.attribute)
            if isinstance(value, Section):
                wire[field.key] = value.wire
            elif value is not None:
                wire[field.key] = list(value) if isinstance(value, tuple) else value
        return self._with_rest(wire) if getattr(self, self._rest) else wire

    def with_value(self, path: tuple[str, ...], value: JsonValue) -> Self | None:
        """The section with another value at a path where one of its type stands; None where it is to be read anew.

        What comes out, written form included, is what reading the whole would give.
        """
        way: list[tuple[Section, WireField]] = []
        inner: object = self
        for key in path:
            field = inner.wire_fields_by_key().get(key) if isinstance(inner, Section) else None
            if field is None or not isinstance(inner, Section):
                return None
            way.append((inner, field))
            inner = getattr(inner, field.attribute)
        if inner is None or type(inner) is not type(value) or type(value) not in way[-1][1].types:
            return None
        made: object = value
        written = value
        for section, field in reversed(way):
            wire: JsonObject = {**section.wire, field.key: written}
            made = dataclasses.replace(cast("Any", section), **{field.attribute: made})
            vars(made)["wire"] = written = wire
        return cast("Self", made)

    def _with_rest(self, wire: JsonObject) -> JsonObject:
        rest: JsonObject = getattr(self, self._rest)
        for key, value in rest.items():
            wire.setdefault(key, value)
        return wire

    @property
    def rest(self) -> JsonObject:
        """Returns the keys of the section beside its known fields, whatever that field is called."""
        return cast("JsonObject", getattr(self, self._rest))


def read_value(value: JsonValue, types: tuple[Any, ...]) -> object | None:
    """The value as the model keeps it, or None where none of the types takes it.

    Types are compared exactly: True is no integer and 5.0 is none either, else they would not be written back as they
    came.
    """
    for kind in types:
        origin = typing.get_origin(kind) or kind
        if origin is tuple:
            if isinstance(value, list) and all(type(each) is str for each in value):
                return tuple(value)
        elif isinstance(origin, type) and issubclass(origin, Section):
            if isinstance(value, dict):
                return origin.from_wire(value)
        elif type(value) is origin:
            return value
    return None


def _json_name(kind: Any) -> str:
    origin = typing.get_origin(kind) or kind
    names = {str: "text", bool: "boolean", int: "integer", float: "number", tuple: "text_list", dict: "object"}
    return names.get(origin, "object")
