"""Look-ups about an application beside counts: documents of a collection, and the fields that there are."""

import base64
from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeAlias

from scoro_desktop.audience.schema import Schema, is_secret_name, read_collections
from scoro_desktop.scorocode import reading
from scoro_desktop.scorocode.bson_reader import BsonReader
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.wire import JsonObject

Document: TypeAlias = Mapping[str, Any]
"""A document by field: str, int, float, bool, None, datetime (UTC, aware), what `bson_values` has, lists, documents."""
MOST: Final = 100
"""The most documents in one answer (reference: "data/find", limit)."""


class LooksUp(Protocol):
    """The part of `client.Client` that look-ups need."""

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        """A call that changes nothing."""


def find(client: LooksUp, collection: str, query: JsonObject, limit: int = MOST) -> tuple[Document, ...] | Failure:
    """Up to `limit` documents that match, newest first, without their secret fields. Blocks."""
    body: JsonObject = {"coll": collection, "query": query, "sort": {"createdAt": -1}, "limit": min(limit, MOST)}
    # An answer may hold tokens: a failure must not carry its text.
    reply = client.look_up("data/find", body, keep=False)
    if isinstance(reply, Failure):
        return reply
    documents = read_documents(reply.get("result"))
    return reading.unreadable(200) if documents is None else documents[:limit]


def read_documents(result: object) -> tuple[Document, ...] | None:
    """The documents in `result` of `data/find`: base64 of a BSON document read as an array; None for anything else.

    Secret fields are left out, however deep. A document that cannot be read to its end, or has fields beyond
    `bson_reader.MOST_NAMES`, is a `bson_values.Partial`. Of more than MOST documents, which nobody asks for, the first.
    """
    if not isinstance(result, str):
        return None
    if not result:
        return ()
    try:
        raw = base64.b64decode(result, validate=True)
    except ValueError:  # not base64, or not even ASCII
        return None
    documents = BsonReader(raw, is_secret_name).documents()
    return None if documents is None else tuple(documents[:MOST])


def schema(client: LooksUp) -> Schema | Failure:
    """`app/collections`: the fields of every collection, as the server tells. Needs the masterKey. Blocks."""
    reply = client.look_up("app/collections", {}, keep=False)
    if isinstance(reply, Failure):
        return reply
    try:
        return read_collections(reply)
    except ValueError:
        return reading.unreadable(200)
