"""Two braces that do not pair up: a variable that lost a part of itself, which customers would read."""

import re
from collections.abc import Iterator
from typing import Final

from scoro_desktop import wire
from scoro_desktop.wire import JsonValue

VARIABLE: Final = re.compile(r"\{\{([^{}\r\n]*)\}\}")
"""Two opening braces, what a name may be made of and more, and two closing ones."""

_ONE_LINE: Final = re.compile(r"[\r\n]")
_BRACE: Final = re.compile(r"[{}]")
_BEFORE: Final = 20
_LONGEST: Final = 40
"""Characters of a text that are quoted, before braces that close and in all: enough to find the place by."""


def unpaired(text: str) -> Iterator[str]:
    """The places in a text where two braces do not pair up, each as a few words of it that can be found again.

    Two that open always count. Two that close count only where single braces do not balance: `{a {b}}` is no slip. A
    text that reads as JSON is not looked at as a whole, only the texts in it are.
    """
    if "{{" not in text and "}}" not in text:
        return
    inner = _texts_of_json(text)
    if inner is not None:
        for each in inner:
            yield from unpaired(each)
        return
    rest = VARIABLE.sub(lambda match: " " * len(match[0]), text)
    for at in _slips(rest):
        yield _quoted(text, at)


def _slips(text: str) -> Iterator[int]:
    """Where two braces stand that belong to nothing, in order."""
    opened: list[int] = []
    strays: set[int] = set()
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            strays.add(match.start())
    for match in re.finditer(r"\{\{+|\}\}+", text):
        if match[0][0] == "{" or any(at in strays for at in range(match.start(), match.end())):
            yield match.start()


def _quoted(text: str, at: int) -> str:
    """The line around a place: from there on where braces open, up to there where they close."""
    start = max(0, at - _BEFORE)
    if text[at] == "{":
        return _ONE_LINE.split(text[at : at + _LONGEST])[0].rstrip()
    end = at + 2
    while text[end : end + 1] == "}" and end < at + _LONGEST:
        end += 1
    return _ONE_LINE.split(text[start:end])[-1].lstrip()


def _texts_of_json(text: str) -> list[str] | None:
    """The string values of a text that is a JSON object or list itself; None where it is none."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        value = wire.read(text)
    except ValueError:
        return None
    if not isinstance(value, dict | list):
        return None
    texts: list[str] = []
    waiting: list[JsonValue] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            texts.append(each)
        elif isinstance(each, dict):
            waiting.extend(reversed(each.values()))
        elif isinstance(each, list):
            waiting.extend(reversed(each))
    return texts
