"""Selection of documents by a query within a limit of time: here, or in a process that can be ended."""

import json
import time
from collections.abc import Sequence
from typing import Any, Final

from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox.matcher import compile_query
from scoro_desktop.sandbox.own_process import OwnProcess
from scoro_desktop.sandbox.refusals import QueryRefused, TookTooLong

QUERY_S: Final = 1.2
"""How long a query may run, in seconds: with all that is around it, its answer is there within two."""
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


def selected(collection: str, query: object) -> list[int]:
    """The positions, in a collection that there is, of the documents that `query` selects.

    Raises QueryRefused for what is no query, TookTooLong after `QUERY_S`; that is looked at between two documents.
    """
    documents = sample.world().collection(collection)
    if documents is None:
        raise KeyError(collection)
    give_up = time.monotonic() + QUERY_S
    matches = compile_query(query)
    places = []
    for place, document in enumerate(documents):
        if time.monotonic() > give_up:
            raise TookTooLong
        if matches(document):
            places.append(place)
    return places


class Selecting:
    """Runs queries: cheap ones on the thread that asks, the others in one process of their own, in turn.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._process = OwnProcess(WORKER)

    def places(self, collection: str, query: object) -> Sequence[int]:
        """Returns and raises as `selected`; for a costly query also OSError, where no process can be had for it."""
        if not is_costly(query):
            return selected(collection, query)
        question = json.dumps({"collection": collection, "query": query}).encode()
        answer = json.loads(self._process.ask(question, QUERY_S))
        if "refused" in answer:
            raise QueryRefused(answer["refused"])
        if "late" in answer:
            raise TookTooLong
        places: list[int] = answer["places"]
        return places

    def close(self) -> None:
        """Ends the process, and with it what it is at: that raises OSError."""
        self._process.close()
