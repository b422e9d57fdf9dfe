"""Templates as one file, to be handed on: written and read whole or not at all. docs/templates.md has the schema."""

import contextlib
import json
import os
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from scoro_desktop import wire
from scoro_desktop.audience.query import read_query
from scoro_desktop.jsontext.json_text import read_json
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.jsontext.strings import escape_surrogates
from scoro_desktop.messages import limits
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.request import split_keys
from scoro_desktop.messages.shape import printable
from scoro_desktop.messages.template import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TAG,
    MOST_TAGS,
    Template,
    TemplateAudience,
    read_tags,
    variables_of,
)
from scoro_desktop.messages.variables import Variable, read_name, to_json
from scoro_desktop.storage.template_export import NO_LINE, fit_for_file
from scoro_desktop.wire import JsonObject, JsonValue

FORMAT: Final = "scoro-desktop-templates"
VERSION: Final = 1
MOST_BYTES: Final = 20_000_000
"""Twenty queries of the largest size that is pleasant to edit, 1 MB each."""
MOST_TEMPLATES: Final = 10_000
MOST_LOCATED: Final = 200_000
"""Bytes of a file that is no JSON in which the place of the mistake is looked for: in more it takes long."""

Place: TypeAlias = tuple[str | int, ...]


class TemplateFileError(Exception):
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


@dataclass(frozen=True)
class TemplateFile:
    """The content of a file. `without_keys`: names of templates that carried keys of an account, which are left out."""

    templates: tuple[Template, ...]
    without_keys: tuple[str, ...] = field(default=())


def place_in_file(place: Place) -> str:
    """A place as developers write it: templates[2].message."""
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in place).removeprefix(".")


def write_file(path: Path, templates: Sequence[Template]) -> list[str]:
    """Writes the file, which can be imported. What stood at `path` is replaced only by a finished file.

    Gives the names of the templates in which something was changed for that (`template_export`). Raises OSError, and
    TemplateFileError (`too_many`, `too_big`, `too_deep`) where they do not fit into one file.
    """
    if len(templates) > MOST_TEMPLATES:
        raise TemplateFileError("too_many", limit=MOST_TEMPLATES)
    fit, changed = fit_for_file(templates)
    for each in fit:
        if _depth(each.message) > limits.DEPTH:
            raise TemplateFileError("too_deep", limit=limits.DEPTH)
    data = to_bytes(fit)
    if len(data) > MOST_BYTES:
        raise TemplateFileError("too_big", limit=MOST_BYTES)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return changed


def to_bytes(templates: Sequence[Template]) -> bytes:
    """The file's content: UTF-8, indented for people."""
    whole: JsonObject = {"format": FORMAT, "version": VERSION, "templates": [_to_wire(each) for each in templates]}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return (escape_surrogates(text) + "\n").encode("utf-8")


