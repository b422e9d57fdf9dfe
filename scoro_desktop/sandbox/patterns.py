"""`$regex`: the database's patterns are PCRE, ours Python's. Where one means two things, it is refused."""

import re
from collections.abc import Callable
from typing import Any, Final

from scoro_desktop.sandbox.refusals import QueryRefused

MAX_PATTERN: Final = 32_764
"""Bytes of a pattern that the database takes (MongoDB manual, "$regex", "Behavior": as PCRE does)."""

_FLAGS: Final = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)
_AMBIGUOUS: Final = re.compile(r"\[|--|&&|~~|\|\|")
_TOKEN: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def compile_pattern(pattern: object, options: object) -> Callable[[Any], bool]:
    """A test for a string in which `pattern` is found. `options`: any of the letters i, m, s and x.

    Raises QueryRefused for anything else, and for a pattern that is broken, longer than `MAX_PATTERN`, or has a set
    that the two read differently, as [[:alpha:]]. Some patterns take time that doubles with each letter of the string,
    with Python's lock held throughout: whoever runs one must be where he can be ended (`selecting`).
    """
    if not isinstance(pattern, str):
        raise QueryRefused("$regex needs a string")
    if not isinstance(options, str) or not set(options) <= _FLAGS.keys():
        raise QueryRefused("$options takes the letters i, m, s and x")
    if len(pattern.encode("utf-8", "replace")) > MAX_PATTERN:
        raise QueryRefused(f"$regex is longer than {MAX_PATTERN} bytes")
    tokens = _TOKEN.findall(pattern)
    if any(len(token) > 1 and token[0] == "[" and _AMBIGUOUS.search(_ESCAPE.sub("", token[1:])) for token in tokens):
        raise QueryRefused(
            "a set in $regex holds [ or a doubled - & ~ |, which the sandbox does not read: put \\ before it"
        )
    flags = re.RegexFlag(0)
    for letter in options:
        flags |= _FLAGS[letter]
    try:
        search = re.compile(pattern, flags).search
    except (ValueError, re.error, RecursionError, OverflowError) as error:
        raise QueryRefused(f"$regex is not a pattern: {error}") from error
    return lambda value: value.__class__ is str and search(value) is not None
