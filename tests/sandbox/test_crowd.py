"""Sample people in any number: the same each time, all awkward in the ways that were promised, found quickly."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from scoro_desktop.sandbox import crowd, sample
from scoro_desktop.sandbox.selecting import Selecting, selected
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call, documents

PEOPLE = 500


@pytest.fixture(scope="module")
def crowded() -> Iterator[Sandbox]:
    running = Sandbox(people=PEOPLE)
    running.start()
    yield running
    running.close()


@pytest.fixture
def world() -> sample.World:
    return crowd.population(PEOPLE)


def at(world: sample.World, place: int) -> list[dict[str, Any]]:
    return [user for number, user in enumerate(world.users) if number % crowd.EACH == place and number]


def test_without_a_number_it_is_the_sample() -> None:
    assert crowd.population(None) is sample.world()


def test_as_many_as_are_asked_for(world: sample.World) -> None:
    assert len(world.users) == PEOPLE
    for number in (1, 2, 13):
        assert len(crowd.population(number).users) == number
    for wrong in (0, -1, crowd.MAX_PEOPLE + 1):
        with pytest.raises(ValueError, match="from 1 to"):
            crowd.population(wrong)
        with pytest.raises(ValueError, match="from 1 to"):
            Sandbox(people=wrong)


def test_fewer_are_the_first_of_more(world: sample.World) -> None:
    """A file that was made for 500 fits 20,000 as well, and the same number gives the same people."""
    users = list(world.users)
    crowd._crowd.cache_clear()
    again = crowd.population(PEOPLE)
    assert (again.users, again.devices) == (users, world.devices)
    assert crowd.population(100).users == users[:100]


def test_its_fields_are_those_of_the_sample(world: sample.World) -> None:
    usual = sample.world()
    assert {*world.users[1]} == {*usual.users[0]}
    assert {*world.devices[1]} == {*next(device for device in usual.devices if "userId" in device)}
    for mine, theirs in ((world.users[1], usual.users[0]), (world.devices[1], usual.devices[0])):
        assert {name: type(value) for name, value in mine.items() if name in theirs} == {
            name: type(value) for name, value in theirs.items() if name in mine
        }
    assert world.roles == usual.roles


def test_ids_are_no_bodys_twice(world: sample.World) -> None:
    ids = [document["_id"] for document in (*world.users, *world.devices)]
    assert len({*ids}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9]{10}", one) for one in ids)
    assert world.user_by_id[world.users[3]["_id"]] is world.users[3]
    assert len({user["email"] for user in world.users}) == len(world.users)


def test_phones_belong_to_nobody_and_two_share_one(world: sample.World) -> None:
    phones = Counter(user["phone"] for user in world.users if "phone" in user)
    assert all(re.fullmatch(r"\+7000[0-9]{7}", phone) for phone in phones)
    assert Counter(phones.values()) == {1: 350, 2: 25, 3: 25}  # of each twenty: 19 with a phone, a pair and a household
    assert not any("phone" in user for user in at(world, crowd.NO_PHONE))
    assert all(user["email"].endswith("@example.com") for user in world.users)


def test_somebody_registered_twice(world: sample.World) -> None:
    for once, twice in zip(at(world, crowd.ONCE), at(world, crowd.TWICE), strict=True):
        assert (once["phone"], once["firstName"], once["lastName"]) == (
            twice["phone"],
            twice["firstName"],
            twice["lastName"],
        )
        assert once["_id"] != twice["_id"]


def test_a_household_is_three_people_with_one_phone(world: sample.World) -> None:
    for members in zip(*(at(world, place) for place in crowd.HOUSEHOLD), strict=True):
        assert len({member["phone"] for member in members}) == 1
        assert len({member["lastName"] for member in members}) == 1
        assert len({member["email"] for member in members}) == 3


def test_names(world: sample.World) -> None:
    assert all('"' in user["firstName"] and ";" in user["firstName"] for user in at(world, crowd.QUOTES))
    assert all("👨‍👩‍👧" in user["firstName"] for user in at(world, crowd.EMOJI))
    assert {user["firstName"] for user in at(world, crowd.NO_NAME)} == {""}
    assert any(re.search("[а-я]", user["firstName"]) for user in world.users)
    assert any("'" in user["lastName"] for user in world.users)


def test_devices(world: sample.World) -> None:
    owned = {user["_id"]: world.devices_of.get(user["_id"], ()) for user in world.users}
    assert all(not owned[user["_id"]] for user in at(world, crowd.NO_DEVICE))
    for user in (world.users[0], *at(world, crowd.TWO_DEVICES)):
        assert sorted(world.devices[place]["deviceType"] for place in owned[user["_id"]]) == ["android", "ios"]
    assert Counter(map(len, owned.values())) == {0: 25, 1: 449, 2: 26}
    assert all(world.devices[place]["userId"] == user for user, places in owned.items() for place in places)


def test_the_first_can_log_in_and_has_everything(crowded: Sandbox, world: sample.World) -> None:
    session = {"app": crowded.application_id, "cli": crowded.client_key}
    answer = call(crowded, "login", base=session, email=crowded.email, password=crowded.password)
    assert answer.body["result"]["user"]["_id"] == world.users[0]["_id"]
    admin = next(role["_id"] for role in world.roles if role["name"] == "admin")
    assert admin in world.users[0]["roles"]
    assert "phone" in world.users[0]


def test_20_000_are_made_in_a_second() -> None:
    crowd._crowd.cache_clear()
    sample.world()
    began = time.process_time()
    many = crowd.population(crowd.MAX_PEOPLE)
    floor_began = time.process_time()
    copied = [dict(document) for document in (*many.users, *many.devices) for _ in range(3)]
    floor = time.process_time() - floor_began
    assert floor_began - began < 40 * floor, len(copied)
    assert len({user["_id"] for user in many.users}) == crowd.MAX_PEOPLE


# Found over HTTP, as a campaign looks for them


def test_it_is_the_crowd_that_answers(crowded: Sandbox, world: sample.World) -> None:
    assert call(crowded, "data/count", coll="users").body["result"] == PEOPLE
    assert call(crowded, "data/count", coll="devices").body["result"] == len(world.devices)
    phone = world.users[6]["phone"]
    found = documents(
        call(crowded, "data/find", coll="users", query={"phone": phone}, fields=["phone", "address.city"])
    )
    assert [{*each} for each in found] == [{"_id", "phone", "address"}] * 2
    assert [each["_id"] for each in found] == [world.users[6]["_id"], world.users[7]["_id"]]
    assert found[0]["address"] == {"city": world.users[6]["address"]["city"]}


def test_a_pattern_runs_over_the_same_people() -> None:
    running = Selecting(PEOPLE)
    try:
        query = {"firstName": {"$regex": "👨"}}
        assert running.places("users", query) == selected("users", query, PEOPLE) == list(range(14, PEOPLE, 20))
    finally:
        running.close()


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("locked", [None, {"pushConsent": True}])
def test_pages_by_id_give_everybody_once(
    crowded: Sandbox, world: sample.World, way: int, locked: dict[str, Any] | None
) -> None:
    expected = [user["_id"] for user in world.users if locked is None or user["pushConsent"]]
    found: list[str] = []
    while True:
        after: dict[str, Any] = {"_id": {"$gt" if way == 1 else "$lt": found[-1]}} if found else {}
        query = after if locked is None else {"$and": [after, locked]} if after else locked
        ask: dict[str, Any] = {"coll": "users", "query": query, "sort": {"_id": way}, "limit": 100, "fields": ["_id"]}
        page = documents(call(crowded, "data/find", **ask))
        assert all({*each} == {"_id"} for each in page)
        found += [each["_id"] for each in page]
        if len(page) < 100:
            break
    assert found == sorted(expected, reverse=way == -1)
