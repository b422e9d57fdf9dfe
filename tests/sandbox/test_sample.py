"""The sample people: enough of them, plausible, nobody real, and the same everywhere."""

import hashlib
import re
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest

from scoro_desktop.sandbox import keys, sample
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call, documents

PRINT = (
    "import hashlib; from scoro_desktop.sandbox import sample; "
    "print(hashlib.sha256(repr(sample.world()).encode()).hexdigest())"
)


@pytest.fixture
def world() -> sample.World:
    return sample.world()


def test_is_the_same_in_every_process(world: sample.World) -> None:
    other = subprocess.run([sys.executable, "-c", PRINT], check=True, capture_output=True, text=True)
    assert other.stdout.strip() == hashlib.sha256(repr(world).encode()).hexdigest()


def test_is_the_same_in_every_sandbox(sandbox: Sandbox) -> None:
    second = Sandbox()
    second.start()
    try:
        for collection in ("users", "devices", "roles"):
            ask: dict[str, Any] = {"coll": collection, "sort": {"updatedAt": -1}, "limit": 100}
            assert documents(call(sandbox, "data/find", **ask)) == documents(call(second, "data/find", **ask))
    finally:
        second.close()


def test_ids(world: sample.World) -> None:
    ids = [document["_id"] for document in (*world.users, *world.devices, *world.roles)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9]{10}", one) for one in ids)
    for field, kept in (("deviceId", world.devices), ("email", world.users), ("username", world.users)):
        assert len({document[field] for document in kept}) == len(kept)


def test_phones_belong_to_nobody(world: sample.World) -> None:
    phones = [user["phone"] for user in world.users if "phone" in user]
    assert len(set(phones)) == len(phones)
    assert 0.8 < len(phones) / len(world.users) < 0.95
    nobody = re.compile(r"\+7000[0-9]{7}|\+447700900[0-9]{3}|\+1[2-9][0-9]{2}55501[0-9]{2}")
    assert all(nobody.fullmatch(phone) for phone in phones)
    assert all(user["email"].endswith("@example.com") for user in world.users)


def test_shares(world: sample.World) -> None:
    types = Counter(device["deviceType"] for device in world.devices)
    assert types.keys() == {"android", "ios"}
    assert 0.60 < types["android"] / len(world.devices) < 0.64
    assert 0.8 < sum("userId" in device for device in world.devices) / len(world.devices) < 0.95
    assert {device["userId"] for device in world.devices if "userId" in device} <= world.user_by_id.keys()
    assert any(len(devices) > 1 for devices in world.devices_of.values())
    roles = {role["_id"]: role["name"] for role in world.roles}
    held = Counter(roles[role] for user in world.users for role in user["roles"])
    assert held.keys() == {"admin", "manager", "tester", "vip", "customer"}
    assert any(re.search("[а-я]", user["firstName"]) for user in world.users)
    assert any(user["firstName"].isascii() for user in world.users)


def test_dates_lie_before_the_sample(world: sample.World) -> None:
    for document in (*world.users, *world.devices, *world.roles):
        assert document["createdAt"] <= document["updatedAt"] <= sample.NOW
    assert all(device["createdAt"] <= device["lastSeenAt"] <= sample.NOW for device in world.devices)


def test_the_user_who_logs_in(world: sample.World) -> None:
    assert world.users[0]["email"] == keys.LOGIN_EMAIL
    admin = next(role["_id"] for role in world.roles if role["name"] == "admin")
    assert admin in world.users[0]["roles"]
    # A test message to oneself shows all that there is.
    assert "phone" in world.users[0]
    own = [world.devices[place]["deviceType"] for place in world.devices_of[world.users[0]["_id"]]]
    assert sorted(own) == ["android", "ios"]
