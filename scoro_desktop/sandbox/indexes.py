"""Indexes over the sample: which documents a query can select at all, found without a look at the others.

A campaign asks for 50 to 200 people by a list of their ids or phones, and for an audience page by page; for each page,
a walk through 20,000 documents would take longer than everything else.
"""

import bisect
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from scoro_desktop.sandbox.sample import World

_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "users": frozenset({"_id", "phone", "email", "username"}),
    "devices": frozenset({"_id", "userId", "deviceId"}),
    "roles": frozenset({"_id", "name"}),
}
"""Fields that hold a string in each document that has them."""


class _Found(NamedTuple):
    """Positions of documents, each once; those of a range stand in the order of `_id`."""

    places: Sequence[int]
    by_id: bool = False


def _shortest(found: Iterable[_Found | None]) -> _Found | None:
    return min((each for each in found if each is not None), key=lambda each: len(each.places), default=None)


class Indexes:
    """The indexes of one world, each made when it is first of use. Safe to use from several threads."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lock = threading.Lock()
        self._values: dict[tuple[str, str], Mapping[str, Sequence[int]]] = {}
        self._orders: dict[str, tuple[Sequence[str], Sequence[int]]] = {}

    def candidates(self, collection: str, query: object) -> Sequence[int]:
        """Positions, ascending, of documents among which are all that a query selects."""
        found = self._of_filter(collection, query)
        return range(len(self._world.collection(collection) or ())) if found is None else sorted(found.places)

    def by_id(self, collection: str, query: object) -> Sequence[int]:
        """The same in the order of `_id`."""
        found = self._of_filter(collection, query)
        if found is None:
            return self._order(collection)[1]
        documents = self._world.collection(collection) or ()
        return found.places if found.by_id else sorted(found.places, key=lambda place: str(documents[place]["_id"]))

    def _of_filter(self, collection: str, query: object) -> _Found | None:
        """The shortest of what its conditions, all of which must hold, leave; None where each leaves all."""
        if not isinstance(query, dict):
            return None
        return _shortest(self._of_condition(collection, field, operand) for field, operand in query.items())

    def _of_condition(self, collection: str, field: str, operand: object) -> _Found | None:
        if field == "$and" and isinstance(operand, list):
            return _shortest(self._of_filter(collection, each) for each in operand)
        if field not in _KEYS.get(collection, ()):
            return None
        if isinstance(operand, str):
            return self._equal(collection, field, [operand])
        if not isinstance(operand, dict):
            return None
        if isinstance(one := operand.get("$eq"), str):
            return self._equal(collection, field, [one])
        values = operand.get("$in")
        if isinstance(values, list) and all(isinstance(value, str) for value in values):
            return self._equal(collection, field, values)
        return self._range(collection, operand) if field == "_id" else None

    def _equal(self, collection: str, field: str, values: Sequence[str]) -> _Found:
        index = self._index(collection, field)
        return _Found([place for value in dict.fromkeys(values) for place in index.get(value, ())])

    def _range(self, collection: str, operand: Mapping[str, object]) -> _Found | None:
        """Ids from the one to the other; None where no end is given, or one that is no string."""
        given = [(bound, operand[name]) for name, bound in _BOUNDS.items() if name in operand]
        if not given:
            return None
        ids, places = self._order(collection)
        start, end = 0, len(ids)
        for (is_start, look), value in given:
            if not isinstance(value, str):
                return None
            if is_start:
                start = max(start, look(ids, value))
            else:
                end = min(end, look(ids, value))
        return _Found(places[start : max(start, end)], by_id=True)

    def _index(self, collection: str, field: str) -> Mapping[str, Sequence[int]]:
        with self._lock:
            if (collection, field) not in self._values:
                index: dict[str, list[int]] = {}
                for place, document in enumerate(self._world.collection(collection) or ()):
                    if field in document:
                        index.setdefault(document[field], []).append(place)
                self._values[collection, field] = index
            return self._values[collection, field]

    def _order(self, collection: str) -> tuple[Sequence[str], Sequence[int]]:
        """The ids in their order, and where each stands."""
        with self._lock:
            if collection not in self._orders:
                ids = [(str(each["_id"]), place) for place, each in enumerate(self._world.collection(collection) or ())]
                ids.sort()
                self._orders[collection] = [name for name, _ in ids], [place for _, place in ids]
            return self._orders[collection]


_BOUNDS: Final[Mapping[str, tuple[bool, Callable[[Sequence[str], str], int]]]] = {
    "$gt": (True, bisect.bisect_right),
    "$gte": (True, bisect.bisect_left),
    "$lt": (False, bisect.bisect_left),
    "$lte": (False, bisect.bisect_right),
}
"""The end of a range that each operator gives, and how its place among the ids is found."""
