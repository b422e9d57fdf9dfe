"""`data/find`: which documents, in which order, with which fields, and how they are written."""

import base64
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from scoro_desktop.sandbox.paths import reach
from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.values import MISSING, sort_key, whole_number

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
    for field, way in reversed(sort.items()):
        documents = sorted(documents, key=_key(field, descending=way == -1), reverse=way == -1)
    return documents


def _key(field: str, *, descending: bool) -> Callable[[Document], tuple[int, Any]]:
    """What a document is sorted by: of an array its least element, or its greatest when descending."""
    leaves = reach(field)

    def key(document: Document) -> tuple[int, Any]:
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
    paths = [name.split(".") for name in ["_id", *fields]]
    return lambda document: _only(document, paths)


def _only(document: Mapping[str, Any], paths: Sequence[Sequence[str]]) -> Document:
    result: Document = {}
    for name, value in document.items():
        rests = [path[1:] for path in paths if path[0] == name]
        if any(not rest for rest in rests):
            result[name] = value
        elif rests and isinstance(value, dict):
            result[name] = _only(value, rests)
        elif rests and isinstance(value, list):
            result[name] = [_only(item, rests) for item in value if isinstance(item, dict)]
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
