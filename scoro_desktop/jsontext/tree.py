"""Places in a text that is JSON: paths, keys and numbers to offsets."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Final, TypeAlias

from scoro_desktop import late

if TYPE_CHECKING:  # loaded with the first tree: a start needs none
    from collections.abc import Iterator

    from tree_sitter import Language, Node, Parser

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of objects and indexes of arrays."""

_CHUNK: Final = 1024
"""Bytes that the parser is given at a time. It lets go of the interpreter only to ask for more: given 1 MB at once, it
would hold up every other thread for 100 ms."""

_SURROGATE: Final = late.pattern("[\ud800-\udfff]")
_PLUS: Final = late.pattern(rb"(?<=[eE])\+(?=[0-9])")
_SPACES: Final = " \t\r\n"


@late.dataclass(frozen=True)
class Span:
    """A stretch of the text, in code points."""

    offset: int
    length: int


class Tree:
    """The syntax tree of a text that the strict reader has read. Costs some 80 ms for 1 MB, so make it only at need.

    It says where things stand and nothing else: what they are, the strict reader says. Where the tree does not fit what
    that has read, everything stands at the whole text.
    """

    def __init__(self, text: str) -> None:
        self._bytes = text.encode("utf-8", "surrogatepass")
        self._is_ascii = text.isascii()
        self._at = (0, 0)
        inside = text.strip(_SPACES)
        self._whole = Span(text.find(inside), len(inside))
        # A lone surrogate has no UTF-8, and the grammar knows no plus in an exponent (tree-sitter-json 0.24.8): what is
        # parsed has others of the same width in their places.
        parsed = _PLUS.sub(b"0", self._bytes if self._is_ascii else _SURROGATE.sub("\ufffd", text).encode())
        self._root = _parser().parse(lambda at, _point: parsed[at : at + _CHUNK]).root_node
        self._items: dict[int, list[Node]] = {}
        self._pairs: dict[int, dict[str, tuple[Node, Node]]] = {}

    def value(self, path: Path) -> Span:
        """Returns the place of the value at the end of a path. Of a key that stands twice, the last is meant."""
        found = self._walk(path)
        return self._whole if found is None else self._span(found[1])

    def key(self, path: Path) -> Span:
        """Returns the place of the key at the end of a path; for an array's item, that of the item."""
        found = self._walk(path)
        return self._whole if found is None else self._span(found[0])

    def duplicate_keys(self) -> Iterator[tuple[str, Span, Span]]:
        """Every key that its object has already: the key, the first place, this place."""
        for node in self._all("object") if not self._root.has_error else ():
            first: dict[str, Node] = {}
            for key, _ in _keys_and_values(node):
                text = self._text(key)
                earlier = first.setdefault(text, key)
                if earlier is not key:
                    yield text, self._span(earlier), self._span(key)

    def _walk(self, path: Path) -> tuple[Node, Node] | None:
        """The nodes of the last key (or item) and of its value; None where the tree has no such place."""
        if self._root.has_error or len(self._root.named_children) != 1:
            return None
        key = value = self._root.named_children[0]
        for step in path:
            if isinstance(step, int):
                items = self._items_of(value) if value.type == "array" else []
                if step >= len(items):
                    return None
                key = value = items[step]
            else:
                pair = self._pairs_of(value).get(step) if value.type == "object" else None
                if pair is None:
                    return None
                key, value = pair
        return key, value

    # Both are kept: a node makes its list of children anew each time it is asked.

    def _items_of(self, node: Node) -> list[Node]:
        if node.id not in self._items:
            self._items[node.id] = node.named_children
        return self._items[node.id]

    def _pairs_of(self, node: Node) -> dict[str, tuple[Node, Node]]:
        if node.id not in self._pairs:
            self._pairs[node.id] = {self._text(key): (key, value) for key, value in _keys_and_values(node)}
        return self._pairs[node.id]

    def _all(self, kind: str) -> Iterator[Node]:
        """Every node of a kind, in reading order."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if node.type == kind:
                yield node
            waiting.extend(reversed(node.named_children))

    def _text(self, key: Node) -> str:
        """The text of a key, escapes read."""
        read: str = json.loads(self._bytes[key.start_byte : key.end_byte].decode("utf-8", "surrogatepass"))
        return read

    def _span(self, node: Node) -> Span:
        start = self._point(node.start_byte)
        return Span(start, self._point(node.end_byte) - start)

    def _point(self, byte: int) -> int:
        """The code point that a byte belongs to, counted on from the last one that was asked for."""
        if self._is_ascii:
            return byte
        known_byte, known_point = self._at if self._at[0] <= byte else (0, 0)
        self._at = (byte, known_point + len(self._bytes[known_byte:byte].decode("utf-8", "surrogatepass")))
        return self._at[1]


def _parser() -> Parser:
    from tree_sitter import Parser

    return Parser(_language())


@functools.cache
def _language() -> Language:
    import tree_sitter_json
    from tree_sitter import Language

    return Language(tree_sitter_json.language())


def _keys_and_values(node: Node) -> Iterator[tuple[Node, Node]]:
    for pair in node.named_children:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            yield key, value
