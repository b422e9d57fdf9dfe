"""Values that a dotted path reaches in a document: through sub-documents, arrays of documents and positions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from scoro_desktop.sandbox.values import MISSING

Document: TypeAlias = Mapping[str, Any]

Leaf: TypeAlias = tuple[Any, bool]
"""A value at the end of a path, and whether it is an array whose elements are meant as well as itself."""


def reach(path: str) -> Callable[[Document], Sequence[Leaf]]:
    """A function from a document to every leaf that `path` has in it.

    As in MongoDB: a branch that ends early gives MISSING, except inside an array, where an element that is no document
    gives nothing; elements of arrays within arrays are reached by position only; what a position reaches is meant as
    it is.
    """
    if "." not in path:

        def field(document: Document) -> Sequence[Leaf]:
            value = document.get(path, MISSING)
            return ((value, value.__class__ is list),)

        return field

    parts = path.split(".")

    def walk(document: Document) -> Sequence[Leaf]:
        leaves: list[Leaf] = []
        _in_document(document, parts, leaves)
        return leaves

    return walk


def _in_document(document: Any, parts: Sequence[str], leaves: list[Leaf]) -> None:
    value = document
    for index, part in enumerate(parts):
        if not isinstance(value, dict):
            leaves.append((MISSING, False))
            return
        value = value.get(part, MISSING)
        if isinstance(value, list):
            rest = parts[index + 1 :]
            if rest:
                _in_array(value, rest, leaves)
            else:
                leaves.append((value, True))
            return
    leaves.append((value, False))


def _in_array(array: Sequence[Any], parts: Sequence[str], leaves: list[Leaf]) -> None:
    for position, element in enumerate(array):
        if isinstance(element, dict):
            _in_document(element, parts, leaves)
        if parts[0] == str(position):
            if len(parts) == 1:
                leaves.append((element, False))
            elif isinstance(element, dict):
                _in_document(element, parts[1:], leaves)
            elif isinstance(element, list):
                _in_array(element, parts[1:], leaves)
