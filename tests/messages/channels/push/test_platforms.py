import pytest

from scoro_desktop.messages.channels.push.platforms import platforms
from scoro_desktop.wire import JsonObject

ANDROID, IPHONE, BOTH = frozenset({"android"}), frozenset({"ios"}), frozenset({"android", "ios"})


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"deviceType": "android"}, ANDROID),
        ({"deviceType": {"$eq": "ios"}}, IPHONE),
        ({"deviceType": {"$in": ["android", "ios"]}}, BOTH),
        ({"$and": [{"city": "Perm"}, {"deviceType": "ios"}]}, IPHONE),
        ({"$and": [{"$and": [{"deviceType": "ios"}]}, {"a": 1}]}, IPHONE),
        ({"deviceType": {"$in": ["android", "ios"]}, "$and": [{"deviceType": "ios"}]}, IPHONE),
        ({"deviceType": "android", "$and": [{"deviceType": "ios"}]}, frozenset()),
    ],
)
def test_a_query_tells_the_platforms_of_its_devices(query: JsonObject, told: frozenset[str]) -> None:
    assert platforms(query) == told


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"city": "Perm"},
        {"deviceType": {"$ne": "ios"}},
        {"deviceType": {"$eq": "ios", "$ne": "x"}},
        {"deviceType": {"$in": []}},
        {"deviceType": {"$in": ["ios", "windows"]}},
        {"deviceType": {"$in": ["ios", 7]}},
        {"deviceType": "IOS"},
        {"deviceType": None},
        {"$or": [{"deviceType": "ios"}, {"city": "Perm"}]},
        {"$and": "deviceType"},
        {"$and": [None, "ios"]},
    ],
)
def test_what_does_not_tell_is_not_guessed(query: JsonObject) -> None:
    assert platforms(query) is None
