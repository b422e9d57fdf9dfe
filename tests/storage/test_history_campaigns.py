"""Campaigns among the sends of the history: listed, found, sorted, added up, noted, pinned and exported as one row."""

import csv
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scoro_desktop.recipients.writing import Form
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.types import NewRequest
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.history_days import by_day
from scoro_desktop.storage.history_export import Rows, write_csv, write_json
from scoro_desktop.storage.history_filter import FAILED, Column, Order
from scoro_desktop.storage.history_sums import Sums, sums_of_lines
from scoro_desktop.storage.history_views import HistoryViews, View
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns.samples import body, filled
from tests.storage.sends import new_send

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PRICE = 2_500_000
ONLY = HistoryFilter(campaigns=True)

Start = Callable[..., int]


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection, lambda: NOW)


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    return History(connection, lambda: NOW)


@pytest.fixture
def start(campaigns: Campaigns) -> Start:
    """Begins a campaign of single requests of two parts at 2.50 each, paid in rubles, and settles the first of them."""

    def run(people: int, *replies: Sent | Failure, **changes: object) -> int:
        campaign = filled(campaigns, people, **changes)
        rows = campaigns.rows(campaign, limit=people)
        requests = [
            NewRequest(body([each.person], f"{each.values[1]}!"), (each.id,), parts=2, amount=2 * PRICE)
            for each in rows
        ]
        campaigns.approve(campaign, total=people, requests=requests, currency="RUB")
        campaigns.go_on(campaign)
        for send, reply in zip(campaigns.next_planned(campaign, people), replies, strict=False):
            campaigns.begin_send(send.id)
            campaigns.settle_send(send.id, reply)
        return campaign

    return run


def summed(history: History, wanted: HistoryFilter = HistoryFilter()) -> Sums:  # noqa: B008 (frozen)
    """The sums by SQL, which are those that lines give one by one."""
    sums = history.sums(wanted)
    assert sums == sums_of_lines(history.page(wanted, 0, 1000))
    assert sums.sends == history.count(wanted)
    return sums


def test_one_row_from_its_beginning_to_its_end(campaigns: Campaigns, history: History, start: Start) -> None:
    campaign = start(4, Sent(1))
    (line,) = history.page(HistoryFilter(), 0, 9)
    assert (line.campaign_id, line.summary, line.channel) == (campaign, "Autumn", "sms")
    assert (line.expected, line.count, line.outcome, line.settled_at) == (4, 1, Outcome.SENDING, None)
    assert (line.all_parts, line.amount, line.open_amount, line.currency) == (2, 2 * PRICE, None, "RUB")
    replies: list[Sent | Failure] = [
        Failure(Outcome.UNKNOWN, "reset"),
        Failure(Outcome.REFUSED, "server_said_no"),
        Sent(0),
    ]
    for send, reply in zip(campaigns.next_planned(campaign, 9), replies, strict=True):
        campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, reply)
    (line,) = history.page(HistoryFilter(), 0, 9)
    assert (line.count, line.outcome, line.settled_at) == (1, Outcome.UNKNOWN, NOW)
    assert line.campaign is not None
    assert (line.campaign.state, line.campaign.unknown, line.campaign.refused, line.campaign.skipped) == (
        *("finished", 1, 1),
        1,
    )
    whole = history.get(line.id)
    assert whole is not None
    assert whole.request == {"coll": "users", "msg": {"text": "{{name}}, come in"}}  # nobody's name


def test_people_parts_and_cost_are_in_the_sums_once(history: History, start: Start) -> None:
    price = Decimal("2.5")
    single = history.record(new_send(channel="sms", cost=Cost(2, "RUB", price, (Share("", 10, price),), phones=True)))
    history.settle(single.id, Sent(10))
    start(3, Sent(1), Sent(1), Failure(Outcome.UNKNOWN, "reset"))
    sums = summed(history)
    assert (sums.sends, sums.campaigns, sums.people, sums.parts) == (2, 1, 12, 24)
    assert (sums.costs, sums.open_costs, sums.unpriced) == ({"RUB": Decimal(60)}, {"RUB": Decimal(5)}, 0)
    assert sums.outcomes == {Outcome.SENT: 1, Outcome.UNKNOWN: 1}
    assert summed(history, ONLY).people == 2
    assert summed(history, HistoryFilter(outcomes=FAILED)).campaigns == 1
    assert summed(history, HistoryFilter("come", campaigns=True, since=NOW)).sends == 1
    assert summed(history, HistoryFilter(since=NOW + timedelta(days=1))).sends == 0
    (day,) = by_day(history.connection, HistoryFilter(), UTC).values()
    assert (day.sends, day.failed, day.people) == (2, 1, 12)


def test_without_a_price_it_is_told_that_some_is_in_no_sum(
    campaigns: Campaigns, history: History, connection: sqlite3.Connection, start: Start
) -> None:
    campaign = start(2)
    connection.execute("UPDATE campaign_sends SET amount = NULL")
    assert summed(history).unpriced == 0  # nothing of it left yet
    for send in campaigns.next_planned(campaign, 9):
        campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, Sent(1))
    sums = summed(history)
    assert (sums.parts, sums.costs, sums.unpriced) == (4, {}, 1)


