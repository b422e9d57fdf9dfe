"""The people of a campaign when it is due, against the sandbox: who is left of them, and who must not be written to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.audience.relative_dates import Instant
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.campaigns import refused_since
from scoro_desktop.sending.campaigns.planning import Ready, plan_requests
from scoro_desktop.sending.later.people_now import NotFoundOut, PeopleNow, people_now
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged, NewPerson
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.planned_types import Ask, AskCode
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import Rig
from tests.storage.campaigns.samples import new_campaign

WORLD = crowd.population(120)
USERS = [each for each in WORLD.users if str(each.get("phone", "")).startswith("+7")][:12]
OWNERS = list(dict.fromkeys(each["userId"] for each in WORLD.devices if each.get("userId")))[:9]
NOW = Instant(datetime.now(UTC), "Europe/Moscow")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    server = Sandbox(people=120)
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def account(sandbox: Sandbox) -> Account:
    return Account(
        "acme", "Acme", Environment.TEST, sandbox.address, sandbox.application_id, AccessKind.MASTER,
        requests_per_second=1000,
    )  # fmt: skip


@pytest.fixture(scope="module")
def client(sandbox: Sandbox, account: Account) -> Iterator[Client]:
    made = Client(account, Keys(sandbox.client_key, sandbox.master_key))
    yield made
    made.close()


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with Rig(tmp_path / "data" / "scoro.db") as rig:
        yield rig


def approved(rig: Rig, account: Account, persons: list[str], channel: Channel = Channel.SMS, **changes: Any) -> int:
    """A campaign for these people, in requests as the app plans them."""

    def make(campaigns: Campaigns) -> int:
        new = new_campaign(channel=channel, address=account.address, application_id=account.application_id, **changes)
        campaign = campaigns.create(new)
        campaigns.add_rows(campaign, [NewPerson(number, each, (each,)) for number, each in enumerate(persons, 1)])
        phones = {each["_id"]: each["phone"].lstrip("+") for each in USERS}
        rows = campaigns.rows(campaign, limit=len(persons))
        campaigns.judge(
            campaign, [Judged(each.id, PersonState.PLANNED, each.key, phones.get(each.key, "")) for each in rows]
        )
        people = [Ready(each.id, each.key, {"msg": {"text": "Hi"}}) for each in rows]
        collection = "users" if channel is Channel.SMS else "devices"
        chosen = changes.get("chosen")
        campaigns.approve(campaign, total=len(persons), requests=list(plan_requests(people, collection, chosen)))
        return campaign

    return rig.ledger(make)


def now(
    rig: Rig, client: Any, account: Account, campaign: int, total: int, *, is_wanted: bool = True, at: Instant = NOW
) -> PeopleNow | Ask | NotFoundOut:
    del account
    return people_now(rig.wait_for, client, campaign, total, at, lambda: is_wanted)


def ids(users: list[Any]) -> list[str]:
    return [each["_id"] for each in users]


def test_those_of_a_list_who_are_still_there_are_counted(
    rig: Rig, client: Client, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refused_since, "ROWS_AT_ONCE", 5)  # three pages
    campaign = approved(rig, account, [*ids(USERS), "gone1", "gone2"])
    assert now(rig, client, account, campaign, 14) == PeopleNow(12)
    # Another total, or none that is ready, is another campaign than was approved.
    assert now(rig, client, account, campaign, 13) == Ask(AskCode.CAMPAIGN_CHANGED)
    assert now(rig, client, account, campaign + 1, 14) == Ask(AskCode.CAMPAIGN_CHANGED)
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    assert now(rig, client, account, campaign, 14) == Ask(AskCode.CAMPAIGN_CHANGED)


def test_the_condition_of_the_account_narrows_and_who_has_no_phone_gets_nothing(
    rig: Rig, client: Client, account: Account
) -> None:
    without = [each for each in WORLD.users if not each.get("phone")][:2]
    campaign = approved(rig, account, ids([*USERS, *without]))
    assert now(rig, client, account, campaign, 14) == PeopleNow(12)
    some = {"_id": {"$in": [*ids(USERS[:4])]}}
    narrowed = approved(rig, account, ids(USERS), chosen=some)
    assert now(rig, client, account, narrowed, 12) == PeopleNow(4)


def test_for_a_push_people_are_counted_and_not_their_devices(rig: Rig, client: Client, account: Account) -> None:
    campaign = approved(rig, account, [*OWNERS, "gone1"], Channel.PUSH)
    assert now(rig, client, account, campaign, 10) == PeopleNow(len(OWNERS))


def test_an_audience_is_counted_anew_with_the_dates_of_now(rig: Rig, client: Client, account: Account) -> None:
    of_all: JsonObject = {"createdAt": {"$gte": {"$relativeDate": {"days": -20_000}}}}
    source: JsonObject = {"kind": "audience", "coll": "users", "query": of_all}
    for was in (5, len(WORLD.users)):
        campaign = approved(rig, account, ids(USERS), source=source, mapping={"key": -1, "count": was})
        assert now(rig, client, account, campaign, 12) == PeopleNow(12, audience=(was, len(WORLD.users)))
    # One that was prepared before its count was kept is judged by its people alone.
    campaign = approved(rig, account, ids(USERS), source={"kind": "audience"}, mapping={"key": -1})
    assert now(rig, client, account, campaign, 12) == PeopleNow(12)


def test_whoever_came_onto_the_list_since_is_left_out_by_phone_mail_or_id(
    rig: Rig, client: Client, account: Account
) -> None:
    campaign = approved(rig, account, ids(USERS))
    mailed = next(each for each in USERS[2:] if each.get("email"))
    refused = [
        NewRefusal(KeyKind.PHONE, USERS[0]["phone"].lstrip("+")),
        NewRefusal(KeyKind.ID, USERS[1]["_id"]),
        NewRefusal(KeyKind.EMAIL, mailed["email"].casefold(), mailed["email"]),
        NewRefusal(KeyKind.PHONE, "70000000000"),
    ]
    rig.wait_for(lambda stores: stores.do_not_send.add(account.id, refused, by="Ann"))
    rig.wait_for(lambda stores: stores.do_not_send.add("another", [NewRefusal(KeyKind.ID, USERS[5]["_id"])], by="Ann"))
    found = now(rig, client, account, campaign, 12)
    assert isinstance(found, PeopleNow)
    rows = {each.id: each.person for each in rig.ledger(lambda campaigns: campaigns.rows(campaign))}
    assert {rows[each] for each in found.out} == {USERS[0]["_id"], USERS[1]["_id"], mailed["_id"]}
    assert (found.found, found.number_out(Why.DO_NOT_SEND)) == (9, 3)


def test_whoever_was_messaged_within_the_hours_is_left_out(rig: Rig, client: Client, account: Account) -> None:
    before = approved(rig, account, ids(USERS[:5]))

    def send(campaigns: Campaigns) -> None:
        campaigns.go_on(before)
        send = campaigns.begin_send(campaigns.next_planned(before, 1)[0].id)
        campaigns.settle_send(send.id, Sent(5))

    rig.ledger(send)
    campaign = approved(rig, account, ids(USERS), mapping={"key": 0, "hours": 24})
    found = now(rig, client, account, campaign, 12)
    assert isinstance(found, PeopleNow)
    assert (found.found, found.number_out(Why.MESSAGED_LATELY), found.hours) == (7, 5, 24)
    # Of hours that are over nobody is left out.
    later = Instant(NOW.at + timedelta(hours=30), NOW.zone)
    assert people_now(rig.wait_for, client, campaign, 12, later, lambda: True) == PeopleNow(12, hours=24)
    # Who was taken in again by hand after the check got it before that.
    mapping = {"key": 0, "hours": 24, "checked": datetime.now(UTC).isoformat()}
    checked = approved(rig, account, ids(USERS), mapping=mapping)
    assert now(rig, client, account, checked, 12, at=Instant(datetime.now(UTC), NOW.zone)) == PeopleNow(12, hours=24)


class Silent:
    """A server that gives no answer."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure

    def look_up(self, _path: str, _body: JsonObject, *, keep: bool = True) -> Failure:
        del keep
        return self.failure


def test_without_an_answer_nothing_is_known_and_whoever_is_not_wanted_asks_no_further(
    rig: Rig, client: Client, account: Account
) -> None:
    campaign = approved(rig, account, ids(USERS))
    no = Silent(Failure(Outcome.REFUSED, "server_said_no"))
    assert now(rig, no, account, campaign, 12) == NotFoundOut("server_said_no", has_left=True)
    none = Silent(Failure(Outcome.NOT_SENT, "no_keys"))
    assert now(rig, none, account, campaign, 12) == NotFoundOut("no_keys", has_left=False)
    assert now(rig, client, account, campaign, 12, is_wanted=False) == NotFoundOut("not_wanted", has_left=False)
