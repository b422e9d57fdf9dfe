import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.moments import after, is_plain, moment, written

offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
whole = st.datetimes(timezones=offsets).map(lambda when: when.replace(microsecond=0))


@given(whole)
def test_what_is_written_is_read_as_the_same_moment(when: dt.datetime) -> None:
    text = written(when)
    assert moment(text) == when
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-31T18:00:00.5+03:00",
        "2026-12-31T18:00:00.000Z",
        "2026-12-31T18:00:00+00:00",
        "2026-12-31T18:00:00-00:00",
        "2016-12-31T23:59:60Z",
    ],
)
def test_a_moment_that_would_be_written_otherwise(text: str) -> None:
    assert moment(text) is not None
    assert not is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2006-01-02T15:04:05Z07:00", "2026-13-01T00:00:00Z", "2026-12-31"),
        *("2026-12-01T24:00:00Z", "2026-12-01T25:00:00Z", "2026-12-01T12:60:00Z"),
        *("2026-12-01T12:00:00+05:60", "2026-12-01T12:00:00+05:99", "2026-12-01T12:00:00-24:00"),
    ],
)
def test_what_is_no_moment(text: str) -> None:
    """Nor for RFC 3339, section 5.6. Python reads an hour of 24 from 3.14 on, and an offset with 60 minutes or more."""
    assert moment(text) is None
    assert not is_plain(text)


def test_a_clock_with_seconds_in_its_offset_is_written_in_utc() -> None:
    zone = dt.timezone(dt.timedelta(hours=2, minutes=30, seconds=17))
    assert written(dt.datetime(1900, 1, 1, 2, 30, 17, tzinfo=zone)) == "1900-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (3, "hours", "2026-03-01T12:01:00+00:00"),
        (90, "minutes", "2026-03-01T10:31:00+00:00"),
        (2, "weeks", "2026-03-15T09:01:00+00:00"),
    ],
)
def test_so_long_from_now_ends_at_a_full_minute(number: int, unit: str, expected: str) -> None:
    now = dt.datetime(2026, 3, 1, 9, 0, 12, 5, tzinfo=dt.UTC)
    assert after(now, number, unit) == dt.datetime.fromisoformat(expected)
    with pytest.raises(OverflowError):
        after(now, 9_999_999, "weeks")
