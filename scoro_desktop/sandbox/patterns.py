"""`$regex`: the database's patterns are PCRE, ours Python's. Where one means two things, it is refused."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from scoro_desktop.sandbox.refusals import QueryRefused

MAX_PATTERN: Final = 1_000
"""Characters. The database takes 32,764 bytes; the sandbox's run inside the app and must not hold it up."""

_FLAGS: Final = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
_UNBOUNDED: Final = re.compile(r"[*+]|\{[0-9]*,\}")
_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)
_AMBIGUOUS: Final = re.compile(r"\[|--|&&|~~|\|\|")
_TOKEN: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(|\)|[*+]|\{[0-9]*,\}|.", re.DOTALL)


def compile_pattern(pattern: object, options: object) -> Callable[[Any], bool]:
    """A test for a string in which `pattern` is found. `options`: any of the letters i, m, s and x.

    Raises QueryRefused for anything else, and for a pattern that is broken, longer than `MAX_PATTERN`, repeats a
    repetition (see `_repeats_a_repetition`), or has a set that the two read differently, as [[:alpha:]].
    """
    if not isinstance(pattern, str):
        raise QueryRefused("$regex needs a string")
    if not isinstance(options, str) or not set(options) <= _FLAGS.keys():
        raise QueryRefused("$options takes the letters i, m, s and x")
    if len(pattern) > MAX_PATTERN:
        raise QueryRefused(f"$regex is longer than {MAX_PATTERN} characters")
    tokens = _TOKEN.findall(pattern)
    if any(len(token) > 1 and token[0] == "[" and _AMBIGUOUS.search(_ESCAPE.sub("", token[1:])) for token in tokens):
        raise QueryRefused(
            "a set in $regex holds [ or a doubled - & ~ |, which the sandbox does not read: put \\ before it"
        )
    if _repeats_a_repetition(tokens):
        raise QueryRefused("$regex repeats a repetition, as in (a+)+, which the sandbox does not run")
    flags = re.RegexFlag(0)
    for letter in options:
        flags |= _FLAGS[letter]
    try:
        search = re.compile(pattern, flags).search
    except (ValueError, re.error, RecursionError, OverflowError) as error:
        raise QueryRefused(f"$regex is not a pattern: {error}") from error
    return lambda value: value.__class__ is str and search(value) is not None


def _repeats_a_repetition(tokens: Sequence[str]) -> bool:
    """Whether a group that holds an unbounded repetition is itself repeated without bound.

    Such patterns can take time that doubles with each character, with the interpreter locked throughout; the database
    gives up on them by a limit that `re` does not have. Some harmless ones are refused with them.
    """
    groups = [False]
    closed = False  # whether the last token closed a group that holds a repetition
    for token in tokens:
        if token == "(":  # noqa: S105
            groups.append(False)
            closed = False
        elif token == ")":  # noqa: S105
            closed = groups.pop() if len(groups) > 1 else False
            groups[-1] = groups[-1] or closed
        elif _UNBOUNDED.fullmatch(token):
            if closed:
                return True
            groups[-1] = True
        else:
            closed = False
    return False
