import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop import wire
from scoro_desktop.messages.typed_values import (
    JSON,
    NUMBER,
    TEXT,
    YES_NO,
    as_object_text,
    as_typed,
    fits_line,
    looks_like_object,
    merge,
    read_typed,
    same,
)
from scoro_desktop.wire import JsonObject, JsonValue
from tests.messages.contract import exact, json_values


@given(value=json_values)
@example(value="two\nlines")
@example(value="\u00a0\u202f\u200d")
@example(value=5.0)
def test_a_value_comes_back_from_what_stands_for_it(value: Any) -> None:
    try:
        wire.compact(value)
    except ValueError:  # nobody could send it
        return
    kind, text = as_typed(value)
    assert exact(read_typed(kind, text, flag=value is True)) == exact(value)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("5", TEXT, "5"),
        ("two\nlines\tand\u00a0a space", TEXT, "two\nlines\tand\u00a0a space"),
        ("\U0001f469\u200d\U0001f4bb \u2764\ufe0f", TEXT, "\U0001f469\u200d\U0001f4bb \u2764\ufe0f"),
        ("a\rb", JSON, '"a\\rb"'),
        ("\u2028", JSON, '"\\u2028"'),
        ("\u202e", JSON, '"\\u202e"'),
        (5, NUMBER, "5"),
        (5.0, NUMBER, "5.0"),
        (True, YES_NO, ""),
        (None, JSON, "null"),
        ({"ключ": [1]}, JSON, '{"ключ": [1]}'),
    ],
)
def test_the_type_says_how_it_is_edited(value: JsonValue, kind: str, text: str) -> None:
    assert as_typed(value) == (kind, text)


@pytest.mark.parametrize("text", ["a\nb", "end\n", "a\tb", "x" * 2001, "a\u2028b"])
def test_what_a_line_cannot_show(text: str) -> None:
    assert not fits_line(text)
    assert fits_line(text.replace("\n", "")[:9].replace("\t", "").replace("\u2028", ""))


@given(st.dictionaries(st.text(), json_values, max_size=4))
def test_a_table_as_text_says_what_its_rows_say(table: JsonObject) -> None:
    try:
        wire.compact(table)
    except ValueError:
        return
    rows = [(key, *as_typed(value), value is True) for key, value in table.items()]
    assert exact(json.loads(as_object_text(rows))) == exact(table)


def test_what_cannot_be_read_stands_in_the_text_as_it_is_typed() -> None:
    text = as_object_text([("a", NUMBER, "five", False), ("a", JSON, "[1,", False), ("t", TEXT, 'say "hi"', False)])
    assert text == '{\n  "a": five,\n  "a": [1,,\n  "t": "say \\"hi\\""\n}'


@given(st.dictionaries(st.text(max_size=2), json_values), st.dictionaries(st.text(max_size=2), json_values))
def test_a_merge_says_what_it_does(table: JsonObject, pasted: JsonObject) -> None:
    what = merge(table, pasted)
    assert set(what.added) == pasted.keys() - table.keys()
    assert set(what.replaced) == {key for key in pasted.keys() & table.keys() if not same(pasted[key], table[key])}


def test_a_variable_is_no_object() -> None:
    assert looks_like_object(' {"a": 1}\n')
    assert looks_like_object("{") is False
    assert looks_like_object('{"a": ')
    assert not looks_like_object("{{name}}")
    assert not looks_like_object("plain")
