"""Values at paths within a JSON object: taken out, put in, laid over one another."""

import copy

from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.wire import JsonObject, JsonValue


def take(wire: JsonObject, path: FieldPath) -> JsonValue:
    """Removes and gives what stands at `path`, None where nothing does; an object that it empties goes with it.

    A null stays where it is: no field stands for it.
    """
    if len(path) == 1:
        return None if wire.get(path[0]) is None else wire.pop(path[0])
    inner = wire.get(path[0])
    if not isinstance(inner, dict):
        return None
    value = take(inner, path[1:])
    if value is not None and not inner:
        del wire[path[0]]
    return value


def standing_at(wire: JsonObject, path: FieldPath) -> JsonValue:
    """The value at `path`, None where nothing stands there."""
    inner: JsonValue = wire
    for key in path:
        inner = inner.get(key) if isinstance(inner, dict) else None
    return inner


def put(wire: JsonObject, path: FieldPath, value: JsonValue) -> None:
    """Sets what stands at `path`, making the objects on the way."""
    for key in path[:-1]:
        inner = wire.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        wire = inner
    wire[path[-1]] = value


def lay_under(wire: JsonObject, carried: JsonObject) -> None:
    """Adds what was carried along beneath what the fields say: a field wins over it."""
    for key, value in carried.items():
        here = wire.get(key)
        if isinstance(here, dict) and isinstance(value, dict):
            lay_under(here, value)
        elif key not in wire:
            wire[key] = copy.deepcopy(value)


def not_covered(carried: JsonObject, wire: JsonObject) -> JsonObject:
    """Returns the part of the carried that `lay_under` would add to what the fields say."""
    rest: JsonObject = {}
    for key, value in carried.items():
        here = wire.get(key)
        if key not in wire:
            rest[key] = value
        elif isinstance(here, dict) and isinstance(value, dict) and (inner := not_covered(value, here)):
            rest[key] = inner
    return rest
