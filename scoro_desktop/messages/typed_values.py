"""JSON values as a person edits them: a type beside a text. What is typed comes back as the value it was."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from scoro_desktop import wire
from scoro_desktop.wire import JsonObject, JsonValue

TEXT: Final = "text"
NUMBER: Final = "number"
YES_NO: Final = "yes_no"
JSON: Final = "json"

LONGEST_LINE: Final = 2_000
"""Characters up to which a value is edited in one line: beyond it nobody finds their way, and a QLineEdit ends at
32767."""

_ALSO_PLAIN: Final = frozenset("\n\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{ZERO WIDTH JOINER}")
"""Characters that Python does not call printable and an editor of text keeps: Russian type and emoji need them."""


def as_typed(value: JsonValue) -> tuple[str, str]:
    """The type under which a value is edited, and the text that stands for it there.

    A text with characters that no editor keeps, or shows, is edited as JSON, where they stand as escapes. Raises
    ValueError for an integer that Python does not write.
    """
    if isinstance(value, str) and all(each.isprintable() or each in _ALSO_PLAIN for each in value):
        return TEXT, value
    if isinstance(value, bool):
        return YES_NO, ""
    if isinstance(value, int | float):
        return NUMBER, json.dumps(value)
    return JSON, json.dumps(value, ensure_ascii=isinstance(value, str))


def read_typed(kind: str, text: str, *, flag: bool) -> JsonValue:
    """The value that stands there; `flag` is that of yes/no. Raises ValueError where the text is none of its type."""
    if kind == TEXT:
        return text
    if kind == YES_NO:
        return flag
    value = wire.read(text)
    if kind == NUMBER and type(value) not in {int, float}:
        raise ValueError("not a number")
    wire.compact(value)  # half a character could not be sent
    return value


def fits_line(text: str) -> bool:
    """Tells whether one line can show and keep it."""
    return len(text) <= LONGEST_LINE and len(text.splitlines()) <= 1 and not text.endswith("\n") and "\t" not in text


def same(one: JsonValue, other: JsonValue) -> bool:
    """Tells whether two values are the same JSON: True is not 1, and 5 is not 5.0."""
    return json.dumps(one) == json.dumps(other)


@dataclass(frozen=True)
class Merge:
    """The result of putting one object over another: keys that are new, and those that have another value now."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]


def merge(table: Mapping[str, JsonValue], pasted: JsonObject) -> Merge:
    """Puts `pasted` over `table`, and tells what changed."""
    return Merge(
        added=tuple(key for key in pasted if key not in table),
        replaced=tuple(key for key, value in pasted.items() if key in table and not same(table[key], value)),
    )


def as_object_text(rows: Iterable[tuple[str, str, str, bool]]) -> str:
    """Rows of (key, type, text, flag) as the text of one JSON object, a line each.

    A text that cannot be read stands in it as it is typed: so its mistake is marked where it is, and nothing is lost.
    """
    lines = []
    for key, kind, text, flag in rows:
        written = text if kind in {NUMBER, JSON} else _json(text if kind == TEXT else flag)
        lines.append(f"  {_json(key)}: {written}")
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def looks_like_object(text: str) -> bool:
    """Tells whether a pasted text is meant as a JSON object; {{name}} is a variable of a template."""
    text = text.strip()
    return len(text) > 1 and text.startswith("{") and not text.startswith("{{")


def _json(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
