"""Saved audiences as they stand in a library's file. docs/library.md has the schema."""

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.channels.registry import COLLECTIONS
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.template import LONGEST_NAME, kept_tags
from scoro_desktop.storage.audiences import NamedQuery, SavedAudience
from scoro_desktop.storage.file_parts import (
    Place,
    as_object,
    check_fields,
    read_audience,
    read_name_part,
    read_tags_part,
)
from scoro_desktop.wire import JsonObject, JsonValue


def for_file(audience: SavedAudience) -> NamedQuery | None:
    """The audience as a file takes it; None where it is not one that a file may bring: it cannot be read, or would
    select everyone. Tests of another person do not go to it, and its count is of another day.
    """
    if audience.collection not in COLLECTIONS or read_query(audience.query_text).query is None:
        return None
    name = as_name(audience.name)[:LONGEST_NAME].rstrip() or audience.collection
    return NamedQuery(audience.collection, name, audience.query_text, kept_tags(audience.tags))


def audience_to_wire(audience: NamedQuery) -> JsonObject:
    """An audience as it stands in a file."""
    result: JsonObject = {"name": audience.name, "collection": audience.collection}
    if audience.tags:
        result["tags"] = [*audience.tags]
    return {**result, "query": audience.query_text}


def read_saved_audience(value: JsonValue, place: Place) -> NamedQuery:
    """An audience of a file. Raises LibraryFileError."""
    wire_audience = as_object(value, place)
    check_fields(wire_audience, place, ("name", "collection", "query"), ("tags",))
    name = read_name_part(wire_audience["name"], (*place, "name"))
    tags = read_tags_part(wire_audience.get("tags", []), (*place, "tags"))
    collection, text, _ = read_audience(wire_audience["collection"], wire_audience["query"], place, COLLECTIONS)
    return NamedQuery(collection, name, text, tags)
