"""Invisible characters in the texts of a query: they decide whom it matches, and nobody would notice."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Final

from scoro_desktop import late
from scoro_desktop.invisible import Kind, find, name
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Places, QueryProblem, Severity, shown

_BLANKS: Final = " \t\r\n"
_BLANK_END: Final = late.pattern(r'[\[{,:][ \t\r\n]*" | "[ \t\r\n]*[\]},:]')
"""A quote with a space inside of it, most likely: a first look, which most texts pass."""
_STRING: Final = late.pattern(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_LETTER: Final = late.pattern(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)


def hidden_problems(text: str, places: Places) -> list[QueryProblem]:
    """A warning for each character in a string that cannot be seen, and for each string with a blank at an end.

    The text has to be JSON.
    """
    if text.isascii() and "\\" not in text and _BLANK_END.search(text) is None:
        return []
    return list(itertools.islice(_problems(text, places), MAX_PROBLEMS))


def _problems(text: str, places: Places) -> Iterator[QueryProblem]:
    for match in _STRING.finditer(text):
        inside = match[1]
        if inside.isascii() and "\\" not in inside and inside[:1] != " " and inside[-1:] != " ":
            continue
        said: str = json.loads(match[0])
        hidden = list(find(said))
        ends = said and (said[0] in _BLANKS or said[-1] in _BLANKS)
        if not hidden and not ends:
            continue
        said_shown = shown(said)  # once: a text may hold thousands of them
        letters = [letter.span() for letter in _LETTER.finditer(text, match.start(1), match.end(1))]
        for each in hidden:
            start, end = letters[each.offset]
            code = "turned_direction" if each.kind is Kind.DIRECTION else "hidden_character"
            params = {"character": name(each.character), "text": said_shown}
            yield places.problem(code, start, end - start, Severity.WARNING, **params)
        if ends:
            start, end = letters[0] if said[0] in _BLANKS else letters[-1]
            yield places.problem("blank_at_end", start, end - start, Severity.WARNING, text=said_shown)
