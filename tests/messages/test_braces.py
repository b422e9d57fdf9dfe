"""Braces that do not pair up, and those that only look so."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.braces import unpaired
from scoro_desktop.messages.variables import fill_text, problems, unpaired_in


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
