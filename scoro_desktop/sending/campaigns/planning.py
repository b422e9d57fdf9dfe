"""People into requests: those who get the same text share one, 200 at most, each with a clause of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from scoro_desktop import wire
from scoro_desktop.audience.relative_dates import holds_rules
from scoro_desktop.messages.channels.registry import PEOPLE_FIELDS
from scoro_desktop.storage.campaigns.types import NewRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoro_desktop.sending.campaigns.pricing import Pricing
    from scoro_desktop.wire import JsonObject, JsonValue

MOST_IN_ONE: Final = 200
"""People of one request. Ours: a request in doubt puts so many people in doubt; 200 ids are 2.6 kB."""
OPEN_GROUPS: Final = 5_000
"""Texts that wait for more people at once: past them the longest waiting one leaves as it is, and memory is flat."""
_AUDIENCE: Final = frozenset({"coll", "query"})


@dataclass(frozen=True)
class Ready:
    """Somebody who will be sent to. `id`: the row in the ledger; `person`: the `_id` of the user.

    `message`: the body less keys, collection and query, filled in for this person. `phone`: as phones are compared.
    """

    id: int
    person: str = field(repr=False)
    message: JsonObject = field(repr=False)
    phone: str = field(default="", repr=False)


@dataclass
class _Group:
    message: JsonObject
    ids: list[int]
    persons: list[str]
    phones: list[str]


def plan_requests(
    people: Iterable[Ready], collection: str, also: JsonObject | None = None, pricing: Pricing | None = None
) -> Iterator[NewRequest]:
    """The requests for these people, in the order of the first of each.

    `also`: a clause that goes with each request's own, as the locked one. `pricing`: works out what each costs.

    Raises ValueError for a collection in which nobody can be named, for somebody without an `_id`, for a message that
    names an audience of its own, and for relative dates that were not worked out.
    """
    if collection not in PEOPLE_FIELDS:
        raise ValueError("people cannot be named in this collection")
    if holds_rules(also):
        raise ValueError("a relative date was not worked out")
    import hashlib  # brings the system's cryptography along: 3 MB

    groups: dict[bytes, _Group] = {}
    for each in people:
        if not each.person:
            raise ValueError("somebody without an _id cannot be named")
        if not _AUDIENCE.isdisjoint(each.message):
            raise ValueError("a message names no audience of its own")
        key = hashlib.sha256(wire.compact(each.message)).digest()
        group = groups.get(key)
        if group is None:
            if len(groups) >= OPEN_GROUPS:
                yield _request(groups.pop(next(iter(groups))), collection, also, pricing)
            group = groups[key] = _Group(each.message, [], [], [])
        group.ids.append(each.id)
        group.persons.append(each.person)
        group.phones.append(each.phone)
        if len(group.ids) == MOST_IN_ONE:
            yield _request(groups.pop(key), collection, also, pricing)
    for group in groups.values():
        yield _request(group, collection, also, pricing)


def has_clause_of_its_own(body: JsonObject) -> bool:
    """Tells whether a request says whom it is for: one without a clause would go to everybody.

    An `$and` needs one in each of its parts.
    """
    return isinstance(body.get("coll"), str) and _selects(body.get("query"))


def _selects(query: JsonValue) -> bool:
    if not isinstance(query, dict) or not query:
        return False
    parts = query.get("$and")
    if parts is not None:
        return isinstance(parts, list) and bool(parts) and all(_selects(part) for part in parts)
    return True


def _request(group: _Group, collection: str, also: JsonObject | None, pricing: Pricing | None) -> NewRequest:
    listed: list[JsonValue] = [*group.persons]
    clause: JsonObject = {PEOPLE_FIELDS[collection]: {"$in": listed}}
    query: JsonObject = {"$and": [clause, also]} if also else clause
    parts, amount = (None, None) if pricing is None else pricing.of(group.message, group.phones)
    body: JsonObject = {"coll": collection, "query": query, **group.message}
    return NewRequest(body, tuple(group.ids), parts=parts, amount=amount)
