"""The search for the message that a corrected one takes the place of."""

import dataclasses
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.storage.history import History
from scoro_desktop.wire import JsonObject
from tests.faults.disk_work import account
from tests.storage.sends import new_send

SENT = Sent(7)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ACCOUNT = dataclasses.replace(account(), id="a1", application_id="db8a1b41", address="https://api.example.com/api/v1/")
MONTH = timedelta(days=30)


def push(title: str, tag: str | None = None, collapse_id: str | None = None) -> JsonObject:
    note: JsonObject = {"title": title}
    apns: JsonObject = {"aps": {"alert": title}}
    if tag is not None:
        note["tag"] = tag
    if collapse_id is not None:
        apns["collapseId"] = collapse_id
    return {"coll": "devices", "query": {}, "msg": {"data": {"gcm": {"notification": note}, "apns": apns}}}


def sent(history: History, request: JsonObject, reply: Sent | Failure | None = SENT) -> int:
    send = history.record(new_send(request=request, summary="x"))
    if reply is not None:
        history.settle(send.id, reply)
    return send.id


def found(history: History, request: JsonObject) -> int | None:
    send = history.replaced(ACCOUNT, "push", request, MONTH)
    return None if send is None else send.id


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    return History(connection, clock=lambda: NOW)


def test_the_newest_of_the_same_name_is_replaced(history: History) -> None:
    sent(history, push("One", "n", "n"))
    second = sent(history, push("Two", "n", "n"))
    sent(history, push("Other", "m", "m"))
    assert found(history, push("Three", "n", "n")) == second


@pytest.mark.parametrize("reply", [Failure(Outcome.UNKNOWN, "read_timeout"), None])
def test_one_that_may_have_gone_out_is_replaced(history: History, reply: Failure | None) -> None:
    first = sent(history, push("One", "n", "n"), reply)
    assert found(history, push("Two", "n", "n")) == first


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.NOT_SENT])
def test_one_that_did_not_go_out_is_not(history: History, outcome: Outcome) -> None:
    sent(history, push("One", "n", "n"), Failure(outcome, "server_said_no"))
    assert found(history, push("Two", "n", "n")) is None


def test_a_name_counts_on_its_platform_alone(history: History) -> None:
    """A tag is no collapse id, and a name in a text is none at all."""
    sent(history, push("n", "other", "n"))
    assert found(history, push("Two", "n")) is None
    assert found(history, push("Two", None, "n")) is not None
    assert found(history, push("Two", "n", "n")) is not None


@pytest.mark.parametrize("name", ['say "hi"', "Скидка", "back\\slash", "50%_", "\u2028"])
def test_a_name_of_any_letters_is_found(history: History, name: str) -> None:
    first = sent(history, push("One", name))
    assert found(history, push("Two", name)) == first


def test_without_a_name_nothing_is_replaced(history: History) -> None:
    sent(history, push("One"))
    sent(history, push("One", "", ""))
    assert found(history, push("Two")) is None
    assert found(history, push("Two", "", "")) is None


def test_another_application_and_a_month_ago_are_not_looked_at(connection: sqlite3.Connection) -> None:
    now = [NOW - timedelta(days=31)]
    history = History(connection, clock=lambda: now[0])
    sent(history, push("One", "n"))
    now[0] = NOW
    assert found(history, push("Two", "n")) is None
    sent(history, push("One", "n"))
    elsewhere = dataclasses.replace(ACCOUNT, application_id="another")
    assert history.replaced(elsewhere, "push", push("Two", "n"), MONTH) is None
    assert history.replaced(ACCOUNT, "sms", push("Two", "n"), MONTH) is None


def test_a_disk_that_cannot_be_read_is_said(connection: sqlite3.Connection, history: History) -> None:
    connection.execute("ALTER TABLE sends RENAME TO gone")
    with pytest.raises(StorageFailed):
        found(history, push("Two", "n"))
