"""Rows joined to people of the sandbox over HTTP: each is judged once, and the reasons are the right ones."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.recipients import AT_ONCE, Asking, LookUpFailedError, may_read
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.campaigns.audience import AudienceReading
from scoro_desktop.sending.campaigns.joining import Seen, join
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState, Why
from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson, Judged
from scoro_desktop.wire import JsonObject

PEOPLE = 240
USERS = crowd.population(PEOPLE).users


def account_of(server: Sandbox) -> Account:
    return Account(
        "a", "Sandbox", Environment.SANDBOX, server.address, server.application_id, AccessKind.MASTER,
        requests_per_second=1000,
    )  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    server = Sandbox(people=PEOPLE)
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[Client]:
    made = Client(account_of(sandbox), Keys(sandbox.client_key, sandbox.master_key))
    yield made
    made.close()


def campaign(channel: str, chosen: JsonObject | None, mapping: JsonObject) -> Campaign:
    return Campaign(
        1, datetime.now(UTC), channel, "a", "Sandbox", Environment.SANDBOX, "", "", "", {}, chosen, {}, (), mapping,
        CampaignState.PREPARING, "", "", 0, 10, {}, {}, None, None, None, 30, None,
    )  # fmt: skip


def nobody(*_asked: object) -> set[str]:
    return set()


def none(_ids: Collection[int]) -> list[CampaignPerson]:
    return []


def judged(
    client: Client,
    keys: Sequence[str],
    kind: str = "phone",
    *,
    channel: str = "sms",
    chosen: JsonObject | None = None,
    held: Callable[[KeyKind, Collection[str]], Collection[str]] = nobody,
    lately: Callable[[Collection[str]], Collection[str]] = nobody,
    wanted: Callable[[], bool] = lambda: True,
) -> list[Judged]:
    """The judgements of rows with these keys, in the order of the rows."""
    rows = [
        CampaignPerson(at, at + 1, key, "", "", (key,), PersonState.READ, "", "", None)
        for at, key in enumerate(keys, 1)
    ]
    plan = campaign(channel, chosen, {"key": 0, "kind": kind, "country": "RU"})
    account = Account("a", "Sandbox", Environment.SANDBOX, "", "", AccessKind.MASTER)

    def listed(ids: Collection[int]) -> list[CampaignPerson]:
        return [each for each in rows if each.id in ids]

    found = list(join(rows, client, plan, account, wanted, held=held, lately=lately, listed=listed))
    assert sorted(each.id for each in found) == [each.id for each in rows]  # each once
    return sorted(found, key=lambda each: each.id)


def whys(found: Sequence[Judged]) -> list[str]:
    return [each.why or each.state for each in found]


def user(place: int, block: int = 1) -> JsonObject:
    """Somebody by their place within twenty: crowd.py says who is awkward there."""
    found: JsonObject = USERS[crowd.EACH * block + place]
    return found


def of(person: JsonObject, field: str) -> str:
    return str(person[field])


def test_rows_find_people_by_phone_however_it_is_written(client: Client) -> None:
    digits = of(user(1), "phone").removeprefix("+7")
    ways = [f"+7{digits}", f"8 ({digits[:3]}) {digits[3:6]}-{digits[6:8]}-{digits[8:]}", digits]
    for way in ways:
        (found,) = judged(client, [way])
        assert (found.state, found.person, found.phone_key) == (PersonState.PLANNED, user(1)["_id"], f"7{digits}")
        assert found.email_key == of(user(1), "email").casefold()


def test_each_reason_is_told(client: Client) -> None:
    keys = [
        of(user(1), "phone"),
        "",
        "7.9E+10",
        "Анна",
        "8 912 345-67-89, 8 912 345-67-90",
        "+7 999 999 99 99",
        of(user(crowd.TWICE), "phone"),
        of(user(crowd.HOUSEHOLD[0]), "phone"),
        of(user(1), "phone"),
        of(user(2), "phone"),
    ]
    found = judged(client, keys)
    assert whys(found) == [
        "planned", "empty_key", "bad_key", "bad_key", "bad_key", "not_found", "found_twice", "found_twice",
        "same_person", "planned",
    ]  # fmt: skip
    assert [each.detail for each in found] == [
        "", "", "lost_digits", "letters", "two_numbers", "", "2", "3", "2", "",
    ]  # fmt: skip


def test_a_household_gets_it_once_and_who_has_no_phone_is_told(client: Client) -> None:
    people = [user(each) for each in (*crowd.HOUSEHOLD, crowd.NO_PHONE, 1)]
    found = judged(client, [of(each, "email").upper() for each in people], "email")
    assert whys(found) == ["planned", "same_phone", "same_phone", "no_address", "planned"]
    assert [each.detail for each in found[:3]] == ["", "2", "2"]
    assert [each.person for each in found] == [each["_id"] for each in people]


def test_who_refused_is_told_as_that_before_anything_that_can_be_set_aside(client: Client) -> None:
    """The second of a household: a person may take it in the place of the first, but not against a no."""
    people = [user(each) for each in crowd.HOUSEHOLD]

    def held(kind: KeyKind, keys: Collection[str]) -> set[str]:
        return {of(people[1], "_id")}.intersection(keys) if kind is KeyKind.ID else set()

    found = judged(client, [of(each, "_id") for each in people], "_id", held=held)
    assert whys(found)[:2] == ["planned", "do_not_send"]
    assert set(whys(found)[2:]) == {"same_phone"}


@pytest.mark.parametrize(
    ("first", "second", "detail"),
    [
        (("{key}", "Анна", "A1"), ("{other}", " Анна\u200b", "A1"), "2"),
        (("{key}", "Анна", "A1"), ("{other}", "Анна", "B2"), "2:2"),
        (("{key}", "Анна", "A1"), ("{other}", "Анна"), "2:2"),
        (("{key}", "Анна", ""), ("{other}", "анна", "B2"), "2:1,2"),
    ],
)
def test_two_rows_of_one_person_tell_what_differs(
    client: Client, first: tuple[str, ...], second: tuple[str, ...], detail: str
) -> None:
    """In whatever way their phone is written, and whether they are asked for together or not."""
    phone = of(user(1), "phone")
    ways = {"{key}": phone, "{other}": f"8 ({phone[2:5]}) {phone[5:]}"}
    for between in (0, AT_ONCE):
        lines = [first, *(("x",) for _ in range(between)), second]
        rows = [
            CampaignPerson(at, at + 1, ways.get(each[0], ""), "", "", (ways.get(each[0], ""), *each[1:]),
                           PersonState.READ, "", "", None)
            for at, each in enumerate(lines, 1)
        ]  # fmt: skip
        account = Account("a", "Sandbox", Environment.SANDBOX, "", "", AccessKind.MASTER)
        plan = campaign("sms", None, {"key": 0, "kind": "phone", "country": "RU"})

        def listed(ids: Collection[int], rows: Sequence[CampaignPerson] = rows) -> list[CampaignPerson]:
            return [each for each in rows if each.id in ids]

        judgements = join(rows, client, plan, account, lambda: True, held=nobody, lately=nobody, listed=listed)
        found = {each.id: each for each in judgements}
        last = found[len(lines)]
        assert (last.why, last.detail) == (Why.SAME_PERSON, detail)


def test_any_field_of_people_can_be_the_key(client: Client) -> None:
    """Numbers are asked for as such too, and a field within another by its dotted path."""
    with_points = next(each for each in USERS if "bonusPoints" in each)
    found = judged(client, [str(with_points["bonusPoints"]), "nobody has this"], "bonusPoints")
    same = [each for each in USERS if each.get("bonusPoints") == with_points["bonusPoints"]]
    expected = "planned" if len(same) == 1 else "found_twice"
    assert whys(found) == [expected, "not_found"]
    cities = [each["address"]["city"] for each in USERS if isinstance(each.get("address"), dict)]
    (in_city,) = judged(client, [cities[0]], "address.city")
    assert in_city.why == Why.FOUND_TWICE
    assert in_city.detail == str(cities.count(cities[0]))


def test_a_push_needs_a_device_and_no_phone(client: Client) -> None:
    people = [user(each) for each in (*crowd.HOUSEHOLD, crowd.NO_PHONE, crowd.NO_DEVICE, crowd.TWO_DEVICES)]
    found = judged(client, [of(each, "_id") for each in people], "_id", channel="push")
    assert whys(found) == ["planned", "planned", "planned", "planned", "no_address", "planned"]


@pytest.mark.parametrize(("kind", "field"), [("username", "username"), ("_id", "_id"), ("language", "language")])
def test_any_field_can_be_the_key(client: Client, kind: str, field: str) -> None:
    found = judged(client, [f" {of(user(1), field)}\u200b", "nobody"], kind)
    assert whys(found) == ["found_twice" if kind == "language" else "planned", "not_found"]


def test_numbers_are_found_as_numbers(client: Client) -> None:
    points = [each["bonusPoints"] for each in USERS]
    once = next(each for each in USERS if points.count(each["bonusPoints"]) == 1 and "phone" in each)
    (found,) = judged(client, [str(once["bonusPoints"])], "bonusPoints")
    assert (found.state, found.person) == (PersonState.PLANNED, once["_id"])


def test_more_people_than_one_answer_holds_are_all_found(client: Client) -> None:
    english = [each["_id"] for each in USERS if each["language"] == "en"]
    asking = Asking(client, lambda: True)
    assert len(asking.find("users", {}, ("_id",))) == PEOPLE
    found = judged(client, ["en"], "language")
    assert (whys(found), found[0].detail) == (["found_twice"], str(len(english)))


def test_who_is_on_the_list_was_messaged_or_is_outside_the_clause_is_left_out(client: Client) -> None:
    people = [user(each) for each in (0, 1, 2, 4, 5)]
    asked: list[tuple[KeyKind, set[str]]] = []

    def held(kind: KeyKind, keys: Collection[str]) -> set[str]:
        asked.append((kind, set(keys)))
        listed = {of(people[0], "phone").removeprefix("+"), of(people[1], "email"), of(people[2], "_id")}
        return listed.intersection(keys)

    def lately(persons: Collection[str]) -> set[str]:
        return {of(people[3], "_id")}.intersection(persons)

    clause: JsonObject = {"_id": {"$ne": people[4]["_id"]}}
    found = judged(client, [of(each, "_id") for each in people], "_id", chosen=clause, held=held, lately=lately)
    assert whys(found) == ["do_not_send", "do_not_send", "do_not_send", "messaged_lately", "outside_clause"]
    assert {kind for kind, _ in asked} == {KeyKind.PHONE, KeyKind.EMAIL, KeyKind.ID}
    # Who is taken in again by hand is looked for on the list by the same keys as each request begins.
    assert [each.email_key for each in found] == [of(each, "email").casefold() for each in people]


def test_the_clause_of_a_push_is_about_devices(client: Client) -> None:
    devices = crowd.population(PEOPLE).devices
    android = {each["userId"] for each in devices if each["deviceType"] == "android"}
    ids = [of(each, "_id") for each in USERS if any(device["userId"] == each["_id"] for device in devices)]
    found = judged(client, ids, "_id", channel="push", chosen={"deviceType": "android"})
    assert {each.person for each in found if each.state is PersonState.PLANNED} == android
    assert {each.why for each in found} == {"", Why.OUTSIDE_CLAUSE}


def test_fifty_rows_are_asked_for_together(sandbox: Sandbox) -> None:
    asked: list[JsonObject] = []

    class Counting(Client):
        def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
            asked.append(body)
            return super().look_up(path, body, keep=keep)

    client = Counting(account_of(sandbox), Keys(sandbox.client_key, sandbox.master_key))
    judged(client, [of(each, "_id") for each in USERS[:120]], "_id")
    client.close()
    assert len(asked) == 3
    assert all(len(json.dumps(each)) < 4_000 for each in asked)


class Broken:
    """A server that answers so many times with a failure, and then with nobody."""

    def __init__(self, failure: Failure, times: int) -> None:
        self.failure, self.left, self.asked = failure, times, 0

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        self.asked += 1
        self.left -= 1
        return self.failure if self.left >= 0 else {"error": False, "result": ""}


RESET = Failure(Outcome.UNKNOWN, "reset")
SAID_NO = Failure(Outcome.REFUSED, "server_said_no", error_code="403", http_status=403)


def test_an_answer_that_did_not_come_is_asked_for_again_and_a_no_is_a_no() -> None:
    for failure, times, tries in ((RESET, 2, 3), (RESET, 9, 3), (SAID_NO, 9, 1)):
        broken = Broken(failure, times)
        asking = Asking(broken, lambda: True, pauses_s=(0.0, 0.0))
        if times > 2:
            with pytest.raises(LookUpFailedError) as caught:
                asking.find("users", {}, ())
            assert caught.value.failure is failure
        else:
            assert asking.find("users", {}, ()) == []
        assert broken.asked == tries


def test_whether_an_account_may_read_is_known_before_a_file_is_chosen(sandbox: Sandbox, client: Client) -> None:
    assert may_read(client) is None
    weak = Client(account_of(sandbox), Keys(sandbox.client_key, sandbox.message_key))
    refused = may_read(weak)
    weak.close()
    assert isinstance(refused, Failure)
    assert refused.answer == ""


def test_it_stops_when_nobody_wants_it(client: Client) -> None:
    with pytest.raises(NotWantedError):
        judged(client, [of(user(1), "phone")], wanted=lambda: False)


def test_an_audience_is_read_from_its_first_to_its_last(client: Client) -> None:
    query: JsonObject = {"language": "ru"}
    reading = AudienceReading(client, "users", query, ("firstName", "address.city", "age", "birthday"), lambda: True)
    rows = list(reading.rows())
    russian = sorted((each for each in USERS if each["language"] == "ru"), key=lambda each: each["_id"])
    assert len(russian) > 100
    assert [row.person for row in rows] == [each["_id"] for each in russian]
    assert reading.count == reading.read == len(russian)
    assert [row.values for row in rows] == [
        (each.get("firstName", ""), each["address"]["city"], str(each["age"]), each["birthday"].date().isoformat())
        for each in russian
    ]


def test_an_audience_of_devices_is_people_each_once(client: Client) -> None:
    reading = AudienceReading(client, "devices", {}, ("firstName", "deviceType"), lambda: True)
    rows = list(reading.rows())
    devices = crowd.population(PEOPLE).devices
    assert reading.read == len(devices)
    assert sorted(row.person for row in rows) == sorted({each["userId"] for each in devices})
    assert all(row.values[1] for row in rows)


def test_keys_that_were_seen_are_found_again() -> None:
    seen = Seen()
    for number in range(5_000):
        seen.add(str(number), number + 2)
    assert [seen.row(each) for each in ("0", "4999", "5000")] == [2, 5_001, None]


@pytest.mark.parametrize(
    ("value", "left_out"), [("да", {1, 2}), ("ДА", {1, 2}), ("*", {1, 2, 3}), ("нет", {3}), ("", set()), ("x", set())]
)
def test_a_column_of_the_list_may_say_no(client: Client, value: str, left_out: set[int]) -> None:
    cells = (" Да\u200b", "да", "нет", "", "\xa0")
    people = [user(each) for each in (0, 1, 2, 4, 5)]
    rows = [
        CampaignPerson(at, at + 1, of(each, "_id"), "", "", (cell,), PersonState.READ, "", "", None)
        for at, (each, cell) in enumerate(zip(people, cells, strict=True), 1)
    ]
    plan = campaign("sms", None, {"kind": "_id", "no": [0, value]})
    account = Account("a", "Sandbox", Environment.SANDBOX, "", "", AccessKind.MASTER)
    found = list(join(rows, client, plan, account, lambda: True, held=nobody, lately=nobody, listed=none))
    refused = {each.id for each in found if each.state is PersonState.LEFT_OUT}
    assert refused == left_out
    assert {(each.why, each.detail) for each in found if each.id in refused} <= {(Why.DO_NOT_SEND, "list")}


def test_a_column_that_is_not_there_says_nothing(client: Client) -> None:
    rows = [CampaignPerson(1, 2, of(user(0), "_id"), "", "", ("да",), PersonState.READ, "", "", None)]
    account = Account("a", "Sandbox", Environment.SANDBOX, "", "", AccessKind.MASTER)
    for no in ([5, "да"], [-1, "*"], [0, 7], "да", None):
        plan = campaign("sms", None, {"kind": "_id", "no": no})  # type: ignore[dict-item]
        (found,) = join(rows, client, plan, account, lambda: True, held=nobody, lately=nobody, listed=none)
        assert found.state is PersonState.PLANNED
