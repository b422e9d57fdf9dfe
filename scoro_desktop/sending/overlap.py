"""The overlap of an audience with what was sent before, as both match now: a server keeps no list of who got what.

Earlier audiences are taken as they went out, their relative dates worked out then. Only audiences of one collection can
be held against each other: a device is no user.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from scoro_desktop import late
from scoro_desktop.scorocode.replies import Failure, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from scoro_desktop.storage.earlier_sends import Earlier, EarlierCampaign, EarlierSend
    from scoro_desktop.wire import JsonObject

SHOWN_WITHIN: Final = timedelta(days=7)
"""The last sends of this time are held against an audience in its confirmation. Ours."""
MOST_SHOWN: Final = 3
MOST_COMPARED: Final = 20
"""The most earlier audiences that go into one query. Ours."""


class Counts(Protocol):
    """The part of `client.Client` that is needed here."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """Counts the documents that match."""


@late.dataclass(frozen=True)
class Lately:
    """The sends of the last hours that an audience is held against.

    `elsewhere`: how many more went to another collection; `unread`: how many cannot be compared, so that nobody can say
    all; `campaigns`: how many campaigns began that cannot be compared, as their people are too many, or no users.
    `until`: the id of the last send of all that were looked at.
    """

    sends: tuple[EarlierSend, ...] = ()
    elsewhere: int = 0
    unread: int = 0
    is_all: bool = True
    campaigns: int = 0
    until: int = 0

    @property
    def is_whole(self) -> bool:
        """Tells whether every send to this collection can be compared."""
        return self.is_all and not self.unread

    def queries(self) -> list[JsonObject]:
        """The audiences of these sends, each once."""
        queries: list[JsonObject] = []
        for each in self.sends:
            if each.query is not None and each.query not in queries:
                queries.append(each.query)
        return queries


def lately(earlier: Earlier, collection: str, since: datetime) -> Lately:
    """Picks the sends to a collection since a moment (aware) out of the earlier ones."""
    recent = [each for each in earlier.sends if each.created_at >= since]
    here = [each for each in recent if each.collection == collection]
    readable = tuple(each for each in here if each.query is not None)
    is_all = earlier.is_all or len(recent) < len(earlier.sends)
    begun = [each for each in earlier.campaigns if each.began_at >= since]
    named = campaigns_as_sends(begun, collection)
    not_named = sum(each.persons is None or each.as_send(collection) is None for each in begun)
    return Lately(
        readable + named, len(recent) - len(here), len(here) - len(readable), is_all, not_named, earlier.until
    )


def campaigns_as_sends(campaigns: Iterable[EarlierCampaign], collection: str) -> tuple[EarlierSend, ...]:
    """Campaigns whose people can be named in a collection, as sends to them: who got one is known exactly."""
    sends = (each.as_send(collection) for each in campaigns if each.persons)
    return tuple(each for each in sends if each is not None)


def both(query: JsonObject, other: JsonObject) -> JsonObject:
    """The query of those who match two; `{}` is everyone."""
    return {"$and": [query, other]} if query and other else query or other


def any_of(queries: Sequence[JsonObject]) -> JsonObject:
    """The query of those who match at least one."""
    if not all(queries):
        return {}
    return queries[0] if len(queries) == 1 else {"$or": list(queries)}


def none_of(queries: Iterable[JsonObject]) -> JsonObject:
    """The query of those who match none.

    `$nor` is MongoDB's. Scorocode hands a query on to it and does not document this operator (reference: "Query
    language"): `proof` shows that the server knows it.
    """
    return {"$nor": list(queries)}


def overlaps(
    client: Counts, collection: str, query: JsonObject, sends: Iterable[EarlierSend]
) -> list[tuple[EarlierSend, int | Failure]]:
    """Counts for each of some sends how many match it and the query; blocks. A server that is not there is not asked
    again.
    """
    counted: list[tuple[EarlierSend, int | Failure]] = []
    gone: Failure | None = None
    for each in sends:
        count = gone or client.count(collection, both(query, each.query or {}))
        if isinstance(count, Failure) and count.outcome is Outcome.NOT_SENT:
            gone = count
        counted.append((each, count))
    return counted


def of_any(client: Counts, collection: str, query: JsonObject, queries: Sequence[JsonObject]) -> int | Failure:
    """Counts how many match the query and at least one of others; blocks."""
    return client.count(collection, both(query, any_of(queries)))


def proof(client: Counts, collection: str, narrowed: JsonObject, queries: Sequence[JsonObject]) -> int | Failure:
    """Counts who is left of those that a query leaves out: 0 where the server does as it is told; blocks."""
    return client.count(collection, both(narrowed, any_of(queries)))
