from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfoNotFoundError

import pytest

from scoro_desktop.scorocode.quiet_hours import QuietHours

MOSCOW = "Europe/Moscow"  # three hours before UTC, all the year


@pytest.mark.parametrize(
    ("start", "end", "utc", "quiet"),
    [
        ("22:00", "09:00", "18:59", False),
        ("22:00", "09:00", "19:00", True),
        ("22:00", "09:00", "23:30", True),
        ("22:00", "09:00", "05:59", True),
        ("22:00", "09:00", "06:00", False),
        ("13:00", "14:00", "10:00", True),
        ("13:00", "14:00", "11:00", False),
        ("13:00", "14:00", "09:59", False),
        ("08:00", "08:00", "05:00", True),
        ("08:00", "08:00", "17:00", True),
    ],
)
def test_hours_are_those_of_the_zone(start: str, end: str, utc: str, quiet: bool) -> None:
    hours = QuietHours(time.fromisoformat(start), time.fromisoformat(end), MOSCOW)
    moment = datetime.combine(datetime(2026, 6, 1, tzinfo=UTC), time.fromisoformat(utc), UTC)
    assert hours.covers(moment) is quiet
    assert hours.covers(moment.astimezone(timezone(timedelta(hours=-9)))) is quiet


def test_a_zone_that_turns_its_clock_is_followed() -> None:
    hours = QuietHours(time(21), time(22), "Europe/Berlin")
    assert hours.covers(datetime(2026, 7, 1, 19, 30, tzinfo=UTC))
    assert hours.covers(datetime(2026, 12, 1, 20, 30, tzinfo=UTC))
    assert not hours.covers(datetime(2026, 12, 1, 19, 30, tzinfo=UTC))


def test_a_zone_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        QuietHours(time(1), time(2), "Mars/Olympus").covers(datetime.now(UTC))
