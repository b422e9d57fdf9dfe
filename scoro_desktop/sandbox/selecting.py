"""Selection of documents by a query within a limit of time: here, or in a process that can be ended."""

import functools
import itertools
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from scoro_desktop.sandbox.crowd import population
from scoro_desktop.sandbox.indexes import Indexes
from scoro_desktop.sandbox.matcher import Predicate, compile_query
from scoro_desktop.sandbox.own_process import OwnProcess
from scoro_desktop.sandbox.refusals import QueryRefused, TookTooLong

QUERY_S: Final = 1.2
"""The longest time that a query may run, in seconds: with all that is around it, its answer is there within two."""
WORKER: Final = "scoro_desktop.sandbox.worker"
"""The module that runs in a process of its own."""

_CHEAP: Final = 5_000  # values of a query, and 64 letters count as one; with so many, a document takes a few ms
_LETTERS: Final = 64
_PATTERNS: Final = frozenset({"$regex", "$regularExpression"})


def is_costly(query: object) -> bool:
    """Tells whether a query could hold up the program it runs in: one with a regular expression, or with very many
    values.

    A regular expression holds Python's lock for as long as it looks through one string, and with it every thread.
    """
    left: list[Any] = [query]
    cost = 0
    while left and cost <= _CHEAP:
        value = left.pop()
        cost += 1
        if isinstance(value, dict):
            if not _PATTERNS.isdisjoint(value):
                return True
            cost += sum(len(name) // _LETTERS for name in value)
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, str):
            cost += len(value) // _LETTERS
    return cost > _CHEAP


def selected(collection: str, query: object, people: int | None = None) -> list[int]:
    """The positions, in a collection that there is, of the documents that `query` selects.

    `people`: of so many (`crowd.population`). Raises QueryRefused for what is no query, TookTooLong after `QUERY_S`;
    that is looked at between two documents.
    """
    matches = compile_query(query)
    return list(_matching(collection, matches, _indexes(people).candidates(collection, query), people))


def _matching(collection: str, matches: Predicate, candidates: Iterable[int], people: int | None) -> Iterator[int]:
    documents = population(people).collection(collection)
    if documents is None:
        raise KeyError(collection)
    give_up = time.monotonic() + QUERY_S
    for place in candidates:
        if time.monotonic() > give_up:
            raise TookTooLong
        if matches(documents[place]):
            yield place


@functools.lru_cache(maxsize=2)
def _indexes(people: int | None) -> Indexes:
    return Indexes(population(people))


class Selecting:
    """Runs queries: cheap ones on the thread that asks, the others in one process of their own, in turn.

    Safe to use from several threads.
    """

    def __init__(self, people: int | None = None) -> None:
        """`people`: as many as `crowd.population` is asked for."""
        self.world = population(people)
        self._people = people
        self._process = OwnProcess(WORKER, *([] if people is None else [str(people)]))

    def places(self, collection: str, query: object) -> Sequence[int]:
        """Returns and raises as `selected`; for a costly query also OSError, where no process can be had for it."""
        if not is_costly(query):
            return selected(collection, query, self._people)
        question = json.dumps({"collection": collection, "query": query}).encode()
        answer = json.loads(self._process.ask(question, QUERY_S))
        if "refused" in answer:
            raise QueryRefused(answer["refused"])
        if "late" in answer:
            raise TookTooLong
        places: list[int] = answer["places"]
        return places

    def first_by_id(self, collection: str, query: object, number: int, *, descending: bool) -> Sequence[int] | None:
        """The first so many of them in the order of `_id`, without a look at the rest; None where a query is costly."""
        if is_costly(query):
            return None
        matches = compile_query(query)
        candidates = _indexes(self._people).by_id(collection, query)
        ordered = reversed(candidates) if descending else candidates
        return [*itertools.islice(_matching(collection, matches, ordered, self._people), number)]

    def close(self) -> None:
        """Ends the process, and with it what it is at: that raises OSError."""
        self._process.close()
