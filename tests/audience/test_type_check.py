"""Tests of the values that a query compares fields with, against the types of those fields."""

import pytest

from scoro_desktop.audience.schema import FieldType
from scoro_desktop.audience.type_check import check_types, is_plain_and_known
from scoro_desktop.wire import JsonObject, JsonValue

TYPES = {
    "age": FieldType.NUMBER,
    "city": FieldType.STRING,
    "consent": FieldType.BOOLEAN,
    "createdAt": FieldType.DATE,
    "address": FieldType.OBJECT,
    "tags": FieldType.ARRAY,
}
NO_DATES: list[JsonValue] = [
    "2026-01-01",
    "01.01.2026",
    "2026-01-01T00:00:00+0300",
    "2026-01-01T00:00:00",
    "2026-02-30T00:00:00Z",
    "yesterday",
    "",
    1_700_000_000,
    True,
    {"$oid": "0123456789abcdef01234567"},
    [],
]


@pytest.mark.parametrize("field", ["age", "city", "consent"])
def test_a_relative_date_is_compared_with_dates_alone(field: str) -> None:
    rule: JsonValue = {"$relativeDate": {"days": -30}}
    queries: list[JsonObject] = [
        {field: {"$gte": rule}},
        {"$or": [{field: {"$not": {"$lt": rule}}}, {"createdAt": {"$lt": rule}}]},
    ]
    for query in queries:
        (finding,) = check_types(query, TYPES)
        assert (finding.path, finding.expected, finding.is_relative) == (field, TYPES[field], True)
        assert not is_plain_and_known(query, TYPES)
    assert check_types({"createdAt": {"$gte": rule}, "address": {"$lt": rule}, "other": {"$gt": rule}}, TYPES) == []


def said(query: JsonObject) -> list[tuple[str, bool]]:
    return [(each.path, each.leaves_nobody_out) for each in check_types(query, TYPES)]


@pytest.mark.parametrize("value", NO_DATES)
def test_what_is_no_date_matches_no_date_and_negated_everyone(value: JsonValue) -> None:
    nobody: list[JsonObject] = [{"createdAt": value}]
    nobody += [{"createdAt": {name: value}} for name in ("$eq", "$gt", "$gte", "$lt", "$lte")]
    everyone: list[JsonObject] = [
        {"createdAt": {"$ne": value}},
        {"createdAt": {"$nin": [value, "x"]}},
        {"createdAt": {"$not": {"$gte": value}}},
        {"createdAt": {"$not": {"$in": [value]}}},
        {"age": 5, "$or": [{"city": "Omsk"}, {"createdAt": {"$ne": value}}]},
    ]
    for query in nobody:
        assert (said(query), said({"$nor": [query]})) == ([("createdAt", False)], [("createdAt", True)])
    for query in everyone:
        assert (said(query), said({"$nor": [query]})) == ([("createdAt", True)], [("createdAt", False)])
    assert said({"createdAt": {"$not": {"$ne": value}}}) == [("createdAt", False)]
    assert said({"createdAt": {"$not": {"$not": {"$lt": value}}}}) == [("createdAt", False)]


@pytest.mark.parametrize("pattern", ["^2026", ""])
def test_a_pattern_matches_no_date(pattern: str) -> None:
    assert said({"createdAt": {"$regex": pattern}}) == [("createdAt", False)]
    assert said({"createdAt": {"$not": {"$regex": pattern}}}) == [("createdAt", True)]


@pytest.mark.parametrize(
    "query",
    [
        {"age": "18"},
        {"age": {"$gt": "18"}},
        {"age": True},
        {"age": {"$in": [1, "2"]}},
        {"age": {"$regex": "1"}},
        {"age": {"$nin": ["1", 2]}},
        {"age": {"$not": {"$in": ["1", 2]}}},
        {"age": {"$all": [1, "2"]}},
        {"city": 5},
        {"city": {"$date": "2026-01-01T00:00:00Z"}},
        {"consent": "yes"},
        {"consent": 1},
        {"createdAt": {"$gt": 1_700_000_000}},
        {"createdAt": {"$nin": ["2026-01-01", "2026-01-01T00:00:00Z"]}},
    ],
)
def test_a_value_of_another_type_is_noticed(query: JsonObject) -> None:
    assert said(query) == [(next(iter(query)), False)]


