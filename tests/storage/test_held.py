"""A send that is held: on the disk before anything leaves, and not sent unless it was begun."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import AlreadySettled, History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.stores import Stores
from tests.storage.sends import PUSH, new_send
from tests.storage.test_search import record_before

TAKEN_BACK = Failure(Outcome.NOT_SENT, "taken_back")
STOPPED = Failure(Outcome.UNKNOWN, "stopped_waiting")
BEFORE = next(n for n, each in enumerate(MIGRATIONS) if any("hold_seconds" in text for text in each))


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    return History(connection)


def test_what_is_held_has_no_outcome_yet_and_leaves_once_it_is_begun(history: History) -> None:
    held = history.record(PUSH, held=True)
    assert (held.outcome, held.settled_at) == (Outcome.HELD, None)
    begun = history.begin(held.id)
    assert (begun.outcome, begun.settled_at) == (Outcome.SENDING, None)
    assert begun.request == PUSH.request
    with pytest.raises(AlreadySettled):
        history.begin(held.id)
    settled = history.settle(held.id, Sent(5))
    assert (settled.outcome, settled.count) == (Outcome.SENT, 5)
    with pytest.raises(AlreadySettled):
        history.begin(held.id)
    with pytest.raises(KeyError):
        history.begin(held.id + 1)


def test_the_time_that_it_was_held_is_none_of_the_servers(connection: sqlite3.Connection) -> None:
    moments = iter([100.0, 130.0, 130.5])
    history = History(connection, stopwatch=lambda: next(moments))
    held = history.record(PUSH, held=True)
    history.begin(held.id)
    assert history.settle(held.id, Sent(5)).took == 0.5


@pytest.mark.parametrize("reply", [Sent(5), Failure(Outcome.REFUSED, "server_said_no"), STOPPED])
def test_of_what_is_held_nothing_can_have_come(history: History, reply: Sent | Failure) -> None:
    held = history.record(PUSH, held=True)
    with pytest.raises(AlreadySettled):
        history.settle(held.id, reply)
    found = history.get(held.id)
    assert found is not None
    assert found.outcome is Outcome.HELD
    assert history.settle(held.id, TAKEN_BACK).outcome is Outcome.NOT_SENT
    with pytest.raises(AlreadySettled):
        history.settle(held.id, TAKEN_BACK)
    with pytest.raises(ValueError, match="held"):
        history.settle(held.id, Failure(Outcome.HELD, ""))


def test_at_the_start_what_was_held_is_not_sent_and_what_was_begun_unknown(connection: sqlite3.Connection) -> None:
    history = History(connection)
    held, begun = history.record(new_send(summary="held"), held=True), history.record(new_send(summary="begun"))
    history.settle(history.record(PUSH).id, Sent(1))
    assert Stores.over(connection).has_open_sends()
    closed = history.close_open_sends()
    assert [(each.id, each.outcome, each.reason) for each in closed] == [
        (held.id, Outcome.NOT_SENT, "held_at_end"),
        (begun.id, Outcome.UNKNOWN, "app_closed"),
    ]
    assert not Stores.over(connection).has_open_sends()
    assert history.close_open_sends() == []
    with pytest.raises(AlreadySettled):
        history.settle(held.id, Sent(5))


def test_an_answer_that_nobody_waited_for_settles_it_after_all(history: History) -> None:
    send = history.record(PUSH)
    assert history.settle(send.id, STOPPED).reason == "stopped_waiting"
    late = history.settle(send.id, Sent(7))
    assert (late.outcome, late.count, late.reason) == (Outcome.SENT, 7, "")
    assert late.took is not None
    with pytest.raises(AlreadySettled):
        history.settle(send.id, STOPPED)


def test_what_is_held_is_found_by_its_outcome(history: History) -> None:
    held = history.record(PUSH, held=True)
    history.record(PUSH)
    assert [line.id for line in history.page(HistoryFilter(outcomes=frozenset({Outcome.HELD})), 0, 9)] == [held.id]


def test_a_folder_of_a_version_before_holds_from_now_on(path: Path) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:BEFORE])) as old:
        old.execute(
            """
            INSERT INTO accounts (id, name, environment, address, application_id, access_kind, connect_timeout,
                read_timeout, ceiling)
            VALUES ('a1', 'Shop', 'production', 'https://api.example.com/', 'id', 'masterKey', 10, 120, 10)
            """
        )
        record_before(old, 1, "Sale")
        old.execute("UPDATE sends SET outcome = 'sending', settled_at = NULL")
        with pytest.raises(sqlite3.IntegrityError):
            old.execute("UPDATE sends SET outcome = 'held'")
    with contextlib.closing(open_database(path)) as new:
        (account,) = AccountStore(new).all()
        assert account.hold_seconds == 5
        history = History(new)
        (closed,) = history.close_open_sends()
        assert (closed.id, closed.outcome) == (1, Outcome.UNKNOWN)
        assert history.record(PUSH, held=True).outcome is Outcome.HELD
        for wrong in ("outcome = 'mislaid'", "settled_at = 'x'", "count = '5'"):
            with pytest.raises(sqlite3.IntegrityError):
                new.execute(f"UPDATE sends SET {wrong} WHERE outcome = 'held'")


def test_an_account_that_says_nothing_of_it_holds_nothing() -> None:
    account = Account("a", "A", Environment.TEST, "https://api.example.com/", "id", AccessKind.MASTER)
    assert account.hold_seconds == 0
