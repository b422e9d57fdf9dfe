"""The guard against sending twice: as quick after thousands of sends as after none, and whatever the clock says."""

import contextlib
import dataclasses
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.fingerprint import fingerprint
from scoro_desktop.storage.history import History
from tests.faults.disk_work import account, body
from tests.storage.sends import new_send

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ACCOUNT = dataclasses.replace(account(), id="a1", application_id="db8a1b41", address="https://api.example.com/api/v1/")


def sends(history: History, number: int) -> None:
    for each in range(number):
        history.record(new_send(request=body(f"Message {each}")))


def steps(connection: sqlite3.Connection, history: History) -> int:
    """How many hundreds of SQLite's instructions a look takes."""
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
    assert (fingerprint({"query": one}) == fingerprint({"query": other})) == same


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
