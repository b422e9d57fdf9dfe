"""Regular expressions that match the same on every CPython from 3.11.0 on.

Before 3.11.5 possessive quantifiers and atomic groups match wrongly, or for ever (cpython gh-106052). Where no text can
be read in two ways, a pattern needs neither.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest

import scoro_desktop
from scoro_desktop import late
from tests.sources import modules as modules_with

parser: Any = importlib.import_module("re._parser")
constants: Any = importlib.import_module("re._constants")

WRONG_BEFORE_3_11_5 = {constants.POSSESSIVE_REPEAT, constants.ATOMIC_GROUP}
CALLS = {"compile", "pattern", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def is_wrong(pattern: str, flags: int = 0) -> bool:
    return any(operator in WRONG_BEFORE_3_11_5 for operator in operators(parser.parse(pattern, flags)))


def operators(part: Any) -> Iterator[Any]:
    """Everything that a pattern is made of, through all of its groups."""
    if isinstance(part, parser.SubPattern):
        for operator, arguments in part:
            yield operator
            yield from operators(arguments)
    elif isinstance(part, tuple | list):
        for each in part:
            yield from operators(each)


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(scoro_desktop.__path__, "scoro_desktop."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns(values: Iterable[Any]) -> Iterator[re.Pattern[Any]]:
    """Patterns among values, and in what they hold."""
    for value in values:
        if isinstance(value, re.Pattern):
            yield value
        elif isinstance(value, late.LatePattern):
            yield re.compile(*value.source)
        elif isinstance(value, dict):
            yield from patterns(value.values())
        elif isinstance(value, tuple | list | set | frozenset):
            yield from patterns(value)


def written_in_a_call(code: str) -> Iterator[str]:
    """The patterns that stand as text in calls such as `re.sub(...)`. What an f-string puts in counts as one letter."""
    for call in ast.walk(ast.parse(code)):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CALLS):
            continue
        if not (isinstance(call.func.value, ast.Name) and call.func.value.id in {"re", "late"} and call.args):
            continue
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
            yield pattern.value
        elif isinstance(pattern, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in pattern.values)


def test_no_pattern_of_a_module_is_wrong_before_3_11_5() -> None:
    found = [
        (module.__name__, pattern.pattern)
        for module in modules()
        for pattern in patterns(vars(module).values())
        if is_wrong(pattern.pattern, pattern.flags & ~re.DEBUG)
    ]
    assert found == []


def test_no_pattern_within_a_function_is_wrong_before_3_11_5() -> None:
    texts = [(path, text) for path, code in modules_with(r"\b(?:re|late)\.") for text in written_in_a_call(code)]
    assert len(texts) > 50, "nothing was looked at"
    assert [(path.name, text) for path, text in texts if is_wrong(text)] == []


@pytest.mark.parametrize("pattern", ["a*+", "a++", "a?+", "(?:a|b){1,9}+", "(?>a|b)", "x(?:y|[0-9]++)", "(?=(?!a*+))"])
def test_such_a_pattern_is_found_out(pattern: str) -> None:
    assert is_wrong(pattern)
    assert [is_wrong(text) for text in written_in_a_call(f"re.sub(r{pattern!r}, '', text)")] == [True]


@pytest.mark.parametrize("pattern", [r"[*+]+", r"a\*+", r"[a-z?+]", r"a*?", r"(?:a+)+"])
def test_an_ordinary_pattern_is_not(pattern: str) -> None:
    assert not is_wrong(pattern)
