import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import StorageFailed, open_database, transaction
from scoro_desktop.storage.history import AlreadySettled, History, HistoryFilter, Send
from tests.examples import how_many
from tests.storage.sends import PUSH, new_send

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def ticking(start: datetime = START) -> Callable[[], datetime]:
    times = iter(start + timedelta(seconds=n) for n in range(1_000_000))
    return lambda: next(times)


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    return History(connection, ticking())


@pytest.mark.parametrize("hours", [-2, 0, 2])
def test_how_long_it_took_has_nothing_to_do_with_the_clock_on_the_wall(
    connection: sqlite3.Connection, path: Path, hours: int
) -> None:
    """Somebody sets it, or summer begins, while the server works."""
    times, moments = iter([START, START + timedelta(hours=hours)]), iter([5000.0, 5007.5])
    history = History(connection, lambda: next(times), lambda: next(moments))
    row = history.record(PUSH)
    assert row.took is None
    assert history.settle(row.id, Sent(1)).took == 7.5
    with contextlib.closing(open_database(path)) as another:  # the next start
        (line,) = History(another).page(HistoryFilter(), 0, 10)
        assert line.took == 7.5


def test_nobody_knows_how_long_it_took_after_the_app_was_gone(connection: sqlite3.Connection) -> None:
    row = History(connection).record(PUSH)
    (closed,) = History(connection).close_open_sends()
    assert (closed.id, closed.took) == (row.id, None)
    assert History(connection).settle(row.id, Sent(1)).took is None


def found(history: History, text: str) -> list[str]:
    wanted = HistoryFilter(text=text)
    lines = history.page(wanted, 0, 1000)
    assert history.count(wanted) == len(lines)
    return [line.summary for line in lines]


def test_what_is_recorded_is_what_is_read(history: History) -> None:
    send = history.record(PUSH)
    assert send == history.get(send.id)
    kept = vars(PUSH).keys() - {"words", "chosen"}
    assert {name: getattr(send, name) for name in kept} == {name: getattr(PUSH, name) for name in kept}
    assert (send.outcome, send.count, send.reason, send.settled_at) == (Outcome.SENDING, None, "", None)
    assert send.created_at == START
    assert send.created_at.tzinfo == UTC


def test_a_time_elsewhere_is_kept_as_utc(connection: sqlite3.Connection) -> None:
    moscow = START.astimezone(timezone(timedelta(hours=3)))
    send = History(connection, lambda: moscow).record(PUSH)
    assert (send.created_at, send.created_at.tzinfo) == (START, UTC)


def test_the_exact_request_survives(history: History, connection: sqlite3.Connection) -> None:
    request = {
        "coll": "devices",
        "query": {"n": 2**80, "x": 1.0, "z": None},
        "msg": {"data": {}},
        "unknown": ["ё", "🎉"],
    }
    send = history.record(new_send(request=request))
    assert send.request == request
    assert list(send.request) == list(request)
    (text,) = connection.execute("SELECT request FROM sends").fetchone()
    assert '"n":1208925819614629174706176,"x":1.0' in text


@pytest.mark.parametrize("key", ["app", "cli", "acc", "sess"])
def test_a_request_with_a_key_in_it_is_refused_and_not_named(
    history: History, connection: sqlite3.Connection, key: str
) -> None:
    with pytest.raises(ValueError) as caught:
        history.record(new_send(request={**PUSH.request, key: "s3cret"}))
    assert "s3cret" not in str(caught.value)
    assert connection.execute("SELECT count(*) FROM sends").fetchone() == (0,)


def test_a_request_that_json_cannot_carry_leaves_no_row(history: History) -> None:
    for value in (float("nan"), "half \ud83d"):
        with pytest.raises(ValueError):
            history.record(new_send(request={"coll": "devices", "msg": value}))
    assert history.count(HistoryFilter()) == 0


def test_nobody_and_a_number_past_64_bits_are_counts_too(history: History) -> None:
    for count in (0, 10**30):
        send = history.record(new_send(expected=count))
        assert send.expected == count
        assert history.settle(send.id, Sent(count)).count == count


def test_a_send_is_settled_by_its_count(history: History) -> None:
    send = history.record(PUSH)
    settled = history.settle(send.id, Sent(2498, answer='{"count":2498,"error":false}'))
    assert (settled.outcome, settled.count, settled.answer) == (Outcome.SENT, 2498, '{"count":2498,"error":false}')
    assert settled.settled_at == START + timedelta(seconds=1)
    assert settled == history.get(send.id)


def test_a_send_is_settled_by_a_failure(history: History) -> None:
    failure = Failure(Outcome.REFUSED, "server_said_no", "403", "No \ud83d access", 200, "{...}", "error is true")
    settled = history.settle(history.record(PUSH).id, failure)
    assert (settled.outcome, settled.count, settled.reason) == (Outcome.REFUSED, None, "server_said_no")
    assert (settled.error_code, settled.error_message) == ("403", "No \ufffd access")
    assert (settled.http_status, settled.answer, settled.detail) == (200, "{...}", "error is true")


