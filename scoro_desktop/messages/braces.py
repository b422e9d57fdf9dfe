"""Two braces that do not pair up: a variable that lost a part of itself, which customers would read."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from scoro_desktop import late, wire
from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.wire import JsonValue

_VARIABLE: Final = late.pattern(r"\{\{([^{}\r\n]*)\}\}")
"""Two opening braces, what a name may be made of and more, and two closing ones."""

_ONE_LINE: Final = late.pattern(r"[\r\n]")
_BRACE: Final = late.pattern(r"[{}]")
_BEFORE: Final = 20
_LONGEST: Final = 40
"""Characters of a text that are quoted, before braces that close and in all: enough to find the place by."""


class Text(NamedTuple):
    """A text in JSON: its path, and whether it is a key, whose path is that of its value."""

    path: FieldPath
    text: str
    is_key: bool


def texts_of(value: JsonValue, path: FieldPath) -> Iterator[Text]:
    """Yields every key and text of JSON that stands at `path`, in reading order, without recursion: how deep it goes
    is not ours to say.
    """
    waiting: list[tuple[FieldPath, JsonValue]] = [(path, value)]
    keys: list[bool] = [False]
    while waiting:
        where, each = waiting.pop()
        if keys.pop():
            yield Text(where, where[-1], is_key=True)
        if isinstance(each, str):
            yield Text(where, each, is_key=False)
        elif isinstance(each, dict):
            for key in reversed(each):
                waiting.append(((*where, key), each[key]))  # noqa: PERF401  a generator is a call for each
            keys.extend([True] * len(each))
        elif isinstance(each, list):
            waiting.extend(((*where, str(at)), each[at]) for at in reversed(range(len(each))))
            keys.extend([False] * len(each))


def variables_in(text: str) -> Iterator[re.Match[str]]:
    """Finds the variables of a text, with what stands between the braces as the first group.

    One within two braces more that pair up, as in `{{{{city}}}}`, is none: filled in, it would make another variable,
    whose name is a value of somebody's.
    """
    if "{{" not in text:
        return
    enclosing = iter(_VARIABLE.finditer(_less_variables(text)))
    around = next(enclosing, None)
    for match in _VARIABLE.finditer(text):
        while around is not None and around.end() <= match.start():
            around = next(enclosing, None)
        if around is None or match.start() < around.start():
            yield match


def unpaired(text: str) -> Iterator[str]:
    """The places in a text where two braces do not pair up, each as a few words of it that can be found again.

    Two that open always count. Two that close count only where single braces do not balance: `{a {b}}` is no slip. A
    text that reads as JSON is not looked at as a whole, only the keys and texts in it are.
    """
    if "{{" not in text and "}}" not in text:
        return
    inner = _texts_of_json(text)
    if inner is not None:
        for each in inner:
            yield from unpaired(each)
        return
    for at in _slips(_less_variables(text)):
        yield _quoted(text, at)


def _less_variables(text: str) -> str:
    """The text with blanks in the place of two braces that open, two that close and what is between."""
    return _VARIABLE.sub(lambda match: " " * len(match[0]), text)


def _slips(text: str) -> Iterator[int]:
    """Finds where two braces stand that belong to nothing, in order."""
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
    """The keys and texts of a text that is a JSON object or list itself; None where it is none."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        value = wire.read(text)
    except ValueError:
        return None
    return [each.text for each in texts_of(value, ())] if isinstance(value, dict | list) else None
