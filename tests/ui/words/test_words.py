"""Every code that the rest of the app speaks in has words, in both languages, with nothing left to fill in."""

import ast

import pytest

from scoro_desktop.jsontext.problems import ALL_CODES as QUERY_CODES
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.messages.codes import ALL_CODES as MESSAGE_CODES
from scoro_desktop.messages.problems import Problem
from scoro_desktop.ui.words import problem_words
from scoro_desktop.ui.words.problem_words import problem
from scoro_desktop.ui.words.query_words import query_problem
from tests.sources import modules

UI_CODES = {
    "no_audience": (),
    "bad_query": (),
    "audience_in_doubt": (),
    "absent_field": ("path",),
    "absent_field_widens": ("path",),
    "type_clash": ("path", "expected"),
    "type_clash_widens": ("path", "expected"),
    "date_clash": ("path", "expected"),
    "date_clash_widens": ("path", "expected"),
    "relative_clash": ("path", "expected"),
    "only_android": (),
    "only_iphone": (),
    "condition_unfinished": (),
    "query_being_read": (),
    "no_account": (),
    "no_keys": ("account",),
    "keys_unread": ("account", "keyring"),
    "braces_without_name": ("text",),
    "braces_unpaired": ("text",),
    "data_number": ("key",),
    "data_json": ("key",),
    "data_key_missing": (),
    "data_key_twice": ("key",),
    "data_key_reserved": ("key",),
}


@pytest.mark.parametrize(("code", "names"), [*MESSAGE_CODES.items(), *UI_CODES.items()])
def test_a_problem_of_a_message_has_words(code: str, names: tuple[str, ...]) -> None:
    params = {name: f"<{name}>" for name in names}
    text = problem(Problem(code, ("msg",), params))
    assert code not in text.split()
    assert "Something is wrong" not in text
    assert "{" not in text


def test_no_check_has_a_code_without_words() -> None:
    """Found in the sources: whoever adds a check is told here of the words that it lacks."""
    codes = {
        str(call.args[0].value)
        for _, text in modules(r"\bProblem\(")
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Problem"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(codes) > 40
    lacking = [
        code for code in sorted(codes) if "Something is wrong with this" in problem_words._text(code, warning=False)
    ]
    assert lacking == []


@pytest.mark.parametrize(("code", "names"), QUERY_CODES.items())
def test_a_problem_of_a_query_has_words(code: str, names: tuple[str, ...]) -> None:
    params = {name: f"<{name}>" for name in names}
    text = query_problem(QueryProblem(code, 1, 1, 0, 1, params))
    assert "There is a mistake here" not in text
    assert "{code}" not in text
    assert "{operator}" not in text