def read_file(path: Path) -> TemplateFile:
    """Reads a file. Raises TemplateFileError, whatever the file is."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TemplateFileError("unreadable", reason=error.strerror or type(error).__name__) from error
    return from_bytes(data)


def from_bytes(data: bytes) -> TemplateFile:
    """Reads the content of a file. Raises TemplateFileError, whatever it is."""
    if len(data) > MOST_BYTES:
        raise TemplateFileError("too_big", limit=MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateFileError("not_utf8") from error
    try:
        whole = wire.read(text)
    except ValueError as error:
        if isinstance(error.__cause__, RecursionError):
            raise TemplateFileError("too_deep", limit=limits.DEPTH) from None
        problem = None
        if len(text) <= MOST_LOCATED:
            problem = next((each for each in read_json(text).problems if each.stops), None)
        raise TemplateFileError("not_json", problem=problem) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise TemplateFileError("other_file")
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise TemplateFileError("wrong_type", ("version",), expected="integer")
    if version > VERSION:
        raise TemplateFileError("newer_version", ("version",), version=version, known=VERSION)
    _fields(whole, (), ("format", "version", "templates"))
    found = _list(whole["templates"], ("templates",), MOST_TEMPLATES)
    read = [_template(each, ("templates", at)) for at, each in enumerate(found)]
    names: set[str] = set()
    for at, (template, _) in enumerate(read):
        if template.name in names:
            raise TemplateFileError("name_twice", ("templates", at, "name"), name=printable(template.name))
        names.add(template.name)
    return TemplateFile(tuple(each for each, _ in read), tuple(each.name for each, had_keys in read if had_keys))


def _to_wire(template: Template) -> JsonObject:
    result: JsonObject = {"name": template.name, "channel": template.channel.value}
    if template.tags:
        result["tags"] = [*template.tags]
    result["message"] = split_keys(template.message)[1]
    if template.audience is not None:
        result["audience"] = {"collection": template.audience.collection, "query": template.audience.query_text}
    if template.variables:
        result["variables"] = [*map(to_json, template.variables)]
    return result


def _template(value: JsonValue, place: Place) -> tuple[Template, bool]:
    """A template, and whether it carried keys."""
    wire_template = _object(value, place)
    _fields(wire_template, place, ("name", "channel", "message"), ("tags", "audience", "variables"))
    name = as_name(_line(wire_template["name"], (*place, "name"), LONGEST_NAME))
    if not name:
        raise TemplateFileError("no_name", (*place, "name"))
    try:
        channel = Channel(str(wire_template["channel"]))
    except ValueError:
        raise TemplateFileError("bad_channel", (*place, "channel"), allowed=", ".join(Channel)) from None
    at_message = (*place, "message")
    keys, message = split_keys(_object(wire_template["message"], at_message))
    for key in ("coll", "query"):  # an audience stands beside the message, and only there
        if key in message:
            raise TemplateFileError("unknown_field", (*at_message, key))
    if _depth(message) > limits.DEPTH:
        raise TemplateFileError("too_deep", at_message, limit=limits.DEPTH)
    audience, query = None, None
    if "audience" in wire_template:
        audience, query = _audience(wire_template["audience"], (*place, "audience"), CHANNELS[channel].collections)
    tags = _tags(wire_template.get("tags", []), (*place, "tags"))
    notes = _variables(wire_template.get("variables", []), (*place, "variables"))
    template = Template(name, channel, message, tags, audience)
    return template.with_notes(notes, variables_of(message, query)), bool(keys)


def _audience(value: JsonValue, place: Place, allowed: Sequence[str]) -> tuple[TemplateAudience, JsonObject]:
    audience = _object(value, place)
    _fields(audience, place, ("collection", "query"))
    if audience["collection"] not in allowed:
        raise TemplateFileError("bad_collection", (*place, "collection"), allowed=", ".join(allowed))
    text = audience["query"]
    if not isinstance(text, str):
        raise TemplateFileError("wrong_type", (*place, "query"), expected="text")
    reading = read_query(text)
    if reading.query is None:
        problem = next((each for each in reading.problems if each.stops), None)
        raise TemplateFileError("bad_query", (*place, "query"), problem)
    return TemplateAudience(str(audience["collection"]), text), reading.query.value


def _tags(value: JsonValue, place: Place) -> tuple[str, ...]:
    tags = tuple(_line(each, (*place, at), LONGEST_TAG) for at, each in enumerate(_list(value, place, MOST_TAGS)))
    kept = read_tags(",".join(tags))
    if kept != tuple(map(as_name, tags)) or any(" ".join(each.split()) != each for each in tags):
        raise TemplateFileError("bad_tag", place)
    return kept


def _variables(value: JsonValue, place: Place) -> list[Variable]:
    variables: list[Variable] = []
    for at, each in enumerate(_list(value, place, MOST_TEMPLATES)):
        here = (*place, at)
        variable = _object(each, here)
        _fields(variable, here, ("name",), ("default", "description"))
        name = _line(variable["name"], (*here, "name"), LONGEST_NOTE)
        if read_name(name) != name or not name or name in {known.name for known in variables}:
            raise TemplateFileError("bad_variable", (*here, "name"))
        notes = (_line(variable.get(key, ""), (*here, key), LONGEST_NOTE) for key in ("default", "description"))
        variables.append(Variable(name, *notes))
    return variables


def _object(value: JsonValue, place: Place) -> JsonObject:
    if not isinstance(value, dict):
        raise TemplateFileError("wrong_type", place, expected="object")
    return value


def _list(value: JsonValue, place: Place, most: int) -> list[JsonValue]:
    if not isinstance(value, list):
        raise TemplateFileError("wrong_type", place, expected="array")
    if len(value) > most:
        raise TemplateFileError("too_many", place, limit=most)
    return value


def _fields(value: JsonObject, place: Place, needed: Sequence[str], others: Sequence[str] = ()) -> None:
    for key in value:
        if key not in needed and key not in others:
            raise TemplateFileError("unknown_field", (*place, printable(key)))
    for key in needed:
        if key not in value:
            raise TemplateFileError("missing_field", (*place, key))


def _line(value: JsonValue, place: Place, longest: int) -> str:
    """One line of text that any file and list can hold."""
    if not isinstance(value, str):
        raise TemplateFileError("wrong_type", place, expected="text")
    if len(value) > longest:
        raise TemplateFileError("too_long", place, limit=longest)
    if any(unicodedata.category(each) in NO_LINE for each in value):
        raise TemplateFileError("not_a_line", place)
    return value


def _depth(value: JsonValue) -> int:
    """Measures how deep brackets are nested, without recursion."""
    deepest = 0
    waiting: list[tuple[JsonValue, int]] = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, dict | list):
            deepest = max(deepest, depth)
            waiting.extend((inner, depth + 1) for inner in (each.values() if isinstance(each, dict) else each))
    return deepest
