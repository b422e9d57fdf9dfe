"""An even pace by a clock that is told: never a burst, and the rate that was asked for."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.sending.campaigns.pace import BREATH_S, Pace, default_pace
from tests.scorocode.accounts import an_account


@pytest.mark.parametrize(("limit", "pace"), [(20, 10.0), (100, 10.0), (5, 2.5), (1, 0.5)])
def test_half_of_what_the_server_takes_and_ten_at_most(limit: int, pace: float) -> None:
    assert default_pace(dataclasses.replace(an_account(), requests_per_second=limit)) == pace


@given(st.floats(0.1, 100), st.lists(st.floats(0, 0.9), min_size=20, max_size=60))
def test_small_delays_do_not_add_up(rate: float, late: list[float]) -> None:
    pace, now, left = Pace(rate), 0.0, []
    for part in late:
        now += pace.delay(now) + part / rate
        pace.took(now)
        left.append(now)
    assert left[-1] - left[0] == pytest.approx((len(left) - 1) / rate, abs=1 / rate)


@given(st.lists(st.floats(0, 30), min_size=3, max_size=30))
def test_however_late_never_three_within_an_interval(gaps: list[float]) -> None:
    pace, now, left = Pace(1.0), 0.0, []
    for gap in gaps:
        now += max(gap, pace.delay(now))
        pace.took(now)
        left.append(now)
    assert all(third - first > 1 - 1e-6 for first, third in zip(left, left[2:], strict=False))


def test_too_fast_takes_breath_and_has_a_floor() -> None:
    pace = Pace(10.0)
    pace.too_fast(100.0)
    assert pace.delay(100.0) == BREATH_S
    assert pace.rate == 8.0
    for _ in range(50):
        pace.too_fast(100.0)
    assert pace.rate == pytest.approx(1.0)
