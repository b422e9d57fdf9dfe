"""The last sends through an account, as they went out."""

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage import earlier_sends
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.earlier_sends import Earlier
from scoro_desktop.storage.history import History
from tests.storage.campaigns.samples import approved, running
from tests.storage.sends import new_send

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TEMPLATE = new_send()
SHOP = Account(
    TEMPLATE.account_id,
    TEMPLATE.account_name,
    TEMPLATE.environment,
    TEMPLATE.address,
    TEMPLATE.application_id,
    AccessKind.MASTER,
)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def record(connection: sqlite3.Connection, summary: str, outcome: Outcome = Outcome.SENT, **changes: Any) -> None:
    clock = Clock()
    clock.now -= timedelta(hours=changes.pop("ago", 1))
    history = History(connection, clock)
    send = history.record(new_send(summary=summary, **changes), held=outcome is Outcome.HELD)
    if outcome is Outcome.SENT:
        history.settle(send.id, Sent(5))
    elif outcome is not Outcome.HELD:
        history.settle(send.id, Failure(outcome, "server_failed"))


def found(connection: sqlite3.Connection, most: int = 20) -> Earlier:
    return earlier_sends.earlier_sends(connection, SHOP, NOW - timedelta(days=7), most)


def test_what_went_out_or_may_have_is_found_the_newest_first(connection: sqlite3.Connection) -> None:
    record(connection, "old", ago=24 * 8)
    record(connection, "week", ago=24 * 6)
    record(connection, "unknown", Outcome.UNKNOWN, ago=3)
    record(connection, "held", Outcome.HELD, ago=2)
    for outcome in (Outcome.REFUSED, Outcome.NOT_SENT):
        record(connection, "not out", outcome)
    record(connection, "trial", is_test=True)
    record(connection, "other account", account_id="another", application_id="another")
    record(connection, "other server", account_id="another", address="https://elsewhere.example.com/api/v1/")
    record(connection, "production", environment=Environment.PRODUCTION, account_id="another")
    record(connection, "same application", account_id="another")
    earlier = found(connection)
    assert [each.summary for each in earlier.sends] == ["same application", "held", "unknown", "week"]
    assert (earlier.is_all, earlier.campaigns) == (True, ())
    assert not found(connection, 3).is_all
    assert [each.summary for each in found(connection, 2).sends] == ["same application", "held"]


def test_the_query_is_that_which_left(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    record(connection, "query", request={"coll": "devices", "query": {"a": 1}, "msg": {}}, query_text='{"a": 1}')
    record(
        connection, "everyone", request={"coll": "users", "msg": {}}, query_text="", everyone=True, collection="users"
    )
    assert {each.summary: (each.collection, each.query) for each in found(connection).sends} == {
        "query": ("devices", {"a": 1}),
        "everyone": ("users", {}),
    }
    monkeypatch.setattr(earlier_sends, "LONGEST", 5)
    assert {each.summary: each.query for each in found(connection).sends} == {"query": None, "everyone": {}}


def test_campaigns_are_found_with_those_who_got_them_or_may_have(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun(days: int = 0, **changes: Any) -> Campaigns:
        campaigns = Campaigns(connection, lambda: NOW - timedelta(days=days))
        same = {"account_id": SHOP.id, "application_id": SHOP.application_id, "address": SHOP.address}
        campaign = running(campaigns, 4, 2, **{**same, "environment": SHOP.environment, **changes})
        send = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
        campaigns.settle_send(send.id, Failure(Outcome.UNKNOWN, "read_timeout"))
        return campaigns

    begun(name="autumn")
    begun(days=8, name="past")
    begun(name="same application", account_id="another")
    begun(name="another application", account_id="another", application_id="another")
    begun(name="another server", account_id="another", address="https://elsewhere.example.com/api/v1/")
    approved(Campaigns(connection), 2, account_id=SHOP.id, name="not begun")
    in_doubt = ("u000001", "u000002")
    assert [(each.name, each.persons) for each in found(connection).campaigns] == [
        ("autumn", in_doubt),
        ("same application", in_doubt),
    ]
    monkeypatch.setattr(earlier_sends, "MOST_NAMED", 3)
    assert sorted((each.persons or () for each in found(connection).campaigns), key=len) == [(), in_doubt]