def test_a_send_is_settled_once(history: History) -> None:
    send = history.record(PUSH)
    first = history.settle(send.id, Failure(Outcome.UNKNOWN, "read_timeout"))
    with pytest.raises(AlreadySettled):
        history.settle(send.id, Sent(5))
    assert history.get(send.id) == first


def test_only_a_send_that_is_there_is_settled(history: History) -> None:
    with pytest.raises(KeyError):
        history.settle(7, Sent(5))


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.SENDING])
def test_a_failure_is_not_a_success(history: History, outcome: Outcome) -> None:
    send = history.record(PUSH)
    with pytest.raises(ValueError):
        history.settle(send.id, Failure(outcome, "reset"))
    assert history.get(send.id) == send


def test_what_was_on_its_way_is_unknown_at_the_next_start(history: History) -> None:
    sent = history.settle(history.record(PUSH).id, Sent(1))
    lost = [history.record(PUSH), history.record(PUSH)]
    closed = history.close_open_sends()
    assert [send.id for send in closed] == [send.id for send in lost]
    assert {(send.outcome, send.reason) for send in closed} == {(Outcome.UNKNOWN, "app_closed")}
    assert all(send.settled_at for send in closed)
    assert history.get(sent.id) == sent
    assert history.close_open_sends() == []


def test_an_answer_that_comes_after_all_is_better_than_unknown(history: History) -> None:
    send = history.record(PUSH)
    history.close_open_sends()
    assert history.settle(send.id, Sent(12)).outcome is Outcome.SENT
    with pytest.raises(AlreadySettled):
        history.settle(send.id, Sent(12))


DIES = """
import os, sys
from pathlib import Path
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History
from tests.storage.sends import PUSH

History(open_database(Path(sys.argv[1]))).record(PUSH)
os._exit(9)
"""


def test_a_send_outlives_the_app(path: Path) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DIES, str(path)], cwd=os.fspath(Path(__file__).parents[2]), check=False, timeout=60
    )
    assert died.returncode == 9
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        (left,) = history.page(HistoryFilter(), 0, 10)
        assert (left.outcome, left.summary) == (Outcome.SENDING, PUSH.summary)
        (closed,) = history.close_open_sends()
        assert (closed.outcome, closed.reason, closed.request) == (Outcome.UNKNOWN, "app_closed", PUSH.request)
        assert found(history, "распродажа") == [PUSH.summary]


def test_a_row_that_cannot_be_written_is_an_error_and_no_row(history: History, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageFailed) as caught:
        history.record(PUSH)
    assert caught.value.code.startswith("SQLITE_READONLY")
    assert history.count(HistoryFilter()) == 0


def test_newest_first_page_by_page(history: History) -> None:
    ids = [history.record(new_send(summary=str(n))).id for n in range(7)]
    pages = [history.page(HistoryFilter(), offset, 3) for offset in (0, 3, 6, 9)]
    assert [[line.id for line in page] for page in pages] == [ids[:3:-1], ids[3:0:-1], ids[:1], []]


def test_filters_by_outcome_account_and_word_at_once(history: History) -> None:
    def sent(summary: str, words: str, account: str, *, well: bool) -> Send:
        send = history.record(new_send(summary=summary, words=words, account_id=account, account_name=account.upper()))
        return history.settle(send.id, Sent(1) if well else Failure(Outcome.REFUSED, "server_said_no"))

    sent("1", "black friday", "a", well=True)
    sent("2", "black friday", "b", well=True)
    sent("3", "black friday", "b", well=False)
    sent("4", "new year", "b", well=True)
    for wanted, expected in {
        HistoryFilter(): "4321",
        HistoryFilter(outcomes=frozenset({Outcome.SENT})): "421",
        HistoryFilter(account_ids=frozenset("b")): "432",
        HistoryFilter(account_ids=frozenset("b"), outcomes=frozenset({Outcome.SENT})): "42",
        HistoryFilter("black"): "321",
        HistoryFilter("black", account_ids=frozenset("b")): "32",
        HistoryFilter("black", frozenset({Outcome.SENT})): "21",
        HistoryFilter("black", frozenset({Outcome.SENT}), frozenset("b")): "2",
        HistoryFilter("black", frozenset({Outcome.UNKNOWN}), frozenset("b")): "",
    }.items():
        assert "".join(line.summary for line in history.page(wanted, 0, 10)) == expected, wanted
        assert history.count(wanted) == len(expected)
        assert [line.summary for line in history.page(wanted, 1, 1)] == list(expected[1:2])


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Большая Распродажа", "распр"),
        ("Большая Распродажа", "РАСПРОДАЖА бол"),
        ("Ёлка и ёж", "елка"),
        ("Елка", "Ёлка"),
        ("ёлка", "е\u0308лк"),
        ("Новый йогурт", "йог"),
        ("STRASSE Straße", "straße"),
        ("Café noir", "cafe"),
        ("Sale🎉now", "🎉"),
        ("Sale🎉now", "sale now"),
        ("50% off, today only!", "50%"),
        ("we don't", "don't"),
        ("foo-bar", "foo-bar"),
        ("foo-bar", "bar"),
        ("id_42", "id_42"),
        ('say "hi"', '"hi"'),
        ('say "hi"', '"'),
        ("one OR two", "or"),
        ("one NOT two", "NOT one"),
        ("a NEAR b", "NEAR(a b)"),
        ("plus", "+plus* ^ : { -"),
        ("words:value", "words:value"),
        ("anything", "   "),
        ("anything", "\0any\ud83d"),
        ("№5 ™", "№ ™"),
    ],
)
def test_finds(history: History, words: str, typed: str) -> None:
    history.record(new_send(summary="it", words=words))
    assert found(history, typed) == ["it"]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Большая Распродажа", "продажа"),
        ("Большая Распродажа", "распродажа малая"),
        ("йогурт", "иогурт"),
        ("foo bar", "foobar"),
        ("Sale🎉", "🎄"),
        ("one", "one OR two"),
        ("one", "NOT one"),
    ],
)
def test_does_not_find(history: History, words: str, typed: str) -> None:
    history.record(new_send(summary="it", words=words))
    assert found(history, typed) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=how_many(150))
