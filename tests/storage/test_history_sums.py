import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.storage.history import History, HistoryFilter, Send
from scoro_desktop.storage.history_filter import FAILED, Column, Order
from scoro_desktop.storage.history_reading import read_history
from scoro_desktop.storage.history_sums import Sums, sums_of_lines
from tests.storage.sends import new_send

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
REFUSED = Failure(Outcome.REFUSED, "server_said_no", error_code="403")
UNKNOWN = Failure(Outcome.UNKNOWN, "reset")

Record = Callable[..., Send]


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(connection: sqlite3.Connection, clock: Clock) -> History:
    return History(connection, clock)


@pytest.fixture
def sent(history: History, clock: Clock) -> Record:
    def record(reply: Sent | Failure | None = None, *, at: datetime | None = None, **changes: object) -> Send:
        clock.now = at or clock.now + timedelta(minutes=1)
        send = history.record(new_send(**changes))
        return history.settle(send.id, reply or Sent(5))

    return record


def sms(people: int, price: str | None = "2.5", parts: int = 2, currency: str = "RUB") -> Cost:
    money = None if price is None else Decimal(price)
    return Cost(parts, currency, money, (Share("", people, money),), phones=True)


def summed(history: History, wanted: HistoryFilter = HistoryFilter()) -> Sums:  # noqa: B008 (frozen)
    """The sums by SQL, which are those that lines give one by one."""
    sums = history.sums(wanted)
    assert sums == sums_of_lines(history.page(wanted, 0, 1000))
    assert sums.sends == history.count(wanted)
    return sums


def test_what_was_sent_what_it_cost_and_what_failed(history: History, sent: Record) -> None:
    sent(Sent(300), channel="sms", cost=sms(312))
    sent(Sent(10), channel="sms", cost=sms(10, "0.0495"))
    sent(Sent(7), channel="sms", cost=sms(7, "0.1", parts=1, currency="EUR"))
    sent(Sent(263))
    sent(REFUSED, channel="sms", cost=sms(1000))
    sent(UNKNOWN, channel="sms", cost=sms(20))
    sent(Failure(Outcome.NOT_SENT, "no_route"))
    sums = summed(history)
    assert (sums.sends, sums.failed, sums.people) == (7, 3, 580)
    assert sums.outcomes == {Outcome.SENT: 4, Outcome.REFUSED: 1, Outcome.UNKNOWN: 1, Outcome.NOT_SENT: 1}
    assert sums.parts == 2 * 300 + 2 * 10 + 7
    assert sums.costs == {"RUB": Decimal("1560.99"), "EUR": Decimal("0.7")}
    assert sums.open_costs == {"RUB": Decimal(100)}
    assert sums.unpriced == 0
    assert summed(history, HistoryFilter(outcomes=FAILED)).outcomes.keys() == set(FAILED)


def test_nothing_comes_to_nothing(history: History) -> None:
    assert summed(history) == Sums()


def test_amounts_are_added_up_without_a_float(history: History, sent: Record) -> None:
    for _ in range(10):
        sent(Sent(1), channel="sms", cost=sms(1, "0.1", parts=1))
    sent(Sent(1), channel="sms", cost=sms(1, "999999999999.999999", parts=1))
    assert summed(history).costs == {"RUB": Decimal("1000000000000.999999")}


def test_a_message_without_a_price_is_in_no_sum_and_is_told_of(history: History, sent: Record) -> None:
    sent(Sent(4), channel="sms", cost=sms(4, None))
    sent(UNKNOWN, channel="sms", cost=Cost(3, "RUB", Decimal(1)))  # nobody knew how many
    sent(REFUSED, channel="sms", cost=sms(4, None))
    sums = summed(history)
    assert (sums.parts, sums.costs, sums.open_costs, sums.unpriced) == (8, {}, {}, 2)


def test_an_amount_past_64_bits_is_kept_whole_with_its_send_and_in_no_sum(history: History, sent: Record) -> None:
    cost = sms(10**15, "1000000")
    send = sent(Sent(10**15), channel="sms", cost=cost)
    assert send.cost == cost
    assert (summed(history).costs, summed(history).unpriced) == ({}, 1)


def test_the_cost_is_read_as_it_was_confirmed(history: History, sent: Record) -> None:
    shares = (Share("MTS", 3, Decimal("2.10")), Share("", 2, None))
    cost = Cost(2, "RUB", None, shares, phones=True, by_operator=True)
    send = history.get(sent(Sent(5), channel="sms", cost=cost).id)
    assert send is not None
    assert send.cost == cost
    assert (send.parts, send.currency, send.amount) == (2, "RUB", 12_600_000)
    assert sent(Sent(5)).cost is None


def test_a_cost_that_is_torn_takes_nothing_else_with_it(
    history: History, sent: Record, connection: sqlite3.Connection
) -> None:
    send = sent(Sent(5), channel="sms", cost=sms(5))
    connection.execute("UPDATE sends SET cost = '{\"parts\": []}'")
    read = history.get(send.id)
    assert read is not None
    assert (read.cost, read.summary) == (None, send.summary)


