"""From the text of a query to what is sent, or to everything that is wrong with it."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from scoro_desktop.audience.filters import findings
from scoro_desktop.audience.layout import format_query
from scoro_desktop.audience.problems import (
    ALL_CODES,
    MAX_PROBLEMS,
    Places,
    QueryProblem,
    Severity,
    at_most,
    code_point,
    shown,
)
from scoro_desktop.audience.strict import MAX_DEPTH, StrictReading, number_flaw, read_strictly, too_deep_at
from scoro_desktop.audience.syntax import syntax_problems
from scoro_desktop.audience.tree import Tree
from scoro_desktop.wire import JsonObject

__all__ = [
    "ALL_CODES",
    "Audience",
    "Everyone",
    "Query",
    "QueryProblem",
    "Reading",
    "Severity",
    "format_query",
    "read_query",
]


@dataclass(frozen=True)
class Query:
    """A query that may be sent: the text as it was typed, to the letter, and what it says."""

    text: str
    value: JsonObject


@dataclass(frozen=True)
class Everyone:
    """All of a collection. It is chosen by name: no text, however empty or broken, turns into it."""


Audience: TypeAlias = Everyone | Query


@dataclass(frozen=True)
class Reading:
    """What came of reading a text: a query unless an error stands, and every problem in the order of the text.

    Of each sort at most `problems.MAX_PROBLEMS` errors and as many warnings are listed.
    """

    query: Query | None
    problems: tuple[QueryProblem, ...]


# An escape of JSON; the group holds a surrogate, escaped or bare, that has no partner.
_SURROGATES: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u(?P<escaped>[dD][89a-fA-F][0-9a-fA-F]{2})|\\.|(?P<bare>[\ud800-\udfff])",
    re.DOTALL,
)


def read_query(text: str) -> Reading:
    """Read the text of a query. Never raises, whatever the text is.

    There is a query only if strict JSON reads the text as one object whose every part would reach the server as it was
    written, and which is a filter that does not select everyone. 1 MB of good text takes some 20 ms, of text with
    problems 100 to 250 ms.
    """
    places = Places(text)
    if not text.strip(" \t\r\n"):
        return Reading(None, (places.problem("empty", 0, 1),))
    deep = too_deep_at(text)
    strict = read_strictly(text) if deep is None else None
    if strict is None:
        problems = syntax_problems(text, places)
        if deep is not None:
            problems.append(places.problem("too_deep", deep, 1, limit=MAX_DEPTH))
        elif not problems:
            problems.append(places.problem("broken_json", 0, len(text)))
    else:
        problems = list(_problems_of_json(text, strict, places))
    problems.sort(key=lambda each: each.offset)
    if strict is None or not isinstance(strict.value, dict) or any(each.stops for each in problems):
        return Reading(None, tuple(problems))
    return Reading(Query(text, strict.value), tuple(problems))


def _problems_of_json(text: str, strict: StrictReading, places: Places) -> Iterator[QueryProblem]:
    tree = functools.cache(lambda: Tree(text))
    yield from at_most(MAX_PROBLEMS, _surrogate_problems(text, places))
    if strict.has_duplicates:
        yield from at_most(MAX_PROBLEMS, _duplicate_problems(tree(), places))
    if strict.has_odd_numbers:
        yield from at_most(MAX_PROBLEMS, _number_problems(tree(), places))
    if not isinstance(strict.value, dict):
        span = tree().value(())
        yield places.problem("not_an_object", span.offset, span.length)
        return
    for finding in findings(strict.value):
        span = tree().key(finding.path) if finding.on_key else tree().value(finding.path)
        yield places.problem(finding.code, span.offset, span.length, finding.severity, **finding.params)


def _duplicate_problems(tree: Tree, places: Places) -> Iterator[QueryProblem]:
    for key, first, again in tree.duplicate_keys():
        line, column = places.line_and_column(first.offset)
        yield places.problem(
            "duplicate_key", again.offset, again.length, key=shown(key), first_line=line, first_column=column
        )


def _number_problems(tree: Tree, places: Places) -> Iterator[QueryProblem]:
    for written, span in tree.numbers():
        flaw = number_flaw(written)
        if flaw is not None:
            yield places.problem(flaw.code, span.offset, span.length, flaw.severity, **flaw.params)


def _surrogate_problems(text: str, places: Places) -> Iterator[QueryProblem]:
    if text.isascii() and "\\u" not in text:
        return
    for match in _SURROGATES.finditer(text):
        if match["escaped"]:
            yield places.problem(
                "lone_surrogate", match.start(), len(match.group()), character="U+" + match["escaped"].upper()
            )
        elif match["bare"]:
            yield places.problem("lone_surrogate", match.start(), 1, character=code_point(match["bare"]))
