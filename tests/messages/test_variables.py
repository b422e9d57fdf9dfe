"""`{{name}}` in texts: found, filled in without changing anything else, and missed where it is left."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop.messages.problems import Severity
from scoro_desktop.messages.variables import (
    LONGEST_NAME,
    Use,
    Variable,
    VariableNotes,
    fallback_of,
    fill,
    fill_text,
    names_in,
    problems,
    read_fallback,
    read_name,
    uses,
    written,
)
from scoro_desktop.wire import JsonValue

hard_text = st.text(st.sampled_from("{}\"\\ab\n\ud83d\ude00\u2028😀é'[],:") | st.characters(), max_size=12)
pieces = st.lists(
    st.sampled_from(["{{city}}", "{{ city }}", "{{имя клиента}}", "{", "}", "{{", "}}"]) | hard_text, max_size=5
)
texts = pieces.map("".join)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
values = st.dictionaries(st.sampled_from(["city", "имя клиента", "other"]), hard_text, max_size=3)


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("city", "city"),
        ("  city\t", "city"),
        ("имя   клиента", "имя клиента"),
        ("a-b_c.d2", "a-b_c.d2"),
        ("हिन्दी", "हिन्दी"),
        ("e\N{COMBINING ACUTE ACCENT}te", "éte"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("", ""),
        (" ", ""),
        ("---", ""),
        ("#if x", ""),
        ("a|b", "a"),
        (" city | here ", "city"),
        ("|b", ""),
        ("x" * (LONGEST_NAME + 1), ""),
    ],
)
def test_what_a_name_is(inside: str, name: str) -> None:
    assert read_name(inside) == name
    assert names_in("{{" + inside + "}}") == ([name] if name else [])


@pytest.mark.parametrize("text", ["{city}", "{{city}", "{ {city}}", "{{ci{ty}}", "{{ci\nty}}", "city"])
def test_what_is_no_variable(text: str) -> None:
    assert names_in(text) == []
    assert fill_text(text, {"city": "Lisbon"}) == text


@pytest.mark.parametrize(
    ("inside", "fallback"), [("a", None), ("a|", ""), ("a|b", "b"), ("a | b c ", "b c"), ("a|b|c", "b|c"), ("|b", "b")]
)
def test_what_stands_behind_a_bar(inside: str, fallback: str | None) -> None:
    assert read_fallback(inside) == fallback


def test_a_fallback_is_offered_and_takes_no_place_by_itself() -> None:
    message: JsonValue = ["{{a|}} {{b}}", "{{a|x}} {{a|y}}", "{{b|z}}"]
    found = list(uses(message))
    assert found == [Use(("0",), "a", ""), Use(("0",), "b"), Use(("1",), "a", "x"), Use(("2",), "b", "z")]
    assert [fallback_of(found, name) for name in ("a", "b", "c")] == ["x", "z", ""]
    assert fill(message, {}) == message  # a single send asks for it
    assert fill(message, {"a": "1"}) == ["1 {{b}}", "1 1", "{{b|z}}"]
    assert [each.code for each in problems(message, (), frozenset({"a"}))] == [
        "variable_as_it_stands",
        "variable_missing",
        "variable_as_it_stands",
        "variable_missing",
    ]


def test_each_place_is_told_in_the_order_of_the_text() -> None:
    message: JsonValue = {"{{key}}": 1, "a": ["x", "{{b}} {{a}} {{b}}"], "c": {"d": "{{ a }}"}}
    assert list(uses(message, ("msg",))) == [
        Use(("msg", "a", "1"), "b"),
        Use(("msg", "a", "1"), "a"),
        Use(("msg", "c", "d"), "a"),
    ]


def test_a_value_is_text_and_not_read_again() -> None:
    filled = fill({"t": "{{a}}{{b}}"}, {"a": "{{b}}", "b": 'say "x"\\'})
    assert filled == {"t": '{{b}}say "x"\\'}


def test_json_within_a_text_stays_json() -> None:
    message: JsonValue = {"title_loc_args": '["{{who}}", "18:00"]', "title": '["{{who}}"]'}
    filled = fill(message, {"who": 'the "A" team'})
    assert isinstance(filled, dict)
    assert json.loads(str(filled["title_loc_args"])) == ['the "A" team', "18:00"]
    assert filled["title"] == '["the "A" team"]'


def shape(value: JsonValue) -> object:
    """JSON with every string value taken out."""
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return [shape(each) for each in value]
    if isinstance(value, dict):
        return [(key, shape(each)) for key, each in value.items()]
    return (type(value), value)


@given(json_values, values)
def test_filling_in_changes_texts_and_nothing_else(value: JsonValue, put: dict[str, str]) -> None:
    before = json.dumps(value)
    filled = fill(value, put)
    assert shape(filled) == shape(value)
    assert json.dumps(value) == before
    assert fill(value, {}) == value


@given(pieces, values)
@example(["{{ city }}"], {"city": '"}}{{'})
def test_only_what_has_a_value_is_filled_in(parts: list[str], put: dict[str, str]) -> None:
    text = " ".join(parts)
    left = [name for name in names_in(text) if name not in put]
    assert names_in(fill_text(text, dict.fromkeys(put, "!"))) == left


@given(json_values)
def test_what_is_left_is_missed_and_what_was_filled_in_is_not(value: JsonValue) -> None:
    found = {each.name for each in uses(value)}
    missing = [each for each in problems(value, ("msg",), frozenset()) if each.code == "variable_missing"]
    assert {str(each.params["variable"]) for each in missing} == set(map(written, found))
    assert all(each.stops for each in missing)
    kept = list(problems(value, ("msg",), frozenset(found)))
    assert {each.code for each in kept if each.severity is not Severity.WARNING} <= {"braces_unpaired"}
    filled = fill(value, dict.fromkeys(found, "x"))
    assert not [each for each in problems(filled, (), frozenset()) if each.code == "variable_missing"] or not found


def test_each_name_is_told_once_of_a_place() -> None:
    query: JsonValue = {"a": {"$nin": ["{{x}}", "{{x}}", "{{y}}"]}}
    found = list(problems(query, ("query",), frozenset({"y"}), at=("query",)))
    assert [(each.code, each.field, each.stops) for each in found] == [
        ("variable_missing", ("query",), True),
        ("variable_as_it_stands", ("query",), False),
    ]


def test_braces_that_hold_no_name_are_told_without_stopping() -> None:
    (found,) = problems({"t": "{{#if vip}}"}, (), frozenset())
    assert (found.code, found.stops, found.field) == ("braces_without_name", False, ("t",))


def test_notes_come_back_from_a_draft() -> None:
    notes = VariableNotes((Variable("city", "Lisbon", "Where"), Variable("имя")), frozenset({"user"}))
    assert VariableNotes.from_state(json.loads(json.dumps(notes.to_state()))) == notes
    assert notes.of("city").default == "Lisbon"
    assert notes.of("other") == Variable("other")


@pytest.mark.parametrize("state", [None, 1, {}, {"known": 3, "as_they_stand": {}}, {"known": [{"name": "#"}, 1]}])
def test_notes_of_another_shape_are_none(state: JsonValue) -> None:
    assert VariableNotes.from_state(state) == VariableNotes()
