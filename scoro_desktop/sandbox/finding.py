"""`data/find`: which documents, in which order, with which fields, and how they are written."""

import base64
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, TypeAlias

from scoro_desktop.sandbox.paths import reach
from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.values import MISSING, sort_key, whole_number

MAX_SORTED: Final = 32
"""Fields that documents are sorted by (MongoDB manual, "Limits and Thresholds": number of sort keys)."""
DEFAULT_LIMIT: Final = 50
MAX_LIMIT: Final = 100
"""Documents in one answer (docs, "httpapi2"); a request for more gets this many."""

Document = dict[str, Any]


def sorted_by(documents: list[Document], sort: object) -> list[Document]:
    """The documents in the order of `sort`, {field: 1 or -1}, the first field before the others.

    Raises Refused (400) for any other `sort`.
    """
    if sort is None:
        return documents
    if not isinstance(sort, dict) or any(isinstance(way, bool) or way not in (1, -1) for way in sort.values()):
        raise Refused(HTTPStatus.BAD_REQUEST, "sort must be an object of fields with 1 or -1")
    if len(sort) > MAX_SORTED:
        raise Refused(HTTPStatus.BAD_REQUEST, f"too many compound sort keys: more than {MAX_SORTED}")
    for field, way in reversed(sort.items()):
        documents = sorted(documents, key=_key(field, descending=way == -1), reverse=way == -1)
    return documents


def way_by_id(sort: object) -> int | None:
    """1 or -1 where documents are sorted by `_id` and nothing else; None for any other order, and for what is none."""
    if not isinstance(sort, dict) or sort.keys() != {"_id"} or isinstance(sort["_id"], bool):
        return None
    return next((way for way in (1, -1) if sort["_id"] == way), None)


def _key(field: str, *, descending: bool) -> Callable[[Document], tuple[int, Any]]:
    """Returns the key that a document is sorted by: of an array its least element, or its greatest when descending."""
    leaves = reach(field)
    within = "." in field

    def key(document: Document) -> tuple[int, Any]:
        if not within and not isinstance(plain := document.get(field, MISSING), list):
            return sort_key(plain)  # as below, at a third of the time: an app asks for the newest at every start
        keys = [
            sort_key(item)
            for value, expands in leaves(document)
            for item in ((value or [MISSING]) if expands else [value])
        ]
        if not keys:
            return sort_key(MISSING)
        return max(keys) if descending else min(keys)

    return key


def projection(fields: object) -> Callable[[Document], Document]:
    """A function that leaves only the named fields of a document, and its `_id`. No names: all of them.

    Raises Refused (400) for `fields` that is not a list of names.
    """
    if fields is None or fields == []:
        return lambda document: document
    if not isinstance(fields, list) or not all(isinstance(name, str) for name in fields):
        raise Refused(HTTPStatus.BAD_REQUEST, "fields must be an array of field names")
    wanted: _Wanted = {}
    for name in ["_id", *fields]:
        inner = wanted
        for part in name.split("."):
            inner = inner.setdefault(part, {})
        inner[None] = {}
    return lambda document: _only(document, wanted)


_Wanted: TypeAlias = dict[str | None, Any]
"""Names of fields with what is wanted within each; None beside them means all of it."""


def _only(document: Mapping[str, Any], wanted: _Wanted) -> Document:
    result: Document = {}
    for name, value in document.items():
        inner = wanted.get(name)
        if inner is None:
            continue
        if None in inner:
            result[name] = value
        elif isinstance(value, dict):
            result[name] = _only(value, inner)
        elif isinstance(value, list):
            result[name] = [_only(item, inner) for item in value if isinstance(item, dict)]
    return result


def number_of(body: Mapping[str, object], name: str, default: int) -> int:
    """A number of documents in a request. Raises Refused (400) for anything but a whole number from 0 on."""
    if body.get(name) is None:
        return default
    value = whole_number(body[name])
    if value is None or value < 0:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} must be a whole number that is not negative")
    return value


def as_bson(documents: Sequence[Document]) -> str:
    """Base64 of one BSON document whose keys "0", "1", ... hold the documents."""
    import bson  # 28 ms, and only this endpoint needs it

    return base64.b64encode(bson.encode({str(place): document for place, document in enumerate(documents)})).decode()
