"""The platforms of the devices that a query holds, as far as the query itself tells."""

from typing import Final

from scoro_desktop.wire import JsonObject, JsonValue

DEVICE_TYPE: Final = "deviceType"
"""The field of a device that tells its platform (reference: "System fields")."""
KNOWN: Final = frozenset({"android", "ios"})
"""Its values (the same)."""


def platforms(query: JsonObject) -> frozenset[str] | None:
    """Returns the values of `deviceType` that a query lets through, None where it does not tell.

    Only what stands for all of it is read: at its top, and in its `$and`.
    """
    found = _of_value(query.get(DEVICE_TYPE))
    parts = query.get("$and")
    for part in parts if isinstance(parts, list) else ():
        inner = platforms(part) if isinstance(part, dict) else None
        if inner is not None:
            found = inner if found is None else found & inner
    return found


def _of_value(value: JsonValue) -> frozenset[str] | None:
    match value:
        case {"$eq": each, **rest} if not rest:
            return _of_value(each)
        case {"$in": list(values), **rest} if not rest:
            every = values
        case str():
            every = [value]
        case _:
            return None
    known = frozenset(each for each in every if isinstance(each, str) and each in KNOWN)
    return known if known and all(each in known for each in every) else None
