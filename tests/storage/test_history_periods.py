from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scoro_desktop.storage.history_periods import Period, Span, day_begins


@pytest.mark.parametrize(
    ("zone", "day", "begins", "hours"),
    [
        # Days on which clocks are put forward and back, with the hours they have (tzdata). All of them are past: what a
        # country does next differs from one edition of the database to the other.
        ("Europe/Berlin", date(2025, 3, 30), "2025-03-29T23:00", 23),
        ("Europe/Berlin", date(2025, 10, 26), "2025-10-25T22:00", 25),
        ("America/New_York", date(2025, 3, 9), "2025-03-09T05:00", 23),
        ("America/New_York", date(2025, 11, 2), "2025-11-02T04:00", 25),
        ("Australia/Lord_Howe", date(2025, 10, 5), "2025-10-04T13:30", 23.5),
        ("Australia/Lord_Howe", date(2025, 4, 6), "2025-04-05T13:00", 24.5),
        ("Asia/Beirut", date(2025, 3, 30), "2025-03-29T22:00", 23),  # midnight is not there
        ("Asia/Beirut", date(2025, 10, 25), "2025-10-24T21:00", 25),  # its last hour is there twice
        ("America/Havana", date(2025, 11, 2), "2025-11-02T04:00", 25),  # midnight is there twice
        ("America/Havana", date(2025, 3, 9), "2025-03-09T05:00", 23),
        ("Asia/Kathmandu", date(2025, 3, 30), "2025-03-29T18:15", 24),
        ("Europe/Moscow", date(2025, 3, 30), "2025-03-29T21:00", 24),
    ],
)
def test_a_day_begins_and_ends_with_its_clocks(zone: str, day: date, begins: str, hours: float) -> None:
    where = ZoneInfo(zone)
    begun = day_begins(day, where)
    assert begun == datetime.fromisoformat(begins).replace(tzinfo=UTC)
    assert day_begins(day + timedelta(days=1), where) - begun == timedelta(hours=hours)
    assert begun.astimezone(where).date() == day
    assert (begun - timedelta(seconds=1)).astimezone(where).date() == day - timedelta(days=1)


def test_today_is_the_day_of_the_person() -> None:
    now = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # 1:30 of March 2 in Moscow, February is over in both
    moscow, new_york = ZoneInfo("Europe/Moscow"), ZoneInfo("America/New_York")
    assert Period(Span.TODAY).bounds(now, moscow) == (datetime(2026, 3, 1, 21, tzinfo=UTC), None)
    assert Period(Span.TODAY).bounds(now, new_york) == (datetime(2026, 3, 1, 5, tzinfo=UTC), None)
    assert Period(Span.WEEK).bounds(now, moscow) == (datetime(2026, 2, 23, 21, tzinfo=UTC), None)
    assert Period(Span.MONTH).days(date(2026, 3, 2)) == (date(2026, 2, 1), date(2026, 3, 2))
    assert Period().bounds(now, moscow) == (None, None)


def test_a_range_has_both_of_its_days() -> None:
    now = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    period = Period(Span.RANGE, date(2026, 3, 28), date(2026, 3, 29))
    berlin = ZoneInfo("Europe/Berlin")
    assert period.bounds(now, berlin) == (
        datetime(2026, 3, 27, 23, tzinfo=UTC),
        datetime(2026, 3, 29, 22, tzinfo=UTC),
    )
    assert Period(Span.RANGE, date(2026, 3, 28)).bounds(now, berlin)[1] is None


@pytest.mark.parametrize(
    "period", [Period(), Period(Span.WEEK), Period(Span.RANGE, date(2026, 1, 2), date(2026, 3, 4))]
)
def test_what_is_kept_of_a_period_is_read_again(period: Period) -> None:
    assert Period.from_json(period.to_json()) == period


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"span": "week"},
        {"span": "year", "first": None, "last": None},
        {"span": "range", "first": "x", "last": None},
    ],
)
def test_what_is_no_period_is_refused(kept: dict[str, str | None]) -> None:
    with pytest.raises(ValueError):
        Period.from_json(dict(kept))
