"""The guard against sending twice: as quick after thousands of sends as after none, and whatever the clock says."""

import contextlib
import dataclasses
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.fingerprint import fingerprint
from scoro_desktop.storage.history import History
from tests.faults.disk_work import account, body
from tests.storage.sends import new_send
from tests.storage.test_damage import zero_a_leaf_of

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ACCOUNT = dataclasses.replace(account(), id="a1", application_id="db8a1b41", address="https://api.example.com/api/v1/")


def sends(history: History, number: int) -> None:
    for each in range(number):
        history.record(new_send(request=body(f"Message {each}")))


def steps(connection: sqlite3.Connection, history: History) -> int:
    """Counts the hundreds of SQLite's instructions that a look takes."""
    taken = [0]

    def step() -> None:
        taken[0] += 1

    connection.set_progress_handler(step, 100)
    assert history.sent_before(ACCOUNT, "push", body("Message 0"), DAY) is not None
    connection.set_progress_handler(None, 0)
    return taken[0]


def test_a_look_takes_as_long_after_a_thousand_sends_as_after_ten(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    history = History(connection)
    sends(history, 10)
    few = steps(connection, history)
    with contextlib.ExitStack() as stack:
        stack.callback(connection.commit)
        sends(history, 600)
    assert steps(connection, history) <= few + 60  # the ids of the day are gone through, and no row


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": [1, 2]}, {"a": [2, 1]}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": "1"}, False),
        ({"a": 1e16}, {"a": 10**16}, True),
        ({"a": "1.0"}, {"a": "1"}, False),
        ({"a": "é"}, {"a": "e\u0301"}, False),
        ({"a": None}, {}, False),
    ],
)
def test_what_is_the_same(one: Any, other: Any, same: bool) -> None:
    assert (fingerprint("push", {"query": one}) == fingerprint("push", {"query": other})) == same


def test_a_clock_that_is_set_does_not_hide_what_was_just_sent(connection: sqlite3.Connection) -> None:
    clock, monotonic = [NOW - timedelta(days=2000)], [1000.0]
    history = History(connection, lambda: clock[0], lambda: monotonic[0])
    history.record(new_send(request=body("Sale")))
    clock[0] = NOW  # the system heard what time it is
    monotonic[0] += 60
    assert history.sent_before(ACCOUNT, "push", body("Sale"), DAY) is not None
    clock[0] = NOW + timedelta(days=400)
    assert history.sent_before(ACCOUNT, "push", body("Sale"), DAY) is not None
    monotonic[0] += DAY.total_seconds()
    assert history.sent_before(ACCOUNT, "push", body("Sale"), DAY) is None


def test_a_clock_that_was_wrong_between_two_sends_hides_nothing_after_a_start(connection: sqlite3.Connection) -> None:
    clock = [NOW]
    history = History(connection, lambda: clock[0])
    history.record(new_send(request=body("First")))
    clock[0] = NOW - timedelta(days=2000)
    history.record(new_send(request=body("Second")))
    again = History(connection, lambda: NOW + timedelta(hours=1))
    assert again.sent_before(ACCOUNT, "push", body("Second"), DAY) is not None
    assert again.sent_before(ACCOUNT, "push", body("First"), DAY) is not None
    later = History(connection, lambda: NOW + timedelta(days=3))
    assert later.sent_before(ACCOUNT, "push", body("Second"), DAY) is None


def test_what_a_version_before_sent_is_known_too(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection, lambda: NOW)
        sends(history, 3)
        history.record(new_send(request=body("torn")))
        connection.execute("UPDATE sends SET fingerprint = NULL")  # as the migration leaves them
        connection.execute("UPDATE sends SET request = '{' WHERE id = (SELECT max(id) FROM sends)")
        assert history.sent_before(ACCOUNT, "push", body("Message 1"), DAY) is not None
        assert history.sent_before(ACCOUNT, "push", body("Message 9"), DAY) is None
        assert connection.execute("SELECT count(*) FROM sends WHERE fingerprint IS NULL").fetchone() == (0,)


