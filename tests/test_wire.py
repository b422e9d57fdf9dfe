"""JSON as it goes over the wire, read alike by every Python."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoro_desktop import wire
from tests.examples import how_many

DEEPEST = [
    "[" * wire.MAX_DEPTH + "]" * wire.MAX_DEPTH,
    '{"a":' * (wire.MAX_DEPTH - 1) + "{}" + "}" * (wire.MAX_DEPTH - 1),
    '[1, {"a": [2]}, ' * (wire.MAX_DEPTH // 2) + "3" + "]" * (wire.MAX_DEPTH // 2),
]


@pytest.mark.parametrize("text", DEEPEST)
def test_what_is_nested_as_deeply_as_may_be_is_read(text: str) -> None:
    assert wire.compact(wire.read(text)).decode() == text.replace(" ", "")


@pytest.mark.parametrize("text", [f"[{DEEPEST[0]}]", f'{{"a": {DEEPEST[1]}}}', f"[[], 1, {DEEPEST[0]}]"])
@pytest.mark.parametrize("times", [1, 3, 250])
def test_what_is_nested_more_deeply_is_refused(text: str, times: int) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        wire.read("[" * times + text + "]" * times)


@pytest.mark.parametrize("text", ["[]", "{}", "1", "null", '"["', '["[[["]', '{"a":[{},[]]}'])
def test_what_is_hardly_nested_is_read(text: str) -> None:
    assert wire.compact(wire.read(text)).decode() == text


def test_brackets_in_a_text_and_side_by_side_are_no_depth() -> None:
    value: wire.JsonValue = ["[" * 2 * wire.MAX_DEPTH, *([[]] * 2 * wire.MAX_DEPTH)]
    assert wire.read(wire.compact(value)) == value


VALUES: list[wire.JsonValue] = [
    1, 1.0, True, 0, -0.0, False, None, "", "1", [], {}, [1], [True], [[]], {"a": 1, "b": 2}, {"b": 2, "a": 1},
    {"a": 1.0, "b": 2}, {"a": {"b": [1, {"c": None}]}}, {"a": {"b": [1.0, {"c": None}]}}, {"a": None},
]  # fmt: skip


@pytest.mark.parametrize("one", VALUES)
@pytest.mark.parametrize("other", VALUES)
def test_values_are_the_same_that_are_written_alike(one: wire.JsonValue, other: wire.JsonValue) -> None:
    assert wire.same(one, other) is (wire.compact(one) == wire.compact(other))
    assert wire.same({"x": one}, {"x": other}) is (wire.compact(one) == wire.compact(other))


def test_a_list_that_is_in_both_is_not_written_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    many: list[wire.JsonValue] = [f"device{number}" for number in range(50_000)]
    written: list[object] = []
    monkeypatch.setattr(wire, "compact", written.append)
    assert wire.same({"_id": {"$in": many}, "x": {}}, {"_id": {"$in": many}, "x": {}})
    assert written == []


ANY_JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=3), inner, max_size=4)),
    max_leaves=12,
)


def written_alike(one: wire.JsonValue, other: wire.JsonValue) -> bool:
    try:
        return wire.compact(one) == wire.compact(other)
    except ValueError:
        return False


@settings(max_examples=how_many(60))
@given(one=ANY_JSON, other=ANY_JSON)
def test_a_text_is_the_same_as_what_is_written_as_it_is(one: Any, other: Any) -> None:
    for text in (json.dumps(one), json.dumps(one, ensure_ascii=False, indent=1)):
        try:
            found = wire.read(text)
        except ValueError:  # an infinity, which is no JSON
            assert not wire.StrictText(text).gives(one)
            continue
        assert wire.StrictText(text).gives(found) == written_alike(found, found)
        assert wire.StrictText(text).gives(other) == written_alike(found, other)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", True),
        ("1", 1.0),
        ("0", False),
        ("0.0", -0.0),
        ("[]", {}),
        ('"1"', 1),
        ('{"a": 1, "b": 2}', {"b": 2, "a": 1}),
        ('"\\ud800"', "\ud800"),
        ('"\ud800"', "\ud800"),
        ("NaN", float("nan")),
        ("[1", [1]),
        ('"a"', "a "),
        ('"\u00e9"', "e\u0301"),
    ],
)
def test_what_reads_alike_but_is_not_written_alike_is_another(text: str, value: wire.JsonValue) -> None:
    assert not wire.StrictText(text).gives(value)


def test_one_object_in_two_places_is_as_good_as_two() -> None:
    twice: list[wire.JsonValue] = ["a", 1.5]
    assert wire.StrictText('[["a", 1.5], ["a", 1.5], "a", "a"]').gives([twice, twice, "a", "".join(["a"])])


def test_what_a_text_says_cannot_be_changed_and_a_value_that_was_is_another() -> None:
    strict = wire.StrictText('{"a": {"$in": [1, 2]}}')
    value = wire.read(strict.text)
    assert strict.gives(value)
    assert isinstance(value, dict)
    value["b"] = 1
    assert not strict.gives(value)
    for name in ("text", "said", "other"):
        with pytest.raises(AttributeError):
            setattr(strict, name, "{}")


@pytest.mark.parametrize("text", ["", "{", "nan", '{"a": 1, "a": 1}', "[" * 600 + "]" * 600, "\ud800", '{"a": 1e999}'])
def test_a_text_that_is_no_json_gives_nothing(text: str) -> None:
    strict = wire.StrictText(text)
    assert strict.text == text
    nothing: tuple[wire.JsonValue, ...] = (None, {}, "", text, [], 0)
    for value in nothing:
        assert not strict.gives(value)


def written(write: Callable[[wire.JsonValue], bytes], value: wire.JsonValue) -> bytes:
    """Returns what is written; nothing where it cannot be."""
    try:
        return write(value)
    except ValueError:
        return b""


@settings(max_examples=how_many(60))
@given(value=ANY_JSON)
def test_what_is_written_part_by_part_is_the_same(value: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wire, "_PART", 2)
        assert written(wire.compact_in_turns, value) == written(wire.compact, value)


def test_a_long_list_is_not_written_at_once() -> None:
    """While it is, no other thread runs: the window would wait for 10 ms."""
    ids: list[wire.JsonValue] = [f"device-{number}" for number in range(10_500)]
    query: wire.JsonValue = {"$and": [{"city": "Perm"}, {"deviceId": {"$nin": ids}}], "": [], "a": {}}
    lengths: list[int] = []

    def dumps(value: wire.JsonValue) -> str:
        lengths.append(len(value) if isinstance(value, list) else 1)
        return json.dumps(value, separators=(",", ":"))

    assert wire.in_turns(query, dumps) == json.dumps(query, separators=(",", ":"))
    assert max(lengths) <= 1_000
    assert sum(lengths) < 11_000


def test_a_long_list_within_as_many_brackets_as_are_read_is_written() -> None:
    text = b'{"a":[' * 249 + b"[" + b",".join([b"1"] * 1_500) + b"]" + b"]}" * 249
    value = wire.read(text.decode())
    assert wire.compact_in_turns(value) == text


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), "\ud800"])
def test_what_cannot_be_sent_is_refused_part_by_part_as_well(wrong: wire.JsonValue) -> None:
    with pytest.raises(ValueError):
        wire.compact_in_turns({"a": [*["x"] * 2_000, wrong]})
