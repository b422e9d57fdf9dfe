"""Tests of the fields that a query names, and of whether a misspelt one would reach more people."""

import pytest

from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.wire import JsonObject


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


def test_every_field_is_found_once() -> None:
    query: JsonObject = {
        "address.city": "Omsk",
        "age": {"$gt": 5, "$lt": 10},
        "$and": [{"age": {"$in": ["six", 7]}}, {"tags": {"$all": ["a"], "$size": 3}}],
        "profile": {"name": "Ann"},
    }
    assert [use.path for use in fields_used(query)] == ["address.city", "age", "tags", "profile"]
