"""The data of a pasted command as a JSON object, or why it is none, and where."""

import json
import re
from typing import Final

from scoro_desktop import wire
from scoro_desktop.curl.script import Finding, Word
from scoro_desktop.messages import limits
from scoro_desktop.messages.shape import printable
from scoro_desktop.wire import JsonObject, JsonValue

_COMMENTS: Final = ("//", "/*", "#", "<!--")
_BRACKET: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|(?P<opening>[\[{])|(?P<closing>[\]}])', re.DOTALL)
"""A bracket, or a string with what looks like brackets in it."""


def read_body(data: Word, parts: int) -> tuple[JsonObject | None, Finding | None]:
    """The object, or what is wrong. `parts`: how many pieces of data curl would join by `&`."""
    text = data.text
    try:
        value = wire.read(text)
    except json.JSONDecodeError as error:
        if parts > 1:
            return None, Finding("several_data", {"count": parts}, data.place, 1)
        return None, _place(data, _code(text, error), error.pos)
    except ValueError:
        return None, _not_strict(text)
    if not isinstance(value, dict):
        return None, _place(data, "not_an_object", 0)
    if _depth(value) > limits.DEPTH:  # as `shape.unsendable` counts
        return None, Finding("json_too_deep")
    return value, None


def _place(data: Word, code: str, index: int) -> Finding:
    return Finding(code, {}, data.place_of(index), 1)


def _code(text: str, error: json.JSONDecodeError) -> str:
    if _open_at(text, error.pos) > limits.DEPTH:  # how deep Python's reader goes depends on its version
        return "json_too_deep"
    if text.startswith(_COMMENTS, error.pos):
        return "json_comment"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return "json_cut_off" if text.strip() else "no_data"
    return "json_broken"


def _open_at(text: str, index: int) -> int:
    """Counts the brackets that stand open there."""
    found = [match.lastgroup for match in _BRACKET.finditer(text, 0, index)]
    return found.count("opening") - found.count("closing")


def _not_strict(text: str) -> Finding:
    """Names the rule that a text breaks which JSON's grammar or Python's reader lets pass, and this app does not."""
    found: list[Finding] = []

    def unique(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                found.append(Finding("json_duplicate_key", {"key": printable(key)}))
            seen.add(key)
        return {}

    def constant(word: str) -> None:
        found.append(Finding("json_constant", {"word": word}))

    try:
        json.loads(text, object_pairs_hook=unique, parse_constant=constant)
    except RecursionError:
        return Finding("json_too_deep")
    except ValueError:
        return Finding("json_number")
    return found[0] if found else Finding("json_number")


def _depth(value: JsonValue) -> int:
    deepest, waiting = 0, [(value, 0)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, (dict, list)):
            deepest = max(deepest, depth)
            inside = each.values() if isinstance(each, dict) else each
            waiting.extend((item, depth + 1) for item in inside)
    return deepest
