"""The sends of a month by day."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History
from scoro_desktop.storage.month import MOST_OF_A_DAY, day_sends, month_sends
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
    found = month_sends(history, date(2026, 11, 1), date(2026, 11, 30), MOSCOW)
    assert {day: (each.count.sends, each.count.failed, each.count.people) for day, each in found.items()} == {
        date(2026, 11, 28): (3, 0, 30),
        date(2026, 11, 29): (6, 1, 50),
    }
    assert [each.summary for each in found[date(2026, 11, 28)].lines] == ["message 0", "message 1", "message 2"]
    (of_one_day,) = month_sends(history, date(2026, 11, 1), date(2026, 11, 30), NEW_YORK).values()
    assert (of_one_day.count.sends, len(of_one_day.lines)) == (MOST_OF_A_DAY + 3, MOST_OF_A_DAY)
    assert [each.summary for each in day_sends(history, date(2026, 11, 29), MOSCOW, 2)] == ["message 3", "message 4"]
    assert month_sends(history, date(2026, 10, 1), date(2026, 10, 31), MOSCOW) == {}
    assert month_sends(history, date(2026, 11, 1), date(2026, 11, 30), MOSCOW, lambda: False) == {}
