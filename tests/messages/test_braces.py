"""Braces that do not pair up, and those that only look so."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.braces import unpaired
from scoro_desktop.messages.problems import Severity
from scoro_desktop.messages.variables import fill_text, names_in, problems, unpaired_in
from scoro_desktop.wire import JsonValue


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hi {{name}, sale today", ["{{name}, sale today"]),
        ("{{type}", ["{{type}"]),
        ("{{name", ["{{name"]),
        ("{name}}", ["{name}}"]),
        ("name}}", ["name}}"]),
        ("{{na{me}}", ["{{na{me}}"]),
        ("{{na\nme}}", ["{{na"]),
        ("{{na\r\nme}}, bye", ["{{na"]),
        ("{{a}} and {{b", ["{{b"]),
        ("{{a}} and b}}", ["{{a}} and b}}"]),
        ("{{{{a}}}}", ["{{{{a}}}}"]),
        ("{{ {{a}} }}", ["{{ {{a}} }}"]),
        ("{{x {{a}} and {{b}}}}", ["{{x {{a}} and {{b}}}}"]),
        ('{"a{{b": 1, "c": {"{{d}}": [{"e}}": 2}]}}', ["{{b", "e}}"]),
        ("{{", ["{{"]),
        ("}}", ["}}"]),
        ("}}}", ["}}}"]),
        ("a {{b, c {{d", ["{{b, c {{d", "{{d"]),
        ('["Hi {{name"]', ["{{name"]),
        ('{"a": {"b": "{{x}"}}', ["{{x}"]),
        ("{{ {name} }}", ["{{ {name} }}"]),
        ("It was a long time until somebody said so}}", ["til somebody said so}}"]),
    ],
)
def test_a_slip_is_found_at_its_place(text: str, places: list[str]) -> None:
    assert list(unpaired(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "Hi {{name}}, sale today",
        "{{{name}}}",
        "{name}",
        "a { b",
        "}{",
        "{a {b}}",
        "{count, plural, one {# item} other {# items}}",
        '{"a":{"b":1}}',
        ' {"a":{"b":{}}} ',
        '[{"a":{"b":1}}]',
        "{a:{b:1}}",
        "{{#if vip}}",
        "${name}",
        "",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert list(unpaired(text)) == []


def test_a_third_brace_stays_around_the_value() -> None:
    assert fill_text("{{{name}}}", {"name": "Anna"}) == "{Anna}"
    assert list(unpaired(fill_text("{{{name}}}", {"name": "Anna"}))) == []


@pytest.mark.parametrize("path", [("msg", "text"), ("msg", "data", "gcm", "data", "k"), ("x", "0")])
def test_it_stops_wherever_it_stands_unless_it_is_meant(path: tuple[str, ...]) -> None:
    (found,) = problems("Hi {{name}, sale", path, frozenset())
    assert (found.code, found.field, found.stops) == ("braces_unpaired", path, True)
    assert found.params == {"text": "{{name}, sale"}
    (kept,) = problems("Hi {{name}, sale", path, frozenset({"{{name}, sale"}))
    assert (kept.code, kept.stops) == ("variable_as_it_stands", False)
    assert [each.code for each in problems("Hi {{name}, sales", path, frozenset({"{{name}, sale"}))] == [
        "braces_unpaired"
    ]


@pytest.mark.parametrize(
    "text", ["{{{{city}}}}", "{{{{{city}}}}}", "{{ {{city}} }}", "{{a {{city}}, {{b}}}}", "{{{{{{city}}}}}}"]
)
def test_a_variable_within_a_variable_is_none(text: str) -> None:
    """Filled in, it would make another variable, whose name somebody's value is."""
    assert names_in(text) == []
    assert fill_text(text, {"city": "Lisbon", "b": "x"}) == text
    assert [each.code for each in problems(text, (), frozenset())] == ["braces_unpaired"]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{{{city}}", "{{Lisbon"),
        ("{{city}}}}", "Lisbon}}"),
        ("{{ {{city}}\n}}", "{{ Lisbon\n}}"),
        ("{{a}{{city}}}}", "{{a}Lisbon}}"),
        ("{{city}}{{city}}", "LisbonLisbon"),
        ("{ {{city}} }", "{ Lisbon }"),
    ],
)
def test_a_variable_beside_braces_is_one(text: str, filled: str) -> None:
    assert fill_text(text, {"city": "Lisbon"}) == filled


QUERY = ("query",)


@pytest.mark.parametrize("key", ["{{f", "{{f}", "f}}", "a.{{f", "{{f\n}}", "$and{{"])
def test_a_slip_in_a_key_of_a_query_is_one(key: str) -> None:
    queries: list[JsonValue] = [{key: 1}, {"$or": [{"a": 1}, {key: {"$ne": 2}}]}, {"a": {"$elemMatch": {key: 1}}}]
    for query in queries:
        (found,) = problems(query, QUERY, frozenset(), at=QUERY, nameless=Severity.ERROR)
        assert (found.code, found.field, found.stops) == ("braces_unpaired", QUERY, True)
        assert str(found.params["text"]).split("\\")[0] in key


def test_a_variable_in_a_key_is_none_and_said() -> None:
    """Nobody fills it in there: a query with one is of nobody can say whom, a message is sent with it."""
    (found,) = problems({"{{field}}": 1, "a": "field"}, QUERY, frozenset(), at=QUERY, nameless=Severity.ERROR)
    assert (found.code, found.params, found.stops) == ("braces_without_name", {"text": "{{field}}"}, True)
    (found,) = problems({"data": {"{{field}}": "x"}}, ("msg",), frozenset())
    assert (found.code, found.field, found.stops) == ("braces_without_name", ("msg", "data", "{{field}}"), False)
    found_both = list(problems({"{{a}}": "{{a}}"}, (), frozenset({"a"}), at=QUERY))
    assert [each.code for each in found_both] == ["braces_without_name", "variable_as_it_stands"]


def test_a_slip_in_a_key_of_data_is_told_at_its_row_and_can_be_meant() -> None:
    (found,) = problems({"data": {"id}}": "x"}}, ("msg",), frozenset())
    assert (found.code, found.field, found.stops) == ("braces_unpaired", ("msg", "data", "id}}"), True)
    (kept,) = problems({"data": {"id}}": "x"}}, ("msg",), frozenset({"id}}"}))
    assert (kept.code, kept.stops) == ("variable_as_it_stands", False)
    assert unpaired_in({"data": {"id}}": "{{x", "y": []}}) == ["id}}", "{{x"]


_TEXTS = st.text('{}ab\n ,"', max_size=14)


@given(_TEXTS)
def test_what_is_quoted_stands_in_the_text(text: str) -> None:
    for place in unpaired(text):
        assert place in text or text.lstrip().startswith(("{", "["))
        assert "{{" in place or "}}" in place


@given(
    st.recursive(_TEXTS | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner), max_leaves=5)
)
def test_json_within_a_text_is_as_good_as_its_own_texts(value: object) -> None:
    if isinstance(value, dict | list):
        assert set(unpaired(json.dumps(value))) == set(unpaired_in(value))
