"""The rules for an object that is written as JSON in the place of a form."""

from collections.abc import Callable, Collection, Iterator
from typing import Final

from scoro_desktop.jsontext.json_text import Judge, only_object
from scoro_desktop.jsontext.problems import Places, QueryProblem, shown
from scoro_desktop.jsontext.tree import Path, Tree
from scoro_desktop.wire import JsonValue

CODES: Final[dict[str, tuple[str, ...]]] = {"empty_key": (), "reserved_key": ("key",)}
"""The problems that these judges find, with the names of their parameters, beside `not_an_object`."""


def no_empty_key(value: JsonValue, tree: Callable[[], Tree], places: Places) -> Iterator[QueryProblem]:
    """The judge of a table of keys: it is an object, and none of its keys is empty."""
    yield from only_object(value, tree, places)
    if isinstance(value, dict) and "" in value:
        span = tree().key(("",))
        yield places.problem("empty_key", span.offset, span.length)


def object_without(paths: Collection[Path]) -> Judge:
    """The judge of an object in which nothing may stand at certain paths: that is told elsewhere."""

    def judge(value: JsonValue, tree: Callable[[], Tree], places: Places) -> Iterator[QueryProblem]:
        yield from only_object(value, tree, places)
        for path in paths:
            inner: JsonValue = value
            for step in path[:-1]:
                inner = inner.get(str(step)) if isinstance(inner, dict) else None
            if isinstance(inner, dict) and path[-1] in inner:
                span = tree().key(path)
                yield places.problem("reserved_key", span.offset, span.length, key=shown(str(path[-1])))

    return judge
