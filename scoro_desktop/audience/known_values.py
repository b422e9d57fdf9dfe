"""Values that a field is known to have: those that Scorocode documents, and those seen in a sample."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, TypeAlias

from scoro_desktop import late
from scoro_desktop.audience.conditions_values import is_line, rfc_3339
from scoro_desktop.audience.schema import MOST_FIELDS, MOST_LEVELS
from scoro_desktop.wire import JsonValue

MOST: Final = 30
"""Values of one field that are kept: more than that nobody reads through."""
LONGEST: Final = 60
"""Characters of a text that is kept: a longer one is prose, and nobody's choice out of a list."""
_MOST_ITEMS: Final = 100
"""Items of a list that are looked at."""

Values: TypeAlias = Mapping[str, tuple[tuple[JsonValue, int], ...]]
"""By a field's dotted path, its values as a query writes them, each with the number of documents in the sample that
have it; the most frequent first.
"""

_DOCUMENTED: Final[Mapping[str, tuple[str, ...]]] = {"deviceType": ("android", "ios")}
"""The values that Scorocode documents, by field (docs, "appapi")."""


@late.dataclass(frozen=True)
class KnownValue:
    """A value as a query writes it. `times`: how many documents of the sample have it."""

    value: JsonValue
    times: int = 0


def known_values(field: str, sample: Values) -> tuple[KnownValue, ...]:
    """Returns the known values of one field, the documented ones first."""
    documented = _DOCUMENTED.get(field, ())
    seen = sample.get(field, ())
    times = {value: times for value, times in seen if isinstance(value, str)}
    return (
        *(KnownValue(each, times.get(each, 0)) for each in documented),
        *(KnownValue(each, times) for each, times in seen if each not in documented),
    )


def values_of_sample(documents: Iterable[Mapping[str, object]]) -> dict[str, tuple[tuple[JsonValue, int], ...]]:
    """The short scalars in documents, by field: texts, numbers, dates and ids, each in its exact or extended form.

    Of a list its items count, since a filter on it matches any of them. A value counts once for each document. Give it
    documents without their secret fields: it knows nothing of secrets.
    """
    counts: dict[str, Counter[str]] = {}
    for document in documents:
        for path, written in set(_scalars(document, "", MOST_LEVELS)):
            if path in counts or len(counts) < MOST_FIELDS:
                counts.setdefault(path, Counter())[written] += 1
    return {
        path: tuple(
            (json.loads(written), times) for written, times in sorted(counted.items(), key=_most_frequent)[:MOST]
        )
        for path, counted in counts.items()
    }


def _most_frequent(counted: tuple[str, int]) -> tuple[int, str]:
    written, times = counted
    return -times, written


def _scalars(document: Mapping[str, object], prefix: str, levels: int) -> Iterator[tuple[str, str]]:
    """Every path with a value as JSON writes it."""
    for name, value in document.items():
        if not name or "." in name or name.startswith("$"):
            continue  # no path leads there
        for each in value[:_MOST_ITEMS] if isinstance(value, list) else [value]:
            if isinstance(each, Mapping):
                if levels > 1:
                    yield from _scalars(each, f"{prefix}{name}.", levels - 1)
            elif (scalar := _scalar(each)) is not None:
                yield prefix + name, json.dumps(scalar)


def _scalar(value: object) -> JsonValue:
    """Writes a value of BSON for a query; None where it is not offered: null, yes and no, bytes, long texts."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return value if len(value) <= LONGEST and is_line(value) and value == value.strip() else None
    if isinstance(value, datetime):
        return {"$date": rfc_3339(value.astimezone(UTC))}
    # Its class is known by name: to import bson for it would be all that this room needs of it.
    return {"$oid": str(value)} if type(value).__name__ == "ObjectId" else None
