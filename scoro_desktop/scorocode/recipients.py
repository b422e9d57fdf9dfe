"""Look-ups for campaigns: people by the values of a field, their devices, and an audience from its first to its last.

Pages go on behind the last `_id`, never by `skip`, which shifts when somebody comes or goes meanwhile.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.scorocode import limiter, reading
from scoro_desktop.scorocode.lookups import MOST, Document, LooksUp, read_documents
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.wire import JsonObject, JsonValue

AT_ONCE: Final = 50
"""Keys of one look-up: two people of each still fit one answer, which holds 100 (reference: "data/find", limit)."""
USERS: Final = "users"
DEVICES: Final = "devices"
TRIES: Final = 3
"""The number of tries of a look-up whose answer does not come: it changes nothing, and a campaign has hundreds."""
PAUSES_S: Final = (1.0, 3.0)
"""Between two tries, in seconds. Ours."""
_LOOK_S: Final = 0.1
_AGAIN: Final = frozenset({"given_up", "gateway", "reset", "read_timeout", "cut_off", "connect_timeout", "no_route"})
"""Reasons (`replies.REASONS`) that may be others a moment later."""
_TOO_MANY: Final = 429


class LookUpFailedError(Exception):
    """The server could not be asked, so nothing is known. `failure` is what came instead."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


def may_read(client: LooksUp) -> Failure | None:
    """Asks for one person, to find out whether this account may read who there is; what came instead where not."""
    reply = client.look_up("data/find", {"coll": USERS, "query": {}, "fields": ["_id"], "limit": 1}, keep=False)
    if isinstance(reply, Failure):
        return reply
    return None if read_documents(reply.get("result")) is not None else reading.unreadable(200)


class Asking:
    """Asks the server of people, as often as it takes; `wanted` is asked meanwhile.

    Every method blocks, and raises LookUpFailedError and NotWantedError.
    """

    def __init__(self, client: LooksUp, wanted: Callable[[], bool], pauses_s: Sequence[float] = PAUSES_S) -> None:
        self._client = client
        self._wanted = wanted
        self._pauses_s = pauses_s

    def pages(self, collection: str, query: JsonObject, fields: Sequence[str]) -> Iterator[tuple[Document, ...]]:
        """Yields everything that matches, by `_id`, a hundred at a time."""
        narrowed = query
        while True:
            page = self._page(collection, narrowed, fields)
            if page:
                yield page
            if len(page) < MOST:
                return
            last = page[-1].get("_id")
            if not isinstance(last, str):  # what cannot be written as it is cannot be gone on from
                raise LookUpFailedError(reading.unreadable(200))
            behind: JsonObject = {"_id": {"$gt": last}}
            narrowed = {"$and": [query, behind]} if query else behind

    def find(self, collection: str, query: JsonObject, fields: Sequence[str]) -> list[Document]:
        """Everything that matches: for queries that few match."""
        return [each for page in self.pages(collection, query, fields) for each in page]

    def count(self, collection: str, query: JsonObject) -> int:
        """`data/count`."""
        reply = self._ask("data/count", {"coll": collection, "query": query})
        count = reading.whole(reply.get("result"))
        if count is None:
            raise LookUpFailedError(reading.unreadable(200))
        return count

    def _page(self, collection: str, query: JsonObject, fields: Sequence[str]) -> tuple[Document, ...]:
        wanted: list[JsonValue] = [*dict.fromkeys(("_id", *fields))]
        body: JsonObject = {"coll": collection, "query": query, "sort": {"_id": 1}, "fields": wanted, "limit": MOST}
        documents = read_documents(self._ask("data/find", body).get("result"))
        if documents is None:
            raise LookUpFailedError(reading.unreadable(200))
        return documents

    def _ask(self, path: str, body: JsonObject) -> JsonObject:
        """Asks, and again where the answer only did not come."""
        for pause in (*self._pauses_s, 0.0):
            if not self._wanted():
                raise NotWantedError
            try:
                # An answer holds people: a failure must not carry its text.
                reply = limiter.while_wanted(self._wanted, lambda: self._client.look_up(path, body, keep=False))
            except limiter.NotWantedError:
                raise NotWantedError from None
            if not isinstance(reply, Failure):
                return reply
            failure = reply
            if not _may_pass(failure):
                break
            self._wait(pause)
        raise LookUpFailedError(failure)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not self._wanted():
                raise NotWantedError
            time.sleep(min(left, _LOOK_S))


def any_of(field: str, values: Sequence[JsonValue]) -> JsonObject:
    """The query for those whose field has one of these values."""
    return {field: {"$in": list(values)}}


def both(query: JsonObject, other: JsonObject | None) -> JsonObject:
    """The query for those who match two."""
    return {"$and": [query, other]} if other else query


def text_of(document: Document, path: str) -> str:
    """The value of a field as the text that is put into messages: empty where there is none, and for lists and objects.

    `path`: names with dots between them.
    """
    value: object = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if value is None or isinstance(value, list | dict):
        return ""
    if (date := getattr(value, "date", None)) and callable(date):
        return str(date().isoformat())
    return str(value)


def _may_pass(failure: Failure) -> bool:
    if failure.http_status == _TOO_MANY or failure.error_code == str(_TOO_MANY):
        return True
    return failure.reason in _AGAIN or (failure.reason == "server_failed" and failure.outcome is Outcome.UNKNOWN)
