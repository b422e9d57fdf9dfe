"""The texts within a query are changed; its structure and its layout are not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop import wire
from scoro_desktop.jsontext.strings import with_strings
from scoro_desktop.messages.variables import fill, fill_text
from scoro_desktop.wire import JsonValue

texts = st.text(st.sampled_from('{}"\\city\n😀é:,') | st.characters(exclude_categories=["Cs"]), max_size=8)
queries = st.recursive(
    st.booleans() | st.none() | st.integers(-(10**9), 10**9) | texts | st.just("{{city}}") | st.just("a {{ city }} b"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)


def put_in(text: str, value: str) -> str:
    return with_strings(text, lambda each: fill_text(each, {"city": value}))


@given(queries, st.text(max_size=8), st.sampled_from([None, 1, 4]), st.booleans())
def test_it_is_what_filling_in_the_json_would_give(
    query: JsonValue, value: str, indent: int | None, ascii_: bool
) -> None:
    text = json.dumps(query, indent=indent, ensure_ascii=ascii_)
    assert wire.read(put_in(text, value)) == fill(query, {"city": value})


def test_a_value_cannot_become_anything_but_text() -> None:
    text = '{ "city" : {"$ne": "{{city}}"} ,\n  "{{city}}": 1.0 }'
    assert put_in(text, '"}, "x": {"$ne": "') == (
        '{ "city" : {"$ne": "\\"}, \\"x\\": {\\"$ne\\": \\""} ,\n  "{{city}}": 1.0 }'
    )


def test_an_escaped_variable_is_one_as_well() -> None:
    assert put_in('{"a": "\\u007b{city}}"}', "Пермь") == '{"a": "Пермь"}'


@pytest.mark.parametrize(
    "text", ["", '{"a": "{{city}}"', '{"a": "{{city}}",}', "{'a': '{{city}}'}", '{"a": 1, "a": "{{city}}"}']
)
def test_what_is_no_json_stays_as_it_is(text: str) -> None:
    assert put_in(text, "Lisbon") == text
