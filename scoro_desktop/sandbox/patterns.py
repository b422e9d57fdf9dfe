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
_AFTER_DASH: Final = re.compile(r"(?<![\[^])-\\[wWdDsS]")
_VERBS: Final = re.compile(r"(?:\(\*(?:UTF8?|UCP)\))*")
_CLASSES: Final = frozenset([r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", r"\b", r"\B"])
_IN_SETS: Final = {  # each ends with a range, so that a dash behind it stands for itself, as in PCRE
    r"\w": "_0-9A-Za-z",
    r"\W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    r"\d": "0-9",
    r"\D": r"\x00-/:-\U0010ffff",
    r"\s": r" \t-\r",
    r"\S": r"\x00-\x08\x0e-\x1f!-\U0010ffff",
}
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
    verbs = _VERBS.match(pattern)
    if verbs is not None and verbs[0]:
        tokens = _TOKEN.findall(pattern[verbs.end() :])
    if verbs is None or "(*UCP)" not in verbs[0]:
        tokens = [_of_ascii(token, options) for token in tokens]
    flags = re.RegexFlag(0)
    for letter in options:
        flags |= _FLAGS[letter]
    try:
        search = re.compile("".join(tokens), flags).search
    except (ValueError, re.error, RecursionError, OverflowError) as error:
        raise QueryRefused(f"$regex is not a pattern: {error}") from error
    return lambda value: value.__class__ is str and search(value) is not None


def _of_ascii(token: str, options: str) -> str:
    r"""A part of a pattern in which \w, \d, \s and \b know ASCII only, as PCRE has it unless (*UCP) is put before.

    (PCRE2, "pcre2pattern", "Generic character types"; MongoDB, SERVER-23881.) Raises QueryRefused for a set in which
    they cannot be written so.
    """
    if token in _CLASSES:
        return f"(?a:{token})"
    if len(token) < 2 or token[0] != "[":
        return token
    escapes = set(_ESCAPE.findall(token))
    if _AFTER_DASH.search(token):
        raise QueryRefused("a set in $regex has a range that ends with a class, which the sandbox does not read")
    if "i" in options and r"\W" in escapes and r"\w" not in escapes:
        raise QueryRefused("a set in $regex holds \\W beside the option i, which the sandbox does not read")
    return _ESCAPE.sub(lambda match: _IN_SETS.get(match[0], match[0]), token)
