"""From a text to the JSON that it says, or to everything that keeps it from being JSON that could be sent."""

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from scoro_desktop import late
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Places, QueryProblem, at_most, code_point, shown
from scoro_desktop.jsontext.strict import MAX_DEPTH, StrictReading, number_spans, read_strictly, too_deep_at
from scoro_desktop.jsontext.syntax import syntax_problems
from scoro_desktop.jsontext.tree import Tree
from scoro_desktop.wire import JsonValue

Judge: TypeAlias = Callable[[JsonValue, Callable[[], Tree], Places], Iterable[QueryProblem]]
"""Finds what else is wrong with a value: given the value, what makes the tree of its text, and the places."""


@dataclass(frozen=True)
class JsonReading:
    """The result of reading a text: its value where `is_good`, and every problem in the order of the text.

    Of each sort at most `problems.MAX_PROBLEMS` errors and as many warnings are listed.
    """

    value: JsonValue
    is_good: bool
    problems: tuple[QueryProblem, ...]


# An escape of JSON; the group holds a surrogate, escaped or bare, that has no partner.
_SURROGATES: Final = late.pattern(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u(?P<escaped>[dD][89a-fA-F][0-9a-fA-F]{2})|\\.|(?P<bare>[\ud800-\udfff])",
    re.DOTALL,
)


def any_value(_value: JsonValue, _tree: Callable[[], Tree], _places: Places) -> Iterable[QueryProblem]:
    """The judge of a text that may say anything."""
    return ()


def only_object(value: JsonValue, tree: Callable[[], Tree], places: Places) -> Iterator[QueryProblem]:
    """The judge of a text that has to be an object."""
    if not isinstance(value, dict):
        span = tree().value(())
        yield places.problem("not_an_object", span.offset, span.length)


def read_json(text: str, judge: Judge = any_value) -> JsonReading:
    """Read a text as JSON. Never raises, whatever the text is.

    There is a value only if strict JSON reads the text, if every part of it would arrive as it was written, and if the
    judge has found no error. 1 MB of good text takes some 20 ms, of text with problems 15 to 800 ms, most
    where there are many small objects.
    """
    places = Places(text)
    if not text.strip(" \t\r\n"):
        return JsonReading(None, False, (places.problem("empty", 0, 1),))
    deep = too_deep_at(text)
    strict = read_strictly(text) if deep is None else None
    if strict is None:
        problems = syntax_problems(text, places)
        if deep is not None:
            problems.append(places.problem("too_deep", deep, 1, limit=MAX_DEPTH))
        elif not problems:
            problems.append(places.problem("broken_json", 0, len(text)))
    else:
        tree = functools.cache(lambda: Tree(text))
        problems = list(judge(strict.value, tree, places))
        flawed = strict.has_duplicates or bool(strict.flaws)
        if flawed or not text.isascii() or "\\u" in text:
            problems = [*_flaws(text, strict, tree, places), *problems]
        if not problems and (not flawed or strict.is_exact):
            return JsonReading(strict.value, True, ())
        if not strict.is_exact and not any(each.stops for each in problems):
            problems.append(places.problem("broken_json", 0, len(text)))
    problems.sort(key=lambda each: each.offset)
    is_good = strict is not None and strict.is_exact and not any(each.stops for each in problems)
    return JsonReading(strict.value if strict is not None and is_good else None, is_good, tuple(problems))


def _flaws(text: str, strict: StrictReading, tree: Callable[[], Tree], places: Places) -> Iterator[QueryProblem]:
    """Lists what would not arrive as it was written."""
    if not text.isascii() or "\\u" in text:
        yield from at_most(MAX_PROBLEMS, _surrogate_problems(text, places))
    if strict.has_duplicates:
        yield from at_most(MAX_PROBLEMS, _duplicate_problems(tree(), places))
    if strict.flaws:
        yield from at_most(MAX_PROBLEMS, _number_problems(text, strict, places))


def _duplicate_problems(tree: Tree, places: Places) -> Iterator[QueryProblem]:
    for key, first, again in tree.duplicate_keys():
        line, column = places.line_and_column(first.offset)
        yield places.problem(
            "duplicate_key", again.offset, again.length, key=shown(key), first_line=line, first_column=column
        )


def _number_problems(text: str, strict: StrictReading, places: Places) -> Iterator[QueryProblem]:
    spans = number_spans(text)
    passed = 0
    for number, flaw in strict.flaws:
        start, end = next(itertools.islice(spans, number - passed, None))
        passed = number + 1
        yield places.problem(flaw.code, start, end - start, flaw.severity, **flaw.params)


def _surrogate_problems(text: str, places: Places) -> Iterator[QueryProblem]:
    for match in _SURROGATES.finditer(text):
        if match["escaped"]:
            yield places.problem(
                "lone_surrogate", match.start(), len(match.group()), character="U+" + match["escaped"].upper()
            )
        elif match["bare"]:
            yield places.problem("lone_surrogate", match.start(), 1, character=code_point(match["bare"]))