@pytest.mark.parametrize("field", ["age", "city", "consent", "createdAt"])
@pytest.mark.parametrize("condition", [{"$elemMatch": {"$gt": "x"}}, {"$size": 1}])
def test_what_is_asked_of_lists_holds_for_no_single_value_and_negated_for_everyone(
    field: str, condition: JsonObject
) -> None:
    assert said({field: condition}) == [(field, False)]
    assert said({field: {"$not": condition}}) == [(field, True)]
    assert said({"$nor": [{field: condition}]}) == [(field, True)]
    assert said({"tags": condition, "other": condition, "address": condition}) == []


def test_only_numbers_are_divided() -> None:
    assert said({"age": {"$mod": [2, 0]}}) == []
    for field in ("city", "consent", "createdAt"):
        assert said({field: {"$mod": [2, 0]}}) == [(field, False)]
        assert said({field: {"$not": {"$mod": [2, 0]}}}) == [(field, True)]


@pytest.mark.parametrize("query", [{"age": {"$ne": "18"}}, {"city": {"$nin": [1, 2]}}, {"$nor": [{"consent": "yes"}]}])
def test_so_is_one_that_leaves_nobody_out(query: JsonObject) -> None:
    assert [leaves_nobody_out for _, leaves_nobody_out in said(query)] == [True]


def test_a_field_is_named_once_by_the_condition_that_leaves_nobody_out() -> None:
    assert said({"createdAt": {"$gt": "x", "$ne": "y"}, "age": {"$ne": "1", "$gt": "2"}}) == [
        ("createdAt", True),
        ("age", True),
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"age": 18},
        {"age": 18.5},
        {"age": None},
        {"age": {"$ne": None}},
        {"age": {"$numberLong": "5"}},
        {"city": {"$regex": "^O"}},
        {"consent": True},
        {"createdAt": {"$gt": "2026-01-01T00:00:00Z"}},
        {"createdAt": {"$ne": "2026-01-01t00:00:00.123+03:00"}},
        {"createdAt": {"$gt": {"$date": "2026-01-01T00:00:00Z"}}},
        {"createdAt": {"$not": {"$gt": {"$date": 1_700_000_000_000}}}},
        {"tags": "vip"},
        {"tags": ["vip"]},
        {"address": {"city": "Omsk"}},
        {"age": {"$exists": True}},
        {"unknown": {"$ne": "x"}},
        {"age": {"$nin": []}},
        {"age": {"$mod": [2, 0]}},
    ],
)
def test_what_fits_is_let_be(query: JsonObject) -> None:
    assert said(query) == []


@pytest.mark.parametrize(
    ("query", "is_plain"),
    [
        ({}, True),
        ({"age": 5, "city": {"$ne": "Omsk"}, "consent": True}, True),
        ({"age": {"$gte": 1, "$lte": 2.5}}, True),
        ({"sity": "Omsk"}, False),  # unknown
        ({"age": "5"}, False),
        ({"age": True}, False),
        ({"age": None}, False),
        ({"city": {}}, False),
        ({"city": {"$ne": 5}}, False),
        ({"city": {"$regex": "x"}}, False),
        ({"city": {"$in": ["x"]}}, False),
        ({"createdAt": "2026-01-01T00:00:00Z"}, False),
        ({"address": {"a": 1}}, False),
        ({"$or": [{"age": 5}]}, False),
    ],
)
def test_what_a_glance_lets_through_has_nothing_to_be_said_of_it(query: JsonObject, is_plain: bool) -> None:
    assert is_plain_and_known(query, TYPES) is is_plain
    if is_plain:
        assert said(query) == []
        assert query.keys() <= TYPES.keys()
