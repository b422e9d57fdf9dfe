"""People into requests: equal texts share one, each has a clause of its own, nobody is lost and nobody twice."""

import itertools
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.relative_dates import KEY
from scoro_desktop.sending.campaigns import planning
from scoro_desktop.sending.campaigns.planning import MOST_IN_ONE, Ready, has_clause_of_its_own, plan_requests
from scoro_desktop.storage.campaigns.types import NewRequest
from scoro_desktop.wire import JsonObject

LOCKED: JsonObject = {"consent": True}


def people(*texts: str) -> list[Ready]:
    return [Ready(number, f"u{number}", {"msg": {"text": text}}) for number, text in enumerate(texts, start=1)]


def persons(request: NewRequest, field: str = "_id") -> list[str]:
    query: Any = request.body["query"]
    return list(query.get("$and", [query])[0][field]["$in"])


def test_equal_texts_share_a_request_in_the_order_of_the_file() -> None:
    one, two = plan_requests(people("a", "b", "a"), "users")
    assert one.body == {"coll": "users", "query": {"_id": {"$in": ["u1", "u3"]}}, "msg": {"text": "a"}}
    assert (one.ids, two.ids) == ((1, 3), (2,))
    assert (one.size, two.size) == (2, 1)


def test_the_locked_clause_goes_with_each() -> None:
    for request in plan_requests(people("a", "b"), "devices", LOCKED):
        assert request.body["query"] == {"$and": [{"userId": {"$in": persons(request, "userId")}}, LOCKED]}
        assert has_clause_of_its_own(request.body)


def test_ten_thousand_in_thirty_cities_are_sixty_requests() -> None:
    texts = [f"Привет, {city}" for city, _ in zip(itertools.cycle(range(30)), range(10_000), strict=False)]
    planned = list(plan_requests(people(*texts), "users"))
    assert 50 <= len(planned) <= 80
    assert max(each.size for each in planned) == MOST_IN_ONE
    assert sum(each.size for each in planned) == 10_000


@given(st.lists(st.integers(0, 12), max_size=60), st.integers(1, 5), st.integers(1, 4))
def test_each_person_is_in_one_request_with_their_own_text(drawn: list[int], groups: int, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "OPEN_GROUPS", groups)
        patch.setattr(planning, "MOST_IN_ONE", most)
        ready = people(*map(str, drawn))
        planned = list(plan_requests(iter(ready), "users"))
    assert Counter(each for request in planned for each in request.ids) == Counter(each.id for each in ready)
    for request in planned:
        assert 0 < len(request.ids) <= most
        assert [f"u{each}" for each in request.ids] == persons(request)
        assert all(ready[each - 1].message["msg"] == request.body["msg"] for each in request.ids)


def test_what_cannot_be_planned() -> None:
    with pytest.raises(ValueError, match="cannot be named in this collection"):
        list(plan_requests(people("a"), "roles"))
    with pytest.raises(ValueError, match="cannot be named"):
        list(plan_requests([Ready(1, "", {})], "users"))
    with pytest.raises(ValueError, match="relative date"):
        list(plan_requests(people("a"), "users", {"seen": {"$gt": {KEY: "-7d"}}}))
    for key in ("coll", "query"):
        with pytest.raises(ValueError, match="names no audience"):
            next(plan_requests([Ready(1, "u1", {"msg": {"text": "Hi"}, key: "users"})], "users"))


@pytest.mark.parametrize(
    ("query", "has_one"),
    [
        ({"_id": {"$in": ["a"]}}, True),
        ({"$and": [{"_id": {"$lt": "m"}}, LOCKED]}, True),
        ({"$and": [{}, LOCKED]}, False),
        ({"$and": []}, False),
        ({}, False),
        (None, False),
        ("", False),
    ],
)
def test_a_clause_of_its_own(query: Any, has_one: bool) -> None:
    assert has_clause_of_its_own({"coll": "users", "query": query}) is has_one
    assert not has_clause_of_its_own({"coll": "users"})
    assert not has_clause_of_its_own({"query": query})