@given(words=st.text(), typed=st.text())
def test_nothing_typed_breaks_the_search(history: History, words: str, typed: str) -> None:
    history.record(new_send(words=words))
    wanted = HistoryFilter(text=typed)
    assert history.count(wanted) >= len(history.page(wanted, 0, 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=how_many(150))
@given(
    words=st.lists(st.text("aбвёЖ-'\"*() 🎉é", min_size=1), min_size=1), case=st.sampled_from([str.upper, str.lower])
)
def test_a_message_is_found_by_its_own_text(history: History, words: list[str], case: Callable[[str], str]) -> None:
    send = history.record(new_send(words=" ".join(words)))
    newest = history.page(HistoryFilter(text=case(" ".join(words))), 0, 1)
    assert [line.id for line in newest] == [send.id]


def test_accounts_that_appear_with_their_newest_name(history: History) -> None:
    for account_id, name in [("1", "shop"), ("2", "Булочная"), ("1", "Zoo"), ("3", "bank")]:
        history.record(new_send(account_id=account_id, account_name=name))
    assert history.accounts() == [("3", "bank"), ("1", "Zoo"), ("2", "Булочная")]


def test_the_index_reaches_a_deep_page_without_reading_rows(connection: sqlite3.Connection) -> None:
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    History(connection).page(HistoryFilter(), 500_000, 100)
    connection.set_trace_callback(None)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {seen[0]}")]
    assert any("COVERING INDEX sends_by_id" in step for step in plan)


WANTED = [
    HistoryFilter(),
    HistoryFilter("black"),
    HistoryFilter(outcomes=frozenset({Outcome.SENDING})),
    HistoryFilter(account_ids=frozenset({"a1"})),
    HistoryFilter(hide_tests=True),
    HistoryFilter("black", frozenset({Outcome.SENDING}), frozenset({"a1"}), hide_tests=True),
]


@pytest.mark.parametrize("wanted", WANTED)
def test_the_place_of_a_send_among_those_that_a_filter_lets_through(history: History, wanted: HistoryFilter) -> None:
    recorded = [
        history.record(new_send(words=words, account_id=account, is_test=is_test)).id
        for words in ("black", "white")
        for account in ("a1", "a2")
        for is_test in (False, True)
    ]
    history.settle(recorded[-1], Sent(1))
    shown = [line.id for line in history.page(wanted, 0, 10)]
    assert shown
    for send_id in recorded:
        newer = sum(each > send_id for each in shown)
        assert history.place(wanted, send_id) == (newer, send_id in shown)
    assert history.place(wanted, 99) == (0, False)


def looked_at(connection: sqlite3.Connection, read: Callable[[], object]) -> int:
    """Counts, in thousands, the steps of SQLite's machine that a reading takes."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    connection.set_progress_handler(step, 1000)
    read()
    connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("wanted", WANTED)
def test_the_place_of_a_new_send_and_the_accounts_do_not_take_longer_with_more_sends(
    history: History, connection: sqlite3.Connection, wanted: HistoryFilter
) -> None:
    first = history.record(new_send(words="black")).id
    _, *others = [name for _, name, *_ in connection.execute("PRAGMA table_info(sends)")]
    numbers = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 20000)"
    with transaction(connection):
        connection.execute(f"INSERT INTO sends {numbers} SELECT id + x, {', '.join(others)} FROM sends, n")
        connection.execute(
            "INSERT INTO sends_words (rowid, words) SELECT id, 'black' FROM sends WHERE id > ?", (first,)
        )
    newest = history.record(new_send(words="black")).id
    assert history.place(wanted, newest) == (0, True)
    assert looked_at(connection, lambda: history.place(wanted, newest)) < 5
    assert looked_at(connection, history.accounts) < 5