def test_it_is_found_by_its_name_and_text_and_stands_among_the_others_in_each_order(
    history: History, start: Start
) -> None:
    few, many = history.record(new_send(expected=1)), history.record(new_send(expected=9, account_name="Zoo"))
    history.settle(few.id, Sent(1))
    history.settle(many.id, Failure(Outcome.REFUSED, "server_said_no"))
    start(3, Sent(1), Sent(1), Sent(1), environment=Environment.PRODUCTION)
    (row,) = history.page(ONLY, 0, 9)
    for words in ("autumn", "come", "AUT"):
        assert [each.id for each in history.page(HistoryFilter(words), 0, 9)] == [row.id]
    assert history.place(HistoryFilter("autumn"), row.id) == (0, True)
    assert history.place(ONLY, few.id) == (1, False)
    for column, first in (
        *((Column.WHEN, row), (Column.RESULT, row), (Column.AUDIENCE, many), (Column.ACCOUNT, many)),
        *((Column.CHANNEL, row), (Column.TOOK, few)),
    ):
        wanted = HistoryFilter(order=Order(column))
        history.sort(wanted)
        listed = [each.id for each in history.page(wanted, 0, 9)]
        assert sorted(listed) == sorted((few.id, many.id, row.id))
        assert column is Column.TOOK or listed[0] == first.id
    assert [
        each.id for each in history.page(HistoryFilter(environments=frozenset({Environment.PRODUCTION})), 0, 9)
    ] == [row.id]


def test_a_note_and_a_pin_and_a_view(history: History, connection: sqlite3.Connection, start: Start) -> None:
    start(1, Sent(1))
    (row,) = history.page(ONLY, 0, 9)
    noted = history.annotate(row.id, note="Ask Anna", pinned=True)
    assert (noted.note, noted.is_pinned, noted.count) == ("Ask Anna", True, 1)
    assert history.count(HistoryFilter(pinned=True, campaigns=True)) == 1
    views = HistoryViews(connection)
    views.keep("Campaigns", View(ONLY))
    assert views.all() == [("Campaigns", View(ONLY))]
    old = {key: value for key, value in View().to_json().items() if key != "campaigns"}
    assert View.from_json(old) == View()


def test_out_to_a_file(history: History, start: Start, tmp_path: Path) -> None:
    history.settle(history.record(new_send()).id, Sent(5))
    start(3, Sent(1), Failure(Outcome.UNKNOWN, "reset"))
    write_csv(
        tmp_path / "a.csv",
        Rows(history, ONLY),
        ["Message", "Sent", "Parts"],
        lambda line: [line.summary, str(line.count), str(line.all_parts)],
        Form.PLAIN,
    )
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["Message", "Sent", "Parts"], ["Autumn", "1", "2"]]
    write_json(tmp_path / "a.json", Rows(history, HistoryFilter()))
    campaign, single = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert single["campaign"] is None
    assert campaign["campaign"] == {
        "id": 1,
        "state": "running",
        "pause": "",
        "unknown": 1,
        "refused": 0,
        "skipped": 0,
        "parts": 2,
        "currency": "RUB",
        "cost": "5",
        "open_cost": "5",
    }


def test_it_is_no_single_send(
    campaigns: Campaigns, history: History, connection: sqlite3.Connection, start: Start
) -> None:
    """The start of the app leaves it to the ledger, and no single send is taken for it."""
    from scoro_desktop.storage.stores import Stores

    campaign = start(2, Sent(1))
    assert not Stores(connection).has_open_sends()
    assert history.close_open_sends() == []
    campaigns.at_start()
    (row,) = history.page(ONLY, 0, 9)
    assert row.outcome is Outcome.SENDING
    assert row.campaign is not None
    assert (row.campaign.state, row.campaign.pause) == ("paused", "app_closed")
    address = "https://api.example/api/v1/"
    account = Account("acme", "Acme", Environment.TEST, address, "app", AccessKind.MASTER)
    request: JsonObject = {"coll": "users", "msg": {"text": "{{name}}, come in"}}
    assert history.sent_before(account, "sms", request, timedelta(days=1)) is None
    assert history.almost_sent(account, "sms", request, timedelta(days=1)) is None
    assert [each.campaign_id for each in history.of_campaigns({campaign, 99})] == [campaign]


def test_a_torn_row_keeps_no_request_from_being_settled(
    campaigns: Campaigns, history: History, connection: sqlite3.Connection, start: Start
) -> None:
    campaign = start(3, Sent(1))
    for wrong in ("{", "[]", '{"state": 1}', None):
        connection.execute("UPDATE sends SET campaign = ?", (wrong,))
        (send,) = campaigns.next_planned(campaign, 1)
        campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, Failure(Outcome.NOT_SENT, "no_route"))
        (row,) = history.page(ONLY, 0, 9)
        assert (row.count, row.campaign and row.campaign.state) == (1, "running")
    connection.execute("DELETE FROM sends")
    (send,) = campaigns.next_planned(campaign, 1)
    campaigns.begin_send(send.id)
    assert campaigns.settle_send(send.id, Sent(1)).count == 1
    campaigns.note_missed(send.id, ["u000002"])
