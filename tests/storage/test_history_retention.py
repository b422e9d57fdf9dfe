"""The history is deleted once it is older than its account keeps it: what is due, nothing else, to the last byte."""

import contextlib
import random
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter, Send
from scoro_desktop.storage.history_retention import AT_ONCE
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import running
from tests.storage.sends import new_send

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
REFUSED = Failure(Outcome.REFUSED, "server_said_no")
UNKNOWN = Failure(Outcome.UNKNOWN, "reset")


def keep(connection: sqlite3.Connection, account_id: str, days: int) -> None:
    account = Account(account_id, account_id, Environment.TEST, "https://a.example/", "id", AccessKind.MASTER)
    AccountStore(connection).add(account)
    connection.execute("UPDATE accounts SET history_days = ? WHERE id = ?", (days, account_id))


def push(text: str) -> dict[str, object]:
    request = {"coll": "devices", "query": {"a": 1}, "msg": {"data": {"gcm": {"notification": {"title": text}}}}}
    return {"request": request, "summary": text, "words": text, "query_text": f'{{"{text}": 1}}'}


def sent(
    connection: sqlite3.Connection, text: str, days: float, reply: Sent | Failure | None = None, **changes: object
) -> Send:
    history = History(connection, lambda: NOW - timedelta(days=days))
    send = history.record(new_send(**(push(text) | changes)))
    return history.settle(send.id, Sent(1) if reply is None else reply)


def left(connection: sqlite3.Connection) -> list[str]:
    return [line.summary for line in History(connection).page(HistoryFilter(), 0, 1000)]


def delete(connection: sqlite3.Connection) -> int:
    return sum(Stores.over(connection).old_history(NOW))


def test_what_is_old_goes_and_nothing_else(connection: sqlite3.Connection) -> None:
    keep(connection, "a1", 30)
    keep(connection, "ever", 0)
    sent(connection, "old", 31)
    sent(connection, "refused", 31, REFUSED)
    sent(connection, "unknown", 31, UNKNOWN)
    history = History(connection)
    history.annotate(sent(connection, "pinned", 40).id, pinned=True)
    sent(connection, "other", 400, account_id="ever")
    sent(connection, "gone account", 400, account_id="nobody")
    held = History(connection, lambda: NOW - timedelta(days=50)).record(new_send(summary="held"), held=True)
    sent(connection, "young", 29)
    sent(connection, "clock set back", 60)
    assert delete(connection) == 3
    assert left(connection) == ["young", "held", "gone account", "other", "pinned", "unknown"]
    assert history.existing(held.id).outcome is Outcome.HELD
    for word in ("old", "refused", "clock"):
        assert history.count(HistoryFilter(word)) == 0
    assert history.count(HistoryFilter("young")) == history.count(HistoryFilter("pin")) == 1
    assert delete(connection) == 0
    connection.execute("INSERT INTO sends_words (sends_words) VALUES ('integrity-check')")


def test_a_campaign_goes_with_its_people_once_their_values_are_deleted(connection: sqlite3.Connection) -> None:
    keep(connection, "acme", 90)
    clock = [NOW - timedelta(days=100)]
    campaigns = Campaigns(connection, lambda: clock[0])
    old = running(campaigns, 5, name="Old")
    doubtful = running(campaigns, 2, name="Doubtful")
    for campaign, reply in ((old, Sent(1)), (doubtful, UNKNOWN)):
        for send in campaigns.next_planned(campaign, 9):
            campaigns.begin_send(send.id)
            campaigns.settle_send(send.id, reply)
    running(campaigns, 3, name="Open")
    assert delete(connection) == 0, "phones and values of it are there still"
    campaigns.delete_values(old, doubtful)
    assert delete(connection) == 0, "that is marked, and not done yet"
    for step in Stores.over(connection).erasing():
        if step is not None:
            step()
    assert delete(connection) == 1
    assert left(connection) == ["Open", "Doubtful"]
    assert [each.name for each in campaigns.newest()] == ["Open", "Doubtful"]
    assert connection.execute("SELECT count(*) FROM campaign_people").fetchone() == (5,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_goes_a_few_at_a_time_and_on_where_it_was_left(connection: sqlite3.Connection) -> None:
    keep(connection, "a1", 30)
    for number in range(60):
        sent(connection, f"old {number}", 60)
    sent(connection, "young", 1)
    steps = Stores.over(connection).old_history(NOW)
    assert 0 < next(steps) <= AT_ONCE
    assert not connection.in_transaction
    steps.close()  # type: ignore[attr-defined]  # the app ends
    assert 60 - AT_ONCE <= len(left(connection)) - 1 < 60
    for number in Stores.over(connection).old_history(NOW):
        assert number <= AT_ONCE
        assert not connection.in_transaction
    assert left(connection) == ["young"]


@pytest.mark.parametrize("seed", range(2))
def test_no_byte_of_it_is_left_in_the_file(path: Path, connection: sqlite3.Connection, seed: int) -> None:
    keep(connection, "a1", 30)
    chance = random.Random(seed)
    connection.execute("PRAGMA synchronous = OFF")
    for number in range(150):
        long = "x" * chance.choice((0, 0, 300, 5_000))  # some overflow their page
        send = sent(connection, f"zebraold{number:03} {long}", 60, answer_of(chance, number))
        if chance.random() < 0.2:
            History(connection).annotate(send.id, note=f"zebranote{number:03}")
    sent(connection, "young lion", 1)
    marks = (b"zebraold", b"zebranote", b"zebraanswer")
    assert any(mark in path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes() for mark in marks)
    assert delete(connection) == 150
    for file in path.parent.iterdir():
        assert not any(mark in file.read_bytes() for mark in marks), file.name
    assert left(connection) == ["young lion"]
    assert History(connection).count(HistoryFilter("lion")) == 1
    connection.close()
    with contextlib.closing(open_database(path)) as again:
        assert again.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def answer_of(chance: random.Random, number: int) -> Sent | Failure:
    if chance.random() < 0.5:
        return Sent(1, answer=f"zebraanswer{number}")
    return Failure(Outcome.REFUSED, "server_said_no", error_message=f"zebraanswer{number}")
