"""Tools to read every part of a library's file: its errors, which say where, and its bounds."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from scoro_desktop.audience.query import read_query
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.shape import printable
from scoro_desktop.messages.template import LONGEST_NAME, LONGEST_TAG, MOST_TAGS, read_tags
from scoro_desktop.storage.template_export import NO_LINE
from scoro_desktop.wire import JsonObject, JsonValue

MOST_BYTES: Final = 20_000_000
"""Twenty queries of the largest size that is pleasant to edit, 1 MB each."""
MOST_ENTRIES: Final = 10_000
"""Of each kind."""

Place: TypeAlias = tuple[str | int, ...]


class LibraryFileError(Exception):
    """The file is not taken, and nothing of it.

    `code`: `unreadable` (a parameter `reason`), `too_big` (`limit`, bytes), `not_utf8`, `not_json` (`problem` says
    where, if that is known), `other_file`, `newer_version` (`version`, `known`), `missing_field`, `unknown_field`,
    `wrong_type` (`expected`), `too_long` (`limit`), `too_many` (`limit`), `not_a_line`, `no_name`, `bad_channel`
    and `bad_collection` (`allowed`), `bad_query` (`problem`), `bad_tag`, `bad_variable`, `too_deep` (`limit`),
    `name_twice` (`name`). `place`: keys and indexes that lead to it, from 0. It never quotes a value of the file that
    might be a key.
    """

    def __init__(self, code: str, place: Place = (), problem: QueryProblem | None = None, **params: str | int) -> None:
        super().__init__(f"{code} at {place_in_file(place)}")
        self.code = code
        self.place = place
        self.problem = problem
        self.params: Mapping[str, str | int] = params


def place_in_file(place: Place) -> str:
    """A place as developers write it: templates[2].message."""
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in place).removeprefix(".")


def read_name_part(value: JsonValue, place: Place) -> str:
    """The name of an entry, as names are kept."""
    name = as_name(as_text_line(value, place, LONGEST_NAME))
    if not name:
        raise LibraryFileError("no_name", place)
    return name


def read_channel(value: JsonValue, place: Place) -> Channel:
    """A channel that this version knows."""
    try:
        return Channel(str(value))
    except ValueError:
        raise LibraryFileError("bad_channel", place, allowed=", ".join(Channel)) from None


def read_audience(
    collection: JsonValue, text: JsonValue, place: Place, allowed: Sequence[str]
) -> tuple[str, str, JsonObject]:
    """(collection, text of the query, the query): one that can be sent and does not select everyone."""
    if collection not in allowed:
        raise LibraryFileError("bad_collection", (*place, "collection"), allowed=", ".join(allowed))
    if not isinstance(text, str):
        raise LibraryFileError("wrong_type", (*place, "query"), expected="text")
    reading = read_query(text)
    if reading.query is None:
        problem = next((each for each in reading.problems if each.stops), None)
        raise LibraryFileError("bad_query", (*place, "query"), problem)
    return str(collection), text, reading.query.value


def read_tags_part(value: JsonValue, place: Place) -> tuple[str, ...]:
    """The tags of an entry."""
    tags = tuple(
        as_text_line(each, (*place, at), LONGEST_TAG) for at, each in enumerate(as_list(value, place, MOST_TAGS))
    )
    kept = read_tags(",".join(tags))
    if kept != tuple(map(as_name, tags)) or any(" ".join(each.split()) != each for each in tags):
        raise LibraryFileError("bad_tag", place)
    return kept


def as_object(value: JsonValue, place: Place) -> JsonObject:
    """The value as an object."""
    if not isinstance(value, dict):
        raise LibraryFileError("wrong_type", place, expected="object")
    return value


def as_list(value: JsonValue, place: Place, most: int) -> list[JsonValue]:
    """The value as a list of at most so many."""
    if not isinstance(value, list):
        raise LibraryFileError("wrong_type", place, expected="array")
    if len(value) > most:
        raise LibraryFileError("too_many", place, limit=most)
    return value


def check_fields(value: JsonObject, place: Place, needed: Sequence[str], others: Sequence[str] = ()) -> None:
    """Checks that an object has the fields that it needs, and no unknown one."""
    for key in value:
        if key not in needed and key not in others:
            raise LibraryFileError("unknown_field", (*place, printable(key)))
    for key in needed:
        if key not in value:
            raise LibraryFileError("missing_field", (*place, key))


def as_text_line(value: JsonValue, place: Place, longest: int) -> str:
    """One line of text that any file and list can hold."""
    if not isinstance(value, str):
        raise LibraryFileError("wrong_type", place, expected="text")
    if len(value) > longest:
        raise LibraryFileError("too_long", place, limit=longest)
    if any(unicodedata.category(each) in NO_LINE for each in value):
        raise LibraryFileError("not_a_line", place)
    return value


def depth_of(value: JsonValue) -> int:
    """Measures how deep brackets are nested, without recursion."""
    deepest = 0
    waiting: list[tuple[JsonValue, int]] = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, dict | list):
            deepest = max(deepest, depth)
            waiting.extend((inner, depth + 1) for inner in (each.values() if isinstance(each, dict) else each))
    return deepest
