"""Drafts with names as they stand in a library's file. docs/library.md has the schema."""

from typing import Final

from scoro_desktop.messages import limits
from scoro_desktop.messages.names import as_line, as_name
from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.messages.template import LONGEST_NAME, kept_tags
from scoro_desktop.storage.file_parts import (
    LibraryFileError,
    Place,
    as_object,
    check_fields,
    depth_of,
    read_channel,
    read_name_part,
    read_tags_part,
)
from scoro_desktop.storage.saved_drafts import Content, NamedContent, SavedDraft
from scoro_desktop.wire import JsonObject, JsonValue

DEPTH: Final = limits.DEPTH + 20
"""The levels that a draft may be nested: those of a message, within what the form keeps around it."""
FORM_DEPTH: Final = 3
"""A draft, its form and the sections of that have names of their own, none of which is a key of an account."""
LONGEST_SUMMARY: Final = 10_000
LONGEST_WORDS: Final = 1_000_000
"""In characters."""


def for_file(draft: SavedDraft, state: JsonObject) -> NamedContent:
    """The draft as a file takes it: without any key, and without the choice of everyone."""
    name = as_name(draft.name or draft.summary)[:LONGEST_NAME].rstrip() or draft.channel
    summary, words = as_line(draft.summary)[:LONGEST_SUMMARY], draft.words[:LONGEST_WORDS]
    return NamedContent(draft.channel, name, Content(_safe(state)[0], summary, words), kept_tags(draft.tags))


def draft_to_wire(draft: NamedContent) -> JsonObject:
    """A draft as it stands in a file."""
    result: JsonObject = {"name": draft.name, "channel": draft.channel}
    if draft.tags:
        result["tags"] = [*draft.tags]
    return {**result, "summary": draft.content.summary, "words": draft.content.words, "state": draft.content.state}


def read_draft(value: JsonValue, place: Place) -> tuple[NamedContent, bool]:
    """A draft of a file, and whether it carried keys. Raises LibraryFileError."""
    draft = as_object(value, place)
    check_fields(draft, place, ("name", "channel", "state"), ("tags", "summary", "words"))
    name = read_name_part(draft["name"], (*place, "name"))
    channel = read_channel(draft["channel"], (*place, "channel"))
    tags = read_tags_part(draft.get("tags", []), (*place, "tags"))
    summary = _text(draft.get("summary", ""), (*place, "summary"), LONGEST_SUMMARY)
    words = _text(draft.get("words", ""), (*place, "words"), LONGEST_WORDS)
    state = as_object(draft["state"], (*place, "state"))
    if depth_of(state) > DEPTH:
        raise LibraryFileError("too_deep", (*place, "state"), limit=DEPTH)
    as_object(state.get("form"), (*place, "state", "form"))
    safe, had_keys = _safe(state)
    return NamedContent(channel.value, name, Content(safe, as_line(summary), words), tags), had_keys


def _text(value: JsonValue, place: Place, longest: int) -> str:
    if not isinstance(value, str):
        raise LibraryFileError("wrong_type", place, expected="text")
    if len(value) > longest:
        raise LibraryFileError("too_long", place, limit=longest)
    return value


def _safe(state: JsonObject) -> tuple[JsonObject, bool]:
    """The state with nobody chosen where it was everyone, and whether a key of an account had to be left out.

    A key could hide in what a message has beside the fields of a form (`carried`), and beside what a draft is made of.
    """
    found = False

    def less(value: JsonValue, depth: int, *, carried: bool) -> JsonValue:
        nonlocal found
        if isinstance(value, list):
            return [less(each, depth + 1, carried=False) for each in value]
        if not isinstance(value, dict):
            return value
        hides = carried or depth < FORM_DEPTH
        found = found or (hides and any(key in value for key in ENVELOPE_KEYS))
        return {
            key: less(each, depth + 1, carried=key == "carried")
            for key, each in value.items()
            if not (hides and key in ENVELOPE_KEYS)
        }

    safe = less(state, 0, carried=False)
    return ({**safe, "everyone": False} if isinstance(safe, dict) else {}), found