def test_the_newest_comes_first_whatever_its_date(connection: sqlite3.Connection) -> None:
    clock = [NOW]
    history = History(connection, lambda: clock[0])
    first = history.record(new_send(summary="first"))
    clock[0] = NOW - timedelta(hours=5)
    second = history.record(new_send(summary="second"))
    from scoro_desktop.storage.history import HistoryFilter

    assert [line.id for line in history.page(HistoryFilter(), 0, 10)] == [second.id, first.id]


def as_of_before(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE sends SET fingerprint = NULL")  # as the migration leaves them


def test_what_cannot_be_marked_is_found_all_the_same(connection: sqlite3.Connection) -> None:
    history = History(connection, lambda: NOW)
    sends(history, 3)
    as_of_before(connection)
    connection.execute("PRAGMA query_only = ON")
    found = history.sent_before(ACCOUNT, "push", body("Message 1"), DAY)
    assert found is not None
    assert found.request == body("Message 1")
    assert history.sent_before(ACCOUNT, "push", body("Message 9"), DAY) is None
    assert history.sent_before(ACCOUNT, "sms", body("Message 1"), DAY) is None


@pytest.mark.parametrize("is_marked", [True, False])
@pytest.mark.parametrize("index", ["sends_by_fingerprint", "sends_by_created_at"])
@pytest.mark.parametrize("damage", ["page", "no index"])
def test_a_damaged_index_hides_nothing(damage: str, index: str, is_marked: bool, path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection, lambda: NOW)
        sends(history, 100)
        if not is_marked:
            as_of_before(connection)
        if damage == "no index":
            connection.execute(f"DROP INDEX {index}")
    if damage == "page":
        zero_a_leaf_of(path, index)
    with contextlib.closing(open_database(path)) as connection:
        again = History(connection, lambda: NOW)
        for number in (0, 50, 99):
            assert again.sent_before(ACCOUNT, "push", body(f"Message {number}"), DAY) is not None
        assert again.sent_before(ACCOUNT, "push", body("Message 100"), DAY) is None


def test_nobody_can_say_where_a_send_of_the_day_cannot_be_read(connection: sqlite3.Connection) -> None:
    history = History(connection, lambda: NOW)
    sends(history, 2)
    as_of_before(connection)
    connection.execute("UPDATE sends SET request = CAST(x'7bff' AS TEXT) WHERE id = 2")
    assert history.sent_before(ACCOUNT, "push", body("Message 0"), DAY) is not None
    with pytest.raises(StorageFailed) as caught:
        history.sent_before(ACCOUNT, "push", body("Message 9"), DAY)
    assert caught.value.is_damage
    later = History(connection, lambda: NOW + timedelta(days=2))
    assert later.sent_before(ACCOUNT, "push", body("Message 9"), DAY) is None


@pytest.mark.parametrize(
    ("kept", "now", "same"),
    [
        ("HTTPS://API.Example.com/api/v1", "https://api.example.com/api/v1/", True),
        ("https://api.example.com:443/api/v1/", "https://api.example.com/api/v1/", True),
        ("https://api.example.com/api/v1/", " https://API.example.com/api/v1 ", True),
        ("http://127.1/api/v1/", "http://127.0.0.1/api/v1/", True),
        ("https://пример.рф/api/", "https://xn--e1afmkfd.xn--p1ai/api/", True),
        ("https://api.example.com:8443/api/v1/", "https://api.example.com/api/v1/", False),
        ("http://api.example.com/api/v1/", "https://api.example.com/api/v1/", False),
        ("https://api.example.com/API/v1/", "https://api.example.com/api/v1/", False),
        ("", "https://api.example.com/api/v1/", False),
    ],
)
def test_an_address_is_the_same_however_it_was_typed(
    kept: str, now: str, same: bool, connection: sqlite3.Connection
) -> None:
    history = History(connection, lambda: NOW)
    history.record(new_send(account_id="a2", address=kept, request=body("Sale")))
    account_now = dataclasses.replace(ACCOUNT, address=now)
    assert (history.sent_before(account_now, "push", body("Sale"), DAY) is not None) == same
    if not same:  # the account itself may have been given another address since
        itself = dataclasses.replace(account_now, id="a2")
        assert history.sent_before(itself, "push", body("Sale"), DAY) is not None
