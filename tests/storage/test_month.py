"""The sends of a month by day."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History
from scoro_desktop.storage.history_days import DayCount, by_day
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.month import MOST_OF_A_DAY, day_sends, month_sends, with_counts
from tests.storage.sends import new_send

MOSCOW = ZoneInfo("Europe/Moscow")
NEW_YORK = ZoneInfo("America/New_York")


class Clock:
    now = datetime(2026, 11, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_days_begin_where_the_person_is_and_a_full_day_gives_its_first_ones(connection: sqlite3.Connection) -> None:
    clock = Clock()
    history = History(connection, clock)
    begin = datetime(2026, 11, 28, 20, 30, tzinfo=UTC)  # 23:30 in Moscow
    for number in range(MOST_OF_A_DAY + 3):
        clock.now = begin + timedelta(minutes=10 * number)
        send = history.record(new_send(summary=f"message {number}"))
        history.settle(send.id, Failure(Outcome.REFUSED, "server_said_no") if number == 4 else Sent(10))
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    found = month_sends(history, first, last, MOSCOW)
    assert {day: (each.sends, each.count) for day, each in found.items()} == {
        date(2026, 11, 28): (3, None),
        date(2026, 11, 29): (6, None),
    }
    counted = with_counts(history, found, first, last, MOSCOW)
    assert {day: each.count for day, each in counted.items()} == {
        date(2026, 11, 28): DayCount(sent=3, people=30),
        date(2026, 11, 29): DayCount(sent=5, failed=1, people=50),
    }
    assert [each.lines for each in counted.values()] == [each.lines for each in found.values()]
    assert [each.summary for each in found[date(2026, 11, 28)].lines] == ["message 0", "message 1", "message 2"]
    (of_one_day,) = month_sends(history, date(2026, 11, 1), date(2026, 11, 30), NEW_YORK).values()
    assert (of_one_day.sends, len(of_one_day.lines)) == (MOST_OF_A_DAY + 3, MOST_OF_A_DAY)
    assert [each.summary for each in day_sends(history, date(2026, 11, 29), MOSCOW, 2)] == ["message 3", "message 4"]
    assert month_sends(history, date(2026, 10, 1), date(2026, 10, 31), MOSCOW) == {}
    assert month_sends(history, date(2026, 11, 1), date(2026, 11, 30), MOSCOW, lambda: False) == {}


def steps_of(connection: sqlite3.Connection, work: Callable[[], object]) -> int:
    """Counts the instructions of SQLite's machine that something takes, in tens."""
    steps: list[None] = []
    connection.set_progress_handler(lambda: steps.append(None), 10)
    try:
        work()
    finally:
        connection.set_progress_handler(None, 0)
    return 10 * len(steps)


def test_a_send_more_in_a_month_costs_a_step_in_an_index_and_nothing_else(connection: sqlite3.Connection) -> None:
    """No row of it is read, and nothing is sorted: a month may have a million."""
    history = History(connection)
    first, last = date(2026, 11, 1), date(2026, 11, 30)

    def fill(begin: int, number: int) -> None:
        template = history.record(new_send())
        history.settle(template.id, Sent(3))
        columns = [
            row[1] for row in connection.execute("PRAGMA table_info(sends)") if row[1] not in {"id", "created_at"}
        ]
        listed = ", ".join(columns)
        connection.execute(
            f"""
            INSERT INTO sends (created_at, {listed})
            WITH RECURSIVE numbers(n) AS (
                SELECT {begin} UNION ALL SELECT n + 1 FROM numbers WHERE n < {begin + number - 1}
            )
            SELECT strftime('%Y-%m-%dT%H:%M:%S+00:00', '2026-11-28', '+' || n || ' seconds'), {listed}
            FROM numbers CROSS JOIN sends WHERE id = {template.id}
            """
        )
        connection.execute("DELETE FROM sends WHERE id = ?", (template.id,))

    def month() -> None:
        assert month_sends(history, first, last, UTC)[date(2026, 11, 28)].sends in {1000, 3000}

    def counts() -> None:
        by_day(connection, HistoryFilter(since=datetime(2026, 11, 1, tzinfo=UTC)), UTC)

    fill(0, 1000)
    few, few_counted = steps_of(connection, month), steps_of(connection, counts)
    fill(1000, 2000)
    assert steps_of(connection, month) - few <= 5 * 2000
    assert steps_of(connection, counts) - few_counted <= 20 * 2000
