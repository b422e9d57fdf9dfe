"""The string values within the text of a query, changed one by one; everything else stays to the letter."""

import json
from collections.abc import Callable
from typing import Final

from scoro_desktop import late, wire
from scoro_desktop.jsontext.tokens import Kind, tokens

_SURROGATE: Final = late.pattern("[\ud800-\udfff]")


def with_strings(text: str, change: Callable[[str], str]) -> str:
    """The text of a query with `change` made to each string value. Keys and the layout stay as they are.

    What is put in is written as JSON, so it cannot become anything but text. A text that is not strict JSON is given
    back as it is: nobody can say what in it is a value.
    """
    try:
        wire.read(text)
    except ValueError:
        return text
    pieces: list[str] = []
    end = 0
    found = list(tokens(text))
    for token, after in zip(found, [*found[1:], None], strict=True):
        is_key = after is not None and after.text == ":"
        if token.kind is not Kind.STRING or is_key:
            continue
        before = json.loads(token.text)
        new = change(before)
        if new != before:
            pieces += [text[end : token.offset], as_json(new)]
            end = token.end
    return "".join([*pieces, text[end:]])


def as_json(text: str) -> str:
    """A string as JSON, for people to read: only what UTF-8 cannot carry is escaped beside what must be."""
    return escape_surrogates(json.dumps(text, ensure_ascii=False))


def escape_surrogates(json_text: str) -> str:
    """JSON that UTF-8 can carry: half a pair of surrogates, which can stand in its strings only, as an escape."""
    return json_text if json_text.isascii() else _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)
