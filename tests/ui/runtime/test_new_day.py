"""Another day is noticed at midnight, and after a sleep over it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.new_day import LOOK_MS, NewDay


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moment that the clock shows, to be changed."""
    monkeypatch.setattr(here, "zone", lambda: "Europe/Moscow")
    return [datetime(2026, 12, 1, 12, tzinfo=UTC)]


@pytest.fixture
def told(hands: list[datetime], qapp: QApplication) -> Iterator[tuple[NewDay, list[date]]]:
    parent = QObject(qapp)
    made = NewDay(parent, lambda: hands[0])
    days: list[date] = []
    made.begun.connect(lambda: days.append(made.today))
    yield made, days
    parent.deleteLater()


def test_it_looks_at_midnight_and_every_minute(hands: list[datetime], told: tuple[NewDay, list[date]]) -> None:
    day, days = told
    assert (day.today, day.timer.interval()) == (date(2026, 12, 1), LOOK_MS)
    hands[0] = datetime(2026, 12, 1, 20, 59, 50, tzinfo=UTC)  # ten seconds before midnight in Moscow
    day.look()
    assert 10_000 <= day.timer.interval() < 11_000
    hands[0] += timedelta(seconds=10)
    day.look()
    assert days == [date(2026, 12, 2)]
    assert day.timer.interval() == LOOK_MS
    day.look()
    assert days == [date(2026, 12, 2)], "it is told once"


def test_a_sleep_a_clock_and_a_zone_that_are_set_are_noticed(
    hands: list[datetime], told: tuple[NewDay, list[date]], monkeypatch: pytest.MonkeyPatch
) -> None:
    day, days = told
    hands[0] += timedelta(days=3)  # the computer slept: no timer ran out
    day.look()
    hands[0] -= timedelta(days=1)
    day.look()
    hands[0] = hands[0].replace(hour=20)
    monkeypatch.setattr(here, "zone", lambda: "Asia/Vladivostok")
    day.look()
    assert days == [date(2026, 12, 4), date(2026, 12, 3), date(2026, 12, 4)]
