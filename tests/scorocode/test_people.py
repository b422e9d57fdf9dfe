"""One person by phone, e-mail, name or id, with their devices, asked of the sandbox over HTTP."""

from collections.abc import Iterator

import pytest

from scoro_desktop.sandbox.sample import world
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.people import Person, find_people
from scoro_desktop.scorocode.replies import Failure


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    server = Sandbox()
    server.start()
    account = Account("a", "Sandbox", Environment.SANDBOX, server.address, server.application_id, AccessKind.MASTER)
    made = Client(account, Keys(server.client_key, server.master_key))
    yield made
    made.close()
    server.close()


def found(client: Client, text: str) -> tuple[Person, ...]:
    people = find_people(client, text)
    assert not isinstance(people, Failure), people
    return people


USER = next(
    user
    for user in world().users
    if user.get("phone", "").startswith("+7") and user.get("email") and len(world().devices_of.get(user["_id"], ())) > 1
)
DEVICES = [world().devices[place] for place in world().devices_of[USER["_id"]]]
DIGITS = USER["phone"].lstrip("+")


@pytest.mark.parametrize(
    "text",
    [
        *(USER["_id"], USER["username"], USER["email"], USER["email"].upper(), f"  {USER['email']} "),
        *(USER["phone"], DIGITS, f"8 ({DIGITS[1:4]}) {DIGITS[4:7]}-{DIGITS[7:9]}-{DIGITS[9:]}", DIGITS[1:]),
        *(DEVICES[0]["_id"], DEVICES[1]["_id"]),
    ],
)
def test_whatever_is_known_of_somebody_leads_to_them_and_all_their_devices(client: Client, text: str) -> None:
    (person,) = found(client, text)
    assert person.user_id == USER["_id"]
    assert USER["username"] in person.names
    assert sum(number for _, number in person.devices) == len(DEVICES)
    assert set(person.device_ids) == {each["_id"] for each in DEVICES}
    assert client.count("devices", person.query("devices")) == len(DEVICES)
    assert client.count("users", person.query("users")) == 1


def test_a_device_of_nobody_is_found_by_its_id(client: Client) -> None:
    stray = next(each for each in world().devices if "userId" not in each)
    (person,) = found(client, stray["_id"])
    assert person.user_id == ""
    assert person.query("devices") == {"_id": {"$in": [stray["_id"]]}}
    assert client.count("devices", person.query("devices")) == 1


@pytest.mark.parametrize("text", ["nobody@example.com", "+7 000 000", "7", "@", "", " ", "$ne", '{"$ne": 1}', "\u2028"])
def test_nobody_is_found_by_a_part_of_a_word_or_by_nothing(client: Client, text: str) -> None:
    assert found(client, text) == ()


def test_a_failure_is_handed_on() -> None:
    server = Sandbox()
    server.start()
    account = Account("a", "Sandbox", Environment.SANDBOX, server.address, server.application_id, AccessKind.MESSAGE)
    made = Client(account, Keys(server.client_key, server.message_key, "nosuchsession"))
    assert isinstance(find_people(made, "ann"), Failure)
    made.close()
    server.close()
