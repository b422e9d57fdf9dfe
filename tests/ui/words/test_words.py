"""Every code that the rest of the app speaks in has words, in both languages, with nothing left to fill in."""

import pytest

from scoro_desktop.jsontext.problems import ALL_CODES as QUERY_CODES
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.messages.codes import ALL_CODES as MESSAGE_CODES
from scoro_desktop.messages.problems import Problem
from scoro_desktop.ui.words.problem_words import problem
from scoro_desktop.ui.words.query_words import query_problem

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


@pytest.mark.parametrize(("code", "names"), QUERY_CODES.items())
def test_a_problem_of_a_query_has_words(code: str, names: tuple[str, ...]) -> None:
    params = {name: f"<{name}>" for name in names}
    text = query_problem(QueryProblem(code, 1, 1, 0, 1, params))
    assert "There is a mistake here" not in text
    assert "{code}" not in text
    assert "{operator}" not in text
