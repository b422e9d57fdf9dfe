"""What is asked about an application beside counts: documents of a collection, and which fields there are.

Documents come as BSON, which is read by pymongo's `bson`; it is imported when first needed, away from the start.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeAlias

from scoro_desktop.audience.schema import Schema, is_secret_name, read_collections
from scoro_desktop.scorocode import reading
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.wire import JsonObject

Document: TypeAlias = Mapping[str, Any]
"""A document by field: str, int, float, bool, None, datetime (UTC, aware), ObjectId, bytes, lists and documents."""
MOST: Final = 100
"""The most documents in one answer (reference: "data/find", limit)."""


class LooksUp(Protocol):
    """What is asked of `client.Client`."""

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
    return reading.unreadable(200) if documents is None else documents


def read_documents(result: object) -> tuple[Document, ...] | None:
    """The documents in `result` of `data/find`: base64 of a BSON document read as an array; None for anything else."""
    import bson
    from bson.codec_options import CodecOptions, DatetimeConversion
    from bson.errors import BSONError

    if not isinstance(result, str):
        return None
    if not result:
        return ()
    try:
        raw = base64.b64decode(result, validate=True)
        options: CodecOptions[dict[str, Any]] = CodecOptions(
            tz_aware=True, datetime_conversion=DatetimeConversion.DATETIME_AUTO
        )
        array = bson.decode(raw, codec_options=options)
    except (binascii.Error, BSONError, ValueError, OverflowError):
        return None
    documents = []
    for key in sorted(array, key=lambda key: int(key) if key.isdigit() else 0):
        document = array[key]
        if not isinstance(document, dict):
            return None
        documents.append(_without_secrets(document))
    return tuple(documents)


def _without_secrets(value: Any) -> Any:
    """A value less the secret fields in it, however deep: BSON nests no deeper than Python can follow."""
    if isinstance(value, dict):
        return {name: _without_secrets(inner) for name, inner in value.items() if not is_secret_name(name)}
    return [_without_secrets(each) for each in value] if isinstance(value, list) else value


def schema(client: LooksUp) -> Schema | Failure:
    """`app/collections`: the fields of every collection, as the server tells. Needs the masterKey. Blocks."""
    reply = client.look_up("app/collections", {}, keep=False)
    if isinstance(reply, Failure):
        return reply
    try:
        return read_collections(reply)
    except ValueError:
        return reading.unreadable(200)
