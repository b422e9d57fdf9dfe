"""Which fields a query names, and whether a misspelt one would reach more people."""

import pytest

from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.wire import JsonObject, JsonValue


@pytest.mark.parametrize(
    ("query", "widens"),
    [
        ({"age": 5}, False),
        ({"age": {"$gt": 5}}, False),
        ({"age": {"$exists": True}}, False),
        ({"$and": [{"age": 5}]}, False),
        ({"$or": [{"age": 5}]}, False),
        ({"age": None}, True),
        ({"age": {"$eq": None}}, True),
        ({"age": {"$in": [1, None]}}, True),
        ({"age": {"$in": [*range(200), None]}}, True),
        ({"age": {"$all": [None]}}, True),
        ({"age": {"$gte": None}}, True),
        ({"age": {"$lte": None}}, True),
        ({"age": {"$gt": None}}, False),
        ({"age": {"$ne": 5}}, True),
        ({"age": {"$nin": [5]}}, True),
        ({"age": {"$not": {"$gt": 5}}}, True),
        ({"age": {"$exists": False}}, True),
        ({"$or": [{"age": 5}, {"city": "Omsk"}]}, True),
        ({"$nor": [{"age": 5}]}, True),
        ({"$and": [{"$or": [{"age": 5}, {"city": "Omsk"}]}]}, True),
        ({"age": 5, "$and": [{"age": {"$ne": 7}}]}, True),
    ],
)
def test_a_condition_that_holds_without_the_field_widens(query: JsonObject, widens: bool) -> None:
    assert {use.path: use.widens for use in fields_used(query)}["age"] is widens


def test_every_field_is_found_once_with_what_it_is_compared_with() -> None:
    query: JsonObject = {
        "address.city": "Omsk",
        "age": {"$gt": 5, "$lt": 10},
        "$and": [{"age": {"$in": ["six", 7]}}, {"tags": {"$all": ["a"], "$size": 3}}],
        "profile": {"name": "Ann"},
    }
    found: dict[str, tuple[JsonValue, ...]] = {use.path: use.operands for use in fields_used(query)}
    assert found == {
        "address.city": ("Omsk",),
        "age": (5, 10, "six", 7),
        "tags": ("a",),
        "profile": ({"name": "Ann"},),
    }


def test_a_long_list_costs_little() -> None:
    ids: list[JsonValue] = [f"id{number}" for number in range(50_000)]
    (use,) = fields_used({"_id": {"$in": ids}})
    assert len(use.operands) == 100
