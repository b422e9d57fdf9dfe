import dataclasses
import functools
import itertools
import random
import sqlite3
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.history_days import Bar, DayCount, bars, by_day
from scoro_desktop.storage.history_periods import Period, Span
from tests.storage.sends import new_send


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("America/Havana", date(2026, 11, 1)),
        ("Asia/Beirut", date(2026, 3, 29)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Asia/Kathmandu", date(2026, 3, 29)),
    ],
)
def test_the_days_of_a_chart_are_those_of_a_period(connection: sqlite3.Connection, zone: str, day: date) -> None:
    """A send a moment before and after each midnight, and every hour between, while clocks are set."""
    where = ZoneInfo(zone)
    days = [day + timedelta(days=n) for n in (-1, 0, 1)]
    begins = [Period(Span.RANGE, each, each).bounds(datetime.now(UTC), where) for each in days]
    moments = [begin + timedelta(hours=n) for begin, _ in begins if begin for n in range(0, 23, 4)]
    moments += [end - timedelta(microseconds=1) for _, end in begins if end]
    for at in moments:
        history = History(connection, functools.partial(next, itertools.repeat(at)))
        history.settle(history.record(new_send()).id, Sent(1))
    counted = by_day(connection, HistoryFilter(), where)
    for each, (since, before) in zip(days, begins, strict=True):
        of_the_period = history.count(HistoryFilter(since=since, before=before))
        assert counted[each] == DayCount(sent=of_the_period, people=of_the_period), each
    assert set(counted) == set(days)


def test_what_is_counted_of_a_day(connection: sqlite3.Connection) -> None:
    history = History(connection, lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    for reply in (Sent(5), Sent(7), Failure(Outcome.REFUSED, "x"), Failure(Outcome.UNKNOWN, "reset")):
        history.settle(history.record(new_send(words="sale")).id, reply)
    history.record(new_send(words="sale"))
    day = date(2026, 11, 23)
    assert by_day(connection, HistoryFilter("sale"), UTC) == {day: DayCount(2, 2, 1, 12)}
    assert by_day(connection, HistoryFilter("nothing"), UTC) == {}


@pytest.mark.parametrize("seed", range(3))
def test_day_by_day_is_the_same_as_grouped(seed: int, connection: sqlite3.Connection) -> None:
    """Each filter, over sends at any time of some days, in any order, with gaps of months."""
    chance = random.Random(seed)
    where = ZoneInfo(chance.choice(["Asia/Kathmandu", "America/Havana", "Pacific/Auckland"]))
    moments = [
        datetime(2026, 10, 25, tzinfo=UTC)
        + timedelta(days=chance.choice([0, 1, 7, 200]), minutes=chance.randrange(1500))
        for _ in range(40)
    ]
    replies: list[Sent | Failure | None] = [
        Sent(5),
        Failure(Outcome.REFUSED, "x"),
        Failure(Outcome.UNKNOWN, "reset"),
        None,
    ]
    for at in moments:
        history = History(connection, functools.partial(next, itertools.repeat(at)))
        send = history.record(new_send(words="sale", is_test=chance.random() < 0.5))
        if (reply := chance.choice(replies)) is not None:
            history.settle(send.id, reply)
    bounds = [None, *chance.sample(moments, 6), datetime(2027, 1, 1, tzinfo=UTC)]
    for _ in range(12):
        since, before = chance.choice(bounds), chance.choice(bounds)
        wanted = HistoryFilter(
            since=since,
            before=before,
            hide_tests=chance.random() < 0.5,
            outcomes=chance.choice([frozenset(), frozenset({Outcome.SENT})]),
        )
        grouped = by_day(connection, dataclasses.replace(wanted, text="sale"), where)
        assert by_day(connection, wanted, where) == grouped
    assert sum(each.sends for each in by_day(connection, HistoryFilter(), where).values()) == len(moments)


def test_a_bar_for_each_day_then_each_week_then_each_month() -> None:
    days = {date(2026, 1, 5): DayCount(sent=1), date(2026, 1, 7): DayCount(sent=2)}
    assert bars(days, date(2026, 1, 4), date(2026, 1, 7)) == [
        Bar(date(2026, 1, 4), date(2026, 1, 4), DayCount()),
        Bar(date(2026, 1, 5), date(2026, 1, 5), DayCount(sent=1)),
        Bar(date(2026, 1, 6), date(2026, 1, 6), DayCount()),
        Bar(date(2026, 1, 7), date(2026, 1, 7), DayCount(sent=2)),
    ]
    weeks = bars(days, date(2026, 1, 1), date(2026, 6, 30))
    assert (weeks[0].first, weeks[0].last, weeks[1].first) == (date(2026, 1, 1), date(2026, 1, 4), date(2026, 1, 5))
    assert weeks[1].count == DayCount(sent=3)
    assert weeks[-1].last == date(2026, 6, 30)
    months = bars(days, date(2024, 2, 10), date(2026, 3, 1))
    assert (months[0].last, months[1].first, months[-1].first) == (
        date(2024, 2, 29),
        date(2024, 3, 1),
        date(2026, 3, 1),
    )
    assert sum(bar.count.sent for bar in months) == 3
    assert len(months) == 26
    assert bars({}, None, None) == []
    assert bars(days, None, None)[0].first == date(2026, 1, 5)
