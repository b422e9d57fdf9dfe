"""The fields that a query names, and whether a mistake in a name would widen the audience."""

from collections.abc import Iterator
from typing import Final

from scoro_desktop import late
from scoro_desktop.wire import JsonObject, JsonValue

JOINING: Final = ("$and", "$or", "$nor")
MATCHES_ABSENT: Final = frozenset({"$ne", "$nin", "$not"})
"""Operators that a document without the field matches (MongoDB manual, "$ne", "$nin", "$not")."""
EQUALS_NULL: Final = ("$eq", "$gte", "$lte")
"""Operators that hold for what is equal, and a field that is not there is equal to null (the same, "Comparison")."""


@late.dataclass(frozen=True)
class FieldUse:
    """One field of a query, by its dotted path.

    `widens`: whether a condition on it holds for documents that do not have it, so that a misspelt name reaches more
    people than meant.
    """

    path: str
    widens: bool


def fields_used(query: JsonObject) -> tuple[FieldUse, ...]:
    """Every field of a query, each once, in the order of the text."""
    found: dict[str, FieldUse] = {}
    for use in _uses(query, widens=False):
        seen = found.get(use.path)
        if seen is None:
            found[use.path] = use
        else:
            found[use.path] = FieldUse(use.path, seen.widens or use.widens)
    return tuple(found.values())


def _uses(query: JsonValue, *, widens: bool) -> Iterator[FieldUse]:
    if not isinstance(query, dict):
        return
    for key, value in query.items():
        if key in JOINING:
            # In $or the other branches still match when this one cannot; in $nor a branch that cannot match excludes
            # nobody.
            branches = value if isinstance(value, list) else []
            for branch in branches:
                yield from _uses(branch, widens=widens or (key == "$or" and len(branches) > 1) or key == "$nor")
        elif not key.startswith("$"):
            plain = value is not None and not isinstance(value, dict)
            yield FieldUse(key, widens or (not plain and _matches_absent(value)))


def _matches_absent(condition: JsonValue) -> bool:
    """Tells whether a condition on a field holds where there is no such field."""
    if condition is None:
        return True
    if not isinstance(condition, dict):
        return False
    if not condition.keys().isdisjoint(MATCHES_ABSENT) or condition.get("$exists") is False:
        return True
    for name in EQUALS_NULL:
        if name in condition and condition[name] is None:
            return True
    for name in ("$in", "$all"):
        listed = condition.get(name)
        if isinstance(listed, list) and None in listed:
            return True
    return False
