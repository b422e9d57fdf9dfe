"""Indexes change nothing of what a query selects: each is held against a walk through all documents."""

import operator
import random
from typing import Any

import pytest

from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.indexes import Indexes
from scoro_desktop.sandbox.matcher import compile_query
from scoro_desktop.sandbox.refusals import QueryRefused
from scoro_desktop.sandbox.selecting import Selecting, selected

PEOPLE = 60
WORLD = crowd.population(PEOPLE)
IDS = [user["_id"] for user in WORLD.users]
PHONES = [user["phone"] for user in WORLD.users if "phone" in user]
MIDDLE = sorted(IDS)[30]

QUERIES: list[dict[str, Any]] = [
    {"_id": IDS[5]},
    {"_id": {"$eq": IDS[5]}},
    {"_id": {"$in": [IDS[9], IDS[5], IDS[5], "nobody"]}},
    {"_id": {"$in": []}},
    {"_id": {"$in": [None]}},
    {"_id": {"$in": [IDS[3], 5, None, True]}},
    {"_id": {"$nin": IDS[:50]}},
    {"_id": {"$ne": IDS[0]}},
    {"_id": {"$not": {"$in": IDS[:50]}}},
    {"_id": {"$in": IDS[:9], "$gt": MIDDLE}},
    {"_id": {"$gt": MIDDLE}},
    {"_id": {"$gte": MIDDLE}},
    {"_id": {"$lt": MIDDLE}},
    {"_id": {"$lte": MIDDLE}},
    {"_id": {"$gte": MIDDLE, "$lt": sorted(IDS)[40]}},
    {"_id": {"$gt": MIDDLE, "$lt": MIDDLE}},
    {"_id": {"$gt": sorted(IDS)[40], "$lt": MIDDLE}},
    {"_id": {"$gt": "", "$ne": MIDDLE}},
    {"_id": {"$gt": 5}},
    {"_id": {"$gte": None}},
    {"_id": {"$gt": MIDDLE, "$exists": False}},
    {"_id": {"$gt": "2030-01-01T00:00:00Z"}},
    {"phone": {"$in": [*PHONES[:20], None]}},
    {"phone": {"$in": PHONES[:20]}},
    {"phone": {"$gt": PHONES[20]}},
    {"phone": None},
    {"phone": {"$exists": False}},
    {"phone": PHONES[6], "email": {"$exists": True}},
    {"phone": {"$oid": "5a0000000000000000000000"}},
    {"email": "marketing@example.com"},
    {"email": "MARKETING@example.com"},
    {"userId": IDS[5]},
    {"firstName": ""},
    {"$and": [{"_id": {"$in": IDS[:30]}}, {"phone": {"$in": PHONES[10:40]}}]},
    {"$and": [{"_id": {"$gt": MIDDLE}}, {"pushConsent": True}]},
    {"$and": [{"$and": [{"_id": IDS[4]}]}, {"_id": {"$in": IDS}}]},
    {"$or": [{"_id": IDS[4]}, {"phone": PHONES[9]}]},
    {"$nor": [{"_id": {"$in": IDS[:50]}}]},
    {"_id": IDS[4], "$or": [{"_id": IDS[4]}, {"_id": IDS[5]}]},
    {},
]


def walked(collection: str, query: dict[str, Any]) -> list[int]:
    matches = compile_query(query)
    return [place for place, each in enumerate(WORLD.collection(collection) or ()) if matches(each)]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_query_selects_what_a_walk_does(query: dict[str, Any]) -> None:
    assert selected("users", query, PEOPLE) == walked("users", query)
    running = Selecting(PEOPLE)
    by_id = sorted(walked("users", query), key=lambda place: IDS[place])
    for number in (0, 1, 7, 1_000):
        assert running.first_by_id("users", query, number, descending=False) == by_id[:number]
        assert running.first_by_id("users", query, number, descending=True) == by_id[::-1][:number]


@pytest.mark.parametrize("query", [{"userId": {"$in": IDS[10:20]}}, {"deviceId": {"$in": ["x"]}}, {"phone": PHONES[1]}])
def test_devices_too(query: dict[str, Any]) -> None:
    assert selected("devices", query, PEOPLE) == walked("devices", query)


def test_queries_put_together_at_random() -> None:
    chance = random.Random(11)
    for _ in range(400):
        parts = chance.sample(QUERIES[:-1], chance.randint(1, 3))
        query = {"$and": parts} if chance.random() < 0.5 else merged(parts)
        assert selected("users", query, PEOPLE) == walked("users", query), query


def merged(parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: value for part in parts for name, value in part.items()}


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ({"_id": {"$in": IDS[:50]}}, 50),
        ({"phone": {"$in": PHONES[:1]}}, 1),
        ({"$and": [{"_id": {"$in": IDS[:7]}}, {"pushConsent": True}]}, 7),
        ({"_id": {"$gt": sorted(IDS)[-3]}}, 2),
        ({"_id": {"$gt": "zzzzzzzzzzz"}, "age": {"$gt": 3}}, 0),
    ],
    ids=str,
)
def test_no_more_documents_are_looked_at_than_can_be_meant(query: dict[str, Any], most: int) -> None:
    assert len(Indexes(WORLD).candidates("users", query)) <= most


def test_a_query_that_is_none_is_refused_all_the_same() -> None:
    refused: list[object] = [{"_id": {"$in": [], "$foo": 1}}, {"$and": []}, {"_id": "x", "$where": "1"}, [], "x"]
    for query in refused:
        with pytest.raises(QueryRefused):
            selected("users", query, PEOPLE)
        with pytest.raises(QueryRefused):
            Selecting(PEOPLE).first_by_id("users", query, 5, descending=False)


def test_ids_are_ordered_as_the_database_orders_them() -> None:
    places = Indexes(WORLD).by_id("users", {})
    found = [WORLD.users[place]["_id"].encode() for place in places]
    assert all(map(operator.lt, found, found[1:]))