def test_filters_of_several_at_once(history: History, sent: Record) -> None:
    def summary(**of: object) -> str:
        return "".join(sorted(line.summary for line in history.page(HistoryFilter(**of), 0, 99)))  # type: ignore[arg-type]

    production = Environment.PRODUCTION
    sent(Sent(1), summary="a", channel="sms", account_id="1", environment=production)
    sent(REFUSED, summary="b", channel="push", account_id="2", words="coffee")
    sent(UNKNOWN, summary="c", channel="sms", account_id="3", environment=Environment.SANDBOX, words="coffee")
    sent(Failure(Outcome.NOT_SENT, "tls"), summary="d", channel="push", account_id="1", environment=production)
    pinned = sent(Sent(1), summary="e", words="coffee", account_id="4")
    history.annotate(pinned.id, pinned=True)
    assert summary(outcomes=FAILED) == "bcd"
    assert summary(outcomes=FAILED, channels=frozenset({"sms"})) == "c"
    assert summary(account_ids=frozenset("13")) == "acd"
    assert summary(environments=frozenset({production, Environment.SANDBOX})) == "acd"
    assert summary(text="coffee", outcomes=FAILED) == "bc"
    assert summary(text="coff", channels=frozenset({"push"})) == "be"
    assert summary(pinned=True) == "e"
    assert summary(since=START + timedelta(minutes=2), before=START + timedelta(minutes=4)) == "bc"
    assert summary(text="coffee", since=START + timedelta(minutes=3)) == "ce"
    for wanted in (
        HistoryFilter(outcomes=FAILED, channels=frozenset({"sms"})),
        HistoryFilter("coffee", since=START + timedelta(minutes=3)),
        HistoryFilter(pinned=True),
    ):
        shown = [line.id for line in history.page(wanted, 0, 99)]
        for send_id in range(1, 6):
            assert history.place(wanted, send_id) == (sum(each > send_id for each in shown), send_id in shown)
            assert (send_id in shown) is (history.page(wanted, 0, 9) != [] and send_id in shown)
        summed(history, wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        HistoryFilter(),
        HistoryFilter(since=START),
        HistoryFilter(since=START, before=START, outcomes=FAILED, account_ids=frozenset("a")),
        HistoryFilter(channels=frozenset({"sms"}), hide_tests=True),
        HistoryFilter(environments=frozenset({Environment.TEST}), pinned=True),
    ],
)
def test_no_row_is_read_for_a_sum(connection: sqlite3.Connection, wanted: HistoryFilter) -> None:
    """A million rows are a gigabyte, the index a tenth of it."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    History(connection).sums(wanted)
    History(connection).count(wanted)
    History(connection).page(wanted, 0, 100)
    connection.set_trace_callback(None)
    for sql in asked:
        if "LINE" not in sql and "summary" not in sql:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert any("COVERING INDEX sends_by_" in step for step in plan), sql


def test_sums_of_a_history_whose_index_is_gone(history: History, sent: Record, connection: sqlite3.Connection) -> None:
    """An index that could not be made where the file was damaged is no reason not to answer."""
    sent(Sent(3), channel="sms", cost=sms(3))
    connection.execute("DROP INDEX sends_by_figures")
    wanted = HistoryFilter(channels=frozenset({"sms"}))
    assert summed(history, wanted).costs == {"RUB": Decimal(15)}


def sorted_by(history: History, column: Column, *, descending: bool, text: str = "") -> str:
    wanted = HistoryFilter(text, order=Order(column, descending))
    reading = read_history(history, wanted, [0], [])
    assert reading.count == history.count(HistoryFilter(text))
    lines = history.page(wanted, 0, 99)
    assert [line.id for line in history.page(wanted, 1, 2)] == [line.id for line in lines][1:3]
    for row, line in enumerate(lines):
        assert history.place(wanted, line.id) == (row, True)
    return "".join(line.summary[:1] for line in lines)


def test_every_column_sorts_both_ways(history: History, sent: Record) -> None:
    sent(Sent(90), summary="Ёлка", account_name="Борис", channel="sms", expected=9)
    sent(Sent(1000), summary="арбуз", account_name="анна", expected=10**20)
    sent(REFUSED, summary="Жук", account_name="Вера", expected=None)
    sent(UNKNOWN, summary="", account_name="анна", expected=100)
    orders = {
        Column.WHEN: ("ЁаЖ", "ЖаЁ"),
        Column.MESSAGE: ("аЁЖ", "ЖЁа"),
        Column.ACCOUNT: ("аЁЖ", "ЖЁа"),
        Column.CHANNEL: ("ЖаЁ", "ЁЖа"),
        Column.AUDIENCE: ("ЁаЖ", "аЁЖ"),
        Column.OUTCOME: ("аЁЖ", "ЖаЁ"),
        Column.RESULT: ("ЁаЖ", "аЁЖ"),
    }
    for column, (up, down) in orders.items():
        assert sorted_by(history, column, descending=False) == up, column
        assert sorted_by(history, column, descending=True) == down, column
    assert len(sorted_by(history, Column.TOOK, descending=True)) == 3
    assert sorted_by(history, Column.MESSAGE, descending=True, text="скидки") == "ЖЁа"


def test_a_sorted_list_has_what_was_sent_since_once_it_is_read_anew(history: History, sent: Record) -> None:
    wanted = HistoryFilter(order=Order(Column.MESSAGE, descending=False))
    sent(summary="b")
    assert read_history(history, wanted, [0], []).count == 1
    send = sent(summary="a")
    reading = read_history(history, wanted, [0], [send.id])
    assert (reading.count, reading.row_of(send.id)) == (2, 0)


def test_a_note_and_a_pin_are_kept(history: History, sent: Record) -> None:
    send = sent(Sent(3))
    assert (send.note, send.is_pinned) == ("", False)
    noted = history.annotate(send.id, note="Ask Boris\nabout the \ud800 price")
    assert (noted.note, noted.is_pinned) == ("Ask Boris\nabout the \ufffd price", False)
    assert history.annotate(send.id, pinned=True).note == noted.note
    (line,) = history.page(HistoryFilter(pinned=True), 0, 9)
    assert (line.note, line.is_pinned, line.count) == (noted.note, True, 3)
    assert history.annotate(send.id, note="", pinned=False).note == ""
    with pytest.raises(KeyError):
        history.annotate(99, pinned=True)
    history._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageFailed):
        history.annotate(send.id, note="x")
