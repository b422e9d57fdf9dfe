"""The fields of a collection: as the application's schema lists them, as documented, or as seen in a sample."""

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeAlias

from scoro_desktop.wire import JsonObject, JsonValue


class FieldType(enum.StrEnum):
    """The types of fields, by the words of Scorocode's documentation ("appapi"). UNKNOWN: another one, or not told."""

    DATE = "Date"
    BOOLEAN = "Boolean"
    STRING = "String"
    FILE = "File"
    NUMBER = "Number"
    PASSWORD = "Password"  # noqa: S105
    ARRAY = "Array"
    OBJECT = "Object"
    RELATION = "Relation"
    POINTER = "Pointer"
    ACL = "ACL"
    UNKNOWN = ""


@dataclass(frozen=True)
class Field:
    """One field. `type_name`: the word the server had for its type. `target`: the collection a Pointer leads to."""

    name: str
    type: FieldType = FieldType.UNKNOWN
    type_name: str = ""
    system: bool = False
    target: str = ""

    @property
    def is_secret(self) -> bool:
        """Tells whether it may not be offered or shown: passwords, tokens and lists of rights."""
        return self.type in {FieldType.PASSWORD, FieldType.ACL} or is_secret_name(self.name)


Schema: TypeAlias = Mapping[str, tuple[Field, ...]]

MOST_LEVELS: Final = 3
"""Levels of objects within objects that a sample is searched for fields: deeper ones can be typed."""

MOST_FIELDS: Final = 500
"""Fields taken from a sample: an object used as a dictionary would otherwise fill the list with its keys."""


def is_secret_name(name: str) -> bool:
    """Tells whether a field's name, or a part of its dotted path, says that it holds a password, a token or rights."""
    parts = name.lower().split(".")
    return any("password" in part or "token" in part or part.endswith("acl") for part in parts)


def offered(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Those that may be offered to choose from, in their order."""
    return tuple(field for field in fields if not field.is_secret)


def without(document: Mapping[str, Any], secret: Collection[str]) -> dict[str, Any]:
    """The document less the fields at these dotted paths."""
    inner: dict[str, set[str]] = {}
    for path in secret:
        name, _, rest = path.partition(".")
        inner.setdefault(name, set()).add(rest)
    return {
        name: _inside(value, inner[name]) if name in inner else value
        for name, value in document.items()
        if "" not in inner.get(name, ())
    }


def _inside(value: object, secret: Collection[str]) -> object:
    """Returns the value at a path that leads on to something secret: through lists as well, as MongoDB's paths do."""
    if isinstance(value, Mapping):
        return without(value, secret)
    if isinstance(value, list):
        return [_inside(each, secret) for each in value]
    return value


def _documented(listed: str) -> tuple[Field, ...]:
    pairs = (each.split(":") for each in listed.split())
    return tuple(Field(name, FieldType(kind), kind, system=True) for name, kind in pairs)


_COMMON: Final = "createdAt:Date updatedAt:Date readACL:ACL updateACL:ACL removeACL:ACL"
_SYSTEM: Final[Schema] = {
    "devices": _documented(f"_id:String userId:String deviceId:String deviceType:String {_COMMON}"),
    "users": _documented(
        "_id:String username:String email:String phone:String password:Password emailVerified:Boolean roles:Array "
        f"token:String {_COMMON}"
    ),
    "roles": _documented(f"_id:String name:String {_COMMON}"),
}


def documented_fields(collection: str) -> tuple[Field, ...]:
    """The system fields that Scorocode documents (docs, "appapi") for a collection; `_id` at least."""
    return _SYSTEM.get(collection, _documented(f"_id:String {_COMMON}"))


def read_collections(reply: JsonObject) -> dict[str, tuple[Field, ...]]:
    """The fields of every collection, out of the answer to `app/collections`, with the documented ones it leaves out.

    Entries that are no collection or no field are passed over; a type that is not documented becomes UNKNOWN and keeps
    its word. Raises ValueError where the answer holds no collections at all.
    """
    collections = reply.get("collections")
    if not isinstance(collections, dict):
        raise ValueError("the answer holds no collections")  # noqa: TRY004
    result = {}
    for name, collection in collections.items():
        if isinstance(collection, dict) and isinstance(collection.get("fields"), list):
            result[name] = joined(_fields(collection["fields"]), documented_fields(name))
    return result


def fields_of_sample(documents: Iterable[Mapping[str, object]]) -> tuple[Field, ...]:
    """The fields that documents have, by name; those of objects by their dotted paths.

    A field's type is known where all its values agree; null says nothing. The documents may hold what BSON can: dates
    and ids are told by their classes.
    """
    types: dict[str, set[FieldType]] = {}
    for document in documents:
        for path, kind in _leaves(document, "", MOST_LEVELS):
            if path in types or len(types) < MOST_FIELDS:
                seen = types.setdefault(path, set())
                if kind is not None:
                    seen.add(kind)
    result = []
    for path in sorted(types, key=str.casefold):
        kinds = types[path]
        kind = kinds.pop() if len(kinds) == 1 else FieldType.UNKNOWN
        result.append(Field(path, kind, kind.value))
    return tuple(result)


def joined(*sources: Iterable[Field]) -> tuple[Field, ...]:
    """The fields of all sources, each name once, as the first describes it; a later one may know the type it lacks."""
    result: dict[str, Field] = {}
    for field in (each for source in sources for each in source):
        known = result.setdefault(field.name, field)
        if known.type is FieldType.UNKNOWN and not known.type_name and field.type is not FieldType.UNKNOWN:
            result[field.name] = replace(known, type=field.type, type_name=field.type_name)
    return tuple(result.values())


def _fields(listed: JsonValue) -> Iterator[Field]:
    for each in listed if isinstance(listed, list) else []:
        name = each.get("name") if isinstance(each, dict) else None
        if not isinstance(each, dict) or not isinstance(name, str) or not name:
            continue
        word, target = each.get("type"), each.get("target")
        word = word if isinstance(word, str) else ""
        yield Field(name, _type(word), word, each.get("system") is True, target if isinstance(target, str) else "")


def _type(word: str) -> FieldType:
    try:
        return FieldType(word)
    except ValueError:
        return FieldType.UNKNOWN


def _leaves(document: Mapping[str, object], prefix: str, levels: int) -> Iterator[tuple[str, FieldType | None]]:
    for name, value in document.items():
        # A name with a dot in it, or none at all, cannot be reached by a path.
        if not name or "." in name or name.startswith("$"):
            continue
        path = prefix + name
        yield path, _type_of(value)
        if isinstance(value, Mapping) and levels > 1:
            yield from _leaves(value, path + ".", levels - 1)


def _type_of(value: object) -> FieldType | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return FieldType.BOOLEAN
    for classes, kind in (
        ((int, float), FieldType.NUMBER),
        (str, FieldType.STRING),
        (date, FieldType.DATE),  # a datetime is one
        (Mapping, FieldType.OBJECT),
        ((list, tuple), FieldType.ARRAY),
    ):
        if isinstance(value, classes):
            return kind
    return FieldType.UNKNOWN
