"""Templates as they stand in a library's file. docs/library.md has the schema."""

from collections.abc import Sequence

from scoro_desktop.messages import limits
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import split_keys
from scoro_desktop.messages.template import LONGEST_NOTE, Template, TemplateAudience, variables_of
from scoro_desktop.messages.variables import Variable, read_name, to_json
from scoro_desktop.storage.file_parts import (
    MOST_ENTRIES,
    LibraryFileError,
    Place,
    as_list,
    as_object,
    as_text_line,
    check_fields,
    depth_of,
    read_audience,
    read_channel,
    read_name_part,
    read_tags_part,
)
from scoro_desktop.wire import JsonObject, JsonValue


def template_to_wire(template: Template) -> JsonObject:
    """A template as it stands in a file; no key is in it."""
    result: JsonObject = {"name": template.name, "channel": template.channel.value}
    if template.tags:
        result["tags"] = [*template.tags]
    result["message"] = split_keys(template.message)[1]
    if template.audience is not None:
        result["audience"] = {"collection": template.audience.collection, "query": template.audience.query_text}
    if template.variables:
        result["variables"] = [*map(to_json, template.variables)]
    return result


def read_template(value: JsonValue, place: Place) -> tuple[Template, bool]:
    """A template, and whether it carried keys."""
    wire_template = as_object(value, place)
    check_fields(wire_template, place, ("name", "channel", "message"), ("tags", "audience", "variables"))
    name = read_name_part(wire_template["name"], (*place, "name"))
    channel = read_channel(wire_template["channel"], (*place, "channel"))
    at_message = (*place, "message")
    keys, message = split_keys(as_object(wire_template["message"], at_message))
    for key in ("coll", "query"):  # an audience stands beside the message, and only there
        if key in message:
            raise LibraryFileError("unknown_field", (*at_message, key))
    if depth_of(message) > limits.DEPTH:
        raise LibraryFileError("too_deep", at_message, limit=limits.DEPTH)
    audience, query = None, None
    if "audience" in wire_template:
        audience, query = _audience(wire_template["audience"], (*place, "audience"), CHANNELS[channel].collections)
    tags = read_tags_part(wire_template.get("tags", []), (*place, "tags"))
    notes = _variables(wire_template.get("variables", []), (*place, "variables"))
    template = Template(name, channel, message, tags, audience)
    return template.with_notes(notes, variables_of(message, query)), bool(keys)


def _audience(value: JsonValue, place: Place, allowed: Sequence[str]) -> tuple[TemplateAudience, JsonObject]:
    audience = as_object(value, place)
    check_fields(audience, place, ("collection", "query"))
    collection, text, query = read_audience(audience["collection"], audience["query"], place, allowed)
    return TemplateAudience(collection, text), query


def _variables(value: JsonValue, place: Place) -> list[Variable]:
    variables: list[Variable] = []
    for at, each in enumerate(as_list(value, place, MOST_ENTRIES)):
        here = (*place, at)
        variable = as_object(each, here)
        check_fields(variable, here, ("name",), ("default", "description"))
        name = as_text_line(variable["name"], (*here, "name"), LONGEST_NOTE)
        if read_name(name) != name or not name or name in {known.name for known in variables}:
            raise LibraryFileError("bad_variable", (*here, "name"))
        notes = (as_text_line(variable.get(key, ""), (*here, key), LONGEST_NOTE) for key in ("default", "description"))
        variables.append(Variable(name, *notes))
    return variables
