"""Values that are offered: which, in which order, and in the very form in which the database holds them."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from bson import Int64, ObjectId
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.conditions_values import moment
from scoro_desktop.audience.known_values import LONGEST, MOST, KnownValue, known_values, values_of_sample
from scoro_desktop.wire import JsonValue

SCALARS = st.one_of(st.integers(), st.floats(), st.text(max_size=80), st.booleans(), st.none(), st.binary(max_size=4))
DOCUMENTS = st.lists(
    st.recursive(
        st.dictionaries(st.sampled_from(["a", "b", "$c", "d.e", ""]), SCALARS, max_size=3),
        lambda inner: st.dictionaries(st.sampled_from(["a", "b"]), inner | st.lists(inner | SCALARS), max_size=3),
        max_leaves=8,
    ),
    max_size=8,
)


def values_in(documents: list[dict[str, object]]) -> dict[str, tuple[JsonValue, ...]]:
    """The values without their counts."""
    return {path: tuple(value for value, _ in found) for path, found in values_of_sample(documents).items()}


def test_the_most_frequent_come_first_and_each_document_counts_once() -> None:
    documents: list[dict[str, object]] = [
        {"tags": ["new", "new", "new", "vip"]},
        {"tags": ["vip"]},
        {"tags": "vip"},
        {"tags": ["old", "new"]},
    ]
    assert values_of_sample(documents) == {"tags": (("vip", 3), ("new", 2), ("old", 1))}


def test_dotted_paths_lead_into_objects_and_lists_of_them() -> None:
    documents: list[dict[str, object]] = [
        {"address": {"city": "Omsk"}, "orders": [{"shop": {"id": 7}}, {"shop": {"id": 8}}, [{"shop": 9}]]}
    ]
    assert values_in(documents) == {"address.city": ("Omsk",), "orders.shop.id": (7, 8)}


def test_each_value_keeps_its_exact_type() -> None:
    when = datetime(2026, 9, 1, 12, 30, 15, 250_000, timezone(timedelta(hours=3)))
    document = {
        "long": Int64(9_007_199_254_740_993),
        "half": 0.5,
        "whole": 5.0,
        "code": "0042",
        "when": when,
        "ref": ObjectId("5a0000000000000000000001"),
    }
    values = values_in([document])
    assert values["long"] == (9_007_199_254_740_993,)
    assert type(values["long"][0]) is int
    assert [json.dumps(values[name][0]) for name in ("half", "whole", "code")] == ["0.5", "5.0", '"0042"']
    assert values["when"] == ({"$date": "2026-09-01T09:30:15.250Z"},)
    assert moment(values["when"][0]) == when
    assert values["ref"] == ({"$oid": "5a0000000000000000000001"},)


def test_a_number_and_the_text_of_it_are_two_values() -> None:
    assert set(values_in([{"a": 1}, {"a": "1"}])["a"]) == {1, "1"}


def test_what_nobody_would_choose_from_a_list_is_left_out() -> None:
    document = {"prose": "x" * (LONGEST + 1), "lines": "a\nb", "none": None, "yes": True, "raw": b"x", "space": " a "}
    assert values_in([{**document, "nan": float("nan"), "kept": "x" * LONGEST}]) == {"kept": ("x" * LONGEST,)}


def test_no_more_are_kept_than_can_be_read() -> None:
    documents = [{"n": number % 50} for number in range(99)]
    assert len(values_of_sample(documents)["n"]) == MOST
    values = [value for value, _ in values_of_sample(documents)["n"]]
    assert 49 not in values  # it is there once, the others twice


@given(DOCUMENTS)
def test_whatever_the_documents_are_each_value_is_short_json(documents: list[Mapping[str, object]]) -> None:
    for path, found in values_of_sample(documents).items():
        values = [value for value, _ in found]
        assert path
        assert all(1 <= times <= len(documents) for _, times in found)
        assert 1 <= len(values) <= MOST
        assert len({json.dumps(each) for each in values}) == len(values)
        assert all(json.loads(json.dumps(each, allow_nan=False)) == each for each in values)
        assert all(len(each) <= LONGEST for each in values if isinstance(each, str))


def test_documented_values_come_first_and_once() -> None:
    found = known_values("deviceType", {"deviceType": (("ios", 40), ("windows", 2))})
    assert found == (KnownValue("android"), KnownValue("ios", 40), KnownValue("windows", 2))
    assert known_values("city", {}) == ()
