"""A query laid out for people, not a letter of its values changed."""

from scoro_desktop.jsontext.strict import is_json
from scoro_desktop.jsontext.tokens import tokens

_INDENT = "  "


def format_query(text: str) -> str | None:
    """The text with a line for each key and item and two spaces of indent, or None if it is not JSON.

    Keys keep their order, also those that stand twice; numbers and strings are kept as they were written.
    """
    if not is_json(text):
        return None
    pieces: list[str] = []
    depth = 0
    opened = False  # the last piece opened a bracket
    for token in tokens(text):
        if token.text in ("}", "]"):
            depth -= 1
            if not opened:
                pieces.append("\n" + _INDENT * depth)
            pieces.append(token.text)
            opened = False
            continue
        if opened:
            pieces.append("\n" + _INDENT * depth)
        opened = False
        if token.text in ("{", "["):
            depth += 1
            opened = True
            pieces.append(token.text)
        elif token.text == ",":
            pieces.append(",\n" + _INDENT * depth)
        elif token.text == ":":
            pieces.append(": ")
        else:
            pieces.append(token.text)
    return "".join(pieces)


def on_one_line(text: str) -> str:
    """The text without its breaks of lines, if it is JSON, and as it is if not; nothing else about it is changed."""
    if not is_json(text):
        return text
    return "".join(token.text + " " if token.text in (",", ":") else token.text for token in tokens(text))
